// Laws of the ledger over random histories, on a real database.
import test from 'ava';
import fc from 'fast-check';
import type {AccountCode} from '../../src/kernel/ids.ts';
import {addDays} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {credit, debit, postEntry, reverseEntries, verifyBook} from '../../src/ledger/index.ts';
import {
	type World,
	balances,
	city,
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

// 1.2.1 is moved by operations alone; all others may be posted to by hand.
// What an entry by hand may move.
const accounts = ['1.1.1', '3.1.1', '4.1.1', '5.1.1'] as AccountCode[];
const posting = fc.record({
	from: fc.constantFrom(...accounts),
	to: fc.constantFrom(...accounts),
	sen: fc.integer({min: 1, max: 100_000_000}),
	offset: fc.integer({min: 0, max: 400}),
	isReversed: fc.boolean(),
});

const toRupiah = (sen: number) =>
	rupiah(`${Math.floor(sen / 100)}.${String(sen % 100).padStart(2, '0')}`);

test.serial('books always balance, and a reversal restores every balance', async (t) => {
	await fc.assert(
		fc.asyncProperty(fc.array(posting, {minLength: 1, maxLength: 6}), async (postings) => {
			const before = await balances(world, city);
			let kept = before;
			for (const {from, to, sen, offset} of postings) {
				const effectiveOn = addDays(day('2025-01-02'), offset);
				const amount = toRupiah(sen);
				const lines = [debit(to, amount), credit(from, amount)];
				const entry = await world.as(fundManager, async (work) =>
					postEntry(work, {
						book: city,
						effectiveOn,
						kind: 'manual',
						reason: 'Uji',
						document: 'U',
						lines,
					}),
				);
				kept = await balances(world, city);
				const sum = Object.values(kept).reduce(
					(total, balance) => total.plus(balance),
					rupiah('0').plus(0),
				);
				t.is(sum.toFixed(2), '0.00');
				await world.as(fundManager, async (work) =>
					reverseEntries(work, [{book: city, number: entry.number}], {
						effectiveOn: addDays(day('2025-01-02'), offset),
						reason: 'Balik',
						document: 'B',
					}),
				);
			}
			const zeros = Object.fromEntries(Object.keys(kept).map((code) => [code, '0.00']));
			t.deepEqual(await balances(world, city), {...zeros, ...before});
		}),
		{numRuns: 15},
	);
	const {breaches} = await world.as(fundManager, async (work) => verifyBook(work, city));
	t.deepEqual(breaches, []);
});

test.serial(
	'many writers at once: no number twice, none left out, no cash below zero',
	async (t) => {
		const {owner} = world.database;
		const counted = await owner('entries').count<{count: number}[]>();
		const before = counted[0]!.count;
		const cash = (await balances(world, city))['1.1.1']!;
		// Each takes a third of the cash: three can, and no fourth.
		const third = rupiah((BigInt(cash.replace('.', '')) / 3n / 100n).toString());
		const outcomes = await Promise.allSettled(
			Array.from({length: 16}, async () =>
				world.as(fundManager, async (work) =>
					postEntry(work, {
						book: city,
						effectiveOn: day('2026-03-31'),
						kind: 'manual',
						reason: 'Serentak',
						document: 'S',
						lines: [debit('5.1.1' as AccountCode, third), credit('1.1.1' as AccountCode, third)],
					}),
				),
			),
		);
		t.is(outcomes.filter(({status}) => status === 'fulfilled').length, 3);
		for (const outcome of outcomes) {
			if (outcome.status === 'rejected') {
				t.is((outcome.reason as {code: string}).code, 'ledger/floor-broken');
			}
		}
		const after = await owner('entries').count<{count: number}[]>();
		t.is(after[0]!.count, before + 3);
		const {breaches} = await world.as(fundManager, async (work) => verifyBook(work, city));
		t.deepEqual(breaches, []);
	},
);
