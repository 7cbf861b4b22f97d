import test from 'ava';
import type {AccountCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import type {AssertedBalance, Explanation} from '../../src/reporting/explanation.ts';
import {type SentenceFacts, explainInWords} from '../../src/reporting/explanation-sentence.ts';

const explanation: Explanation = {
	opening: rupiah('1000000'),
	movements: [],
	increase: rupiah('500000'),
	decrease: rupiah('250000'),
	entries: 4,
	balance: rupiah('1250000'),
	addsUp: true,
};
const facts: SentenceFacts = {
	account: {code: '1.1.01' as AccountCode, nameId: 'Kas', nameEn: 'Cash'},
	asOf: localDate('2026-03-31'),
	timeZone: 'Asia/Jakarta',
	start: {basis: 'closed-month', on: localDate('2026-02-28')},
	explanation,
};
const assertion: AssertedBalance = {
	number: 1,
	assertedOn: localDate('2026-03-30'),
	source: 'cash-count',
	document: 'BA-1',
	assertedBy: 'petugas',
	recordedAt: new Date('2026-03-30T05:00:00Z'),
	amount: rupiah('1200000'),
	difference: rupiah('0'),
	brokenBy: [],
};

test('a balance is told in both languages', (t) => {
	t.is(
		explainInWords(facts, 'id'),
		'Saldo Kas (1.1.01) per 31 Maret 2026 adalah Rp 1.250.000: saldo awal Rp 1.000.000 pada penutupan Februari 2026 ditambah Rp 500.000 dikurangi Rp 250.000 oleh 4 jurnal.',
	);
	t.is(
		explainInWords(facts, 'en'),
		'The balance of Cash (1.1.01) as of 31 March 2026 is Rp 1,250,000: opening Rp 1,000,000 at the close of February 2026 plus Rp 500,000 less Rp 250,000 by entries numbering 4.',
	);
});

test('it says of what part, as known when, and from where it starts', (t) => {
	const part = {...facts, fund: 'f-1', loan: 'l-1', knownAt: new Date('2026-04-05T10:00:00Z')};
	t.true(
		explainInWords(part, 'id').startsWith(
			'Saldo Kas (1.1.01) untuk dana f-1 untuk pembiayaan l-1 per 31 Maret 2026, menurut yang tercatat sampai 5 April 2026 pukul 17.00, adalah ',
		),
	);
	const sealed = {...facts, start: {basis: 'sealed-month', on: localDate('2026-01-31')}} as const;
	t.regex(explainInWords(sealed, 'id'), /saldo awal Rp 1\.000\.000 per 31 Januari 2026 ditambah/);
	const opened = {...facts, start: {basis: 'book-opened', on: localDate('2025-01-01')}} as const;
	t.regex(explainInWords(opened, 'en'), /nothing when the book opened plus/);
	const still = {...facts, explanation: {...explanation, entries: 0}};
	t.regex(explainInWords(still, 'id'), /Februari 2026, tanpa jurnal sesudahnya\.$/);
});

test('a contradiction is said, with what is missing', (t) => {
	const forged = {...explanation, balance: rupiah('1250007'), addsUp: false};
	t.regex(
		explainInWords({...facts, explanation: forged}, 'id'),
		/Bagian-bagian ini tidak menghasilkan saldo itu; selisihnya Rp 7\./,
	);
});

test('the newest assertion and the place in the chain are told where there are any', (t) => {
	t.true(
		explainInWords({...facts, assertion, lastEntry: 7, checkpoint: 3}, 'id').endsWith(
			'. Pernyataan saldo terakhir, Rp 1.200.000 per 30 Maret 2026, cocok dengan buku. Jurnal terakhir yang menggerakkannya bernomor 7, tercakup dalam titik periksa 3.',
		),
	);
	const broken = {...assertion, difference: rupiah('-5')};
	t.true(
		explainInWords({...facts, assertion: broken, lastEntry: 7}, 'en').endsWith(
			'differs from the book by Rp 5. The last entry that moved it is number 7, not covered by a checkpoint yet.',
		),
	);
	const {difference: _, ...withdrawn} = assertion;
	t.false(explainInWords({...facts, assertion: withdrawn}, 'en').includes('assertion'));
});
