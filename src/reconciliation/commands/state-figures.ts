import {decodeText} from '../../banking/index.ts';
import {decideContent} from '../../cooperatives/index.ts';
import {getBook} from '../../ledger/index.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {type ReconciliationFinding, refuseAll} from '../errors.ts';
import type {ReconciliationWork, StatedFigures} from '../ports.ts';
import {agreementsBy} from '../queries/compare.ts';
import {readStatedFile} from '../stated-file.ts';
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

/** What a cooperative says of its own books, as the file in which it says so. */
export type StatedFile = Pick<StatedFigures, 'asOf' | 'document'> & {
	readonly book: BookCode;
	readonly contentBase64: string;
};

/**
 * As {@link stateFigures}, from a CSV: all of it or, with every fault named, none.
 * @throws DomainError `attachment/…` and `banking/file-unreadable` where it is no text, and what
 * {@link readStatedFile} and {@link stateFigures} refuse.
 */
export async function stateFile(
	work: ReconciliationWork,
	{contentBase64, ...wanted}: StatedFile,
): Promise<StatedFigures> {
	requireOver(wanted.asOf, work.today());
	const text = decodeText(decideContent(contentBase64).content, 'utf-8');
	const book = await getBook(work, wanted.book);
	const agreements = await agreementsBy(work, book, wanted.asOf);
	const figures = readStatedFile(text, {book: book.code, agreements});
	return stateFigures(work, {...wanted, figures});
}
