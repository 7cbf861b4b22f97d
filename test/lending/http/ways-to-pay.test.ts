// A loan paid by payroll and from the member's deposit, over HTTP: every account by hand, what each
// law refuses, and all of it back again.
import test from 'ava';
import {rupiah} from '../../../src/kernel/money.ts';
import {credit, debit, postEntry, verifyBook} from '../../../src/ledger/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	asServiceOf,
	balances,
	code,
	createWorld,
	day,
	lend,
	officer as petugas,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
const places = ['01.1001', '01.1002', '01.1003', '01.1004', '01.1005', '01.1006'];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	server = await startServer(world);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

type Town = {
	readonly funded: Funded;
	readonly officer: Client;
	readonly supervisor: Client;
	readonly fund: Client;
};

async function openTown(): Promise<Town> {
	const funded = await openFunded(world, `17.71.${places.shift()}`);
	return {
		funded,
		officer: await server.signUp('officer', funded.book),
		supervisor: await server.signUp('supervisor', funded.book),
		fund: await server.signUp('fund-manager'),
	};
}

const price = {akad: 'murabahah', principal: '1200000', margin: '240000'} as const;
const payroll = {method: 'payroll', employer: 'PT Maju'};
const back = {effectiveOn: '2025-06-01', reason: 'Salah catat', document: 'BA-R'};

const isSound = async (book: Funded['book']) =>
	world.as(petugas, async (work) => (await verifyBook(work, book)).breaches);

// An instalment of 100,000 + 20,000: the member is done with it, the fund has nothing of it yet.
test.serial('payroll: owed by the employer until its transfer, and then collected', async (t) => {
	const {funded, officer, supervisor, fund} = await openTown();
	const {id} = await lend(world, funded, price);
	const pay = {paidOn: '2025-03-25', amount: '120000', ...payroll};
	const paid = await officer.post(`/v1/loans/${id}/repayments`, pay);
	t.is(paid.status, 201, JSON.stringify(paid.body));
	t.like(paid.body, {receiptNumber: 1, method: 'payroll', employer: 'PT Maju'});
	t.deepEqual(await balances(world, funded.book), {
		'1.1.11': '98800000.00',
		'1.2.01': '1320000.00',
		'1.2.02': '-220000.00',
		'1.2.21': '120000.00',
		'1.3.01': '0.00',
		'2.2.01': '-100000000.00',
		'4.1.01': '-20000.00',
	});
	// What has not come in cannot be remitted.
	const remittance = {remittedOn: '2025-04-03', amount: '100000', method: 'bank', document: 'S-1'};
	const remit = async () =>
		fund.post(`/v1/allocations/${funded.allocation.id}/remittances`, remittance);
	t.is((await remit()).body.code, 'fund/remits-more-than-collected');

	const list = `/v1/payroll-deductions?cooperative=${funded.book}`;
	const {body: owed} = await officer.get(list);
	t.like(owed.items[0], {employer: 'PT Maju', ageDays: 371, amount: '120000.00'});
	t.is((await officer.get(`${list}&employer=PT%20Lain`)).body.items.length, 0);

	const transfer = {
		cooperative: funded.book,
		employer: 'PT Maju',
		receivedOn: '2025-04-02',
		method: 'bank',
		amount: '120000',
		document: 'TRF-1',
		repayments: [paid.body.id],
	};
	const wrong = await officer.post('/v1/payroll-clearings', {...transfer, amount: '119999'});
	t.is(wrong.body.code, 'lending/clearing-not-sum');
	const cleared = await officer.post('/v1/payroll-clearings', transfer);
	t.is(cleared.status, 201, JSON.stringify(cleared.body));
	const after = {
		'1.1.11': '98920000.00',
		'1.2.01': '1320000.00',
		'1.2.02': '-220000.00',
		'1.2.21': '0.00',
		'1.3.01': '0.00',
		'2.2.01': '-99900000.00',
		'2.2.02': '-100000.00',
		'4.1.01': '-20000.00',
	};
	t.deepEqual(await balances(world, funded.book), after);
	t.is((await officer.get(list)).body.items.length, 0);
	t.is(
		(await officer.post('/v1/payroll-clearings', transfer)).body.code,
		'lending/deduction-cleared',
	);

	// The deduction is taken back only after the transfer, and that only while it is held.
	const reversal = {repayment: paid.body.id, ...back};
	const tooSoon = await supervisor.post(`/v1/loans/${id}/reverse`, reversal);
	t.is(tooSoon.body.code, 'lending/payroll-cleared');
	const remitted = await remit();
	t.is(remitted.status, 201);
	const address = `/v1/payroll-clearings/${cleared.body.id}`;
	const gone = await supervisor.post(`${address}/reverse`, back);
	t.is(gone.body.code, 'lending/already-remitted');
	const undone = await fund.post(`/v1/allocations/${funded.allocation.id}/reverse`, {
		operation: remitted.body.id,
		...back,
	});
	t.is(undone.status, 204, JSON.stringify(undone.body));
	t.is((await supervisor.post(`${address}/reverse`, back)).status, 204);
	t.true((await officer.get(address)).body.isReversed);
	t.is((await supervisor.post(`${address}/reverse`, back)).body.code, 'lending/clearing-reversed');
	t.is((await officer.get(list)).body.items.length, 1);
	t.is((await supervisor.post(`/v1/loans/${id}/reverse`, reversal)).status, 204);
	t.like(await balances(world, funded.book), {
		'1.2.01': '1440000.00',
		'1.2.21': '0.00',
		'2.2.01': '-100000000.00',
		'2.2.02': '0.00',
	});
	t.is((await officer.get(list)).body.items.length, 0);
	t.deepEqual(await isSound(funded.book), []);
});

// 50,000 beyond a qardh of 1,200,000 is kept; of it 30,000 pays another loan and 20,000 is taken.
test.serial('deposit: pays without new money, and the fund can remit it', async (t) => {
	const {funded, officer, supervisor, fund} = await openTown();
	const first = await lend(world, funded);
	const paid = await officer.post(`/v1/loans/${first.id}/repayments`, {
		paidOn: '2026-02-03',
		amount: '1250000',
		method: 'bank',
		excess: 'deposit',
	});
	t.is(paid.status, 201, JSON.stringify(paid.body));
	const borrow = async (principal: string) => {
		const {body} = await officer.post('/v1/loans', {
			member: first.member,
			allocation: funded.allocation.id,
			akad: 'qardh',
			purpose: 'Modal lagi',
			principal,
			instalments: 10,
			appliedOn: '2026-02-03',
		});
		const decided = {decidedOn: '2026-02-03', reason: 'Layak'};
		await supervisor.post(`/v1/loans/${body.id}/approve`, decided);
		const out = {disbursedOn: '2026-02-03', document: 'BA-9'};
		return (await officer.post(`/v1/loans/${body.id}/disburse`, out)).body;
	};
	// 100,050,000 is in the bank: 1,200,000 is the city's and 50,000 the member's.
	t.is((await borrow('98800001')).code, 'lending/fund-cash-too-low');
	const second = await borrow('98750001');
	const pay = {paidOn: '2026-03-03', amount: '30000', method: 'deposit'};
	const early = {...pay, paidOn: '2026-02-02'};
	t.is(
		(await officer.post(`/v1/loans/${second.id}/repayments`, early)).body.code,
		'lending/paid-before-disbursement',
	);
	const over = {...pay, amount: '50001'};
	const refused = await officer.post(`/v1/loans/${second.id}/repayments`, over);
	t.is(refused.body.code, 'lending/member-deposit-too-low');
	const before = await balances(world, funded.book);
	const moved = await officer.post(`/v1/loans/${second.id}/repayments`, pay);
	t.is(moved.status, 201, JSON.stringify(moved.body));
	t.deepEqual(await balances(world, funded.book), {
		...before,
		'1.2.03': '98720001.00',
		'2.1.02': '-20000.00',
		'2.2.01': '-98770000.00',
		'2.2.02': '-1230000.00',
	});
	// The fund still has all that it holds for the city.
	const remitted = await fund.post(`/v1/allocations/${funded.allocation.id}/remittances`, {
		remittedOn: '2026-03-04',
		amount: '1230000',
		method: 'bank',
		document: 'S-1',
	});
	t.is(remitted.status, 201, JSON.stringify(remitted.body));

	const withdraw = async (change: object) =>
		officer.post(`/v1/members/${first.member}/deposit/withdraw`, {
			allocation: funded.allocation.id,
			withdrawnOn: '2026-03-05',
			method: 'bank',
			amount: '20000',
			document: 'BKK-1',
			...change,
		});
	t.is((await withdraw({amount: '20001'})).body.code, 'lending/deposit-withdrawal-too-high');
	t.is((await withdraw({allocation: undefined})).body.code, 'lending/deposit-withdrawal-too-high');
	const taken = await withdraw({});
	t.is(taken.status, 201, JSON.stringify(taken.body));
	const read = async () => (await officer.get(`/v1/members/${first.member}/deposit`)).body;
	t.like(await read(), {
		balance: '0.00',
		places: [{allocation: funded.allocation.id, balance: '0.00'}],
	});
	t.deepEqual(
		(await read()).movements.map(({kind, change}: {kind: string; change: string}) => [
			kind,
			change,
		]),
		[
			['repayment', '50000.00'],
			['repayment', '-30000.00'],
			['member-deposit-withdrawal', '-20000.00'],
		],
	);
	// The payment that left the deposit is not taken back while it is spent.
	const reversal = {...back, effectiveOn: '2026-03-06'};
	const spent = await supervisor.post(`/v1/loans/${first.id}/reverse`, {
		repayment: paid.body.id,
		...reversal,
	});
	t.true(['lending/already-remitted', 'ledger/floor-broken'].includes(spent.body.code));
	const undo = async (entry: number) =>
		supervisor.post(`/v1/members/${first.member}/deposit/reverse`, {entry, ...reversal});
	t.is((await undo(1)).body.code, 'lending/unknown-deposit-withdrawal');
	t.is((await undo(taken.body.entry)).status, 204);
	t.is((await undo(taken.body.entry)).body.code, 'ledger/already-reversed');
	t.is((await read()).balance, '20000.00');
	t.deepEqual(await isSound(funded.book), []);

	// Of the 69,999 in the bank all but what is the member's may go back to the city.
	const giveBack = async (amount: string) =>
		fund.post(`/v1/allocations/${funded.allocation.id}/returns`, {
			returnedOn: '2026-03-06',
			amount,
			document: 'BA-K',
		});
	t.is((await balances(world, funded.book))['1.1.11'], '69999.00');
	t.is((await giveBack('50000')).body.code, 'fund/returns-more-than-free');
	t.is((await giveBack('49999')).status, 201);
});

test.serial('both ways on a sheet, over several loans and at a settlement', async (t) => {
	const {funded, officer} = await openTown();
	const one = await lend(world, funded, price);
	const other = await lend(world, funded, {principal: '200000', instalments: 2});
	const sheet = await officer.post('/v1/collections', {
		cooperative: funded.book,
		paidOn: '2025-03-25',
		...payroll,
		rows: [
			{loan: one.id, amount: '120000'},
			{loan: other.id, amount: '100000', method: 'deposit'},
		],
	});
	t.deepEqual(
		sheet.body.results.map((row: {status: string; code?: string}) => row.code ?? row.status),
		['posted', 'lending/member-deposit-too-low'],
	);
	t.is(sheet.body.results[0].repayment.employer, 'PT Maju');
	// The rest of the second loan is paid with 300,000 too much.
	await officer.post(`/v1/loans/${other.id}/repayments`, {
		paidOn: '2025-04-03',
		amount: '500000',
		method: 'cash',
		excess: 'deposit',
	});
	const several = await officer.post(`/v1/members/${one.member}/payments`, {
		paidOn: '2025-04-25',
		amount: '120000',
		...payroll,
	});
	t.is(several.status, 201, JSON.stringify(several.body));
	// A deposit of another member, and none of this one.
	const fromNothing = await officer.post(`/v1/members/${one.member}/payments`, {
		paidOn: '2025-04-25',
		amount: '1',
		method: 'deposit',
	});
	t.is(fromNothing.body.code, 'lending/member-deposit-too-low');
	const quote = (await officer.get(`/v1/loans/${one.id}/quote?on=2025-04-30`)).body;
	t.is(quote.total, '1000000.00');
	const settle = async (way: object) =>
		officer.post(`/v1/loans/${one.id}/settle`, {paidOn: '2025-04-30', amount: quote.total, ...way});
	t.is((await settle({method: 'deposit'})).body.code, 'lending/member-deposit-too-low');
	t.is((await settle({method: 'payroll'})).body.code, 'lending/employer-missing');
	const settled = await settle(payroll);
	t.is(settled.status, 201, JSON.stringify(settled.body));
	t.like(await balances(world, funded.book), {
		'1.2.01': '0.00',
		'1.2.21': '1240000.00',
		'2.1.02': '-300000.00',
		'2.2.02': '-200000.00',
	});
	t.deepEqual(await isSound(funded.book), []);
});

test.serial('PostgreSQL itself keeps a deposit from being overdrawn, on every day', async (t) => {
	const {funded, officer} = await openTown();
	const {id, member} = await lend(world, funded, {principal: '200000', instalments: 2});
	await officer.post(`/v1/loans/${id}/repayments`, {
		paidOn: '2025-04-03',
		amount: '250000',
		method: 'bank',
		excess: 'deposit',
	});
	const fund = funded.allocation.id;
	const take = async (amount: string, on: string, about: object = {fund, member}) =>
		world.as(petugas, async (work) =>
			postEntry(work, {
				book: funded.book,
				effectiveOn: day(on),
				kind: 'manual',
				reason: 'Coba',
				document: 'X-1',
				lines: [
					debit(code('2.1.02'), rupiah(amount), about),
					credit(code('1.1.11'), rupiah(amount), {fund}),
				],
			}),
		);
	t.like(await t.throwsAsync(take('50001', '2025-04-04')), {code: 'ledger/floor-broken'});
	t.like(await t.throwsAsync(take('1', '2025-04-04', {fund})), {code: 'ledger/member-missing'});
	// Before the day on which it came in there was nothing to take, and elsewhere there is none.
	for (const [on, about] of [
		['2025-04-02', {fund, member}],
		['2025-04-04', {member}],
	] as const) {
		const error = await t.throwsAsync(take('1', on, about));
		t.regex(String(error), /deposit of the member would be -1\.00/);
	}
	await t.notThrowsAsync(take('50000', '2025-04-04'));
	const changing = asServiceOf(world, async (trx) =>
		trx.raw(`update repayments set employer = 'PT Lain' where loan_id = ?`, [id]),
	);
	t.regex(String(await t.throwsAsync(changing)), /permission denied/);
});

test.serial('PostgreSQL itself holds what employers owe and handed over', async (t) => {
	const {funded, officer} = await openTown();
	const {id} = await lend(world, funded);
	const pay = {paidOn: '2025-03-25', amount: '100000', ...payroll};
	const {body: paid} = await officer.post(`/v1/loans/${id}/repayments`, pay);
	const {body: cash} = await officer.post(`/v1/loans/${id}/repayments`, {
		paidOn: '2025-04-25',
		amount: '100000',
		method: 'cash',
	});
	const clearing = '00000000-0000-4000-8000-0000000000c1';
	const insert = async (change: {
		entry?: number;
		amount?: string;
		employer?: string;
		of?: string;
	}) =>
		asServiceOf(world, async (trx) => {
			const of = change.of ?? paid.id;
			await trx.raw(
				`insert into payroll_clearings (book_id, id, employer, received_on, method, amount,
					document, entry_number, recorded_by)
				select book_id, :clearing, :employer, '2025-04-02', 'bank', :amount, 'T', :entry, 'x'
				from repayments where id = :of`,
				{
					clearing,
					of,
					employer: change.employer ?? 'PT Maju',
					amount: change.amount ?? '100000',
					entry: change.entry ?? paid.entry,
				},
			);
			await trx.raw(
				`insert into payroll_clearing_rows (book_id, clearing_id, repayment_id)
				select book_id, :clearing, id from repayments where id = :of`,
				{clearing, of},
			);
		});
	const broken = async (change: Parameters<typeof insert>[0]) =>
		String(await t.throwsAsync(insert(change)));
	t.regex(await broken({}), /does not clear 100000\.00 of PT Maju/);
	t.regex(await broken({employer: 'PT Lain'}), /is not a deduction that PT Lain still owes/);
	t.regex(await broken({of: cash.id}), /is not a deduction that PT Maju still owes/);
	// A receipt that says payroll is of an entry that takes it from there.
	const lying = asServiceOf(world, async (trx) =>
		trx.raw(
			`insert into repayments (book_id, id, loan_id, receipt_number, replay, paid_on, method,
				employer, amount, principal, margin, entry_number, received_by)
			select book_id, :clearing, loan_id, 99, 0, paid_on, 'payroll', 'PT Maju', amount,
				principal, margin, entry_number, received_by
			from repayments where id = :id`,
			{clearing, id: cash.id},
		),
	);
	t.regex(String(await t.throwsAsync(lying)), /by payroll, not 100000\.00/);
});
