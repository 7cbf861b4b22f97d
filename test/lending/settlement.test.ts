import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {Akad} from '../../src/lending/akad.ts';
import {
	type SettlementQuote,
	lastStepOn,
	quoteSettlement,
	requireAfter,
	requireNoDiscount,
	requireQuoted,
} from '../../src/lending/settlement.ts';
import {afterTwo, codeOf, instalments} from './life.ts';

const quote = (akad: Akad, on: string): SettlementQuote =>
	quoteSettlement(akad, instalments, afterTwo, localDate(on));

const amounts = ({principal, assetPrice, marginDue, discount, total}: SettlementQuote) =>
	[principal, assetPrice, marginDue, discount, total].map((one) => toText(one)).join(' ');

// Of the ten instalments that are left, that of 3 May is due on 10 May: nine margins of 20,000 are
// not (DSN-MUI 153/2022: the time that has passed counts).
test('a murabahah settled early leaves off the margin that is not due yet', (t) => {
	const found = quote('murabahah', '2025-05-10');
	t.is(amounts(found), '1000000.00 0.00 20000.00 180000.00 1020000.00');
	t.is(found.validUntil, localDate('2025-06-02'));
	t.regex(found.rule, /DSN-MUI 153\/2022/);
});

test('an instalment is due on its day', (t) => {
	t.is(amounts(quote('murabahah', '2025-06-02')), '1000000.00 0.00 20000.00 180000.00 1020000.00');
	t.is(amounts(quote('murabahah', '2025-06-03')), '1000000.00 0.00 40000.00 160000.00 1040000.00');
});

test('once all is due there is nothing to leave off, on any day', (t) => {
	const found = quote('murabahah', '2026-02-03');
	t.is(amounts(found), '1000000.00 0.00 200000.00 0.00 1200000.00');
	t.is(found.validUntil, undefined);
});

test('what was paid of the margin beforehand is not left off again', (t) => {
	const owed = {principal: rupiah('1000000'), margin: rupiah('50000')};
	const found = quoteSettlement('murabahah', instalments, owed, localDate('2025-05-10'));
	t.is(amounts(found), '1000000.00 0.00 0.00 50000.00 1000000.00');
});

test('jasa that is not due yet is waived likewise', (t) => {
	t.is(amounts(quote('jasa', '2025-05-10')), '1000000.00 0.00 20000.00 180000.00 1020000.00');
});

// The period that ends on 3 June began on 4 May: its rent is owed. Eight periods have not begun.
test('an ijarah owes the rent of the period that runs, and sells the asset for the rest', (t) => {
	const found = quote('ijarah', '2025-05-10');
	t.is(amounts(found), '1000000.00 800000.00 40000.00 160000.00 1040000.00');
	t.is(found.validUntil, localDate('2025-06-03'));
	t.is(
		amounts(quote('ijarah', '2025-06-03')),
		'1000000.00 800000.00 40000.00 160000.00 1040000.00',
	);
	t.is(
		amounts(quote('ijarah', '2025-06-04')),
		'1000000.00 700000.00 60000.00 140000.00 1060000.00',
	);
	t.is(amounts(quote('ijarah', '2025-02-03')), '1000000.00 1000000.00 0.00 200000.00 1000000.00');
});

test('a qardh, a mudharabah and a musyarakah owe their principal', (t) => {
	for (const akad of ['qardh', 'mudharabah', 'musyarakah'] as const) {
		const owed = {principal: rupiah('1000000'), margin: rupiah('0')};
		const rows = instalments.map((row) => ({...row, margin: rupiah('0')}));
		const found = quoteSettlement(akad, rows, owed, localDate('2025-05-10'));
		t.is(amounts(found), '1000000.00 0.00 0.00 0.00 1000000.00');
	}
});

test('nothing is settled before the last thing that happened', (t) => {
	const loan = {disbursedOn: localDate('2025-02-03')};
	const schedule = {effectiveOn: localDate('2025-02-03')};
	const repayments = [
		{paidOn: localDate('2025-04-01'), isReversed: false},
		{paidOn: localDate('2025-05-01'), isReversed: true},
	];
	t.is(lastStepOn(loan, schedule, repayments), localDate('2025-04-01'));
	t.is(
		lastStepOn(loan, {effectiveOn: localDate('2025-06-01')}, repayments),
		localDate('2025-06-01'),
	);
	const day = localDate('2025-04-01');
	t.is(
		codeOf(() => requireAfter(day, day, 'on')),
		undefined,
	);
	t.is(
		codeOf(() => requireAfter(day, localDate('2025-03-31'), 'on')),
		'lending/before-last-step',
	);
});

test('exactly what was quoted settles, and no full price is taken unasked', (t) => {
	const found = quote('murabahah', '2025-05-10');
	t.is(
		codeOf(() => requireQuoted(rupiah('1020000'), found)),
		undefined,
	);
	t.is(
		codeOf(() => requireQuoted(rupiah('1020000.01'), found)),
		'lending/quote-differs',
	);
	t.is(
		codeOf(() => requireNoDiscount(rupiah('1200000'), found)),
		'lending/settle-instead',
	);
	t.is(
		codeOf(() => requireNoDiscount(rupiah('1200000'), quote('murabahah', '2026-02-03'))),
		undefined,
	);
});
