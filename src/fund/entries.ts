import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, isNegative, negate} from '../kernel/money.ts';
import {type EntryDraft, type Line, credit, debit, mirror} from '../ledger/index.ts';
import type {Allocation} from './allocation.ts';
import {cityAccounts} from './city-chart.ts';
import type {Programme} from './programme.ts';

const {cash, fundBank, fundDebt, collectedForCity, cityShareDebt, cityShareExpense} =
	cooperativeAccounts;

/** Between whom money moves, and under which agreement. */
export type Parties = {readonly allocation: Allocation; readonly programme: Programme};

/** What moves, when, and the paper that proves it. */
export type Move = {
	readonly on: LocalDate;
	readonly document: string;
	readonly amount: Rupiah;
	/** The SHA-256 of kept papers. The city's book keeps none, so that its mirror names none. */
	readonly papers?: readonly string[];
};

/** From where money goes to the city: the cash box or the fund's bank account. */
export type PaidFrom = 'cash' | 'bank';

/**
 * A tranche: to the city an investment and not an expense (Bultek SAP 07), to the cooperative a
 * debt.
 */
export const draftTranche = (parties: Parties, move: Move): EntryDraft[] =>
	draftBoth(
		parties,
		move,
		{kind: 'tranche', reason: 'Pencairan dana bergulir'},
		({fund, counterparty}) => [
			debit(fundBank, move.amount, {fund}),
			credit(fundDebt, move.amount, {fund, counterparty}),
		],
		({fund, counterparty}) => [
			debit(cityAccounts.investment, move.amount, {fund, counterparty}),
			credit(cityAccounts.cash, move.amount, {fund}),
		],
	);

/** A remittance of collected principal: the debt and the investment shrink together. */
export const draftRemittance = (parties: Parties, move: Move, from: PaidFrom): EntryDraft[] =>
	draftBoth(
		parties,
		move,
		{kind: 'remittance', reason: 'Setoran pokok dana bergulir'},
		({fund, counterparty}) => [
			debit(collectedForCity, move.amount, {fund, counterparty}),
			credit(from === 'cash' ? cash : fundBank, move.amount, {fund}),
		],
		investmentBack(move.amount),
	);

/** Money of the fund that goes back to the city as it came, without having been lent. */
export const draftReturn = (parties: Parties, move: Move): EntryDraft[] =>
	draftBoth(
		parties,
		move,
		{kind: 'fund-return', reason: 'Pengembalian dana bergulir'},
		({fund, counterparty}) => [
			debit(fundDebt, move.amount, {fund, counterparty}),
			credit(fundBank, move.amount, {fund}),
		],
		investmentBack(move.amount),
	);

/**
 * What of a fund's income is the city's: an expense and a debt here, other income of its own
 * (lain-lain PAD yang sah) there. A negative amount takes back what had been booked too much.
 */
export function draftCityShare(parties: Parties, move: Move): EntryDraft[] {
	const isTakenBack = isNegative(move.amount);
	const amount = isTakenBack ? negate(move.amount) : move.amount;
	const turned = (lines: Line[]): Line[] => (isTakenBack ? mirror(lines) : lines);
	return draftBoth(
		parties,
		move,
		{kind: 'city-share', reason: 'Jasa dana bergulir untuk kota'},
		({fund, counterparty}) =>
			turned([
				debit(cityShareExpense, amount, {fund}),
				credit(cityShareDebt, amount, {fund, counterparty}),
			]),
		({fund, counterparty}) =>
			turned([
				debit(cityAccounts.shareReceivable, amount, {fund, counterparty}),
				credit(cityAccounts.shareIncome, amount, {fund}),
			]),
	);
}

/** A payment of the city's share. */
export const draftSharePayment = (parties: Parties, move: Move, from: PaidFrom): EntryDraft[] =>
	draftBoth(
		parties,
		move,
		{kind: 'city-share-payment', reason: 'Setoran jasa dana bergulir'},
		({fund, counterparty}) => [
			debit(cityShareDebt, move.amount, {fund, counterparty}),
			credit(from === 'cash' ? cash : fundBank, move.amount, {fund}),
		],
		({fund, counterparty}) => [
			debit(cityAccounts.cash, move.amount, {fund}),
			credit(cityAccounts.shareReceivable, move.amount, {fund, counterparty}),
		],
	);

type About = Required<Pick<Line, 'fund' | 'counterparty'>>;
type Lines = (about: About) => Line[];

const investmentBack =
	(amount: Rupiah): Lines =>
	({fund, counterparty}) => [
		debit(cityAccounts.cash, amount, {fund}),
		credit(cityAccounts.investment, amount, {fund, counterparty}),
	];

/** One event in two books: the cooperative's, and its mirror in the city's. */
function draftBoth(
	{allocation, programme}: Parties,
	{on, document, papers}: Move,
	{kind, reason}: Pick<EntryDraft, 'kind' | 'reason'>,
	lines: Lines,
	cityLines: Lines,
): EntryDraft[] {
	const stated = {
		effectiveOn: on,
		kind,
		reason: `${reason} ${allocation.agreementNumber}`,
		document,
	};
	const fund = allocation.id;
	const [book, city] = [allocation.book, programme.cityBook];
	return [
		{...stated, book, ...(papers && {papers}), lines: lines({fund, counterparty: city})},
		{...stated, book: city, lines: cityLines({fund, counterparty: book})},
	];
}
