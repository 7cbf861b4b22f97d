import type {AllocationId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type FundFinding, refuse, refuseAll} from './errors.ts';

/** An agreement that ended before its tenor. */
export type AllocationEnding = {
	readonly allocation: AllocationId;
	/** Withdrawn by the city for a breach, or ended by both. */
	readonly kind: 'withdrawn' | 'ended';
	readonly endedOn: LocalDate;
	/** The day on which all that is left falls due to the city. */
	readonly dueOn: LocalDate;
	readonly reason: string;
	readonly document: string;
	readonly endedBy: string;
};

/** @throws DomainError `fund/allocation-ended`, or all that is wrong with the days. */
export function decideEnding(
	{endedOn, dueOn}: Pick<AllocationEnding, 'endedOn' | 'dueOn'>,
	{agreedOn}: {readonly agreedOn: LocalDate},
	today: LocalDate,
	before?: AllocationEnding,
): void {
	requireRunning(before);
	const findings: FundFinding[] = [];
	if (endedOn < agreedOn || endedOn > today) {
		const values = {date: endedOn, agreedOn, today};
		findings.push({code: 'fund/ending-date', path: 'endedOn', values});
	}
	if (dueOn < endedOn) {
		const values = {date: dueOn, endedOn};
		findings.push({code: 'fund/due-before-ending', path: 'dueOn', values});
	}
	refuseAll(findings);
}

/** Under an agreement that has ended no money goes out. @throws DomainError. */
export function requireRunning(ending: AllocationEnding | undefined): void {
	if (!ending) return;
	const values = {date: ending.endedOn, document: ending.document};
	throw refuse('fund/allocation-ended', values, 'allocation');
}
