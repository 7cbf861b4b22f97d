// Everything that is refused: each with its own code and a sentence, and nothing is written. The
// row counts of every table and the head of every chain are compared before and after.
import test from 'ava';
import type {LoanId, MemberId} from '../../src/kernel/ids.ts';
import {confirmClose, requestClose} from '../../src/ledger/index.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	countRows,
	createWorld,
	day,
	fundManager,
	joinMember,
	lend,
	openCity,
	openFunded,
	supervisor as anotherPerson,
} from '../helpers/world.ts';

let world: World;
let server: Server;
let [officer, supervisor, manager]: Client[] = [];
let funded: Funded;
let member: MemberId;
let loan: LoanId;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	member = (await joinMember(world, funded.book)).id;
	loan = (await lend(world, funded)).id;
	// January and February have entries, so June closes after them.
	for (const month of ['2025-01-01', '2025-02-01', '2025-06-01'].map(day)) {
		await world.as(fundManager, async (work) => requestClose(work, funded.book, month));
		await world.as(anotherPerson, async (work) => confirmClose(work, funded.book, month));
	}
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book);
	supervisor = await server.signUp('supervisor', funded.book);
	manager = await server.signUp('fund-manager', '17.71');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

type Request = {
	readonly by: () => Client;
	readonly path: () => string;
	readonly body: () => unknown;
};

const refused = test.macro({
	async exec(t, request: Request, status: number, code: string, sentence: RegExp) {
		const before = await countRows(world);
		const answer = await request.by().post(request.path(), request.body(), {
			headers: {'accept-language': 'en'},
		});
		t.is(answer.status, status, JSON.stringify(answer.body));
		t.is(answer.body.code, code, JSON.stringify(answer.body));
		t.regex(answer.body.detail, sentence);
		const [{path}] = answer.body.findings;
		t.regex(path, /^(body|path|query)\b|^(effectiveOn)?$/, 'where in the request it stands');
		t.is(answer.headers.get('content-type'), 'application/problem+json');
		t.deepEqual(await countRows(world), before);
	},
	title: (title = '') => `refused, and nothing written: ${title}`,
});

const repayment = (change: object): Request => ({
	by: () => officer!,
	path: () => `/v1/loans/${loan}/repayments`,
	body: () => ({paidOn: '2025-03-03', amount: '100000', method: 'cash', ...change}),
});

test.serial(
	'an amount of zero',
	refused,
	repayment({amount: '0'}),
	422,
	'amount/zero',
	/above zero/,
);
test.serial(
	'an amount of 0.00',
	refused,
	repayment({amount: '0.00'}),
	422,
	'amount/zero',
	/above zero/,
);
test.serial('a negative amount', refused, repayment({amount: '-5'}), 422, 'amount/negative', /-5/);
test.serial(
	'an amount with three decimals',
	refused,
	repayment({amount: '10.005'}),
	422,
	'amount/too-many-decimals',
	/two at most/,
);
test.serial(
	'an amount as a number',
	refused,
	repayment({amount: 100000}),
	422,
	'amount/not-text',
	/must be text/,
);
test.serial(
	'an amount with a thousands point',
	refused,
	repayment({amount: '1.250.000'}),
	422,
	'amount/malformed',
	/digits/,
);
test.serial(
	'an amount in words',
	refused,
	repayment({amount: 'seribu'}),
	422,
	'amount/malformed',
	/seribu/,
);
test.serial(
	'an amount with an exponent',
	refused,
	repayment({amount: '1e9'}),
	422,
	'amount/malformed',
	/1e9/,
);
test.serial(
	'an amount of nineteen digits',
	refused,
	repayment({amount: '1000000000000000000'}),
	422,
	'amount/too-large',
	/eighteen/,
);
test.serial(
	'repaying more than is owed',
	refused,
	repayment({amount: '1200000.01'}),
	422,
	'lending/repays-more-than-owed',
	/1200000\.00/,
);
test.serial(
	'a date in the future',
	refused,
	repayment({paidOn: '2026-04-01'}),
	422,
	'ledger/date-in-future',
	/2026-03-31/,
);
test.serial(
	'a date in a closed period',
	refused,
	repayment({paidOn: '2025-06-10'}),
	409,
	'ledger/period-closed',
	/2025-06/,
);
test.serial(
	'a date that is not in the calendar',
	refused,
	repayment({paidOn: '2025-02-29'}),
	422,
	'date/not-a-day',
	/2025-02-29/,
);
test.serial(
	'a date written the other way round',
	refused,
	repayment({paidOn: '03-03-2025'}),
	422,
	'date/malformed',
	/YYYY-MM-DD/,
);
test.serial(
	'a payment before the disbursement',
	refused,
	repayment({paidOn: '2025-02-02'}),
	422,
	'lending/paid-before-disbursement',
	/2025-02-03/,
);
test.serial(
	'an unknown field',
	refused,
	repayment({ammount: '1'}),
	422,
	'field/unknown',
	/body\.ammount/,
);
test.serial(
	'a missing field',
	refused,
	repayment({amount: undefined}),
	422,
	'field/missing',
	/body\.amount/,
);
test.serial(
	'a method that does not exist',
	refused,
	repayment({method: 'gopay'}),
	422,
	'field/not-one-of',
	/cash, bank/,
);
test.serial(
	'invalid JSON',
	refused,
	{...repayment({}), body: () => '{"amount": '},
	400,
	'request/invalid-json',
	/not valid JSON/,
);
test.serial(
	'a body of 10 MB',
	refused,
	{...repayment({}), body: () => `{"amount": "${'1'.repeat(10_000_000)}"}`},
	413,
	'request/body-too-large',
	/1000000 bytes/,
);

const membership = (change: object): Request => ({
	by: () => officer!,
	path: () => '/v1/members',
	body: () => ({
		cooperative: funded.book,
		nik: '1771014107900042',
		name: 'Ani',
		kelurahan: '17.71.01.1001',
		address: 'Jl. Mawar 2',
		joinedOn: '2026-03-01',
		...change,
	}),
});

test.serial(
	'a NIK of fifteen digits',
	refused,
	membership({nik: '177101410790004'}),
	422,
	'nik/length',
	/sixteen/,
);
test.serial(
	'a NIK of no region',
	refused,
	membership({nik: '0071014107900042'}),
	422,
	'nik/region',
	/region/,
);
test.serial(
	'a NIK with 31 February',
	refused,
	membership({nik: '1771013102900042'}),
	422,
	'nik/date',
	/calendar/,
);
test.serial(
	'a NIK with a day of 72',
	refused,
	membership({nik: '1771017207900042'}),
	422,
	'nik/date',
	/40/,
);
test.serial(
	'a NIK with serial 0000',
	refused,
	membership({nik: '1771014107900000'}),
	422,
	'nik/serial',
	/0001/,
);
test.serial(
	'an unknown kelurahan',
	refused,
	membership({kelurahan: '17.71.01.9999'}),
	422,
	'region/unknown',
	/17\.71\.01\.9999/,
);
test.serial(
	'a kelurahan code that is none',
	refused,
	membership({kelurahan: 'Selebar'}),
	422,
	'kelurahan/malformed',
	/ten digits/,
);
test.serial(
	'a member of a cooperative out of scope',
	refused,
	membership({cooperative: 'KOP-1771011002'}),
	404,
	'cooperative/unknown',
	/KOP-1771011002/,
);

test.serial(
	'a NIK that is taken is refused in any cooperative, without telling which',
	async (t) => {
		const other = await openFunded(world, '17.71.01.1003');
		const theirs = await server.signUp('officer', other.book);
		const first = await officer!.post('/v1/members', membership({nik: '1771014107900077'}).body());
		t.is(first.status, 201);
		const before = await countRows(world);
		for (const [by, cooperative] of [
			[officer!, funded.book],
			[theirs, other.book],
		] as const) {
			const body = membership({nik: '1771014107900077', cooperative}).body();
			const answer = await by.post('/v1/members', body, {headers: {'accept-language': 'en'}});
			t.is(answer.status, 409);
			t.is(answer.body.code, 'member/nik-duplicate');
			t.false(JSON.stringify(answer.body).includes('1771014107900077'));
			t.false(JSON.stringify(answer.body).includes('KOP-'));
		}
		// That it was tried stays in the record, and nothing else does.
		t.deepEqual(await countRows(world), {...before, nik_attempts: before.nik_attempts! + 2});
	},
);

const allocation = (change: object): Request => ({
	by: () => manager!,
	path: () => '/v1/allocations',
	body: () => ({
		programme: 'SAMISAKE',
		cooperative: funded.book,
		kelurahan: '17.71.01.1001',
		agreementNumber: 'PKS-2',
		agreedOn: '2026-03-01',
		amount: '500000000',
		...change,
	}),
});

test.serial(
	'an allocation over the ceiling',
	refused,
	allocation({kelurahan: '17.71.01.1002', amount: '1000000000.01'}),
	422,
	'fund/over-ceiling',
	/1000000000\.00 is left/,
);
test.serial(
	"a second allocation over the kelurahan's ceiling",
	refused,
	allocation({amount: '500000000.01'}),
	422,
	'fund/over-ceiling',
	/has 500000000\.00 of 1000000000\.00/,
);
test.serial(
	'an agreement number that exists',
	refused,
	allocation({agreementNumber: 'PKS-17.71.01.1001', amount: '1'}),
	409,
	'fund/agreement-exists',
	/PKS-17/,
);
test.serial(
	'an unknown programme',
	refused,
	allocation({programme: 'LAIN'}),
	422,
	'fund/unknown-programme',
	/LAIN/,
);
test.serial(
	'a grace as long as the tenor',
	refused,
	allocation({tenorMonths: 12, graceMonths: 12}),
	422,
	'fund/grace-not-below-tenor',
	/shorter/,
);

const tranche = (change: object): Request => ({
	by: () => manager!,
	path: () => `/v1/allocations/${funded.allocation.id}/tranches`,
	body: () => ({
		document: 'SP2D-2',
		budgetYear: 2026,
		receivedOn: '2026-03-01',
		amount: '1',
		...change,
	}),
});

test.serial(
	'a tranche over the allocation',
	refused,
	tranche({amount: '400000000.01'}),
	422,
	'fund/tranche-over-allocation',
	/400000000\.00 is left/,
);
test.serial(
	'a tranche before the agreement',
	refused,
	tranche({receivedOn: '2025-01-05'}),
	422,
	'fund/tranche-before-agreement',
	/2025-01-06/,
);

test.serial(
	'a remittance of more than was collected',
	refused,
	{
		by: () => officer!,
		path: () => `/v1/allocations/${funded.allocation.id}/remittances`,
		body: () => ({document: 'STS-1', remittedOn: '2026-03-01', amount: '1', method: 'bank'}),
	},
	422,
	'fund/remits-more-than-collected',
	/0\.00/,
);

const application = (change: object): Request => ({
	by: () => officer!,
	path: () => '/v1/loans',
	body: () => ({
		member,
		allocation: funded.allocation.id,
		akad: 'qardh',
		purpose: 'Modal',
		principal: '1000000',
		instalments: 10,
		appliedOn: '2026-03-01',
		...change,
	}),
});

test.serial(
	'a qardh with a margin',
	refused,
	application({margin: '1'}),
	422,
	'lending/qardh-with-margin',
	/19\/2001/,
);
test.serial(
	'a murabahah without a margin',
	refused,
	application({akad: 'murabahah'}),
	422,
	'lending/murabahah-without-margin',
	/4\/2000/,
);
test.serial(
	'no instalments',
	refused,
	application({instalments: 0}),
	422,
	'count/out-of-range',
	/from 1 to 600/,
);
test.serial(
	'half an instalment',
	refused,
	application({instalments: 1.5}),
	422,
	'count/out-of-range',
	/whole/,
);
test.serial(
	'an unknown member',
	refused,
	application({member: '00000000-0000-4000-8000-000000000000'}),
	404,
	'member/unknown',
	/no member/,
);

test.serial('disbursing more than the fund has to lend', async (t) => {
	const {body: applied} = await officer!.post('/v1/loans', {
		...(application({}).body() as object),
		principal: '98800000.01',
	});
	const decision = {decidedOn: '2026-03-01', reason: 'Layak'};
	t.is((await supervisor!.post(`/v1/loans/${applied.id}/approve`, decision)).status, 200);
	const before = await countRows(world);
	// 100 juta was received, 1.2 juta is lent.
	const answer = await officer!.post(`/v1/loans/${applied.id}/disburse`, {
		disbursedOn: '2026-03-02',
		document: 'BA-9',
	});
	t.is(answer.status, 422);
	t.is(answer.body.code, 'lending/fund-cash-too-low');
	t.regex(answer.body.detail, /98800000\.00/);
	t.deepEqual(await countRows(world), before);
});

test.serial('a step out of order', async (t) => {
	const {body: applied} = await officer!.post('/v1/loans', application({}).body());
	const before = await countRows(world);
	const early = await officer!.post(`/v1/loans/${applied.id}/disburse`, {
		disbursedOn: '2026-03-02',
		document: 'BA-9',
	});
	t.is(early.body.code, 'lending/wrong-status');
	const again = await supervisor!.post(`/v1/loans/${loan}/approve`, {
		decidedOn: '2026-03-01',
		reason: 'Layak',
	});
	t.is(again.body.code, 'lending/wrong-status');
	t.deepEqual(await countRows(world), before);
});

test.serial('every fault of a body is told at once, each where it stands', async (t) => {
	const before = await countRows(world);
	const answer = await manager!.post('/v1/books/KOTA-BENGKULU/entries', {
		effectiveOn: '2026-13-01',
		reason: '',
		lines: [
			{account: '1.1.1', side: 'debet', amount: 5},
			{account: 'kas', side: 'credit', amount: '5.001', note: 'x'},
		],
	});
	t.is(answer.status, 422);
	t.is(answer.body.code, 'request/invalid');
	t.deepEqual(
		answer.body.findings.map(({path, code}: Record<string, string>) => [path, code]).sort(),
		[
			['body.document', 'field/missing'],
			['body.effectiveOn', 'date/not-a-day'],
			['body.lines[0].amount', 'amount/not-text'],
			['body.lines[0].side', 'field/not-one-of'],
			['body.lines[1].account', 'account/malformed'],
			['body.lines[1].amount', 'amount/too-many-decimals'],
			['body.lines[1].note', 'field/unknown'],
			['body.reason', 'text/too-short'],
		],
	);
	t.deepEqual(await countRows(world), before);
});

test.serial('an entry that breaks several laws is told all of them', async (t) => {
	const before = await countRows(world);
	const answer = await supervisor!.post(`/v1/books/${funded.book}/entries`, {
		effectiveOn: '2025-06-05',
		reason: 'x',
		document: 'y',
		lines: [
			{account: '9.9.9', side: 'debit', amount: '5'},
			{account: '2.2.02', side: 'credit', amount: '4', fund: funded.allocation.id},
		],
	});
	t.deepEqual(answer.body.findings.map(({code}: Record<string, string>) => code).sort(), [
		'ledger/account-controlled',
		'ledger/period-closed',
		'ledger/unbalanced',
		'ledger/unknown-account',
	]);
	t.deepEqual(await countRows(world), before);
});

test.serial('the operation of another room is not reversed behind its back', async (t) => {
	const before = await countRows(world);
	const answer = await supervisor!.post(`/v1/books/${funded.book}/entries/1/reverse`, {
		effectiveOn: '2026-03-01',
		reason: 'x',
		document: 'y',
	});
	t.is(answer.body.code, 'ledger/reversal-belongs-elsewhere');
	t.deepEqual(await countRows(world), before);
});

test.serial('whoever applied does not approve', async (t) => {
	const both = await server.signUp('officer', funded.book, 'rangkap');
	const {body: applied} = await both.post('/v1/loans', application({}).body());
	const operator = {userId: '00000000-0000-0000-0000-000000000000', name: 'rangkap'};
	const error = await t.throwsAsync(
		world.as(operator, async (work) => {
			const {approveLoan} = await import('../../src/lending/index.ts');
			return approveLoan(work, {loan: applied.id, decidedOn: day('2026-03-01'), reason: 'x'});
		}),
	);
	t.is((error as Error & {code: string}).code, 'lending/same-person');
});
