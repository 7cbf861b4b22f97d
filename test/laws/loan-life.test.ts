// Laws of how loans go on and end, over random schedules, payments and days.
import test from 'ava';
import fc from 'fast-check';
import {addDays, localDate} from '../../src/kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	isNegative,
	min,
	rupiah,
	subtract,
	sum,
	toText,
	zero,
} from '../../src/kernel/money.ts';
import type {EntryDraft} from '../../src/ledger/index.ts';
import {akads} from '../../src/lending/akad.ts';
import {arrearsOn} from '../../src/lending/arrears.ts';
import {planRestructuring} from '../../src/lending/restructuring.ts';
import {quoteSettlement} from '../../src/lending/settlement.ts';
import {draftDiscount, draftSettlement} from '../../src/lending/settlement-entries.ts';
import {draftWriteOff} from '../../src/lending/write-off.ts';
import {instalments, murabahah} from '../lending/life.ts';

const money = (value: number): Rupiah => rupiah(String(value));
const start = localDate('2025-02-03');

const someAkad = fc.constantFrom(...akads);
const someDay = fc.nat({max: 500}).map((days) => addDays(start, days));
/** What is owed of the loan of `test/lending/life.ts`; an akad without margin takes none of it. */
const someOwed = fc.tuple(fc.integer({min: 0, max: 1_200_000}), fc.nat({max: 240_000}));

const hasMargin = (akad: (typeof akads)[number]): boolean =>
	['murabahah', 'ijarah', 'jasa'].includes(akad);

const balanceOf = ({lines}: EntryDraft): string =>
	toText(
		lines.reduce(
			(total, {side, amount}) => (side === 'debit' ? add(total, amount) : subtract(total, amount)),
			zero,
		),
	);

test('a quote asks for what is owed less what is left off, and never for more', (t) => {
	fc.assert(
		fc.property(someAkad, someOwed, someDay, (akad, [principal, margin], on) => {
			const owed = {principal: money(principal), margin: money(hasMargin(akad) ? margin : 0)};
			const quote = quoteSettlement(akad, instalments, owed, on);
			const whole = add(owed.principal, owed.margin);
			t.is(toText(add(quote.total, quote.discount)), toText(whole));
			t.false([quote.discount, quote.marginDue, quote.total].some((one) => isNegative(one)));
			t.true(compare(quote.total, owed.principal) >= 0);
		}),
	);
});

test('a day later never costs less', (t) => {
	fc.assert(
		fc.property(someAkad, someOwed, someDay, (akad, [principal, margin], on) => {
			const owed = {principal: money(principal), margin: money(margin)};
			const [now, next] = [on, addDays(on, 1)].map((day) =>
				quoteSettlement(akad, instalments, owed, day),
			);
			t.true(compare(next!.total, now!.total) >= 0);
			if (now!.validUntil !== undefined && now!.validUntil > on) {
				t.is(toText(next!.total), toText(now!.total));
			}
		}),
	);
});

test('a settlement balances, and takes what is owed of the loan to nothing', (t) => {
	fc.assert(
		fc.property(someAkad, someOwed, someDay, (akad, [principal, margin], on) => {
			const loan = {...murabahah, akad};
			const owed = {
				principal: money(Math.max(1, principal)),
				margin: money(hasMargin(akad) ? margin : 0),
			};
			const quote = quoteSettlement(akad, instalments, owed, on);
			const payment = {paidOn: on, method: 'bank', receiptNumber: 1} as const;
			const drafts = [
				draftDiscount(loan, quote, payment),
				draftSettlement(loan, quote, payment),
			].filter((draft) => draft !== undefined);
			for (const draft of drafts) t.is(balanceOf(draft), '0.00');
			const paidOff = drafts
				.flatMap(({lines}) => lines)
				.filter(
					({account, side}) => side === 'credit' && /^1\.2\.(?:01|03|05|07|11|12)$/.test(account),
				)
				.map(({amount}) => amount);
			t.is(toText(sum(paidOff)), toText(add(owed.principal, owed.margin)));
		}),
	);
});

test('a new schedule asks for exactly what is owed, and nothing of it is late', (t) => {
	const someTerms = fc.record({
		instalments: fc.integer({min: 1, max: 60}),
		periodUnit: fc.constantFrom('day', 'week', 'month'),
		// 60 times 28 months end within the calendar, which goes to 2199.
		periodEvery: fc.integer({min: 1, max: 28}),
		grace: fc.nat({max: 5}),
	});
	fc.assert(
		fc.property(
			fc.integer({min: 100_000, max: 1_200_000}),
			fc.nat({max: 240_000}),
			someDay,
			someTerms,
			(principal, margin, effectiveOn, {grace, ...terms}) => {
				const owed = {principal: money(principal), margin: money(margin)};
				const {instalments: rows} = planRestructuring(owed, {
					...terms,
					effectiveOn,
					principalGraceInstalments: Math.min(grace, terms.instalments - 1),
				});
				t.is(rows.length, terms.instalments);
				t.is(toText(sum(rows.map((row) => row.principal))), toText(owed.principal));
				t.is(toText(sum(rows.map((row) => row.margin))), toText(owed.margin));
				t.is(toText(rows.at(-1)!.owedAfter), '0.00');
				t.true(rows.every(({dueOn}) => dueOn > effectiveOn));
				const total = add(owed.principal, owed.margin);
				t.is(arrearsOn(effectiveOn, rows, total).daysPastDue, 0);
			},
		),
	);
});

test('a write-off balances, whatever the allowance bears', (t) => {
	fc.assert(
		fc.property(someAkad, someOwed, fc.nat({max: 1_500_000}), (akad, [whole, margin], held) => {
			const principal = money(Math.max(1, whole));
			const owed = {principal, margin: money(hasMargin(akad) ? margin : 0)};
			const draft = draftWriteOff({...murabahah, akad}, owed, min(principal, money(held)), {
				writtenOffOn: start,
				document: 'x',
			});
			t.is(balanceOf(draft), '0.00');
			t.true(draft.lines.every(({amount}) => compare(amount, zero) > 0));
		}),
	);
});
