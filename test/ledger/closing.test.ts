import test from 'ava';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {privateKeyOf, signerOf} from '../../src/evidence/index.ts';
import {
	type ClosingBalance,
	decodeTrialBalance,
	encodeTrialBalance,
	freeze,
	frozenBreach,
	isSigned,
	signatureBreach,
} from '../../src/ledger/closing.ts';

const closing: ClosingBalance = {
	book: 'KOP-1' as BookCode,
	startsOn: localDate('2026-02-01'),
	sequence: 2,
	knownToEntry: 7,
	tipHash: 'ab'.repeat(32),
	frozenAt: new Date('2026-03-02T04:05:06.789Z'),
	requestedBy: 'petugas',
	confirmedBy: 'penyelia',
	balances: [
		{account: '1.1.01' as AccountCode, balance: rupiah('1500000.5')},
		{account: '1.1.11' as AccountCode, balance: rupiah('0')},
		{account: '3.1.01' as AccountCode, balance: rupiah('-1500000.5')},
	],
};

// Written by hand; the text is what was signed once, so it never changes.
const written =
	'["bergulir/trial-balance/1","KOP-1","2026-02",2,"2026-02-28",7,' +
	`"${'ab'.repeat(32)}","2026-03-02T04:05:06.789Z","petugas","penyelia",` +
	'[["1.1.01","1500000.50","0.00"],["1.1.11","0.00","0.00"],["3.1.01","0.00","1500000.50"]]]';

test('a trial balance is written in a fixed order, its version first', (t) => {
	t.is(encodeTrialBalance(closing), written);
});

test('what was written is read again', (t) => {
	const read = decodeTrialBalance(written);
	t.is(encodeTrialBalance(read), written);
	t.like(read, {book: 'KOP-1', startsOn: '2026-02-01', sequence: 2, knownToEntry: 7});
	t.deepEqual(
		read.balances.map(({account, balance}) => [account, toText(balance)]),
		[
			['1.1.01', '1500000.50'],
			['1.1.11', '0.00'],
			['3.1.01', '-1500000.50'],
		],
	);
});

test('a frozen trial balance bears the signature of its text', (t) => {
	const signer = signerOf(privateKeyOf(new Uint8Array(32).fill(7)));
	const frozen = freeze(closing, signer);
	t.is(frozen.canonical, written);
	// printf '%s' "$written" | sha256sum
	t.is(frozen.hash, 'c8349b17cf7ea5d1f408b188e92eefd564d06420a374b0bfd72518425799b7de');
	t.is(frozen.keyId, signer.keyId);
	t.true(isSigned(frozen));
	t.false(isSigned({...frozen, canonical: written.replace('1500000.50', '1400000.50')}));
	const other = signerOf(privateKeyOf(new Uint8Array(32).fill(8)));
	t.false(isSigned({...frozen, publicKey: other.publicKey}));
});

test('a breach says which closing differs, where and by what', (t) => {
	const of = {startsOn: closing.startsOn, sequence: 2, knownToEntry: 7};
	t.deepEqual(
		frozenBreach('KOP-1', {
			...of,
			account: '1.1.01',
			frozen: rupiah('10'),
			summed: rupiah('9'),
		}),
		{
			code: 'verify/frozen',
			book: 'KOP-1',
			explanation:
				'the trial balance of 2026-02 (closing 2) has account 1.1.01 at 10.00, ' +
				'its lines to entry 7 sum to 9.00',
		},
	);
	t.regex(frozenBreach('KOP-1', {...of, account: '9', frozen: rupiah('1')}).explanation, /nothing/);
	t.regex(frozenBreach('KOP-1', of).explanation, /place in the chain/);
	const frozen = freeze(closing, signerOf(privateKeyOf(new Uint8Array(32))));
	t.like(signatureBreach('KOP-1', frozen), {code: 'verify/frozen', book: 'KOP-1'});
});
