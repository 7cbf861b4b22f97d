// What a year's end does to balances, over random years, on a real database.
import test from 'ava';
import fc from 'fast-check';
import {addDays} from '../../src/kernel/local-date.ts';
import {type Rupiah, negate, rupiah, sum} from '../../src/kernel/money.ts';
import {
	closeYear,
	credit,
	debit,
	postEntries,
	reverseManualEntry,
	verifyBook,
} from '../../src/ledger/index.ts';
import {
	type World,
	balances,
	city,
	code,
	createWorld,
	day,
	fundManager,
	openCity,
} from '../helpers/world.ts';

let world: World;
test.before(async () => {
	world = await createWorld();
	await openCity(world);
});
test.after.always(async () => {
	await world.close();
});

const results = ['4.1.1', '5.1.1'] as const;
const posting = fc.record({
	account: fc.constantFrom(...results),
	isDebit: fc.boolean(),
	sen: fc.integer({min: 1, max: 1_000_000_000}),
	offset: fc.integer({min: 0, max: 363}),
});
const toRupiah = (sen: number) =>
	rupiah(`${Math.floor(sen / 100)}.${String(sen % 100).padStart(2, '0')}`);

test.serial(
	'a closed year leaves no income or expense, equity moves by the surplus, and its reversal restores all',
	async (t) => {
		await fc.assert(
			fc.asyncProperty(fc.array(posting, {minLength: 1, maxLength: 5}), async (postings) => {
				await world.as(fundManager, async (work) =>
					postEntries(
						work,
						postings.map(({account, isDebit, sen, offset}) => {
							const amount = toRupiah(sen);
							const lines = isDebit
								? [debit(code(account), amount), credit(code('1.1.1'), amount)]
								: [debit(code('1.1.1'), amount), credit(code(account), amount)];
							const effectiveOn = addDays(day('2025-01-02'), offset);
							return {book: city, effectiveOn, kind: 'manual', reason: 'U', document: 'U', lines};
						}),
					),
				);
				const before = await balances(world, city);
				const entry = await world.as(fundManager, async (work) =>
					closeYear(work, city, {
						year: 2025,
						equityAccount: code('3.1.1'),
						reason: 'Tutup buku',
						document: 'LK-2025',
					}),
				);
				const closed = await balances(world, city);
				for (const account of results) t.is(closed[account] ?? '0.00', '0.00');
				const net: Rupiah = sum(results.map((account) => rupiah(before[account] ?? '0')));
				const moved = sum([rupiah(closed['3.1.1']!), negate(rupiah(before['3.1.1']!))]);
				t.is(moved.toFixed(2), net.toFixed(2));
				t.is(closed['1.1.1'], before['1.1.1']);

				await world.as(fundManager, async (work) =>
					reverseManualEntry(
						work,
						{book: city, number: entry.number},
						{effectiveOn: day('2025-12-31'), reason: 'Nota tertinggal', document: 'K-1'},
					),
				);
				t.deepEqual(await balances(world, city), before);
			}),
			{numRuns: 12},
		);
		const {breaches} = await world.as(fundManager, async (work) => verifyBook(work, city));
		t.deepEqual(breaches, []);
	},
);
