import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	type ReceiptEntry,
	isPaidOut,
	readReceiptNumber,
	summarizeReceipt,
} from '../../src/receipts/receipt.ts';

type Told = {
	readonly amount: string;
	readonly on?: string;
	readonly reversedOn?: string;
	readonly isPostedAgain?: boolean;
};

const entries = (...told: readonly Told[]): ReceiptEntry[] =>
	told.map(({amount, on = '2026-03-02', reversedOn, isPostedAgain = false}, index) => ({
		number: index + 1,
		effectiveOn: localDate(on),
		recordedAt: new Date('2026-03-02T05:00:00Z'),
		hash: 'a'.repeat(64),
		amount: rupiah(amount),
		...(reversedOn === undefined
			? {}
			: {
					reversal: {
						entryNumber: 90 + index,
						effectiveOn: localDate(reversedOn),
						recordedAt: new Date('2026-03-09T05:00:00Z'),
					},
				}),
		isPostedAgain,
	}));

const told = (...all: readonly Told[]): string => {
	const {state, amount, standing, paidOn, reversedOn} = summarizeReceipt(entries(...all));
	return [state, toText(amount), toText(standing), paidOn ?? '-', reversedOn ?? '-'].join(' ');
};

test('a receipt is in the journal, in part, no more, or never was', (t) => {
	t.is(told({amount: '100000'}), 'recorded 100000.00 100000.00 2026-03-02 -');
	t.is(told({amount: '100000'}, {amount: '50000'}), 'recorded 150000.00 150000.00 2026-03-02 -');
	t.is(
		told({amount: '100000', reversedOn: '2026-03-09'}),
		'reversed 100000.00 0.00 2026-03-02 2026-03-09',
	);
	t.is(
		told({amount: '100000', reversedOn: '2026-03-09'}, {amount: '50000'}),
		'partly-reversed 150000.00 50000.00 2026-03-02 2026-03-09',
	);
	t.is(told(), 'not-recorded 0.00 0.00 - -');
});

test('what was posted again counts once and is not taken back', (t) => {
	const before = {amount: '100000', reversedOn: '2026-03-02', isPostedAgain: true};
	t.is(told(before, {amount: '100000'}), 'recorded 100000.00 100000.00 2026-03-02 -');
	t.is(
		told(before, {amount: '100000', reversedOn: '2026-03-20'}),
		'reversed 100000.00 0.00 2026-03-02 2026-03-20',
	);
});

test('the last reversal is the one that is told, and the first day of payment', (t) => {
	t.is(
		told(
			{amount: '1', on: '2026-03-03', reversedOn: '2026-03-20'},
			{amount: '2', on: '2026-03-02', reversedOn: '2026-03-09'},
		),
		'reversed 3.00 0.00 2026-03-02 2026-03-20',
	);
});

test('a number is read as it is printed, and no other way', (t) => {
	t.deepEqual(readReceiptNumber('KW-12'), {series: 'KW', number: 12});
	t.deepEqual(readReceiptNumber('SS-1'), {series: 'SS', number: 1});
	t.deepEqual(readReceiptNumber('PS-999999999'), {series: 'PS', number: 999_999_999});
	for (const text of ['', 'KW', 'KW-', 'KW-0', 'KW-01', 'kw-1', 'XX-1', 'KW-1a', 'KW-1000000000']) {
		t.is(readReceiptNumber(text), undefined, text);
	}
	t.true(isPaidOut('PS-1'));
	t.false(isPaidOut('SS-1'));
	t.false(isPaidOut('KW-1'));
});
