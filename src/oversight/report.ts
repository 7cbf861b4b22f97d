import {daysBetween, type LocalDate} from '../kernel/local-date.ts';
import {
	type AuditFinding,
	type FindingState,
	type Level,
	type Severity,
	levels,
	severities,
} from './audit-finding.ts';

/** A finding as it stood at the end of a day. */
export type ReportedFinding = Pick<
	AuditFinding,
	| 'id'
	| 'book'
	| 'bookName'
	| 'number'
	| 'source'
	| 'severity'
	| 'sentence'
	| 'raisedAt'
	| 'state'
	| 'level'
	| 'owner'
	| 'dueOn'
>;

/** How many findings of one kind there were. */
export type FindingSum = {
	readonly severity: Severity;
	readonly level: Level;
	readonly state: FindingState;
	readonly isOverdue: boolean;
	readonly count: number;
};

export type FindingCounts = {
	readonly open: number;
	readonly overdue: number;
	readonly closed: number;
};

export type FindingTotals = FindingCounts & {
	readonly bySeverity: readonly (FindingCounts & {readonly severity: Severity})[];
	readonly byLevel: readonly (FindingCounts & {readonly level: Level})[];
};

/** How many are open, overdue among these, and closed: in all, by severity and by level. */
export function buildTotals(sums: readonly FindingSum[]): FindingTotals {
	const count = (wanted: (sum: FindingSum) => boolean): FindingCounts => {
		const counted = (and: (sum: FindingSum) => boolean): number =>
			sums.filter((sum) => wanted(sum) && and(sum)).reduce((total, sum) => total + sum.count, 0);
		return {
			open: counted(({state}) => state !== 'closed'),
			overdue: counted(({isOverdue}) => isOverdue),
			closed: counted(({state}) => state === 'closed'),
		};
	};
	return {
		...count(() => true),
		bySeverity: severities
			.toReversed()
			.map((severity) => ({severity, ...count((sum) => sum.severity === severity)})),
		byLevel: levels.map((level) => ({level, ...count((sum) => sum.level === level)})),
	};
}

/** By how many days a due date was missed on a day; zero where it was not. */
export const daysOverdue = ({dueOn}: Pick<AuditFinding, 'dueOn'>, on: LocalDate): number =>
	Math.max(daysBetween(dueOn, on), 0);
