// A murabahah that becomes a loan under another akad over HTTP: by hand 1,200,000 + 240,000 in
// twelve, two paid; 1,000,000 moves, no money does. And each step refused with nothing written.
import test from 'ava';
import {toText} from '../../../src/kernel/money.ts';
import {verifyBook} from '../../../src/ledger/index.ts';
import {readFundHealth} from '../../../src/reporting/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	countRows,
	createWorld,
	day,
	lend,
	officer as petugas,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;

test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	server = await startServer(world);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

type Place = {funded: Funded; officer: Client; supervisor: Client; id: string};

// Each test lends in a cooperative of its own.
const kelurahan = ['01.1001', '01.1002', '01.1003', '01.1004', '01.1005', '01.1006', '02.1001'].map(
	(village) => `17.71.${village}`,
);

/** Lent on 3 February at 1,200,000 + 240,000 in twelve; two of 120,000 are paid. */
async function lendTwoPaid(): Promise<Place> {
	const funded = await openFunded(world, kelurahan.shift());
	const officer = await server.signUp('officer', funded.book);
	const supervisor = await server.signUp('supervisor', funded.book);
	const price = {akad: 'murabahah', principal: '1200000', margin: '240000'} as const;
	const {id} = await lend(world, funded, price);
	for (const paidOn of ['2025-03-03', '2025-04-03']) {
		const body = {paidOn, amount: '120000', method: 'cash'};
		const paid = await officer.post(`/v1/loans/${id}/repayments`, body);
		if (paid.status !== 201) throw new Error(JSON.stringify(paid.body));
	}
	return {funded, officer, supervisor, id};
}

const wish = {
	akad: 'qardh',
	convertedOn: '2025-04-20',
	instalments: 10,
	reason: 'Usaha sepi',
	document: 'AKAD-2',
};

const back = {effectiveOn: '2025-04-25', reason: 'Salah', document: 'BA-9'};

async function healthOf({funded}: Place, asOf: string) {
	const {allocation} = funded;
	const {rows} = await world.as(petugas, async (work) =>
		readFundHealth(work, {region: allocation.kelurahanCode}, {asOf: day(asOf)}),
	);
	const {sums, ratios} = rows[0]!;
	return {
		disbursed: toText(sums.disbursed),
		due: toText(sums.principalDueFromMembers),
		outstanding: toText(sums.outstandingPrincipal),
		restructured: toText(sums.restructured),
		par30: ratios.par30,
		par30Restructured: ratios.par30Restructured,
	};
}

/** What each loan of a cooperative owes, by its statement. */
async function owedOf({officer}: Place, id: string): Promise<string> {
	return (await officer.get(`/v1/loans/${id}/statement`)).body.owed.total;
}

const kindsOf = async ({officer}: Place, id: string): Promise<string[]> =>
	(await officer.get(`/v1/loans/${id}/events`)).body.items.map(({kind}: {kind: string}) => kind);

test.serial('the principal owed becomes a qardh, and no money moves', async (t) => {
	const place = await lendTwoPaid();
	const {officer, supervisor, funded, id} = place;
	const before = await balances(world, funded.book);
	const path = `/v1/loans/${id}/convert`;
	const rows = await countRows(world);
	const preview = await officer.get(
		`${path}/preview?akad=qardh&instalments=10&convertedOn=2025-04-20`,
	);
	t.is(preview.status, 200, JSON.stringify(preview.body));
	const told = {
		principal: '1000000.00',
		marginLeftOff: '0.00',
		marginCancelled: '200000.00',
		daysPastDue: 0,
		overdue: '0.00',
	};
	t.like(preview.body, told);
	t.like(preview.body.rows[9], {dueOn: '2026-02-20', principal: '100000.00', margin: '0.00'});
	t.deepEqual(await countRows(world), rows);
	const made = await supervisor.post(path, wish);
	t.is(made.status, 201, JSON.stringify(made.body));
	t.like(made.body, {...told, from: id});
	t.like(made.body.loan, {akad: 'qardh', status: 'disbursed', principal: '1000000.00'});
	t.is((await officer.get(`/v1/loans/${id}`)).body.status, 'settled');
	// Receivable 1,440,000 - 240,000 paid and its 200,000 of deferred margin are gone.
	t.is(before['1.2.01'], '1200000.00');
	t.deepEqual(await balances(world, funded.book), {
		...before,
		'1.2.01': '0.00',
		'1.2.02': '0.00',
		'1.2.03': '1000000.00',
		'1.2.22': '0.00',
	});
	t.is(await owedOf(place, id), '0.00');
	t.is(await owedOf(place, made.body.loan.id), '1000000.00');
	t.deepEqual((await kindsOf(place, id)).slice(-2), ['converted', 'settled']);
	t.deepEqual(await kindsOf(place, made.body.loan.id), [
		'came-of-conversion',
		'approved',
		'disbursed',
	]);
	const {breaches} = await world.as(petugas, async (work) => verifyBook(work, funded.book));
	t.deepEqual(breaches, []);
});

test.serial('fund health lends nothing anew and counts the new loan as restructured', async (t) => {
	const place = await lendTwoPaid();
	const before = {
		disbursed: '1200000.00',
		// March, April, May to August: the seventh of the twelve fell due on 3 September.
		due: '700000.00',
		outstanding: '1000000.00',
		restructured: '0.00',
		par30: '1.0000',
		par30Restructured: '1.0000',
	};
	t.deepEqual(await healthOf(place, '2025-09-12'), before);
	const late = {...wish, convertedOn: '2025-09-10', leavesMarginDue: true};
	const made = await place.supervisor.post(`/v1/loans/${place.id}/convert`, late);
	t.is(made.status, 201, JSON.stringify(made.body));
	// Five instalments from May to September are due and unpaid, the oldest for 130 days.
	t.like(made.body, {
		marginLeftOff: '100000.00',
		marginCancelled: '100000.00',
		daysPastDue: 130,
		overdue: '600000.00',
	});
	t.deepEqual(await healthOf(place, '2025-09-12'), {
		disbursed: '1200000.00',
		due: '200000.00',
		outstanding: '1000000.00',
		restructured: '1000000.00',
		par30: '0.0000',
		par30Restructured: '1.0000',
	});
	t.deepEqual(await healthOf(place, '2025-09-09'), before);
	const listed = await place.officer.get(
		`/v1/restructured-loans?cooperative=${place.funded.book}&asOf=2025-09-12`,
	);
	t.is(listed.body.items.length, 1);
	t.like(listed.body.items[0], {loan: made.body.loan.id, change: 'akad', daysPastDue: 130});
});

test.serial('it becomes a musyarakah with its nisbah, or an ijarah with its rent', async (t) => {
	const shared = await lendTwoPaid();
	const before = await balances(world, shared.funded.book);
	const made = await shared.supervisor.post(`/v1/loans/${shared.id}/convert`, {
		...wish,
		akad: 'musyarakah',
		nisbah: '0.3',
	});
	t.is(made.status, 201, JSON.stringify(made.body));
	t.deepEqual(await balances(world, shared.funded.book), {
		...before,
		'1.2.01': '0.00',
		'1.2.02': '0.00',
		'1.2.12': '1000000.00',
		'1.2.22': '0.00',
	});
	const rent = await lendTwoPaid();
	const held = await balances(world, rent.funded.book);
	const body = {...wish, akad: 'ijarah', margin: '100000'};
	const rented = await rent.supervisor.post(`/v1/loans/${rent.id}/convert`, body);
	t.is(rented.status, 201, JSON.stringify(rented.body));
	t.deepEqual(await balances(world, rent.funded.book), {
		...held,
		'1.2.01': '0.00',
		'1.2.02': '0.00',
		'1.2.05': '1100000.00',
		'1.2.06': '-1100000.00',
		'1.2.22': '0.00',
		'1.4.01': '1000000.00',
	});
});

test.serial('taken back while nothing was paid on it, every figure is as before', async (t) => {
	const place = await lendTwoPaid();
	const {officer, supervisor, funded, id} = place;
	const before = await balances(world, funded.book);
	const health = await healthOf(place, '2025-09-12');
	const {body} = await supervisor.post(`/v1/loans/${id}/convert`, wish);
	const to = body.loan.id;
	const paid = await officer.post(`/v1/loans/${to}/repayments`, {
		paidOn: '2025-05-20',
		amount: '100000',
		method: 'cash',
	});
	t.is(paid.status, 201, JSON.stringify(paid.body));
	const early = await supervisor.post(`/v1/loans/${id}/convert/reverse`, back);
	t.is(early.body.code, 'lending/paid-since-conversion');
	const undone = {...back, effectiveOn: '2025-05-21'};
	const free = await supervisor.post(`/v1/loans/${to}/reverse`, {
		...undone,
		repayment: paid.body.id,
	});
	t.is(free.status, 204, JSON.stringify(free.body));
	const taken = await supervisor.post(`/v1/loans/${id}/convert/reverse`, undone);
	t.is(taken.status, 204, JSON.stringify(taken.body));
	const after = await balances(world, funded.book);
	t.deepEqual(after, {...before, '1.2.03': '0.00', '1.2.22': '0.00'});
	t.deepEqual(await healthOf(place, '2025-09-12'), health);
	t.is((await officer.get(`/v1/loans/${id}`)).body.status, 'disbursed');
	t.is((await officer.get(`/v1/loans/${to}`)).body.status, 'reversed');
	t.is(await owedOf(place, id), '1200000.00');
	t.deepEqual((await kindsOf(place, id)).slice(-1), ['reopened']);
	const again = await supervisor.post(`/v1/loans/${id}/convert/reverse`, undone);
	t.is(again.body.code, 'lending/not-converted');
	// And it may be converted once more.
	const more = {...wish, convertedOn: '2025-05-22', leavesMarginDue: true};
	t.is((await supervisor.post(`/v1/loans/${id}/convert`, more)).status, 201);
});

test.serial('each wrong conversion is refused by name, and nothing is written', async (t) => {
	const {officer, supervisor, funded, id} = await lendTwoPaid();
	const both = await server.signUp('supervisor', funded.book, 'petugas');
	const qardh = await lend(world, funded);
	const rows = await countRows(world);
	const codeOf = async (body: object, of = id, by = supervisor) =>
		(await by.post(`/v1/loans/${of}/convert`, {...wish, ...body})).body.code;
	t.is(await codeOf({}, id, both), 'lending/same-person-step');
	t.is((await officer.post(`/v1/loans/${id}/convert`, wish)).status, 403);
	t.is(await codeOf({akad: 'murabahah', margin: '1'}), 'lending/conversion-inah');
	t.is(await codeOf({akad: 'jasa'}), 'lending/conversion-into-jasa');
	t.is(await codeOf({akad: 'musyarakah', nisbah: '0.3'}, qardh.id), 'lending/conversion-of-akad');
	t.is(await codeOf({convertedOn: '2025-05-10'}), 'lending/conversion-margin-due');
	t.is(await codeOf({convertedOn: '2025-04-02'}), 'lending/before-last-step');
	t.is(await codeOf({convertedOn: '2025-09-16'}), 'lending/step-in-future');
	t.is(await codeOf({margin: '5'}), 'lending/qardh-with-margin');
	t.is(await codeOf({akad: 'musyarakah'}), 'lending/nisbah-missing');
	t.is(await codeOf({product: 'TIDAK-ADA'}), 'lending/unknown-product');
	const none = await supervisor.post(`/v1/loans/${id}/convert/reverse`, back);
	t.is(none.body.code, 'lending/not-converted');
	t.deepEqual(await countRows(world), rows);
});

test.serial('what was converted is neither paid, reversed nor converted again', async (t) => {
	const {officer, supervisor, id} = await lendTwoPaid();
	const {repayments} = (await officer.get(`/v1/loans/${id}/statement`)).body;
	const made = await supervisor.post(`/v1/loans/${id}/convert`, wish);
	const rows = await countRows(world);
	const again = await supervisor.post(`/v1/loans/${id}/convert`, wish);
	t.is(again.body.code, 'lending/wrong-status');
	const repayment = repayments[1].id;
	const older = await supervisor.post(`/v1/loans/${id}/reverse`, {...back, repayment});
	t.is(older.body.code, 'lending/converted');
	const begun = await supervisor.post(`/v1/loans/${made.body.loan.id}/reverse`, back);
	t.is(begun.body.code, 'lending/came-of-conversion');
	const pay = {paidOn: '2025-04-21', amount: '1000', method: 'cash'};
	const paid = await officer.post(`/v1/loans/${id}/repayments`, pay);
	t.is(paid.body.code, 'lending/wrong-status');
	t.deepEqual(await countRows(world), rows);
});
