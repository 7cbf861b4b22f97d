import test from 'ava';
import fc from 'fast-check';
import type {DomainError} from '../../../src/kernel/errors.ts';
import type {LoanId} from '../../../src/kernel/ids.ts';
import {addDays} from '../../../src/kernel/local-date.ts';
import {add, rupiah, toText, zero} from '../../../src/kernel/money.ts';
import {assertBalance, confirmClose, requestClose} from '../../../src/ledger/index.ts';
import {
	type CollectedRow,
	type CollectionSheet,
	type SheetRow,
	collectSheet,
	dueOn,
	payLoans,
	recordRepayment,
} from '../../../src/lending/index.ts';
import {
	type Funded,
	type World,
	balances,
	code,
	createWorld,
	day,
	fundManager,
	lend,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';
import {lendToGroup, openGroup, refusalOf} from '../collective.ts';

let world: World;
const unknown = '00000000-0000-4000-8000-000000000000' as LoanId;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
});
test.after.always(async () => {
	await world.close();
});

const collect = async (funded: Funded, sheet: Partial<CollectionSheet>) =>
	world.as(officer, async (work) =>
		collectSheet(work, {
			cooperative: funded.book,
			paidOn: day('2025-03-03'),
			method: 'cash',
			rows: [],
			...sheet,
		}),
	);

const told = (row: CollectedRow): string =>
	row.isPosted
		? `KW-${row.repayment.receiptNumber} ${toText(row.repayment.amount)}`
		: row.refusal.code;

const pay = (loan: LoanId, amount: string): SheetRow => ({loan, amount: rupiah(amount)});

// A loan of each kind: 12 instalments of 100,000, murabahah and ijarah with 20,000 more of each.
const lendEach = async (funded: Funded): Promise<LoanId[]> => [
	(await lend(world, funded)).id,
	(await lend(world, funded, {akad: 'murabahah', margin: '240000'})).id,
	(await lend(world, funded, {akad: 'ijarah', margin: '240000'})).id,
];

test.serial('a sheet is posted at once, each row for itself with its receipt', async (t) => {
	const funded = await openFunded(world, '17.71.01.1001');
	const [qardh, murabahah, ijarah] = (await lendEach(funded)) as [LoanId, LoanId, LoanId];
	const rows = await collect(funded, {
		rows: [
			pay(qardh, '100000'),
			pay(unknown, '1'),
			pay(qardh, '1'),
			{...pay(murabahah, '120000'), excess: 'deposit'},
			pay(ijarah, '9000000'),
			pay(ijarah, '120000'),
		],
	});
	t.deepEqual(rows.map(told), [
		'KW-1 100000.00',
		'lending/unknown-loan',
		'lending/collected-twice',
		'KW-2 120000.00',
		'lending/repays-more-than-owed',
		'lending/collected-twice',
	]);
	const [kept] = await world.as(officer, async (work) => {
		const book = (await work.ledger.findBook(funded.book))!;
		return work.lending.repayments(book, murabahah);
	});
	const {repayment} = rows[3] as CollectedRow & {isPosted: true};
	t.deepEqual(kept, repayment);
	t.is(toText(kept!.margin), '20000.00');
});

test.serial('a loan of another cooperative is not on the sheet', async (t) => {
	const funded = await openFunded(world, '17.71.01.1002');
	const elsewhere = await openFunded(world, '17.71.01.1003');
	const loan = await lend(world, elsewhere);
	const rows = await collect(funded, {rows: [pay(loan.id, '1')]});
	t.deepEqual(rows.map(told), ['lending/unknown-loan']);
});

test.serial('what the ledger refuses takes no receipt', async (t) => {
	const funded = await openFunded(world, '17.71.01.1004');
	const loans = await lendEach(funded);
	// Nobody has a deposit at the end of March: a payment that leaves one is refused.
	await world.as(supervisor, async (work) =>
		assertBalance(work, funded.book, {
			account: code('2.1.02'),
			assertedOn: day('2026-03-31'),
			amount: zero,
			source: 'bank-statement',
			document: 'RK-3',
			policy: 'refuse',
		}),
	);
	const [first, second, third] = loans as [LoanId, LoanId, LoanId];
	const sheet = {
		paidOn: day('2026-03-30'),
		rows: [
			pay(first, '100000'),
			{...pay(second, '1500000'), excess: 'deposit' as const},
			pay(third, '100000'),
		],
	};
	const rows = await collect(funded, sheet);
	t.deepEqual(rows.map(told), ['KW-1 100000.00', 'ledger/assertion-broken', 'KW-2 100000.00']);
	const single = world.as(officer, async (work) =>
		recordRepayment(work, {...sheet.rows[1]!, paidOn: sheet.paidOn, method: 'cash'}),
	);
	t.is(await refusalOf(single), 'ledger/assertion-broken');
	const [next] = await collect(funded, {paidOn: day('2026-03-31'), rows: [pay(first, '1')]});
	t.is(told(next!), 'KW-3 1.00');
});

test.serial('of a closed month every row is refused, and nothing is written', async (t) => {
	const funded = await openFunded(world, '17.71.01.1005');
	const loan = await lend(world, funded);
	for (const month of ['2025-01', '2025-02', '2025-03']) {
		const first = day(`${month}-01`);
		await world.as(supervisor, async (work) => requestClose(work, funded.book, first));
		await world.as(fundManager, async (work) => confirmClose(work, funded.book, first));
	}
	const before = await balances(world, funded.book);
	const rows = await collect(funded, {rows: [pay(loan.id, '100000')]});
	t.deepEqual(rows.map(told), ['ledger/period-closed']);
	t.deepEqual(await balances(world, funded.book), before);
});

test.serial('the last payment ends its loan, as a single one does', async (t) => {
	const funded = await openFunded(world, '17.71.01.1006');
	const loan = await lend(world, funded);
	const another = await lend(world, funded);
	await collect(funded, {
		paidOn: day('2026-02-03'),
		rows: [pay(loan.id, '1200000'), pay(another.id, '1100000')],
	});
	const [found, events, open] = await world.as(officer, async (work) => {
		const book = (await work.ledger.findBook(funded.book))!;
		return [
			await work.lending.findLoan(loan.id),
			await work.lending.listEvents(book, loan.id),
			await work.lending.findLoan(another.id),
		] as const;
	});
	t.is(found!.status, 'settled');
	t.like(events.at(-1), {kind: 'settled', occurredOn: day('2026-02-03'), document: 'KW-1'});
	t.is(open!.status, 'disbursed');
});

test.serial('a payment of an earlier day than the last is recorded on its own', async (t) => {
	const funded = await openFunded(world, '17.71.03.1001');
	const loan = await lend(world, funded);
	await collect(funded, {paidOn: day('2025-04-03'), rows: [pay(loan.id, '100000')]});
	const rows = await collect(funded, {paidOn: day('2025-04-02'), rows: [pay(loan.id, '1')]});
	t.deepEqual(rows.map(told), ['lending/collected-out-of-order']);
});

test.serial('law: a sheet is what its rows would be one by one', async (t) => {
	const [one, all] = [
		await openFunded(world, '17.71.02.1001'),
		await openFunded(world, '17.71.02.1002'),
	];
	const [singles, sheets] = [await lendEach(one), await lendEach(all)];
	const singly = async (row: SheetRow, paidOn: CollectionSheet['paidOn']): Promise<string> => {
		try {
			const repayment = await world.as(officer, async (work) =>
				recordRepayment(work, {...row, paidOn, method: 'cash'}),
			);
			return told({isPosted: true, repayment});
		} catch (error) {
			return told({isPosted: false, refusal: error as DomainError});
		}
	};
	const someRow = fc.record({
		which: fc.integer({min: 0, max: 3}),
		amount: fc.integer({min: 1, max: 700_000}),
		isKept: fc.boolean(),
	});
	let paidOn = day('2025-03-01');
	const someRows = fc.uniqueArray(someRow, {selector: ({which}) => which, maxLength: 4});
	await fc.assert(
		fc.asyncProperty(someRows, fc.integer({min: 0, max: 40}), async (some, days) => {
			paidOn = addDays(paidOn, days);
			const rowsOf = (loans: readonly LoanId[]): SheetRow[] =>
				some.map(({which, amount, isKept}) => ({
					...pay(loans[which] ?? unknown, String(amount)),
					excess: isKept ? 'deposit' : 'refuse',
				}));
			const outcomes: string[] = [];
			for (const row of rowsOf(singles)) outcomes.push(await singly(row, paidOn));
			const rows = await collect(all, {paidOn, rows: rowsOf(sheets)});
			t.deepEqual(rows.map(told), outcomes);
			t.deepEqual(await balances(world, all.book), await balances(world, one.book));
		}),
		{numRuns: 9, seed: 7},
	);
	const statuses = async (loans: readonly LoanId[]) =>
		world.as(officer, async (work) => {
			const found = [];
			for (const loan of loans) found.push((await work.lending.findLoan(loan))!.status);
			return found;
		});
	t.deepEqual(await statuses(sheets), await statuses(singles));
});

test.serial('one payment goes over several loans of a member under one receipt', async (t) => {
	const funded = await openFunded(world, '17.71.03.1002');
	const opened = await openGroup(world, funded);
	const [first] = await lendToGroup(world, funded, {...opened, members: [opened.members[0]!]});
	const [second] = await lendToGroup(world, funded, {...opened, members: [opened.members[0]!]});
	const member = opened.members[0]!;
	const give = async (change: Partial<Parameters<typeof payLoans>[1]>) =>
		world.as(officer, async (work) =>
			payLoans(work, {
				member,
				paidOn: day('2025-04-10'),
				method: 'cash',
				amount: rupiah('250000'),
				...change,
			}),
		);
	// March of both loans, then April of the first and a part of that of the second.
	const paid = await give({amount: rupiah('350000')});
	t.deepEqual(
		paid.map(({receiptNumber, loan, amount}) => [receiptNumber, loan, toText(amount)]),
		[
			[1, first!.id, '200000.00'],
			[1, second!.id, '150000.00'],
		],
	);
	t.is(new Set(paid.map(({entryNumber}) => entryNumber)).size, 2);
	const parts = [{loan: second!.id, amount: rupiah('250000')}];
	const named = await give({parts});
	t.deepEqual(
		named.map(({receiptNumber, loan}) => [receiptNumber, loan]),
		[[2, second!.id]],
	);
	t.is(await refusalOf(give({parts, amount: rupiah('1')})), 'lending/parts-not-amount');
	t.is(await refusalOf(give({amount: rupiah('1800001')})), 'lending/repays-more-than-owed');
	t.is(await refusalOf(give({paidOn: day('2025-04-09')})), 'lending/collected-out-of-order');
	const idle = opened.members[1]!;
	t.is(await refusalOf(give({member: idle})), 'lending/nothing-owed');
	const rest = await give({
		amount: rupiah('1800005'),
		paidOn: day('2026-02-03'),
		excess: 'deposit',
	});
	t.is(toText(rest.reduce((total, {amount}) => add(total, amount), zero)), '1800000.00');
	t.is((await balances(world, funded.book))['2.1.02'], '-5.00');
	t.is(await refusalOf(give({})), 'lending/nothing-owed');
});

test.serial('the sheet of a day has who owes what, as of that day', async (t) => {
	const funded = await openFunded(world, '17.71.03.1003');
	const opened = await openGroup(world, funded);
	const [loan] = await lendToGroup(world, funded, opened);
	await lend(world, funded);
	await collect(funded, {paidOn: day('2025-03-05'), rows: [pay(loan!.id, '150000')]});
	const sheet = async (on: string, isOfGroup: boolean) =>
		world.as(officer, async (work) => {
			const book = (await work.ledger.findBook(funded.book))!;
			const of = isOfGroup ? opened.group.id : undefined;
			const loans = await work.groups.collectable(book, day(on), of);
			return loans.map((facts) => {
				const {due, overdue, total} = dueOn(day(on), facts);
				return [due, overdue, total].map((one) => toText(one).replace('.00', '')).join(' ');
			});
		});
	t.deepEqual(await sheet('2025-03-04', true), [
		'0 100000 100000',
		'0 100000 100000',
		'0 100000 100000',
	]);
	t.deepEqual(await sheet('2025-04-03', true), [
		'50000 0 50000',
		'100000 100000 200000',
		'100000 100000 200000',
	]);
	t.is((await sheet('2025-04-03', false)).length, 4);
	t.deepEqual(await sheet('2025-02-02', false), []);
});
