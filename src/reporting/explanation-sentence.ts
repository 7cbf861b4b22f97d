import {type Language, fill} from '../kernel/errors.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, isNegative, isZero, negate, subtract} from '../kernel/money.ts';
import type {Account} from '../ledger/index.ts';
import type {AssertedBalance, Explanation, Start} from './explanation.ts';
import {amountInWords, dateInWords, momentInWords, monthInWords} from '../kernel/wording.ts';

/** What the sentence tells of. */
export type SentenceFacts = {
	readonly account: Pick<Account, 'code' | 'nameId' | 'nameEn'>;
	readonly fund?: string;
	readonly loan?: string;
	readonly asOf: LocalDate;
	readonly knownAt?: Date;
	readonly timeZone: string;
	readonly start: Start;
	readonly explanation: Explanation;
	/** The newest assertion of the same. */
	readonly assertion?: AssertedBalance;
	/** The number of the last entry that moved it, and of the newest checkpoint that covers that. */
	readonly lastEntry?: number;
	readonly checkpoint?: number;
};

const texts = {
	balance: {
		id: 'Saldo {name} ({account}){part} per {day}{known} adalah {balance}: {opening}{moved}.',
		en: 'The balance of {name} ({account}){part} as of {day}{known} is {balance}: {opening}{moved}.',
	},
	fund: {id: ' untuk dana {fund}', en: ' for the fund {fund}'},
	loan: {id: ' untuk pembiayaan {loan}', en: ' for the loan {loan}'},
	known: {id: ', menurut yang tercatat sampai {moment},', en: ', as recorded until {moment},'},
	'closed-month': {
		id: 'saldo awal {opening} pada penutupan {month}',
		en: 'opening {opening} at the close of {month}',
	},
	'sealed-month': {id: 'saldo awal {opening} per {day}', en: 'opening {opening} as of {day}'},
	'book-opened': {id: 'saldo awal {opening} saat buku dibuka', en: 'nothing when the book opened'},
	moved: {
		id: ' ditambah {increase} dikurangi {decrease} oleh {entries} jurnal',
		en: ' plus {increase} less {decrease} by entries numbering {entries}',
	},
	unmoved: {id: ', tanpa jurnal sesudahnya', en: ', and no entry since'},
	contradiction: {
		id: ' Bagian-bagian ini tidak menghasilkan saldo itu; selisihnya {difference}. Periksa buku ini dengan perintah verify.',
		en: ' These parts do not make that balance; they differ by {difference}. Check the book with the command verify.',
	},
	holds: {
		id: ' Pernyataan saldo terakhir, {amount} per {day}, cocok dengan buku.',
		en: ' The newest assertion, {amount} as of {day}, agrees with the book.',
	},
	differs: {
		id: ' Pernyataan saldo terakhir, {amount} per {day}, berselisih {difference} dengan buku.',
		en: ' The newest assertion, {amount} as of {day}, differs from the book by {difference}.',
	},
	lastEntry: {
		id: ' Jurnal terakhir yang menggerakkannya bernomor {entry}',
		en: ' The last entry that moved it is number {entry}',
	},
	covered: {
		id: ', tercakup dalam titik periksa {checkpoint}.',
		en: ', covered by checkpoint {checkpoint}.',
	},
	uncovered: {
		id: ', belum tercakup dalam titik periksa.',
		en: ', not covered by a checkpoint yet.',
	},
} as const;

/** What stands behind a balance, as one would tell it. */
export function explainInWords(facts: SentenceFacts, language: Language): string {
	const say = (name: keyof typeof texts, values: Readonly<Record<string, string>> = {}): string =>
		fill(texts[name][language], values);
	const {account, asOf, explanation, knownAt, timeZone} = facts;
	const {opening, increase, decrease, balance, entries} = explanation;
	const amount = (value: Rupiah): string => amountInWords(value, language);
	const moved = {
		increase: amount(increase),
		decrease: amount(decrease),
		entries: String(entries),
	};
	const started = {
		opening: amount(opening),
		month: monthInWords(facts.start.on, language),
		day: dateInWords(facts.start.on, language),
	};
	const whole = say('balance', {
		name: language === 'id' ? account.nameId : account.nameEn,
		account: account.code,
		part:
			(facts.fund === undefined ? '' : say('fund', {fund: facts.fund})) +
			(facts.loan === undefined ? '' : say('loan', {loan: facts.loan})),
		day: dateInWords(asOf, language),
		known:
			knownAt === undefined
				? ''
				: say('known', {moment: momentInWords(knownAt, timeZone, language)}),
		balance: amount(balance),
		opening: say(facts.start.basis, started),
		moved: entries === 0 ? say('unmoved') : say('moved', moved),
	});
	const parts = subtract(subtract(balance, opening), subtract(increase, decrease));
	const contradiction = explanation.addsUp ? '' : say('contradiction', {difference: amount(parts)});
	return whole + contradiction + assertionWords(facts, language) + chainWords(facts, language);
}

function assertionWords({assertion}: SentenceFacts, language: Language): string {
	if (assertion?.difference === undefined) return '';
	const holds = isZero(assertion.difference);
	return fill(texts[holds ? 'holds' : 'differs'][language], {
		amount: amountInWords(assertion.amount, language),
		day: dateInWords(assertion.assertedOn, language),
		difference: amountInWords(magnitude(assertion.difference), language),
	});
}

const magnitude = (amount: Rupiah): Rupiah => (isNegative(amount) ? negate(amount) : amount);

function chainWords({lastEntry, checkpoint}: SentenceFacts, language: Language): string {
	if (lastEntry === undefined) return '';
	const entry = fill(texts.lastEntry[language], {entry: String(lastEntry)});
	return checkpoint === undefined
		? entry + texts.uncovered[language]
		: entry + fill(texts.covered[language], {checkpoint: String(checkpoint)});
}
