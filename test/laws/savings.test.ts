// Laws of savings over random histories, on a real database.
import test from 'ava';
import fc from 'fast-check';
import type {BookCode, MemberId, SavingMovementId} from '../../src/kernel/ids.ts';
import {addDays} from '../../src/kernel/local-date.ts';
import {isNegative, rupiah, toText} from '../../src/kernel/money.ts';
import {verifyBook} from '../../src/ledger/index.ts';
import {
	type SavingProduct,
	depositSaving,
	leaveCooperative,
	readSavings,
	reverseSaving,
	savingProducts,
	undoLeaving,
	verifySavings,
	withdrawSaving,
} from '../../src/savings/index.ts';
import {
	type World,
	createWorld,
	day,
	joinMember,
	officer,
	openCooperative,
	supervisor,
} from '../helpers/world.ts';

let world: World;
let book: BookCode;
test.before(async () => {
	world = await createWorld();
	book = await openCooperative(world);
	// So that the cash box is never what stops a withdrawal.
	const rich = await joinMember(world, book);
	await world.as(officer, async (work) =>
		depositSaving(work, {
			member: rich.id,
			product: 'pokok',
			effectiveOn: day('2025-01-11'),
			amount: rupiah('100000000'),
			method: 'cash',
		}),
	);
});
test.after.always(async () => {
	await world.close();
});

type Step =
	| {kind: 'deposit' | 'withdrawal'; product: SavingProduct; offset: number; amount: number}
	| {kind: 'reverse'; which: number; offset: number}
	| {kind: 'leave' | 'return'; offset: number};

const offset = fc.integer({min: 0, max: 20});
const product = fc.constantFrom(...savingProducts);
const amount = fc.integer({min: 1, max: 100});
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({kind: fc.constant('deposit' as const), product, offset, amount}),
	},
	{
		weight: 4,
		arbitrary: fc.record({kind: fc.constant('withdrawal' as const), product, offset, amount}),
	},
	{
		weight: 3,
		arbitrary: fc.record({kind: fc.constant('reverse' as const), which: fc.nat(20), offset}),
	},
	{weight: 1, arbitrary: fc.record({kind: fc.constantFrom('leave' as const, 'return'), offset})},
);

const wanted = new Set([
	'savings/below-zero',
	'savings/locked',
	'savings/member-left',
	'savings/not-left',
	'savings/already-reversed',
	'savings/reversal-of-reversal',
	'savings/part-of-leaving',
	'ledger/reversal-before-entry',
]);

const at = (days: number) => addDays(day('2026-03-01'), days);

async function take(member: MemberId, one: Step, done: SavingMovementId[]): Promise<void> {
	const papers = {reason: 'Uji', document: 'U-1'};
	if (one.kind === 'deposit' || one.kind === 'withdrawal') {
		const record = one.kind === 'deposit' ? depositSaving : withdrawSaving;
		const saving = await world.as(officer, async (work) =>
			record(work, {
				member,
				product: one.product,
				effectiveOn: at(one.offset),
				amount: rupiah(String(one.amount)),
				method: 'cash',
			}),
		);
		done.push(saving.id);
	} else if (one.kind === 'reverse') {
		const saving = done[one.which % Math.max(done.length, 1)];
		if (saving === undefined) return;
		const reversal = await world.as(supervisor, async (work) =>
			reverseSaving(work, {saving, effectiveOn: at(one.offset), ...papers}),
		);
		done.push(reversal.id);
	} else if (one.kind === 'leave') {
		const leaving = {member, leftOn: at(one.offset), method: 'cash', reason: 'Pindah'} as const;
		const paid = await world.as(officer, async (work) => leaveCooperative(work, leaving));
		done.push(...paid.map(({id}) => id));
	} else {
		const back = {member, effectiveOn: at(one.offset), ...papers};
		await world.as(supervisor, async (work) => undoLeaving(work, back));
	}
}

test.serial(
	'no history takes a product below zero on any day, and what is kept is what is booked',
	async (t) => {
		const outcomes = {taken: 0, refused: 0};
		await fc.assert(
			fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 12}), async (steps) => {
				const member = (await joinMember(world, book)).id;
				const done: SavingMovementId[] = [];
				for (const one of steps) {
					try {
						await take(member, one, done);
						outcomes.taken += 1;
					} catch (error) {
						t.true(wanted.has((error as {code: string}).code), String(error));
						outcomes.refused += 1;
					}
				}
				const [statement, found, differences] = await world.as(officer, async (work) => [
					await readSavings(work, {member}),
					await work.cooperatives.findMember(member),
					await verifySavings(work, book),
				]);
				t.deepEqual(differences, []);
				for (const {balance} of statement.balances) t.false(isNegative(balance));
				// At the end of each day, too: the rows of a day count together.
				const lastOfDay = new Map(
					statement.rows.map((row) => [`${row.product} ${row.effectiveOn}`, row.balance]),
				);
				for (const [when, balance] of lastOfDay) t.false(isNegative(balance), when);
				if (found?.leftOn !== undefined) t.is(toText(statement.total), '0.00');
			}),
			{numRuns: 25},
		);
		t.true(outcomes.taken > 50, JSON.stringify(outcomes));
		t.true(outcomes.refused > 10, JSON.stringify(outcomes));
		const {breaches} = await world.as(officer, async (work) => verifyBook(work, book));
		t.deepEqual(breaches, []);
	},
);

test.serial('many withdrawals at once: never more than there is, and no slip twice', async (t) => {
	const member = (await joinMember(world, book)).id;
	const save = {member, product: 'wadiah', effectiveOn: day('2026-03-31'), method: 'cash'} as const;
	await world.as(officer, async (work) => depositSaving(work, {...save, amount: rupiah('100')}));
	const outcomes = await Promise.allSettled(
		Array.from({length: 12}, async () =>
			world.as(officer, async (work) => withdrawSaving(work, {...save, amount: rupiah('30')})),
		),
	);
	const paid = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
	t.is(paid.length, 3);
	t.is(new Set(paid.map(({number}) => number)).size, 3);
	for (const one of outcomes) {
		if (one.status === 'rejected') t.is((one.reason as {code: string}).code, 'savings/below-zero');
	}
	const {total} = await world.as(officer, async (work) => readSavings(work, {member}));
	t.is(toText(total), '10.00');
});

test.serial('to reverse everything, the latest first, leaves nothing', async (t) => {
	const member = (await joinMember(world, book)).id;
	const save = {member, effectiveOn: day('2026-03-31'), method: 'bank'} as const;
	const done = await world.as(officer, async (work) => [
		await depositSaving(work, {...save, product: 'wadiah', amount: rupiah('100')}),
		await withdrawSaving(work, {...save, product: 'wadiah', amount: rupiah('40')}),
		await depositSaving(work, {...save, product: 'wajib', amount: rupiah('10')}),
	]);
	const papers = {effectiveOn: day('2026-03-31'), reason: 'Salah', document: 'BA-1'};
	for (const {id: saving} of done.toReversed()) {
		await world.as(supervisor, async (work) => reverseSaving(work, {saving, ...papers}));
	}
	const {total, rows} = await world.as(officer, async (work) => readSavings(work, {member}));
	t.is(toText(total), '0.00');
	t.is(rows.length, 6);
	t.deepEqual(await world.as(officer, async (work) => verifySavings(work, book)), []);
});
