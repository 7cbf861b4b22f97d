// As-of balances on two axes, read from totals and sealed months, against a plain sum over lines.
import test from 'ava';
import fc from 'fast-check';
import type {BookCode} from '../../src/kernel/ids.ts';
import {addDays} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	credit,
	debit,
	getBook,
	postEntry,
	rebuildTotals,
	reverseEntries,
	sealMonths,
} from '../../src/ledger/index.ts';
import {
	type World,
	code,
	createWorld,
	day,
	officer,
	openCity,
	openCooperative,
} from '../helpers/world.ts';

let world: World;
const kelurahan = [
	'17.71.01.1001',
	'17.71.01.1002',
	'17.71.01.1003',
	'17.71.01.1004',
	'17.71.01.1005',
	'17.71.01.1006',
	'17.71.02.1001',
	'17.71.02.1002',
	'17.71.02.1021',
	'17.71.02.1024',
	'17.71.02.1027',
	'17.71.03.1001',
];
let next = 0;

test.before(async () => {
	world = await createWorld('2025-06-01');
	await openCity(world);
});
test.after.always(async () => {
	await world.close();
});

const accounts = ['1.1.02', '3.1.01', '5.2.01'] as const;
const funds = [undefined, '0190b1c0-0000-7000-8000-000000000001'] as const;

const step = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			kind: fc.constant('post' as const),
			daysLater: fc.integer({min: 0, max: 12}),
			daysBack: fc.oneof(fc.integer({min: 0, max: 3}), fc.integer({min: 4, max: 100})),
			amount: fc.integer({min: 1, max: 9}),
			other: fc.integer({min: 1, max: 2}),
			fund: fc.integer({min: 0, max: 1}),
		}),
	},
	{weight: 2, arbitrary: fc.record({kind: fc.constant('seal' as const)})},
	{weight: 1, arbitrary: fc.record({kind: fc.constant('rebuild' as const)})},
	{weight: 1, arbitrary: fc.record({kind: fc.constant('reverse' as const)})},
);

type Asked = {
	readonly asOf: string;
	readonly knownAt: string | null;
	readonly account: string | null;
};

/** What the journal's own lines sum to, in SQL that knows nothing of totals. */
async function plainSums(
	book: BookCode,
	{asOf, knownAt, account: only}: Asked,
): Promise<Record<string, string>> {
	const {rows} = await world.database.owner.raw<{rows: {account: string; balance: string}[]}>(
		`select line.account_code || '/' || coalesce(line.fund_id::text, '-') || '/' || line.kind
				as account,
			sum(case side when 'debit' then amount else -amount end)::numeric(20, 2)::text as balance
		from lines line
		join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
		join books on books.id = line.book_id
		where books.code = ? and line.effective_on <= ?
			and entry.recorded_at <= coalesce(cast(? as timestamptz), 'infinity')
			and line.account_code = coalesce(?, line.account_code)
		group by 1 order by 1`,
		[book, asOf, knownAt, only],
	);
	return Object.fromEntries(rows.map(({account, balance}) => [account, balance]));
}

async function read(
	book: BookCode,
	{asOf, knownAt, account: only}: Asked,
): Promise<Record<string, string>> {
	const turnovers = await world.as(officer, async (work) =>
		work.ledger.turnovers(await getBook(work, book), {
			asOf: day(asOf),
			...(knownAt === null ? {} : {knownAt: new Date(knownAt)}),
			...(only === null ? {} : {account: code(only)}),
		}),
	);
	const sums = turnovers
		.map(({account, fund, kind, debits, credits}) => [
			`${account}/${fund ?? '-'}/${kind}`,
			toText(debits.minus(credits) as typeof debits),
		])
		.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
	return Object.fromEntries(sums);
}

/** What changes every balance since, and none as known before: late postings, a reversal, seals. */
async function goOn(book: BookCode, on: ReturnType<typeof addDays>): Promise<void> {
	world.setDay(on);
	await world.as(officer, async (work) => {
		for (const daysBack of [200, 100, 40, 0]) {
			const amount = rupiah('7');
			const {number} = await postEntry(work, {
				book,
				effectiveOn: addDays(on, -daysBack),
				kind: 'manual',
				reason: 'Terlambat',
				document: `T-${daysBack}`,
				lines: [debit(code(accounts[0]), amount), credit(code(accounts[1]), amount)],
			});
			if (daysBack !== 100) continue;
			const request = {effectiveOn: on, reason: 'salah', document: 'K'};
			await reverseEntries(work, [{book, number}], request);
		}
		await sealMonths(work, book);
	});
}

test.serial(
	'turnovers of any day, as known at any moment, are the sums of the lines',
	async (t) => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(step, {minLength: 8, maxLength: 30}),
				fc.array(fc.tuple(fc.nat(200), fc.nat(30), fc.constantFrom(null, ...accounts)), {
					minLength: 4,
					maxLength: 8,
				}),
				async (steps, questions) => {
					const book = await openCooperative(world, kelurahan[(next += 1) - 1]);
					let today = day('2025-07-01');
					const moments: string[] = [];
					const reversed = new Set<number>();
					let number = 0;
					for (const [at, one] of steps.entries()) {
						if (one.kind === 'post') {
							today = addDays(today, one.daysLater);
							world.setDay(today);
							const about = funds[one.fund] === undefined ? {} : {fund: funds[one.fund]!};
							const amount = rupiah(String(one.amount));
							const sealed = await world.as(officer, async (work) =>
								postEntry(work, {
									book,
									effectiveOn: addDays(today, -one.daysBack),
									kind: at % 4 === 0 ? 'tranche' : 'manual',
									reason: 'Uji',
									document: `U-${at}`,
									lines: [
										debit(code(accounts[0]), amount, about),
										credit(code(accounts[one.other]!), amount, about),
									],
								}),
							);
							number = sealed.number;
							moments.push(sealed.recordedAt.toISOString());
						} else if (one.kind === 'seal') {
							await world.as(officer, async (work) => sealMonths(work, book));
						} else if (one.kind === 'rebuild') {
							await world.as(officer, async (work) => rebuildTotals(work, book));
						} else if (number > 0 && !reversed.has(number)) {
							const last = number;
							reversed.add(last);
							await world.as(officer, async (work) =>
								reverseEntries(work, [{book, number: last}], {
									effectiveOn: today,
									reason: 'salah',
									document: 'K',
								}),
							);
							number = 0;
						}
					}
					const asked = questions.map(([daysBack, moment, account]): Asked => ({
						asOf: addDays(today, -daysBack),
						knownAt: moments[moment] ?? null,
						account,
					}));
					const said: Record<string, string>[] = [];
					for (const question of asked) {
						said.push(await read(book, question));
						t.deepEqual(said.at(-1), await plainSums(book, question));
					}
					await goOn(book, addDays(today, 40));
					for (const [at, question] of asked.entries()) {
						const now = await read(book, question);
						t.deepEqual(now, await plainSums(book, question));
						if (question.knownAt !== null) t.deepEqual(now, said[at], 'what was known then');
					}
				},
			),
			{
				numRuns: kelurahan.length,
				endOnFailure: true,
			},
		);
	},
);
