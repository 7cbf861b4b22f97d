import {cooperativeAccounts} from '../cooperatives/index.ts';
import {cityAccounts} from '../fund/index.ts';
import type {BookCode, FundClaimId} from '../kernel/ids.ts';
import {type LocalDate, addDays, endOfMonth} from '../kernel/local-date.ts';
import {type Rupiah, isPositive, isZero, min, negate, subtract} from '../kernel/money.ts';
import {type EntryDraft, type Line, credit, debit} from '../ledger/index.ts';

const {
	cash,
	currentPortion,
	investment,
	doubtful,
	claims,
	writeOffRecovery,
	provisionExpense,
	writtenOff,
	writtenOffCounter,
} = cityAccounts;

/** The allocation that lines of the city's book are about, and the cooperative that owes it. */
export type About = {readonly fund: string; readonly counterparty?: string};

/** What an entry says of itself. */
export type Stated = {
	readonly effectiveOn: LocalDate;
	readonly document: string;
	readonly reason: string;
};

/** An amount with its sign as a pair of lines: below nothing the sides are exchanged. */
function pair(
	[toDebit, toCredit]: readonly [Line['account'], Line['account']],
	amount: Rupiah,
	[ofDebit, ofCredit]: readonly [About, About],
): Line[] {
	return isPositive(amount)
		? [debit(toDebit, amount, ofDebit), credit(toCredit, amount, ofCredit)]
		: [credit(toDebit, negate(amount), ofDebit), debit(toCredit, negate(amount), ofCredit)];
}

/**
 * The closing entry of a balance date with its mirror on the next day (jurnal balik), so that what
 * is paid later finds all of the investment in one account. The one that fills the investment comes
 * first: on the way it is never below nothing. Above nothing it is current, below no longer.
 */
export function draftCurrentPortion(
	book: BookCode,
	balanceDate: LocalDate,
	about: About,
	change: Rupiah,
): {readonly drafts: EntryDraft[]; readonly closingIndex: number} {
	const accounts = [currentPortion, investment] as const;
	const stated = {book, kind: 'current-portion', document: `BL-${balanceDate}`} as const;
	const closing: EntryDraft = {
		...stated,
		effectiveOn: balanceDate,
		reason: `Bagian lancar dana bergulir per ${balanceDate}`,
		lines: pair(accounts, change, [about, about]),
	};
	const mirrored: EntryDraft = {
		...stated,
		effectiveOn: addDays(balanceDate, 1),
		reason: `Jurnal balik bagian lancar dana bergulir per ${balanceDate}`,
		lines: pair(accounts, negate(change), [about, about]),
	};
	return isPositive(change)
		? {drafts: [mirrored, closing], closingIndex: 1}
		: {drafts: [closing, mirrored], closingIndex: 0};
}

/** A month's provision for an allocation, by the difference alone (Bultek SAP 07). */
export const draftFundProvision = (
	book: BookCode,
	month: LocalDate,
	about: About,
	change: Rupiah,
	policy: {readonly code: string; readonly version: number},
): EntryDraft => ({
	book,
	effectiveOn: endOfMonth(month),
	kind: 'provision',
	document: `PNY-DB-${month.slice(0, 7)}`,
	reason: `Penyisihan dana bergulir ${month.slice(0, 7)} menurut ${policy.code} versi ${policy.version}`,
	lines: pair([provisionExpense, doubtful], change, [about, about]),
});

/** A conditional write-off: off the books against what was provided for, and into the register. */
export const draftConditional = (
	book: BookCode,
	stated: Stated,
	about: About,
	amount: Rupiah,
): EntryDraft => ({
	...stated,
	book,
	kind: 'fund-write-off',
	lines: [
		debit(doubtful, amount, about),
		credit(investment, amount, about),
		debit(writtenOff, amount, about),
		credit(writtenOffCounter, amount, about),
	],
});

/** An absolute write-off: out of the register, and the cooperative is released from the debt. */
export const draftAbsolute = (
	books: {readonly city: BookCode; readonly cooperative: BookCode},
	stated: Stated,
	fund: string,
	amount: Rupiah,
): EntryDraft[] => [
	{
		...stated,
		book: books.cooperative,
		kind: 'fund-write-off',
		lines: [
			debit(cooperativeAccounts.fundDebt, amount, {fund, counterparty: books.city}),
			// Income of the cooperative and not earned by the fund: the city has no share of it.
			credit(cooperativeAccounts.otherIncome, amount),
		],
	},
	{
		...stated,
		book: books.city,
		kind: 'fund-write-off',
		lines: outOfRegister(amount, {fund, counterparty: books.cooperative}),
	},
];

const outOfRegister = (amount: Rupiah, about: About): Line[] => [
	debit(writtenOffCounter, amount, about),
	credit(writtenOff, amount, about),
];

/** What comes of what is registered: income, for it had been an expense, and less is registered. */
const recovered = (amount: Rupiah, about: About): Line[] =>
	isZero(amount) ? [] : [credit(writeOffRecovery, amount, about), ...outOfRegister(amount, about)];

/** A remittance of what was written off conditionally: to the cooperative it is as any other. */
export const draftRecovery = (
	books: {readonly city: BookCode; readonly cooperative: BookCode},
	stated: Stated,
	fund: string,
	{amount, method}: {readonly amount: Rupiah; readonly method: 'cash' | 'bank'},
): EntryDraft[] => [
	{
		...stated,
		book: books.cooperative,
		kind: 'remittance',
		lines: [
			debit(cooperativeAccounts.collectedForCity, amount, {fund, counterparty: books.city}),
			credit(moneyOf(method), amount, {fund}),
		],
	},
	{
		...stated,
		book: books.city,
		kind: 'fund-recovery',
		lines: [
			debit(cash, amount, {fund}),
			...recovered(amount, {fund, counterparty: books.cooperative}),
		],
	},
];

const moneyOf = (place: 'cash' | 'bank') =>
	place === 'cash' ? cooperativeAccounts.cash : cooperativeAccounts.fundBank;

/** What a claim takes away from, in both books. */
export type ClaimedFrom = {
	/** What the cooperative had collected and not remitted: the missing money is of that first. */
	readonly collected: Rupiah;
	/** What the city still has on its books; beyond it the register gives way. */
	readonly investment: Rupiah;
};

/**
 * A claim on a person in both books: the missing money goes out of the cooperative's cash or bank
 * and with it what it owed for it; to the city a debt of the cooperative becomes one of a person
 * (Bultek SAP 07: Piutang TP/TGR).
 */
export function draftClaim(
	books: {readonly city: BookCode; readonly cooperative: BookCode},
	stated: Stated,
	claim: {
		readonly id: FundClaimId;
		readonly fund: string;
		readonly amount: Rupiah;
		readonly shortage: 'cash' | 'bank';
	},
	from: ClaimedFrom,
): EntryDraft[] {
	const {fund, amount} = claim;
	const collected = min(amount, from.collected);
	const onBooks = min(amount, from.investment);
	const ofCity = {fund, counterparty: books.city};
	const ofCooperative = {fund, counterparty: books.cooperative};
	const kind = 'fund-claim';
	return [
		{
			...stated,
			kind,
			book: books.cooperative,
			lines: [
				...some(collected, (part) => debit(cooperativeAccounts.collectedForCity, part, ofCity)),
				...some(subtract(amount, collected), (part) =>
					debit(cooperativeAccounts.fundDebt, part, ofCity),
				),
				credit(moneyOf(claim.shortage), amount, {fund}),
			],
		},
		{
			...stated,
			kind,
			book: books.city,
			lines: [
				debit(claims, amount, {fund, counterparty: claim.id}),
				...some(onBooks, (part) => credit(investment, part, ofCooperative)),
				...recovered(subtract(amount, onBooks), ofCooperative),
			],
		},
	];
}

const some = (amount: Rupiah, line: (amount: Rupiah) => Line): Line[] =>
	isZero(amount) ? [] : [line(amount)];

/** An instalment of a claim. */
export const draftClaimPayment = (
	book: BookCode,
	stated: Stated,
	claim: {readonly id: FundClaimId; readonly fund: string},
	amount: Rupiah,
): EntryDraft => ({
	...stated,
	book,
	kind: 'fund-claim-payment',
	lines: [
		debit(cash, amount, {fund: claim.fund}),
		credit(claims, amount, {fund: claim.fund, counterparty: claim.id}),
	],
});
