import test from 'ava';
import fc from 'fast-check';
import {addDays, localDate} from '../../src/kernel/local-date.ts';
import {add, equals, rupiah, subtract, sum, toText, zero} from '../../src/kernel/money.ts';
import type {Period} from '../../src/ledger/index.ts';
import {
	type KindTurnover,
	type MovedEntry,
	explainBalance,
	isClosedAt,
	runBalances,
	startOf,
} from '../../src/reporting/explanation.ts';
import {addTurnovers, onNormalSide} from '../../src/reporting/turnover.ts';

const debitSide = {normalSide: 'debit'} as const;
const creditSide = {normalSide: 'credit'} as const;

const kindOf = (kind: string, entries: number, debit: string, credit: string): KindTurnover => ({
	kind,
	entries,
	debit: rupiah(debit),
	credit: rupiah(credit),
});

const moved = (number: number, day: string, debit: string, credit: string): MovedEntry => ({
	number,
	effectiveOn: localDate(day),
	recordedAt: new Date(`${day}T05:00:00Z`),
	actor: 'petugas',
	kind: 'manual',
	reason: 'Uji',
	document: 'U-1',
	hash: 'aa',
	debit: rupiah(debit),
	credit: rupiah(credit),
});

const closing = (month: string, more: Partial<Period> = {}): Period => ({
	startsOn: localDate(`${month}-01`),
	sequence: 1,
	requestedBy: 'petugas',
	requestedAt: new Date('2026-01-01T00:00:00Z'),
	confirmedBy: 'penyelia',
	confirmedAt: new Date('2026-04-05T00:00:00Z'),
	...more,
});

test('opening + increase - decrease = balance, on the normal side', (t) => {
	// 1.000.000 + 500.000 + 0 - 200.000 - 50.000 = 1.250.000
	const turnovers = [
		kindOf('repayment', 3, '500000', '50000'),
		kindOf('remittance', 1, '0', '200000'),
	];
	const cash = explainBalance(debitSide, {
		opening: rupiah('1000000'),
		turnovers,
		balance: rupiah('1250000'),
	});
	t.deepEqual([toText(cash.increase), toText(cash.decrease)], ['500000.00', '250000.00']);
	t.is(cash.entries, 4);
	t.true(cash.addsUp);
	// The same lines seen from an account whose normal side is the other: 1.000.000 - 250.000.
	const debt = explainBalance(creditSide, {
		opening: rupiah('1000000'),
		turnovers,
		balance: rupiah('750000'),
	});
	t.deepEqual([toText(debt.increase), toText(debt.decrease)], ['250000.00', '500000.00']);
	t.true(debt.addsUp);
});

test('parts that do not make the balance are said to', (t) => {
	const forged = explainBalance(debitSide, {
		opening: rupiah('1000000'),
		turnovers: [kindOf('repayment', 1, '500000', '0')],
		balance: rupiah('1500001'),
	});
	t.false(forged.addsUp);
});

test('balances run back through entries, the newest first', (t) => {
	const entries = [
		moved(5, '2026-03-20', '0', '30'),
		moved(2, '2026-03-20', '100', '0'),
		moved(4, '2026-03-05', '10', '10'),
		moved(1, '2026-02-01', '5', '0'),
	];
	t.deepEqual(
		runBalances(debitSide, entries, rupiah('75')).map(({number, amount, balanceAfter}) => [
			number,
			toText(amount),
			toText(balanceAfter),
		]),
		[
			[5, '-30.00', '75.00'],
			[2, '100.00', '105.00'],
			[4, '0.00', '5.00'],
			[1, '5.00', '5.00'],
		],
	);
});

test('it starts from the last month that was closed and over before the day', (t) => {
	const knownAt = new Date('2026-05-01T00:00:00Z');
	const bookOpenedOn = localDate('2025-01-01');
	const point = {asOf: localDate('2026-04-15'), knownAt, bookOpenedOn};
	const months = [closing('2026-02'), closing('2026-03')];
	t.deepEqual(startOf(point, months, localDate('2026-01-31')), {
		basis: 'closed-month',
		on: localDate('2026-03-31'),
	});
	// On the last day of a closed month that month would explain nothing.
	t.deepEqual(startOf({...point, asOf: localDate('2026-03-31')}, months, undefined), {
		basis: 'closed-month',
		on: localDate('2026-02-28'),
	});
	// Before it was known to be closed, and after it was reopened, it was open.
	const early = new Date('2026-04-04T00:00:00Z');
	t.deepEqual(startOf({...point, knownAt: early}, months, localDate('2026-01-31')), {
		basis: 'sealed-month',
		on: localDate('2026-01-31'),
	});
	const reopened = closing('2026-03', {reopenedAt: new Date('2026-04-20T00:00:00Z')});
	t.deepEqual(startOf(point, [reopened], undefined), {basis: 'book-opened', on: bookOpenedOn});
	const asked: Period = {
		startsOn: localDate('2026-03-01'),
		sequence: 1,
		requestedBy: 'petugas',
		requestedAt: new Date('2026-01-01T00:00:00Z'),
	};
	t.deepEqual(startOf(point, [asked], undefined), {basis: 'book-opened', on: bookOpenedOn});
});

test('a closing stands from its confirmation until it is reopened', (t) => {
	const reopened = closing('2026-03', {reopenedAt: new Date('2026-04-20T00:00:00Z')});
	t.deepEqual(
		['2026-04-04', '2026-04-05', '2026-04-19', '2026-04-20'].map((day) =>
			isClosedAt(reopened, new Date(`${day}T00:00:00Z`)),
		),
		[false, true, true, false],
	);
	// As the books stand now, whatever the clock says.
	t.true(isClosedAt(closing('2026-03', {confirmedAt: new Date('2099-01-01')}), undefined));
	t.false(isClosedAt(reopened, undefined));
});

// A history: entries of some days and kinds, each with what it debits and credits the account, in
// sen. The books are kept by BigInt beside it, so that no figure comes from the code under test.
const history = fc.array(
	fc.record({
		offset: fc.integer({min: 0, max: 60}),
		kind: fc.constantFrom('manual', 'repayment', 'remittance'),
		debit: fc.bigInt({min: 0n, max: 10_000_000_000n}),
		credit: fc.bigInt({min: 0n, max: 10_000_000_000n}),
	}),
	{maxLength: 40},
);

const inRupiah = (sen: bigint): string => {
	const digits = (sen < 0n ? -sen : sen).toString().padStart(3, '0');
	return `${sen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

test('over any history the parts make the balance, however it starts and is paged', (t) => {
	const first = localDate('2026-01-01');
	fc.assert(
		fc.property(
			history,
			fc.integer({min: -1, max: 61}),
			fc.integer({min: 1, max: 7}),
			fc.constantFrom(debitSide, creditSide),
			(postings, startOffset, pageSize, account) => {
				const entries = postings.map(({offset, kind, debit, credit}, index) => ({
					...moved(index + 1, addDays(first, offset), inRupiah(debit), inRupiah(credit)),
					kind,
				}));
				const sign = account.normalSide === 'debit' ? 1n : -1n;
				const held = (upTo: number): bigint =>
					sign *
					postings
						.filter(({offset}) => offset <= upTo)
						.reduce((total, {debit, credit}) => total + debit - credit, 0n);
				const balance = rupiah(inRupiah(held(60)));
				const since = entries.filter((_entry, index) => postings[index]!.offset > startOffset);
				const kinds = [...new Set(since.map(({kind}) => kind))];
				const explanation = explainBalance(account, {
					opening: rupiah(inRupiah(held(startOffset))),
					turnovers: kinds.map((kind) => {
						const ofKind = since.filter((entry) => entry.kind === kind);
						return {...addTurnovers(ofKind), kind, entries: ofKind.length};
					}),
					balance,
				});
				t.true(explanation.addsUp);
				t.is(explanation.entries, since.length);

				const newestFirst = [...entries].sort((a, b) =>
					a.effectiveOn === b.effectiveOn
						? b.number - a.number
						: a.effectiveOn < b.effectiveOn
							? 1
							: -1,
				);
				let after = balance;
				for (let index = 0; index < newestFirst.length; index += pageSize) {
					const page = newestFirst.slice(index, index + pageSize);
					for (const {amount, balanceAfter} of runBalances(account, page, after)) {
						t.true(equals(balanceAfter, after));
						after = subtract(after, amount);
					}
				}
				// Before the first entry there was nothing.
				t.true(equals(after, zero));
				const all = sum(entries.map((entry) => onNormalSide(account, entry)));
				t.true(equals(all, add(balance, zero)));
			},
		),
	);
});
