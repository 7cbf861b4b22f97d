import type {BookCode} from '../../kernel/ids.ts';
import {type LocalDate, addDays, addMonths} from '../../kernel/local-date.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {withinPeriod} from '../financial-statements.ts';
import {type HealthScore, scoreHealth} from '../health-score.ts';
import type {Axes, ReportWork} from '../ports.ts';
import {type ScoreMeasure, accountsBehind, measureBook} from '../score-measures.ts';
import {requireKnown, requirePast} from './trial-balance.ts';

export type HealthScores = {
	readonly scores: readonly HealthScore[];
	/** The first of the twelve months' days. */
	readonly from: LocalDate;
	readonly behind: (measure: ScoreMeasure) => ReturnType<typeof accountsBehind>;
};

/**
 * The health of a cooperative under one policy, or under each that holds on the day: from what its
 * book held, what it earned and spent in the twelve months to the day, and the classes of its
 * loans.
 * @throws DomainError `ledger/unknown-book`, `report/not-a-cooperative`,
 * `report/unknown-score-policy`, `report/as-of-in-future`, `report/known-before-book`.
 */
export async function readHealthScore(
	work: ReportWork,
	{book: code, policy}: {readonly book: BookCode; readonly policy?: string | undefined},
	axes: Axes,
): Promise<HealthScores> {
	const book = await getBook(work, code);
	requirePast(work, axes);
	await requireKnown(work, book, axes);
	if (book.kind !== 'cooperative') {
		throw refuse('report/not-a-cooperative', {book: code}, 'query.book');
	}
	const inForce = await work.reports.scorePolicies(axes.asOf);
	const policies = inForce.filter((one) => policy === undefined || one.code === policy);
	if (policy !== undefined && policies.length === 0) {
		const known = inForce.map((one) => one.code).join(', ') || '-';
		const values = {policy, date: axes.asOf, known};
		throw refuse('report/unknown-score-policy', values, 'query.policy');
	}
	const yearAgo = {...axes, asOf: addMonths(axes.asOf, -12)};
	const before = await work.reports.kindTurnoversUpTo(book, yearAgo);
	const upTo = await work.reports.kindTurnoversUpTo(book, axes);
	const year = withinPeriod(before, upTo);
	const scores: HealthScore[] = [];
	for (const one of policies) {
		const risk = await work.reports.loanRisk(book, axes, one.provisionPolicy);
		scores.push(scoreHealth(one, measureBook(upTo, year, risk)));
	}
	return {scores, from: addDays(yearAgo.asOf, 1), behind: (name) => accountsBehind(name, upTo)};
}
