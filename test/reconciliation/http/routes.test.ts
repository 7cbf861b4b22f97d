// A month's reconciliation over HTTP: figures of both sides and of the cooperative's own books,
// explained item by item, signed by two people; and refused in each wrong state.
import test from 'ava';
import {recordRemittance} from '../../../src/fund/index.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {recordRepayment} from '../../../src/lending/index.ts';
import {type LawBreach, asService, lawOf} from '../../ledger/db/forge.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	countRows,
	createWorld,
	day,
	lend,
	officer as petugas,
	openCity,
	openCooperative,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let [officer, supervisor, manager, auditor]: Client[] = [];

test.before(async () => {
	world = await createWorld('2026-04-10');
	await openCity(world);
	funded = await openFunded(world);
	// A loan of 1,200,000, of which 300,000 came back and 200,000 went to the city.
	const loan = await lend(world, funded);
	await world.as(petugas, async (work) => {
		await recordRepayment(work, {
			loan: loan.id,
			paidOn: day('2026-03-20'),
			amount: rupiah('300000'),
			method: 'bank',
		});
		await recordRemittance(work, {
			allocation: funded.allocation.id,
			document: 'STS-1',
			remittedOn: day('2026-03-25'),
			amount: rupiah('200000'),
			method: 'bank',
		});
	});
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book, 'rina');
	supervisor = await server.signUp('supervisor', funded.book, 'darto');
	manager = await server.signUp('fund-manager', 'all', 'yanti');
	auditor = await server.signUp('auditor', 'all', 'bpk');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const prepare = async (change: object = {}) =>
	supervisor!.post('/v1/reconciliations', {book: funded.book, month: '2026-03', ...change});

const figure = (item: string, amount: string) => ({
	allocation: funded.allocation.id,
	item,
	amount,
});

test.serial('before a month is over, and where nothing is lent, nothing is compared', async (t) => {
	const counted = await countRows(world);
	t.like((await prepare({month: '2026-04'})).body, {code: 'reconciliation/month-not-over'});
	t.like((await prepare({month: '2024-12'})).body, {code: 'reconciliation/nothing-to-compare'});
	t.like((await prepare({booksKept: 'elsewhere'})).body, {code: 'reconciliation/nothing-stated'});
	t.is((await officer!.post('/v1/reconciliations', {})).status, 403);
	t.deepEqual(await countRows(world), counted);
});

test.serial('two books that agree are signed by two people', async (t) => {
	const made = await prepare();
	t.is(made.status, 201, JSON.stringify(made.body));
	t.deepEqual(
		made.body.lines.map(({item, city, book}: Record<string, string>) => [item, city, book]),
		[
			['owed', '99800000.00', '99800000.00'],
			['share', '0.00', '0.00'],
			['held', undefined, '100000.00'],
			['cash', undefined, '98900000.00'],
			['outstanding', undefined, '900000.00'],
		],
	);
	t.deepEqual(made.body.differences, []);
	const path = `/v1/reconciliations/${made.body.id}`;
	t.is((await supervisor!.post(`${path}/sign/city`)).status, 403);
	t.is((await supervisor!.post(`${path}/sign/cooperative`)).status, 200);
	t.like((await supervisor!.post(`${path}/sign/cooperative`)).body, {
		code: 'reconciliation/side-signed',
	});
	t.like((await prepare()).body, {code: 'reconciliation/still-open'});
	const both = await manager!.post(`${path}/sign/city`);
	t.deepEqual(
		both.body.signatures.map(({side, signedBy}: Record<string, string>) => [side, signedBy]),
		[
			['cooperative', 'darto'],
			['city', 'yanti'],
		],
	);
	t.like((await prepare()).body, {code: 'reconciliation/unchanged'});
	t.false((await auditor!.get(path)).body.hasMoved);
});

test.serial(
	'a second set of books shows as a difference, and is explained to the rupiah',
	async (t) => {
		const stated = await officer!.post('/v1/stated-figures', {
			book: funded.book,
			month: '2026-03',
			document: 'LAP-03',
			// The cooperative's own sheet says that 250,000 less has been lent, and holds nothing.
			figures: [figure('outstanding', '650000'), figure('held', '0')],
		});
		t.is(stated.status, 201, JSON.stringify(stated.body));
		const [signed] = (await auditor!.get('/v1/reconciliations?signed=true')).body.items;
		t.true((await auditor!.get(`/v1/reconciliations/${signed.id}`)).body.hasMoved);

		const made = await prepare();
		t.is(made.body.number, 2);
		t.deepEqual(
			made.body.differences.map(({item, against, open}: Record<string, string>) => [
				item,
				against,
				open,
			]),
			[
				['held', 'stated-book', '-100000.00'],
				['outstanding', 'stated-book', '-250000.00'],
			],
		);
		const path = `/v1/reconciliations/${made.body.id}`;
		const early = await supervisor!.post(`${path}/sign/cooperative`);
		t.is(early.status, 422);
		t.is(early.body.findings.length, 2);
		const reason = {reason: 'Angsuran Maret belum dicatat di buku lama', document: 'BA-1'};
		const explain = async (item: string, amount: string) =>
			supervisor!.post(`${path}/explanations`, {
				allocation: funded.allocation.id,
				item,
				against: 'stated-book',
				amount,
				...reason,
			});
		t.like((await explain('held', '100000.01')).body, {code: 'reconciliation/explains-too-much'});
		t.is((await explain('held', '100000')).status, 201);
		t.is((await explain('outstanding', '100000')).status, 201);
		t.is((await supervisor!.post(`${path}/sign/cooperative`)).body.findings.length, 1);
		t.is((await explain('outstanding', '150000')).status, 201);
		t.like((await explain('outstanding', '1')).body, {code: 'reconciliation/explains-too-much'});
		t.is((await supervisor!.post(`${path}/sign/cooperative`)).status, 200);
		t.like((await explain('held', '1')).body, {code: 'reconciliation/signed-already'});

		// Past the code: no third signature, no second person's by the first.
		const {rows} = await world.database.owner.raw(
			'select * from reconciliation_signatures where reconciliation_id = ?',
			[made.body.id],
		);
		const twice = await t.throwsAsync<LawBreach>(
			asService(world.database.service, async (trx) =>
				trx('reconciliation_signatures').insert({...rows[0], side: 'city'}),
			),
		);
		t.is(lawOf(twice), 'reconciliation_signatures_person_key');
		t.is((await manager!.post(`${path}/sign/city`)).status, 200);
	},
);

test.serial(
	'a file is taken whole, or every fault of it is told and nothing is kept',
	async (t) => {
		const file = (text: string, change: object = {}) => ({
			book: funded.book,
			month: '2026-03',
			document: 'LAP-03B',
			contentBase64: Buffer.from(text).toString('base64'),
			...change,
		});
		const send = async (text: string, change: object = {}) =>
			officer!.post('/v1/stated-figures/files', file(text, change));
		const head = 'Nomor Perjanjian;Pokok Terutang kepada Kota;Terkumpul Belum Disetor';
		const own = 'PKS-17.71.01.1001';
		const before = await countRows(world);
		const wrong = await officer!.post(
			'/v1/stated-figures/files',
			file(`${head}\n${own};dua juta;500.000\nPKS-X;1;2\n${own};1;2;3`),
			{headers: {'accept-language': 'id'}},
		);
		t.is(wrong.status, 422);
		t.deepEqual(
			wrong.body.findings.map(({code, path}: Record<string, string>) => [code, path]),
			[
				['reconciliation/amount-unreadable', 'body.contentBase64[2]'],
				['reconciliation/amount-ambiguous', 'body.contentBase64[2]'],
				['reconciliation/unknown-agreement', 'body.contentBase64[3]'],
				['reconciliation/cells-differ', 'body.contentBase64[4]'],
			],
		);
		t.is(
			wrong.body.findings[0].message,
			'Baris 2, kolom Pokok Terutang kepada Kota: "dua juta" bukan jumlah rupiah; ' +
				'seharusnya seperti 1250000, 1.250.000,50 atau 1,250,000.50.',
		);
		const cases = [
			[await send(head), 422, 'reconciliation/file-empty'],
			[await send('Saldo;Kas\n1;2'), 422, 'reconciliation/unknown-column'],
			[await send('PK\u0003\u0000'), 422, 'banking/file-unreadable'],
			[await send('', {contentBase64: 'bukan base64'}), 422, 'attachment/not-base64'],
			[await send(`${head}\n${own};1;2`, {month: '2026-04'}), 422, 'reconciliation/month-not-over'],
			[await send('x'.repeat(1_000_000)), 413, 'request/body-too-large'],
			[await auditor!.post('/v1/stated-figures/files', file(head)), 403, 'identity/forbidden'],
		] as const;
		for (const [answer, status, code] of cases) {
			t.is(answer.status, status, code);
			t.true([answer.body.code, answer.body.findings[0]?.code].includes(code), answer.body.code);
		}
		t.is((await countRows(world)).stated_figures, before.stated_figures);

		const good = await send(`${head}\n${own};99.800.000,00;Rp 100.000`);
		t.is(good.status, 201, JSON.stringify(good.body));
		t.deepEqual(good.body, {month: '2026-03', document: 'LAP-03B', figures: 2});
		const {rows} = await world.database.owner.raw(
			`select item, amount from stated_figures where document = 'LAP-03B' order by item`,
		);
		t.deepEqual(rows, [
			{item: 'held', amount: '100000.00'},
			{item: 'owed', amount: '99800000.00'},
		]);
	},
);

test.serial('books that are kept elsewhere are reconciled by what was stated', async (t) => {
	const book = await openCooperative(world, '17.71.01.1002');
	const place = await manager!.post('/v1/allocations', {
		programme: 'SAMISAKE',
		cooperative: book,
		kelurahan: '17.71.01.1002',
		agreementNumber: 'PKS-E1',
		agreedOn: '2026-01-05',
		amount: '400000000',
	});
	await manager!.post(`/v1/allocations/${place.body.id}/tranches`, {
		document: 'SP2D-E1',
		budgetYear: 2026,
		receivedOn: '2026-01-10',
		amount: '400000000',
	});
	const teller = await server.signUp('officer', book, 'teller');
	const wrong = await teller.post('/v1/stated-figures', {
		book,
		month: '2026-03',
		document: 'LAP-03',
		figures: [
			figure('owed', '1'),
			{allocation: place.body.id, item: 'owed', amount: '1'},
			{allocation: place.body.id, item: 'owed', amount: '2'},
		],
	});
	t.deepEqual(
		wrong.body.findings.map(({code, path}: Record<string, string>) => [code, path]),
		[
			['reconciliation/stated-elsewhere', 'body.figures[0]'],
			['reconciliation/stated-twice', 'body.figures[2]'],
		],
	);
	await teller.post('/v1/stated-figures', {
		book,
		month: '2026-03',
		document: 'LAP-03',
		figures: [{allocation: place.body.id, item: 'owed', amount: '391000000'}],
	});
	const made = await manager!.post('/v1/reconciliations', {
		book,
		month: '2026-03',
		booksKept: 'elsewhere',
	});
	t.deepEqual(
		made.body.differences.map(({item, against, open}: Record<string, string>) => [
			item,
			against,
			open,
		]),
		[['owed', 'city-stated', '9000000.00']],
	);
	const findings = (await auditor!.get(`/v1/findings?book=${book}`)).body.items;
	t.like(findings[0], {source: 'reconciliation', severity: 'high', state: 'open'});
	const forged = await t.throwsAsync<LawBreach>(
		asService(world.database.service, async (trx) => {
			const {rows} = await trx.raw('select id from books where code = ?', [book]);
			await trx('reconciliation_signatures').insert({
				book_id: rows[0].id,
				reconciliation_id: made.body.id,
				side: 'city',
				signed_by: 'x',
				user_id: '00000000-0000-4000-8000-000000000009',
				recorded_at: '2026-04-10T05:00:00Z',
			});
		}),
	);
	t.is(lawOf(forged), 'reconciliation_explained');
});
