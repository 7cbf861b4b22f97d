import {isOnePerson} from '../kernel/actor.ts';
import type {Finding} from '../kernel/errors.ts';
import type {BookCode, CashCountId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, equals, isZero, sum, times, toDisplay, toText} from '../kernel/money.ts';
import {fault, refuse, refuseAll} from './errors.ts';

export type MoneyKind = 'note' | 'coin';

/** A note or coin that is money. */
export type Denomination = {
	readonly value: Rupiah;
	readonly kind: MoneyKind;
	readonly status: 'found' | 'provisional';
	readonly source: string;
};

/** How many of one note or coin there were. */
export type Pieces = {
	readonly value: Rupiah;
	readonly kind: MoneyKind;
	readonly pieces: number;
};

/** What one person counted in the cash box, what another saw, and what was booked of it. */
export type CashCount = {
	readonly id: CashCountId;
	readonly book: BookCode;
	readonly number: number;
	readonly countedOn: LocalDate;
	readonly pieces: readonly Pieces[];
	readonly total: Rupiah;
	/** What the ledger said at that moment, as known when this entry was the last. */
	readonly ledgerAmount: Rupiah;
	readonly knownToEntry: number;
	readonly countedAt: Date;
	readonly countedBy: string;
	readonly witness?: {
		readonly by: string;
		readonly at: Date;
		/** The assertion of the ledger that came of it, and whether it was withdrawn since. */
		readonly assertion: number;
		readonly isWithdrawn: boolean;
	};
	readonly booking?: {
		readonly by: string;
		readonly at: Date;
		readonly entry: number;
		readonly difference: Rupiah;
	};
};

/** The paper of a count, by its number. */
export const documentOf = ({number}: Pick<CashCount, 'number'>): string => `KAS-${number}`;

/**
 * What pieces make, once each of them is known to be money.
 * @throws DomainError `banking/unknown-denomination`, `banking/named-twice`.
 */
export function countPieces(
	pieces: readonly Pieces[],
	denominations: readonly Denomination[],
): Rupiah {
	const nameOf = ({value, kind}: Pick<Pieces, 'value' | 'kind'>): string =>
		`${kind} ${toText(value)}`;
	const known = new Set(denominations.map(nameOf));
	const options = denominations.map(({value, kind}) => `${kind} ${toDisplay(value)}`).join(', ');
	const findings = pieces.flatMap((one, index): Finding[] => {
		const path = `pieces[${index}].value`;
		if (!known.has(nameOf(one))) {
			const values = {kind: one.kind, value: toText(one.value), options};
			return [fault('banking/unknown-denomination', path, values)];
		}
		const isFirst = pieces.findIndex((other) => nameOf(other) === nameOf(one)) === index;
		return isFirst ? [] : [fault('banking/named-twice', path, {value: nameOf(one)})];
	});
	refuseAll(findings);
	return sum(pieces.map(({value, pieces: count}) => times(value, count)));
}

export type WitnessFacts = {
	readonly actorName: string;
	readonly today: LocalDate;
	/** What the ledger says of that day now. */
	readonly ledgerNow: Rupiah;
	/** Whether anything was booked on the cash of that day since. */
	readonly hasMoved: boolean;
};

/**
 * Judges that a person witnesses a count: another than who counted, that day, before cash moved.
 * @throws DomainError `banking/witnessed-before`, `banking/counted-by-witness`,
 * `banking/count-of-other-day`, `banking/cash-moved`.
 */
export function decideWitness(count: CashCount, facts: WitnessFacts): void {
	const {number, witness, countedBy, countedOn} = count;
	if (witness) {
		throw refuse('banking/witnessed-before', {number: String(number), by: witness.by});
	}
	if (isOnePerson(countedBy, facts.actorName)) {
		throw refuse('banking/counted-by-witness', {by: countedBy});
	}
	if (countedOn !== facts.today) {
		throw refuse('banking/count-of-other-day', {date: countedOn, today: facts.today});
	}
	if (!facts.hasMoved && equals(facts.ledgerNow, count.ledgerAmount)) return;
	const values = {ledger: toText(facts.ledgerNow), known: toText(count.ledgerAmount)};
	throw refuse('banking/cash-moved', values);
}

/**
 * Judges that a person books what was missing or too much.
 * @throws DomainError `banking/not-witnessed`, `banking/count-withdrawn`, `banking/booked-before`,
 * `banking/booked-by-counter`, `banking/no-difference`.
 */
export function decideBooking(count: CashCount, actorName: string, difference: Rupiah): void {
	const number = String(count.number);
	if (!count.witness) throw refuse('banking/not-witnessed', {number});
	if (count.booking) {
		throw refuse('banking/booked-before', {number, entry: String(count.booking.entry)});
	}
	if (count.witness.isWithdrawn) throw refuse('banking/count-withdrawn', {number});
	if (isOnePerson(count.countedBy, actorName)) {
		throw refuse('banking/booked-by-counter', {by: actorName});
	}
	if (isZero(difference)) throw refuse('banking/no-difference', {number});
}
