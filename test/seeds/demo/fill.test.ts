import test from 'ava';
import {fillDemo} from '../../../seeds/demo/fill.ts';
import {verify} from '../../../src/cli/verify.ts';
import {localDate} from '../../../src/kernel/local-date.ts';
import {isZero} from '../../../src/kernel/money.ts';
import {mirrorDifference, readFundHealth} from '../../../src/reporting/index.ts';
import {type World, createWorld, officer} from '../../helpers/world.ts';

let [first, second]: World[] = [];
const until = localDate('2026-03-30');
const scale = {cooperatives: 6, months: 14, members: 6, seed: 7, until, timeZone: 'Asia/Jakarta'};

test.before(async () => {
	first = await createWorld('2026-03-31');
	second = await createWorld('2026-03-31');
	await fillDemo({...scale, serviceUrl: first.database.serviceUrl});
	await fillDemo({...scale, serviceUrl: second.database.serviceUrl});
});
test.after.always(async () => {
	await first?.close();
	await second?.close();
});

const heads = async (world: World): Promise<unknown> => {
	const {rows} = await world.database.owner.raw<{rows: unknown[]}>(
		`select books.code, tip.number, encode(tip.hash, 'hex') as hash
		from book_tips tip join books on books.id = tip.book_id order by books.code`,
	);
	return rows;
};

const count = async (world: World, sql: string): Promise<number> => {
	const {rows} = await world.database.owner.raw<{rows: {count: number}[]}>(sql);
	return rows[0]!.count;
};

test.serial('the same seed and last day give the same journals to the byte', async (t) => {
	t.deepEqual(await heads(second!), await heads(first!));
});

test.serial('no law is broken in it', async (t) => {
	const {lines, entries, books} = await verify(first!);
	t.deepEqual(lines, []);
	t.is(books, 7);
	t.true(entries > 300);
});

test.serial('it holds every case that the reports have to tell apart', async (t) => {
	const health = await first!.as(officer, async (work) => readFundHealth(work, {}, {asOf: until}));
	const shown = health.rows.filter(({sums}) => !isZero(sums.tranchesReceived));
	t.is(shown.length, 6);
	const some = (name: string, is: (row: (typeof shown)[number]) => boolean): void => {
		t.true(shown.some(is), name);
	};
	some(
		'a kelurahan in good order',
		({ratios}) => ratios.par30 === '0.0000' && ratios.turnover! > '0.5',
	);
	some('macet: more than 90 days late', ({sums}) => !isZero(sums.atRisk90));
	some('late, and not macet', ({sums}) => !isZero(sums.atRisk1) && isZero(sums.atRisk90));
	some('collected and not remitted for half a year', ({notRemittedDays}) => notRemittedDays > 180);
	some('overdue to the city', ({sums}) => !isZero(sums.overdueToCity));
	some('idle money', ({ratios}) => ratios.idleShare! > '0.6');
	const one = first!;
	const paidOff = `select count(*) from loans where status = 'settled'`;
	t.true((await count(one, paidOff)) > 0, 'paid off');
	for (const kind of ['repayment', 'remittance', 'disbursement']) {
		const reversed = `select count(*) from entries where reverses is not null and kind = '${kind}'`;
		t.true((await count(one, reversed)) > 0, `a reversed ${kind}`);
	}
	t.true(
		(await count(one, `select count(*) from loans where status = 'rejected'`)) > 0,
		'rejected',
	);
});

test.serial(
	'kelurahan add up to kecamatan, city and ledger, on every day of its life',
	async (t) => {
		for (const asOf of ['2025-02-15', '2025-06-30', '2025-12-31', '2026-03-30'].map(localDate)) {
			const {
				rows: kelurahan,
				kecamatan,
				cities,
				total,
			} = await first!.as(officer, async (work) => readFundHealth(work, {}, {asOf}));
			for (const name of Object.keys(total.sums) as (keyof typeof total.sums)[]) {
				const summed = (rows: typeof kelurahan): string =>
					rows
						.reduce(
							(sum, row) => sum.plus(row.sums[name]),
							total.sums[name].minus(total.sums[name]),
						)
						.toFixed(2);
				const whole = total.sums[name].toFixed(2);
				t.deepEqual(
					[summed(kelurahan), summed(kecamatan), summed(cities)],
					[whole, whole, whole],
					name,
				);
			}
			t.true(isZero(mirrorDifference(total.sums)), asOf);
			const ledger = await ledgerTotals(asOf);
			t.deepEqual(
				{
					outstandingPrincipal: total.sums.outstandingPrincipal.toFixed(2),
					collectedNotRemitted: total.sums.collectedNotRemitted.toFixed(2),
					fundDebt: total.sums.fundDebt.toFixed(2),
					cashAndBank: total.sums.cashAndBank.toFixed(2),
					cityInvestment: total.sums.cityInvestment.toFixed(2),
				},
				ledger,
				asOf,
			);
		}
	},
);

/** The control accounts by plain sums over all lines, without funds, loans or kinds. */
async function ledgerTotals(asOf: string): Promise<Record<string, string>> {
	const of = async (kind: string, ...accounts: string[]): Promise<string> => {
		const {rows} = await first!.database.owner.raw<{rows: {total: string}[]}>(
			`select coalesce(sum(case side when 'debit' then amount else -amount end), 0)
				::numeric(20, 2) as total
			from lines join books on books.id = lines.book_id
			where books.kind = ? and account_code = any (?) and effective_on <= ?`,
			[kind, accounts, asOf],
		);
		return rows[0]!.total;
	};
	const positive = (text: string): string => text.replace(/^-/u, '');
	return {
		outstandingPrincipal: await of('cooperative', '1.2.01', '1.2.02', '1.2.03'),
		collectedNotRemitted: positive(await of('cooperative', '2.2.02')),
		fundDebt: positive(await of('cooperative', '2.2.01')),
		cashAndBank: await of('cooperative', '1.1.01', '1.1.11'),
		cityInvestment: await of('city', '1.2.1'),
	};
}

test.serial('members have a NIK that could exist, and none has another one', async (t) => {
	const one = first!;
	const all = await count(one, 'select count(*) from members');
	t.is(all, 36);
	t.is(await count(one, 'select count(distinct nik_hash) from members'), all);
});

test.serial('the sum of the loans is the control account, in every book', async (t) => {
	const books = await first!.as(officer, async ({ledger}) => ledger.listBooks());
	for (const {code} of books.filter(({kind}) => kind === 'cooperative')) {
		const {rows} = await first!.database.owner.raw<{rows: {control: string; loans: string}[]}>(
			`select (select coalesce(sum(case side when 'debit' then amount else -amount end), 0)
				from lines where book_id = books.id
					and account_code in ('1.2.01', '1.2.02', '1.2.03')) as control,
			(select coalesce(sum(case account_code when '1.2.02' then -balance else balance end), 0)
				from floor_balances where book_id = books.id
				and account_code in ('1.2.01', '1.2.02', '1.2.03')) as loans
			from books where code = ?`,
			[code],
		);
		t.is(rows[0]!.loans, rows[0]!.control, code);
	}
});
