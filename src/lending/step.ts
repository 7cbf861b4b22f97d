import {isOnePerson} from '../kernel/actor.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';
import {type Loan, type LoanStatus, requireStatus} from './loan.ts';

/**
 * A member may think better of it until the money is out.
 * @throws DomainError `lending/wrong-status`.
 */
export function decideWithdrawal(loan: Loan, on: LocalDate, today: LocalDate): void {
	if (loan.status !== 'verified' && loan.status !== 'approved') requireStatus(loan, 'applied');
	requireDay(loan, on, today);
}

/**
 * Whoever applied for a loan does not verify it.
 * @throws DomainError `lending/wrong-status`, `lending/same-person-step`.
 */
export function decideVerification(
	loan: Loan,
	on: LocalDate,
	{today, actorName}: {readonly today: LocalDate; readonly actorName: string},
): void {
	requireStatus(loan, 'applied');
	requireAnother(loan, actorName);
	requireDay(loan, on, today);
}

/** Whoever applied for a loan neither eases it nor writes it off: who lends does not forgive. */
export function requireAnother({appliedBy}: Pick<Loan, 'appliedBy'>, actorName: string): void {
	if (isOnePerson(appliedBy, actorName)) {
		throw refuse('lending/same-person-step', {person: actorName});
	}
}

/**
 * A loan changes hands while somebody has to look after it, also when it is written off.
 * @throws DomainError `lending/ended`, `lending/officer-same`.
 */
export function decideOfficer({number, status, officer: held}: Loan, officer: string): void {
	if (ended.has(status)) throw refuse('lending/ended', {number: String(number), status});
	if (held === officer) {
		throw refuse('lending/officer-same', {number: String(number), officer}, 'officer');
	}
}

const ended: ReadonlySet<LoanStatus> = new Set(['rejected', 'withdrawn', 'settled', 'reversed']);

/** What is still to be applied, decided, paid out, repaid or recovered. */
export const isOpen = ({status}: Pick<Loan, 'status'>): boolean => !ended.has(status);

/** @throws DomainError `lending/step-in-future`, `lending/died-before-joining`. */
export function decideDeath(diedOn: LocalDate, joinedOn: LocalDate, today: LocalDate): void {
	requirePast(diedOn, today, 'diedOn');
	if (diedOn >= joinedOn) return;
	throw refuse('lending/died-before-joining', {date: diedOn, joinedOn}, 'diedOn');
}

/** @throws DomainError `lending/step-in-future`. */
export function requirePast(on: LocalDate, today: LocalDate, path: string): void {
	if (on > today) throw refuse('lending/step-in-future', {date: on, today}, path);
}

function requireDay(loan: Loan, on: LocalDate, today: LocalDate): void {
	const last = loan.decidedOn ?? loan.appliedOn;
	if (on < last) throw refuse('lending/step-before-application', {date: on, last}, 'on');
	requirePast(on, today, 'on');
}
