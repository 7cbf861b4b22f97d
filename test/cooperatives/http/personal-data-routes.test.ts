// What is known of persons over HTTP: who finds it, who sees it in full, and what the trail tells.
import {createHash} from 'node:crypto';
import test from 'ava';
import {eraseMember} from '../../../src/cooperatives/index.ts';
import {addDays} from '../../../src/kernel/local-date.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {depositSaving, leaveCooperative} from '../../../src/savings/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	joinMember,
	lend,
	officer as teller,
	openCity,
	openCooperative,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let mine: Funded;
let [officer, supervisor, neighbour, manager, auditor]: Client[] = [];
let ani: {id: string; number: number};

const nik = '1771014107900042';
const phone = '0812-3456-7890';
const address = 'Jl. Mawar Hitam 27';

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	const theirs = await openFunded(world, '17.71.02.1001');
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book, 'siti');
	supervisor = await server.signUp('supervisor', mine.book);
	neighbour = await server.signUp('officer', theirs.book, 'tono');
	manager = await server.signUp('fund-manager', '17.71');
	auditor = await server.signUp('auditor', 'all');
	const {status, body} = await officer.post('/v1/members', {
		cooperative: mine.book,
		nik,
		name: 'Ani Lestari',
		kelurahan: '17.71.01.1001',
		address,
		phone,
		joinedOn: '2026-03-01',
	});
	if (status !== 201) throw new Error(JSON.stringify(body));
	ani = body;
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const found = async (by: Client, body: object): Promise<string[]> => {
	const answer = await by.post('/v1/members/search', body);
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
	return answer.body.items.map((one: {name: string}) => one.name);
};

test.serial(
	'a member is found by the whole NIK, the whole phone or a part of the name',
	async (t) => {
		t.deepEqual(await found(officer!, {nik}), ['Ani Lestari']);
		t.deepEqual(await found(officer!, {phone: '+62 812 34567890'}), ['Ani Lestari']);
		t.deepEqual(await found(officer!, {name: 'LESTA'}), ['Ani Lestari']);
		t.deepEqual(await found(auditor!, {nik, cooperative: mine.book}), ['Ani Lestari']);
		t.deepEqual(await found(officer!, {nik: '1771014107900043'}), []);
		t.deepEqual(await found(officer!, {phone: '0812-3456'}), []);
		t.deepEqual(await found(officer!, {number: 1, nik}), ['Ani Lestari']);
		t.deepEqual(await found(officer!, {number: 9999}), []);
		t.deepEqual(await found(officer!, {nik, name: 'Budi'}), []);
		t.deepEqual(await found(officer!, {name: '%'}), []);
		// Whether somebody is a member elsewhere is told nobody.
		t.deepEqual(await found(neighbour!, {nik}), []);
		const nothing = await officer!.post('/v1/members/search', {});
		t.is(nothing.status, 422);
		t.is(nothing.body.code, 'member/nothing-to-search');
		t.is((await officer!.post('/v1/members/search', {nik: '123'})).body.code, 'nik/length');
	},
);

test.serial('lists, details and answers to a search are masked', async (t) => {
	const answers = [
		await officer!.get('/v1/members'),
		await auditor!.get(`/v1/members/${ani.id}`),
		await supervisor!.post('/v1/members/search', {name: 'ani'}),
	];
	for (const {body} of answers) {
		const told = JSON.stringify(body);
		t.true(told.includes('************0042') && told.includes('••••••••890'));
		for (const secret of [nik, phone, '081234567890', address, 'Mawar']) {
			t.false(told.includes(secret), secret);
		}
	}
});

const acts = async (kind: string): Promise<Record<string, unknown>[]> =>
	(await auditor!.get('/v1/audit/log?limit=200')).body.items.filter(
		(one: {kind: string}) => one.kind === kind,
	);

test.serial(
	'they are shown in full for a reason, which the trail keeps without them',
	async (t) => {
		const path = `/v1/members/${ani.id}/unmask`;
		const asked = {fields: ['phone', 'nik'], reason: `Janji temu, telepon ${phone}`};
		const {status, body} = await officer!.post(path, asked);
		t.is(status, 200, JSON.stringify(body));
		t.deepEqual(body, {id: ani.id, nik, phone});
		const told = await acts('personal-data.unmask');
		t.is(told.length, 1);
		t.like(told[0], {
			actor: 'siti',
			subject: `member:${ani.id}`,
			outcome: 'done',
			details: {fields: 'nik phone', reason: 'Janji temu, telepon (12 digits)'},
		});
		// Each time anew.
		t.deepEqual((await auditor!.post(path, {...asked, fields: ['address']})).body, {
			id: ani.id,
			address,
		});
		t.is((await acts('personal-data.unmask')).length, 2);
	},
);

test.serial('whoever may not, or of whom it is not, sees nothing, and that is told', async (t) => {
	const path = `/v1/members/${ani.id}/unmask`;
	const asked = {fields: ['nik'], reason: 'Ingin tahu'};
	const before = (await acts('personal-data.unmask')).length;
	const refused = await manager!.post(path, asked);
	t.is(refused.status, 403);
	t.is(refused.body.code, 'identity/forbidden');
	t.is((await neighbour!.post(path, asked)).status, 404);
	t.is((await officer!.post(path, {fields: [], reason: 'Ingin tahu'})).status, 422);
	t.is((await officer!.post(path, {fields: ['nik']})).body.code, 'field/missing');
	t.is((await officer!.post(path, {...asked, reason: 'x'})).body.code, 'text/too-short');
	t.is((await acts('personal-data.unmask')).length, before);
	const [last] = await acts('request');
	t.like(last, {outcome: 'refused', subject: `POST ${path}`});
});

test.serial('whoever is asked for it gives out all that is kept, with what for', async (t) => {
	const loan = await lend(world, mine);
	await world.as(teller, async (work) =>
		work.cooperatives.recordNikAttempt((await work.ledger.findBook(mine.book))!, {
			id: '00000000-0000-4000-8000-0000000000aa',
			nik,
			attemptedAt: work.now(),
			attemptedBy: 'tono',
		}),
	);
	const {status, body} = await supervisor!.get(`/v1/members/${loan.member}/personal-data`);
	t.is(status, 200, JSON.stringify(body));
	t.like(body, {
		member: loan.member,
		legalBasis: 'UU 27/2022 Pasal 7, Pasal 13',
		erasableFrom: null,
	});
	t.is(body.purposes.length, 4);
	t.like(body.retention, [{code: 'bookkeeping', years: 10, status: 'provisional'}]);
	const {records} = body;
	t.is(records.members[0].nik, body.person.nik);
	t.regex(body.person.nik, /^\d{16}$/u);
	t.is(records.members[0].address, body.person.address);
	t.is(records.members[0].nik_sealed, undefined);
	t.is(records.members[0].nik_hash, undefined);
	t.is(records.loans[0].principal, '1200000.00');
	t.is(records.instalments.length, 12);
	t.true(records.lines.length > 0);
	t.like((await acts('personal-data.export'))[0], {subject: `member:${loan.member}`});
	t.is((await officer!.get(`/v1/members/${loan.member}/personal-data`)).status, 403);
	// While the loan runs nothing of it is erased.
	const reason = 'Permohonan tertulis 12 Maret 2026';
	const refused = await supervisor!.post(`/v1/members/${loan.member}/erasure`, {reason});
	t.is(refused.body.code, 'member/erasure-member');
});

/** One who joined and saved in 2014, and left in 2015. */
async function formerMember(kelurahan: string, digits: string) {
	const book = await openCooperative(world, kelurahan, '2010-01-01');
	const joinedOn = '2014-01-10' as never;
	const {id, number} = await joinMember(world, book, {
		nik: digits,
		joinedOn,
		phone,
		name: 'Rukmini',
	});
	await world.as(teller, async (work) => {
		const saving = {
			member: id,
			product: 'pokok',
			method: 'cash',
			amount: rupiah('50000'),
		} as const;
		await depositSaving(work, {...saving, effectiveOn: addDays(joinedOn, 1)});
		await leaveCooperative(work, {
			member: id,
			leftOn: '2015-06-30' as never,
			method: 'cash',
			reason: 'Pindah kota',
		});
	});
	return {book, id, number, by: await server.signUp('supervisor', book)};
}

test.serial('what the books no longer need is erased, and the person may join again', async (t) => {
	const digits = '1771014107600777';
	const {book, id, number, by} = await formerMember('17.71.03.1001', digits);
	const clerk = await server.signUp('officer', book);
	const content = Buffer.from('%PDF-1.4 KTP');
	const held = {kind: 'bank', bank: 'BRI', number: '0033019731475', holder: 'Rukmini'};
	const since = '2026-01-01';
	t.is((await clerk.post(`/v1/members/${id}/accounts`, {...held, since})).status, 201);
	const file = {name: 'ktp.pdf', contentBase64: content.toString('base64')};
	t.is((await clerk.post(`/v1/members/${id}/attachments`, file)).status, 201);
	const reason = 'Permohonan 12 Maret 2026, telepon 0812-3456-7890';
	const exported = (await by.get(`/v1/members/${id}/personal-data`)).body;
	t.is(exported.records.member_accounts[0].number, '0033019731475');
	const before = await world.database.owner('lines').count('* as count');
	const asked = await by.post(`/v1/members/${id}/erasure`, {reason});
	t.is(asked.status, 202, JSON.stringify(asked.body));
	t.is((await by.get(`/v1/members/${id}`)).body.name, 'Rukmini');
	const approve = async (client: Client) => client.post(`${asked.body.link}/approve`, {version: 1});
	t.is((await approve(by)).body.code, 'approval/own');
	t.is((await approve(clerk)).body.code, 'approval/not-permitted');
	const second = await server.signUp('supervisor', book);
	const {status, body} = await approve(second);
	t.is(status, 200, JSON.stringify(body));
	t.like(body.answer.body, {id, number, papersKept: 0});
	t.like((await acts('personal-data.erase'))[0], {
		subject: `member:${id}`,
		details: {reason: 'Permohonan 12 Maret 2026, telepon (12 digits)'},
	});
	t.deepEqual(await world.database.owner('lines').count('* as count'), before);
	const [account] = await world.database.owner('member_accounts').where({member_id: id});
	t.like(account, {number_sealed: 'erased', holder: '(dihapus)'});
	t.like((await by.get(`/v1/members/${id}/accounts`)).body.items[0], {numberMasked: '******'});
	t.like((await by.get(`/v1/members/${id}`)).body, {
		number,
		name: '(dihapus)',
		nikMasked: '************',
		birthDate: '1960-01-01',
		phone: null,
		business: null,
		leftOn: '2015-06-30',
	});
	const digest = createHash('sha256').update(content).digest();
	t.deepEqual(await world.database.owner('attachments').where({digest}), []);
	t.is((await by.post(`/v1/members/${id}/erasure`, {reason})).body.code, 'member/erased');
	t.is((await by.get(`/v1/members/${id}/personal-data`)).body.code, 'member/erased');
	const wanted = {fields: ['nik'], reason: 'Ingin tahu'};
	t.is((await by.post(`/v1/members/${id}/unmask`, wanted)).body.code, 'member/erased');
	t.is((await clerk.patch(`/v1/members/${id}`, {phone: '0812'})).body.code, 'member/erased');
	await t.notThrowsAsync(joinMember(world, book, {nik: digits}));
});

test.serial('one person alone erases nothing, not even past the code', async (t) => {
	const one = await formerMember('17.71.05.1001', '1771014107600779');
	const other = await formerMember('17.71.06.1001', '1771014107600780');
	const {owner, service} = world.database;
	const bookOf = async ({book}: {book: string}): Promise<number> =>
		(await owner('books').where({code: book}).first()).id;
	const erase = async (approval: string, whom: typeof one) =>
		service.transaction(async (trx) => {
			await trx.raw(`select set_config('bergulir.all_books', 'on', true)`);
			await trx.raw(`select set_config('bergulir.approval', ?, true)`, [approval]);
			if (approval !== '' && approval !== 'preview') {
				await trx('approvals')
					.where({id: approval})
					.update({
						status: 'approved',
						decided_by: 'kaki.tangan',
						decided_by_id: '00000000-0000-4000-8000-00000000000b',
						decided_at: '2026-03-31T06:00:00Z',
						decided_in: trx.raw('pg_current_xact_id()::text'),
					});
			}
			const id = await bookOf(whom);
			await trx.raw('select cooperatives_erase_member(?, ?, now(), ?)', [id, whom.id, 'penyusup']);
		});
	await t.throwsAsync(erase('', one), {message: /approval of a second person/u});
	await t.throwsAsync(erase('preview', one), {message: /only looked at/u});
	const {body} = await one.by.post(`/v1/members/${one.id}/erasure`, {reason: 'Permohonan'});
	// What was approved of one person erases no other.
	await t.throwsAsync(erase(body.id, other), {message: /approval of a second person/u});
	t.is((await other.by.get(`/v1/members/${other.id}`)).body.name, 'Rukmini');
	await t.throwsAsync(
		world.as(teller, async (work) => eraseMember(work, {member: one.id, reason: 'Permohonan'})),
		{message: /approval of a second person/u},
	);
	t.is((await one.by.get(`/v1/members/${one.id}`)).body.name, 'Rukmini');
});

test.serial('while a duty forbids it nothing is erased, not even past the code', async (t) => {
	const {book, id, by} = await formerMember('17.71.04.1001', '1771014107600778');
	const {owner, service} = world.database;
	await owner('retention_policies').insert({
		code: 'longer',
		version: 1,
		effective_from: '2026-01-01',
		years: 30,
		legal_basis: 'Perda Uji 1/2026',
		status: 'provisional',
	});
	const reason = 'Permohonan tertulis';
	const english = {headers: {'accept-language': 'en'}};
	const refused = await by.post(`/v1/members/${id}/erasure`, {reason}, english);
	t.is(refused.status, 409);
	t.is(refused.body.code, 'member/erasure-retention');
	t.regex(JSON.stringify(refused.body), /Perda Uji 1\/2026.*from 2046-01-01/u);
	const bookId: number = (await owner('books').where({code: book}).first()).id;
	const erase = async (scope: string) =>
		service.transaction(async (trx) => {
			await trx.raw(`select set_config('bergulir.books', ?, true)`, [scope]);
			await trx.raw('select cooperatives_erase_member(?, ?, now(), ?)', [bookId, id, 'penyusup']);
		});
	await t.throwsAsync(erase(`{${bookId}}`), {message: /still to be kept/u});
	await t.throwsAsync(erase('{}'), {message: /another cooperative/u});
	await t.throwsAsync(owner('retention_policies').update({years: 1}), {message: /stays/u});
	t.is((await by.get(`/v1/members/${id}`)).body.name, 'Rukmini');
});
