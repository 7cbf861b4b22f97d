// Lateness, classes and provisions are stated twice: in pure code for one loan, and set-based in
// PostgreSQL for all. They agree on every loan, day and policy, over loans of every kind that are
// put into the tables past the ledger's door.
import test, {type ExecutionContext} from 'ava';
import {loanAccounts} from '../../../src/cooperatives/index.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {type LocalDate, addDays, addMonths, localDate} from '../../../src/kernel/local-date.ts';
import {
	type Rupiah,
	add,
	isZero,
	min,
	rupiah,
	subtract,
	sum,
	toText,
	zero,
} from '../../../src/kernel/money.ts';
import {rateText} from '../../../src/kernel/rate.ts';
import type {Instalment} from '../../../src/lending/index.ts';
import {classify} from '../../../src/provisioning/classify.ts';
import {latenessOn, monthsBegun} from '../../../src/provisioning/lateness.ts';
import {type Policy, policyFaults} from '../../../src/provisioning/policy.ts';
import {policiesOn} from '../../../src/provisioning/policy-in-force.ts';
import {provisionBase, requiredProvision} from '../../../src/provisioning/provision.ts';
import {createRandom} from '../../../seeds/demo/random.ts';
import {
	type Funded,
	type World,
	createWorld,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {allPolicies} from '../policies.ts';

let world: World;
let funded: Funded;
const loans: Synthetic[] = [];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	const random = createRandom(73);
	for (let index = 0; index < 250; index += 1) loans.push(makeLoan(random, index + 1));
	await insertLoans();
});
test.after.always(async () => {
	await world.close();
});

type Moved = {readonly on: LocalDate; readonly amount: Rupiah; readonly margin: Rupiah};
type Schedule = {readonly from: LocalDate; readonly instalments: readonly Instalment[]};
type Synthetic = {
	readonly id: string;
	readonly number: number;
	readonly isMurabahah: boolean;
	readonly unit: 'day' | 'week' | 'month' | 'season';
	readonly every: number;
	readonly disbursedOn: LocalDate;
	readonly price: Rupiah;
	readonly margin: Rupiah;
	readonly payments: readonly Moved[];
	readonly schedules: readonly Schedule[];
};

type Random = ReturnType<typeof createRandom>;

const shift = (from: LocalDate, unit: Synthetic['unit'], count: number): LocalDate =>
	unit === 'month' || unit === 'season'
		? addMonths(from, count)
		: addDays(from, unit === 'week' ? 7 * count : count);

/** Instalments of uneven size, some of them asking for nothing, that come to a sum. */
function makeSchedule(
	random: Random,
	{
		from,
		unit,
		every,
		total,
	}: {from: LocalDate; unit: Synthetic['unit']; every: number; total: Rupiah},
): Instalment[] {
	const count = random.chance(15) ? 1 : random.whole(2, 12);
	let left = total;
	return Array.from({length: count}, (_, index) => {
		const wish = random.chance(10) ? zero : rupiah(String(random.whole(1, 40) * 25_001));
		const principal = index === count - 1 ? left : min(wish, left);
		left = subtract(left, principal);
		return {
			number: index + 1,
			dueOn: shift(from, unit, every * (index + 1)),
			principal,
			margin: zero,
			owedAfter: left,
		};
	});
}

function makeLoan(random: Random, number: number): Synthetic {
	const isMurabahah = random.chance(40);
	const margin = isMurabahah ? rupiah(String(random.whole(1, 90) * 1001)) : zero;
	const price = add(rupiah(String(random.whole(4, 40) * 50_000)), margin);
	const [unit, every] = [
		['day', random.whole(1, 40)] as const,
		['week', random.whole(1, 6)] as const,
		['month', random.whole(1, 7)] as const,
		['season', random.whole(2, 6)] as const,
	][random.whole(0, 3)]!;
	const disbursedOn = addDays(localDate('2024-12-20'), random.whole(0, 300));
	const payments: Moved[] = [];
	let left = price;
	for (let index = 0; index < random.whole(0, 8); index += 1) {
		const amount = min(left, rupiah(String(random.whole(1, 30) * 20_003)));
		if (isZero(amount)) break;
		left = subtract(left, amount);
		const on = addDays(disbursedOn, random.whole(1, 400));
		const before = sum(payments.map((one) => one.margin));
		payments.push({on, amount, margin: min(subtract(margin, before), min(amount, rupiah('9009')))});
	}
	const first = {
		from: disbursedOn,
		instalments: makeSchedule(random, {from: disbursedOn, unit, every, total: price}),
	};
	const later = addDays(disbursedOn, random.whole(20, 200));
	const second = {
		from: later,
		instalments: makeSchedule(random, {from: later, unit, every, total: price}),
	};
	return {
		id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
		number,
		isMurabahah,
		unit,
		every,
		disbursedOn,
		price,
		margin,
		payments,
		schedules: random.chance(25) ? [first, second] : [first],
	};
}

async function insertLoans(): Promise<void> {
	const {owner} = world.database;
	const {id: book} = await owner('books').where({code: funded.book}).first('id');
	const fund = funded.allocation.id;
	await owner.transaction(async (trx) => {
		await trx.raw('set local session_replication_role = replica');
		let entry = 1_000_000;
		for (const loan of loans) {
			const common = {book_id: book, loan_id: loan.id, fund_id: fund};
			const receivable = loan.isMurabahah ? '1.2.01' : '1.2.03';
			await trx('loans').insert({
				book_id: book,
				id: loan.id,
				number: loan.number,
				member_id: loan.id,
				allocation_id: fund,
				akad: loan.isMurabahah ? 'murabahah' : 'qardh',
				purpose: 'Modal',
				principal: toText(subtract(loan.price, loan.margin)),
				margin: toText(loan.margin),
				instalments: loan.schedules[0]!.instalments.length,
				period_unit: loan.unit,
				period_every: loan.every,
				status: 'disbursed',
				applied_on: loan.disbursedOn,
				applied_by: 'a',
				decided_on: loan.disbursedOn,
				decided_by: 'b',
				disbursed_on: loan.disbursedOn,
				disbursed_by: 'a',
				disbursement_entry: 1,
			});
			for (const [index, {from, instalments}] of loan.schedules.entries()) {
				const version = index + 1;
				await trx('loan_schedules').insert({
					book_id: book,
					loan_id: loan.id,
					version,
					effective_on: from,
					rule: '-',
					reason: '-',
					recorded_at: `${from}T05:00:00Z`,
				});
				await trx('instalments').insert(
					instalments.map((row) => ({
						book_id: book,
						loan_id: loan.id,
						version,
						number: row.number,
						due_on: row.dueOn,
						principal: toText(row.principal),
						margin: toText(row.margin),
						owed_after: toText(row.owedAfter),
					})),
				);
			}
			const moves = [
				{
					on: loan.disbursedOn,
					kind: 'disbursement',
					sides: ['debit', 'credit'],
					...loan,
					amount: loan.price,
				},
				...loan.payments.map((one) => ({...one, kind: 'repayment', sides: ['credit', 'debit']})),
			];
			for (const {on, kind, sides, amount, margin} of moves) {
				entry += 1;
				const line = {...common, entry_number: entry, effective_on: on, kind};
				await trx('lines').insert([
					{
						...line,
						line_number: 1,
						account_code: receivable,
						side: sides[0],
						amount: toText(amount),
					},
					...(isZero(margin)
						? []
						: [
								{
									...line,
									line_number: 2,
									account_code: '1.2.02',
									side: sides[1],
									amount: toText(margin),
								},
							]),
				]);
			}
		}
		// What the ledger's door would have kept beside the lines: what each loan holds.
		await trx.raw(
			`insert into floor_balances (book_id, account_code, dimension, balance, granted)
			select line.book_id, line.account_code, line.loan_id,
				sum(case when line.side = account.normal_side then line.amount else -line.amount end),
				sum(case when line.side = account.normal_side then line.amount else -line.amount end)
					filter (where line.kind = 'disbursement')
			from lines line
			join accounts account on account.book_id = line.book_id and account.code = line.account_code
			where line.book_id = :book and line.loan_id is not null
			group by 1, 2, 3`,
			{book},
		);
	});
}

const days = ['2024-12-31', '2025-02-28', '2025-06-30', '2025-11-17', '2026-03-31'].map(localDate);

/** What is owed of a loan on a day, and the schedule in force, from what was made above. */
function expectedOf(loan: Synthetic, day: LocalDate) {
	const paid = loan.payments.filter(({on}) => on <= day);
	const owed = subtract(loan.price, sum(paid.map(({amount}) => amount)));
	const margin = subtract(loan.margin, sum(paid.map((one) => one.margin)));
	const schedule = loan.schedules.filter(({from}) => from <= day).at(-1)!;
	return {
		owed,
		principal: subtract(owed, margin),
		lateness: latenessOn(day, schedule.instalments, owed),
	};
}

const readAll = async (day: LocalDate) =>
	world.as(officer, async (work) => ({
		loans: await work.provisioning.classifiedLoans({asOf: day}, {limit: 1000}),
		policies: policiesOn(await work.provisioning.policyVersions(), day),
	}));

test('days, months and missed payments are those of each loan one by one', async (t) => {
	for (const day of days) {
		const {loans: found} = await readAll(day);
		const known = new Map(found.map((one) => [String(one.loan), one]));
		const running = loans
			.filter(({disbursedOn}) => disbursedOn <= day)
			.filter((loan) => {
				const {owed, principal} = expectedOf(loan, day);
				return !isZero(owed) || !isZero(principal);
			});
		t.is(found.length, running.length, day);
		for (const loan of running) {
			const {owed, principal, lateness} = expectedOf(loan, day);
			const one = known.get(loan.id)!;
			t.deepEqual(
				{
					owed: toText(one.owed),
					principal: toText(one.principal),
					days: one.daysPastDue,
					months: one.monthsPastDue,
					missed: one.missedPayments,
				},
				{
					owed: toText(owed),
					principal: toText(principal),
					days: lateness.daysPastDue,
					months: lateness.monthsPastDue,
					missed: lateness.missedPayments,
				},
				`${loan.number} on ${day}`,
			);
		}
	}
});

/** Every class and provision of PostgreSQL is what the pure code says. */
async function compareClasses(t: ExecutionContext, day: LocalDate) {
	const {loans: found, policies} = await readAll(day);
	const byCode = new Map<string, Policy>(policies.map((policy) => [policy.code, policy]));
	const seen = new Set<string>();
	for (const loan of found) {
		t.is(loan.classes.length, policies.length);
		for (const {policy: code, computed, manual, position, base, provision} of loan.classes) {
			const expected = classify(byCode.get(code)!, loan);
			seen.add(`${code} ${expected.code}`);
			t.is(computed, expected.position, `${loan.number} ${code} on ${day}`);
			t.is(manual, undefined);
			t.is(position, computed);
			t.is(toText(base), toText(provisionBase(expected, loan)));
			t.is(toText(provision), toText(requiredProvision(expected, loan)));
		}
	}
	return seen;
}

test.serial('classes and provisions are those of the pure code, for every policy', async (t) => {
	const seen = new Set<string>();
	for (const day of days) for (const one of await compareClasses(t, day)) seen.add(one);
	// The loans reach nearly all there is to reach in a year, with no collateral.
	t.true(seen.size >= 12, [...seen].join(', '));
});

test.serial('with collateral as well', async (t) => {
	const {owner} = world.database;
	const {rows} = await owner.raw<{rows: {definition: string}[]}>(
		`select pg_get_functiondef('provisioning_collateral(date, timestamptz)'::regprocedure) as definition`,
	);
	await owner.raw(`create or replace function provisioning_collateral(as_of date,
		known_at timestamptz)
		returns table (book_id integer, loan_id uuid, value numeric) language sql stable as $$
		select book_id, id, round(principal * (number % 13) / 10, 2) from loans
		where number % 2 = 0 and as_of is not null $$`);
	const seen = new Set<string>();
	for (const day of days) for (const one of await compareClasses(t, day)) seen.add(one);
	t.true(seen.has('koperasi diragukan'));
	await owner.raw(rows[0]!.definition);
});

test('months are counted alike', async (t) => {
	const random = createRandom(5);
	const pairs = Array.from({length: 400}, () => {
		const since = addDays(localDate('2024-01-29'), random.whole(0, 800));
		return [since, addDays(since, random.whole(-5, 900))] as const;
	});
	const {rows} = await world.database.owner.raw<{rows: {months: number}[]}>(
		`select provisioning_months(since, day) as months
		from unnest(?::date[], ?::date[]) with ordinality as pair (since, day, place) order by place`,
		[pairs.map(([since]) => since), pairs.map(([, day]) => day)],
	);
	t.deepEqual(
		rows.map(({months}) => months),
		pairs.map(([since, day]) => monthsBegun(since, day)),
	);
});

test('how often a loan is paid, in the words of the policies', async (t) => {
	const expected: readonly (readonly [string, number, number, string])[] = [
		['day', 1, 100, 'daily'],
		['day', 6, 100, 'daily'],
		['day', 7, 10, 'weekly'],
		['week', 1, 10, 'weekly'],
		['week', 3, 10, 'weekly'],
		['day', 27, 10, 'weekly'],
		['day', 28, 10, 'monthly'],
		['week', 4, 10, 'monthly'],
		['month', 1, 12, 'monthly'],
		// Selapanan: every 35 days.
		['day', 35, 10, 'monthly'],
		['week', 5, 10, 'monthly'],
		['day', 36, 10, 'quarterly'],
		['month', 2, 6, 'quarterly'],
		['month', 3, 4, 'quarterly'],
		['month', 5, 2, 'quarterly'],
		['day', 181, 2, 'quarterly'],
		['day', 182, 2, 'six-monthly'],
		['month', 6, 2, 'six-monthly'],
		['month', 12, 3, 'six-monthly'],
		['season', 4, 3, 'seasonal'],
		['season', 12, 2, 'seasonal'],
		['season', 6, 1, 'bullet'],
		['month', 1, 1, 'bullet'],
		['day', 200, 1, 'bullet'],
	];
	for (const [unit, every, instalments, wanted] of expected) {
		const {rows} = await world.database.owner.raw<{rows: {frequency: string}[]}>(
			'select provisioning_frequency(?, ?, ?) as frequency',
			[unit, every, instalments],
		);
		t.is(rows[0]!.frequency, wanted, `${instalments} times every ${every} ${unit}`);
	}
});

test('PostgreSQL counts the accounts that the chart names', async (t) => {
	const {rows} = await world.database.owner.raw<{rows: {owed: string[]; principal: string[]}[]}>(
		`select provisioning_owed_accounts() as owed, provisioning_principal_accounts() as principal`,
	);
	t.deepEqual(rows[0]!.owed, loanAccounts.owed.map(String));
	t.deepEqual(rows[0]!.principal, loanAccounts.principal.map(String));
});

test('the policies that come with the tables are those of the sources', async (t) => {
	const versions = await world.as(officer, async (work) => work.provisioning.policyVersions());
	const comparable = (policy: Policy) => ({
		code: policy.code,
		version: policy.version,
		effectiveFrom: policy.effectiveFrom,
		status: policy.status,
		classes: policy.classes.map((one) => [
			one.position,
			one.code,
			rateText(one.percentage),
			one.deductsCollateral,
			one.collateralMin === undefined ? '' : rateText(one.collateralMin),
		]),
		bands: policy.ladders
			.map(({frequency, measure, upTo}) => `${frequency} ${measure} ${upTo.join(' ')}`)
			.sort(),
	});
	t.deepEqual(versions.map(comparable), allPolicies.map(comparable));
	for (const policy of versions) {
		t.deepEqual(policyFaults(policy), [], policy.code);
		t.is(policy.status, 'provisional');
	}
	const pojk62 = versions.find(({code}) => code === 'pojk-62')!;
	const found = pojk62.ladders.filter((one) => !one.isProvisional).map(({frequency}) => frequency);
	t.deepEqual(found.sort(), ['daily', 'monthly', 'seasonal', 'weekly']);
	const pojk41 = versions.find(({code}) => code === 'pojk-41-2024')!;
	t.regex(pojk41.legalBasis, /tidak ditemukan/);
});

test('one loan, one book and pages are parts of the whole', async (t) => {
	const day = localDate('2026-03-31');
	const other = await openFunded(world, '17.71.02.1001');
	await world.as(officer, async (work) => {
		const book = (await work.ledger.findBook(funded.book))!;
		const empty = (await work.ledger.findBook(other.book))!;
		const whole = await work.provisioning.classifiedLoans({asOf: day}, {limit: 1000});
		t.deepEqual(
			await work.provisioning.classifiedLoans({asOf: day, books: [book]}, {limit: 1000}),
			whole,
		);
		t.deepEqual(
			await work.provisioning.classifiedLoans({asOf: day, books: [empty]}, {limit: 1000}),
			[],
		);
		const [first] = await work.provisioning.classifiedLoans({asOf: day}, {limit: 1});
		const facts = await work.provisioning.loanFacts(book, first!.loan, day);
		t.is(facts!.daysPastDue, first!.daysPastDue);
		t.is(toText(facts!.principal), toText(first!.principal));
		t.is(await work.provisioning.loanFacts(empty, first!.loan, day), undefined);
		const after = {book: first!.book, number: first!.number};
		t.deepEqual(
			await work.provisioning.classifiedLoans({asOf: day}, {after, limit: 1000}),
			whole.slice(1),
		);
		const sums = await work.provisioning.classSums({asOf: day, policy: 'pojk-62'});
		t.deepEqual([...new Set(sums.map(({policy}) => policy))], ['pojk-62']);
		t.is(
			sums.reduce((before, one) => before + one.loans, 0),
			whole.length,
		);
	});
});

test('who may see another book only is told of no loan of this one', async (t) => {
	const scope = {all: false as const, regions: [], cooperatives: ['KOP-1771021009' as BookCode]};
	const found = await world.as(
		officer,
		async (work) => work.provisioning.classifiedLoans({asOf: localDate('2026-03-31')}, {limit: 10}),
		scope,
	);
	t.deepEqual(found, []);
});
