import test from 'ava';
import {buildAnnex, controlAnnex} from '../../src/city/annex.ts';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {permendagri} from '../provisioning/policies.ts';
import {allocation} from './setup-pure.ts';

const moved = (
	account: string,
	kind: string,
	debits: string,
	credits: string,
	fund: string | undefined = allocation.id,
) => ({
	account: account as AccountCode,
	kind,
	...(fund === '' ? {} : {fund}),
	debits: rupiah(debits),
	credits: rupiah(credits),
});

// Rp 500 juta lent in 2013; in 2019 Rp 20 juta came back, Rp 30 juta became a claim on a person
// and Rp 50 juta were written off; at its end Rp 400 juta are on the books, all of it current. More
// than 36 months late: diragukan, half of it (Permendagri 73/2015 as its rows have it).
const before = [
	moved('1.2.1', 'tranche', '500000000', '0'),
	moved('1.2.2', 'provision', '0', '50000000'),
];
const upTo = [
	moved('1.2.1', 'tranche', '500000000', '0'),
	moved('1.2.1', 'remittance', '0', '20000000'),
	moved('1.2.1', 'fund-claim', '0', '30000000'),
	moved('1.3.1', 'fund-claim', '30000000', '0'),
	moved('1.2.1', 'fund-write-off', '0', '50000000'),
	moved('1.2.2', 'fund-write-off', '50000000', '0'),
	moved('9.1.1', 'fund-write-off', '50000000', '0'),
	moved('1.2.1', 'current-portion', '0', '400000000'),
	moved('1.1.2', 'current-portion', '400000000', '0'),
	moved('1.2.2', 'provision', '0', '300000000'),
];

const annex = buildAnnex(
	{
		book: 'KOTA' as BookCode,
		from: localDate('2019-01-01'),
		asOf: localDate('2019-12-31'),
		policy: permendagri,
	},
	[allocation],
	before,
	upTo,
);

test('a row from its opening to its net realisable value', (t) => {
	t.is(annex.rows.length, 1);
	const [{allocation: of, rating, ...sums}] = annex.rows as [(typeof annex.rows)[number]];
	t.is(of?.agreementNumber, 'PKS-1');
	t.is(rating?.class.code, 'diragukan');
	t.is(rating?.lateness.monthsPastDue, 37);
	t.deepEqual(Object.fromEntries(Object.entries(sums).map(([name, one]) => [name, toText(one)])), {
		opening: '500000000.00',
		additions: '0.00',
		repayments: '20000000.00',
		writtenOff: '50000000.00',
		claimed: '30000000.00',
		other: '0.00',
		closing: '400000000.00',
		currentPortion: '400000000.00',
		provision: '250000000.00',
		requiredProvision: '200000000.00',
		netRealisableValue: '150000000.00',
		register: '50000000.00',
		claims: '30000000.00',
	});
});

test('what names no allocation has its row, and the totals are the accounts', (t) => {
	const stray = [...upTo, moved('1.2.2', 'manual', '0', '7', '')];
	const found = buildAnnex(annex, [allocation], before, stray);
	t.is(found.rows.length, 2);
	t.is(found.rows[1]!.allocation, undefined);
	const control = controlAnnex(found, stray);
	t.deepEqual(
		[
			control.invested,
			control.provision,
			control.investedDifference,
			control.provisionDifference,
		].map(toText),
		['400000000.00', '250000007.00', '0.00', '0.00'],
	);
	t.is(toText(controlAnnex(annex, stray).provisionDifference), '7.00');
});
