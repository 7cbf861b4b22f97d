import type {BookCode, ReconciliationId} from '../../kernel/ids.ts';
import {type LocalDate, addDays} from '../../kernel/local-date.ts';
import {getBook} from '../../ledger/index.ts';
import {raiseFindings} from '../../oversight/index.ts';
import {draftFinding} from '../difference-finding.ts';
import {refuse} from '../errors.ts';
import type {ReconciliationWork} from '../ports.ts';
import {agreementsBy, compare} from '../queries/compare.ts';
import {
	type ComparedLine,
	type Reconciliation,
	differencesOf,
	figuresText,
	isSigned,
} from '../reconciliation.ts';

/**
 * Sets side by side what city and cooperative say of each other at a month's end. The figures stay
 * as they were found; a month that was signed is prepared anew only when they have changed.
 * @throws DomainError `reconciliation/month-not-over`, `reconciliation/still-open`, …
 */
export async function prepareReconciliation(
	work: ReconciliationWork,
	{
		book: code,
		asOf,
		booksKept,
	}: {readonly book: BookCode} & Pick<Reconciliation, 'asOf' | 'booksKept'>,
): Promise<Reconciliation> {
	requireOver(asOf, work.today());
	const book = await getBook(work, code);
	await work.ledger.lockTip(book);
	const month = asOf.slice(0, 7);
	const agreements = await agreementsBy(work, book, asOf);
	if (agreements.length === 0) {
		throw refuse('reconciliation/nothing-to-compare', {book: code, month}, 'book');
	}
	const stated = await work.reconciliations.stated(book, asOf);
	if (booksKept === 'elsewhere' && !stated) {
		throw refuse('reconciliation/nothing-stated', {book: code, month}, 'book');
	}
	const lines = await compare(work, {book, agreements, booksKept, stated}, asOf);
	const last = await work.reconciliations.last(book, asOf);
	requireNew(last, lines, month);
	const reconciliation: Reconciliation = {
		id: work.newId() as ReconciliationId,
		book: code,
		number: (last?.number ?? 0) + 1,
		asOf,
		booksKept,
		preparedBy: work.actor.name,
		preparedAt: work.now(),
		lines,
		explanations: [],
		signatures: [],
	};
	await work.reconciliations.insert(book, reconciliation);
	await raiseDifferences(work, reconciliation);
	return reconciliation;
}

/** A difference has an owner and a due date from the day on which it is seen. */
async function raiseDifferences(work: ReconciliationWork, one: Reconciliation): Promise<void> {
	const differences = differencesOf(one);
	if (differences.length === 0) return;
	await raiseFindings(
		work,
		differences.map((difference) => draftFinding(one, difference)),
	);
}

/** A month is compared once it is over. @throws DomainError `reconciliation/month-not-over`. */
export function requireOver(asOf: LocalDate, today: LocalDate): void {
	if (asOf < today) return;
	const values = {month: asOf.slice(0, 7), earliest: addDays(asOf, 1)};
	throw refuse('reconciliation/month-not-over', values, 'month');
}

function requireNew(
	last: Reconciliation | undefined,
	lines: readonly ComparedLine[],
	month: string,
): void {
	if (!last) return;
	const values = {month, number: String(last.number)};
	// Figures that moved make an unfinished one worthless; what was found stays to be read.
	if (figuresText(last.lines) !== figuresText(lines)) return;
	throw refuse(
		isSigned(last) ? 'reconciliation/unchanged' : 'reconciliation/still-open',
		values,
		'month',
	);
}
