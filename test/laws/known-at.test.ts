// What a book said is said again for ever: as of any day, as known at any moment, whatever is
// posted, reversed, sealed or made anew afterwards. Held against sums over lines in plain numbers.
import test from 'ava';
import fc from 'fast-check';
import {createService} from '../../src/compose.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {addDays, localDateAt} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {regionCode} from '../../src/kernel/region-code.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {
	type EntryDraft,
	type LedgerWork,
	credit,
	debit,
	getBook,
	openBook,
	postEntries,
	rebuildTotals,
	reverseEntries,
	sealMonths,
	verifyBook,
} from '../../src/ledger/index.ts';
import {type World, code, createWorld, day, officer} from '../helpers/world.ts';

let world: World;
test.before(async () => {
	world = await createWorld();
});
test.after.always(async () => {
	await world.close();
});

const accounts = ['1', '2', '3', '4'];
const funds = ['0190b1c0-0000-7000-8000-00000000000a', '0190b1c0-0000-7000-8000-00000000000b'];
const kinds = ['manual', 'tranche', 'repayment'] as const;
// Midnight of the one is two hours before midnight of the other.
const zones = ['Asia/Jakarta', 'Asia/Jayapura'];
const start = Date.parse('2025-06-20T03:00:00Z');
const minute = 60_000;
const dayMs = 24 * 60 * minute;

const posting = fc.record({
	daysBack: fc.oneof({weight: 3, arbitrary: fc.nat(3)}, {weight: 2, arbitrary: fc.nat(100)}),
	from: fc.nat(3),
	to: fc.nat(2),
	sen: fc.integer({min: 1, max: 5000}),
	fund: fc.nat(2),
	kind: fc.nat(2),
});
const step = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.record({
			do: fc.constant('post' as const),
			entries: fc.array(posting, {minLength: 1, maxLength: 3}),
		}),
	},
	// Within a day, over midnight, into the next months.
	{
		weight: 6,
		arbitrary: fc.record({
			do: fc.constant('wait' as const),
			ms: fc.oneof(fc.nat(3), fc.nat(9 * 60 * minute), fc.nat(25 * dayMs)),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({do: fc.constant('wait' as const), ms: fc.constant(-5 * minute)}),
	},
	{weight: 2, arbitrary: fc.record({do: fc.constant('reverse' as const), which: fc.nat(20)})},
	{weight: 2, arbitrary: fc.record({do: fc.constant('seal' as const)})},
	{weight: 1, arbitrary: fc.record({do: fc.constant('rebuild' as const)})},
	{weight: 3, arbitrary: fc.record({do: fc.constant('ask' as const), daysBack: fc.nat(120)})},
);
const question = fc.record({
	daysBack: fc.oneof(fc.nat(5), fc.nat(150)),
	// As known now, or at the moment of an entry, or a little beside it.
	knownAt: fc.option(
		fc.record({entry: fc.nat(40), ms: fc.constantFrom(0, 0, -1, 1, -6 * 60 * minute)}),
	),
	account: fc.option(fc.nat(3)),
});

type Question = {
	readonly asOf: string;
	readonly knownAt: number | undefined;
	readonly account: string | undefined;
};
/** Debits and credits in sen, by account, fund and kind. */
type Sums = Readonly<Record<string, readonly [debits: number, credits: number]>>;
type Line = {
	readonly account: string;
	readonly side: string;
	readonly sen: number;
	readonly on: string;
	readonly recordedAt: number;
	readonly cell: string;
};

let books = 0;

/** A book of its own with a clock of its own, and what can be done to it. */
async function openHistory(timeZone: string) {
	const clock = settableClock(new Date(start).toISOString());
	const service = createService({knex: world.database.service, clock, timeZone});
	const as = async <T>(run: (work: LedgerWork) => Promise<T>): Promise<T> =>
		service.inTransaction({scope: everywhere, actor: officer}, run);
	const book = `UJI-${(books += 1)}` as BookCode;
	const {id} = await as(async (work) =>
		openBook(
			work,
			{
				code: book,
				kind: 'cooperative',
				name: book,
				regionCode: regionCode('17.71.01.1001'),
				openedOn: day('2025-01-01'),
				timeZone,
			},
			accounts.map((text) => ({
				code: code(text),
				nameId: text,
				nameEn: text,
				class: 'asset',
				normalSide: 'debit',
				floor: 'none',
				isControlled: false,
			})),
		),
	);
	return {id, book, as, clock, today: () => localDateAt(clock.now(), timeZone)};
}
type History = Awaited<ReturnType<typeof openHistory>>;

/** What the ledger says, all at once. */
const ask = async ({book, as}: History, questions: readonly Question[]): Promise<Sums[]> =>
	as(async (work) => {
		const of = await getBook(work, book);
		const said: Sums[] = [];
		for (const {asOf, knownAt, account} of questions) {
			const turnovers = await work.ledger.turnovers(of, {
				asOf: day(asOf),
				...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
				...(account === undefined ? {} : {account: code(account)}),
			});
			said.push(
				inOrder(
					turnovers.map(({account: moved, fund = noFund, kind, debits, credits}) => [
						`${moved}/${fund}/${kind}`,
						[senOf(toText(debits)), senOf(toText(credits))],
					]),
				),
			);
		}
		return said;
	});

const noFund = '00000000-0000-0000-0000-000000000000';
const inOrder = (cells: readonly (readonly [string, Sums[string]])[]): Sums =>
	Object.fromEntries([...cells].sort(([a], [b]) => (a < b ? -1 : 1)));
const senOf = (amount: string): number => Number.parseInt(amount.replace('.', ''), 10);

async function readLines({id}: History): Promise<Line[]> {
	const {rows} = await world.database.owner.raw<{
		rows: (Omit<Line, 'sen' | 'recordedAt'> & {amount: string; recorded: Date})[];
	}>(
		`select line.account_code as account, line.side, line.amount::text as amount,
			line.effective_on::text as on, entry.recorded_at as recorded,
			concat_ws('/', line.account_code,
				coalesce(line.fund_id, '00000000-0000-0000-0000-000000000000'), line.kind) as cell
		from lines line
		join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
		where line.book_id = ?`,
		[id],
	);
	return rows.map(({amount, recorded, ...line}) => ({
		...line,
		sen: senOf(amount),
		recordedAt: recorded.getTime(),
	}));
}

/** The answer by the definition of it: every line of then or before, known then or before. */
function sumsOf(lines: readonly Line[], {asOf, knownAt = Infinity, account}: Question): Sums {
	const sums = new Map<string, [number, number]>();
	for (const line of lines) {
		if (line.on > asOf || line.recordedAt > knownAt) continue;
		if (account !== undefined && line.account !== account) continue;
		const [debits, credits] = sums.get(line.cell) ?? [0, 0];
		const isDebit = line.side === 'debit';
		sums.set(line.cell, [debits + (isDebit ? line.sen : 0), credits + (isDebit ? 0 : line.sen)]);
	}
	return inOrder([...sums]);
}

/** Every row that is kept of a book, as it stands. */
async function totalsOf({id}: History): Promise<string[]> {
	const {rows} = await world.database.owner.raw<{rows: {row: string}[]}>(
		['day_totals', 'sealed_months', 'month_totals']
			.map(
				(table) =>
					`select '${table} ' || to_jsonb(${table})::text as row from ${table} where book_id = :id`,
			)
			.join(' union all '),
		{id},
	);
	return rows.map(({row}) => row).sort();
}

const draftOf = (
	{book, today}: History,
	{daysBack, from, to, sen, fund, kind}: typeof posting extends fc.Arbitrary<infer T> ? T : never,
	at: number,
): EntryDraft => {
	const [amount, about] = [rupiah((sen / 100).toFixed(2)), fund === 2 ? {} : {fund: funds[fund]!}];
	const others = accounts.filter((_, index) => index !== from);
	return {
		book,
		effectiveOn: addDays(today(), -daysBack),
		kind: kinds[kind]!,
		reason: 'Uji',
		document: `U-${at}`,
		lines: [debit(code(others[to]!), amount, about), credit(code(accounts[from]!), amount)],
	};
};

test('any day as known at any moment is what the lines say, and stays so', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...zones),
			fc.array(step, {minLength: 10, maxLength: 30}),
			fc.array(question, {minLength: 10, maxLength: 20}),
			async (zone, steps, wanted) => {
				const history = await openHistory(zone);
				const {book, as, clock, today} = history;
				const open: number[] = [];
				const moments: number[] = [start];
				let remembered: {knownAt: number; asked: Question; said: Sums}[] = [];
				for (const [at, one] of steps.entries()) {
					switch (one.do) {
						case 'wait':
							clock.set(new Date(clock.now().getTime() + one.ms).toISOString());
							// A moment that a clock takes back is one that has not come yet.
							remembered = remembered.filter(({knownAt}) => knownAt < clock.now().getTime());
							break;
						case 'post': {
							const drafts = one.entries.map((entry) => draftOf(history, entry, at));
							const posted = await as(async (work) => postEntries(work, drafts));
							open.push(...posted.map(({number}) => number));
							moments.push(posted.at(-1)!.recordedAt.getTime());
							break;
						}
						case 'reverse': {
							const [number] = open.splice(one.which % Math.max(open.length, 1), 1);
							if (number === undefined) break;
							const request = {effectiveOn: today(), reason: 'Balik', document: 'B'};
							const [entry] = await as(async (work) =>
								reverseEntries(work, [{book, number}], request),
							);
							moments.push(entry!.recordedAt.getTime());
							break;
						}
						case 'seal':
							await as(async (work) => sealMonths(work, book));
							break;
						case 'rebuild':
							await as(async (work) => rebuildTotals(work, book));
							break;
						case 'ask': {
							// Whoever asks now and notes the moment is told the same when they ask again.
							const asOf = addDays(today(), -one.daysBack);
							const [said] = await ask(history, [{asOf, knownAt: undefined, account: undefined}]);
							const knownAt = clock.now().getTime();
							if (knownAt < Math.max(...moments)) break;
							remembered.push({
								knownAt,
								asked: {asOf, knownAt, account: undefined},
								said: said!,
							});
							clock.set(new Date(clock.now().getTime() + 1).toISOString());
						}
					}
				}
				const questions = wanted.map(({daysBack, knownAt, account}): Question => ({
					asOf: addDays(today(), -daysBack),
					knownAt:
						knownAt === null ? undefined : moments[knownAt.entry % moments.length]! + knownAt.ms,
					account: account === null ? undefined : accounts[account],
				}));
				const lines = await readLines(history);
				const expected = questions.map((asked) => sumsOf(lines, asked));
				t.deepEqual(await ask(history, questions), expected);
				t.deepEqual(
					await ask(
						history,
						remembered.map(({asked}) => asked),
					),
					remembered.map(({said}) => said),
					'what was said is said again',
				);
				clock.set(new Date(clock.now().getTime() + 40 * dayMs).toISOString());
				await as(async (work) => sealMonths(work, book));
				t.deepEqual(await ask(history, questions), expected, 'sealing changes no answer');
				const kept = await totalsOf(history);
				await as(async (work) => rebuildTotals(work, book));
				t.deepEqual(await totalsOf(history), kept, 'the same rows once more');
				t.deepEqual((await as(async (work) => verifyBook(work, book))).breaches, []);
			},
		),
		{numRuns: 25, endOnFailure: true},
	);
});
