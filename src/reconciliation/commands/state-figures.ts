import {getBook} from '../../ledger/index.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {type ReconciliationFinding, refuseAll} from '../errors.ts';
import type {ReconciliationWork, StatedFigures} from '../ports.ts';
import {agreementsBy} from '../queries/compare.ts';
import {requireOver} from './prepare-reconciliation.ts';

/**
 * Takes down what a cooperative says its own books hold at a month's end. What was stated before
 * stays; what counts is what was stated last.
 * @throws DomainError `reconciliation/month-not-over`, `reconciliation/stated-elsewhere`,
 * `reconciliation/stated-twice`: all of them at once.
 */
export async function stateFigures(
	work: ReconciliationWork,
	wanted: Omit<StatedFigures, 'statedBy'> & {readonly book: BookCode},
): Promise<StatedFigures> {
	requireOver(wanted.asOf, work.today());
	const book = await getBook(work, wanted.book);
	const agreements = await agreementsBy(work, book, wanted.asOf);
	const own = new Set(agreements.map(({id}) => id));
	const seen = new Set<string>();
	const findings: ReconciliationFinding[] = [];
	for (const [index, {allocation, item}] of wanted.figures.entries()) {
		const path = `figures[${index}]`;
		if (!own.has(allocation)) {
			const values = {allocation, book: book.code};
			findings.push({code: 'reconciliation/stated-elsewhere', path, values});
		}
		const key = `${allocation}/${item}`;
		if (seen.has(key)) {
			findings.push({code: 'reconciliation/stated-twice', path, values: {allocation, item}});
		}
		seen.add(key);
	}
	refuseAll(findings);
	const {asOf, document, figures} = wanted;
	const stated: StatedFigures = {asOf, document, figures, statedBy: work.actor.name};
	await work.reconciliations.insertStated(book, stated, work.now());
	return stated;
}
