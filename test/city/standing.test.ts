import test from 'ava';
import {
	currentPortionOn,
	duesOf,
	holdingsByFund,
	invested,
	latenessToCity,
	nothingHeld,
	rate,
} from '../../src/city/standing.ts';
import type {AccountCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {permendagri} from '../provisioning/policies.ts';
import {allocation, holding} from './setup-pure.ts';

const full = rupiah('500000000');

test('dues of a fifth every 18 December from 2016 on, the earliest paid first', (t) => {
	const dues = duesOf(allocation, rupiah('350000000'), localDate('2019-01-01'));
	t.deepEqual(
		dues.map(({dueOn, unpaid, isOverdue}) => [dueOn, toText(unpaid), isOverdue]),
		[
			['2016-12-18', '0.00', false],
			['2017-12-18', '50000000.00', true],
			['2018-12-18', '100000000.00', true],
			['2019-12-18', '100000000.00', false],
			['2020-12-18', '100000000.00', false],
		],
	);
});

// Bultek SAP 07: bagian lancar is what falls due within twelve months of the balance date.
const portion = test.macro((t, day: string, onBooks: string, expected: string) => {
	t.is(toText(currentPortionOn(allocation, rupiah(onBooks), localDate(day))), expected);
});
test('nothing is due within a year', portion, '2014-12-31', '500000000', '0.00');
test('one due is', portion, '2015-12-31', '500000000', '100000000.00');
test(
	'due on the last day of the twelve months',
	portion,
	'2015-12-18',
	'500000000',
	'100000000.00',
);
test('due on the day after them', portion, '2015-12-17', '500000000', '0.00');
test('what is overdue is current as well', portion, '2017-12-31', '500000000', '300000000.00');
test('what was paid is not', portion, '2017-12-31', '350000000', '150000000.00');
test('no more than there is', portion, '2021-12-31', '30000000', '30000000.00');
test('nothing is left', portion, '2021-12-31', '0', '0.00');

test('an agreement that ended early is due at once', (t) => {
	const ended = {...allocation, earlyEnd: {dueOn: localDate('2015-06-30')}};
	t.is(toText(currentPortionOn(ended, full, localDate('2014-12-31'))), '500000000.00');
});

test('late since the oldest due that is not paid in full', (t) => {
	const held = holding({investment: '350000000'});
	t.deepEqual(latenessToCity(allocation, held, localDate('2018-12-31')), {
		daysPastDue: 378,
		monthsPastDue: 13,
		missedPayments: 2,
	});
	t.deepEqual(latenessToCity(allocation, held, localDate('2017-12-18')), {
		daysPastDue: 0,
		monthsPastDue: 0,
		missedPayments: 0,
	});
	// What was written off is owed still.
	const written = holding({investment: '150000000', writtenOff: '200000000'});
	t.is(latenessToCity(allocation, written, localDate('2018-12-31')).monthsPastDue, 13);
});

// Permendagri 73/2015 as its policy rows have it (0.5, 10, 50 and 100 %; 12, 36 and 60 months).
const rated = test.macro((t, day: string, code: string, required: string) => {
	const found = rate(permendagri, allocation, holding({investment: '500000000'}), localDate(day));
	t.is(found.class.code, code);
	t.is(toText(found.required), required);
	t.is(toText(found.base), '500000000.00');
});
test('not late', rated, '2016-12-18', 'lancar', '2500000.00');
test('twelve months late', rated, '2017-12-18', 'lancar', '2500000.00');
test('more than twelve', rated, '2017-12-19', 'kurang-lancar', '50000000.00');
test('36 months late', rated, '2019-12-18', 'kurang-lancar', '50000000.00');
test('more than 36', rated, '2019-12-19', 'diragukan', '250000000.00');
test('60 months late', rated, '2021-12-18', 'diragukan', '250000000.00');
test('more than 60', rated, '2021-12-19', 'macet', '500000000.00');

test('what is held is read by fund and account, a provision on its credit side', (t) => {
	const line = (account: string, debits: string, credits: string, fund?: string) => ({
		account: account as AccountCode,
		kind: 'k',
		...(fund === undefined ? {} : {fund}),
		debits: rupiah(debits),
		credits: rupiah(credits),
	});
	const held = holdingsByFund([
		line('1.2.1', '100', '30', 'a'),
		line('1.1.2', '20', '0', 'a'),
		line('1.2.2', '1', '8', 'a'),
		line('9.1.1', '5', '0', 'a'),
		line('1.3.1', '9', '2', 'a'),
		line('1.1.1', '1000', '0', 'a'),
		line('1.2.2', '0', '3'),
	]);
	t.deepEqual([...held.keys()], ['a', '']);
	const a = held.get('a')!;
	t.deepEqual([a.investment, a.currentPortion, a.provision, a.writtenOff, a.claims].map(toText), [
		'70.00',
		'20.00',
		'7.00',
		'5.00',
		'7.00',
	]);
	t.is(toText(invested(a)), '90.00');
	t.is(toText(held.get('')!.provision), '3.00');
	t.is(toText(invested(nothingHeld)), '0.00');
});
