import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {localDate} from '../../kernel/local-date.ts';
import {type Rupiah, add, subtract, sum, zero} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {Known, SurplusDistribution, SurplusWork} from '../../surplus/index.ts';
import {refuse} from '../errors.ts';
import type {Axes, ReportWork} from '../ports.ts';
import {type SurplusReport, buildSurplusReport, leftOfShare} from '../surplus-report.ts';
import {readIncomeStatement} from './financial-statements.ts';
import {openQuestion} from './ledger-question.ts';

export type SurplusReportWork = ReportWork & Pick<SurplusWork, 'surplus'>;

/**
 * The surplus of a cooperative's year and how it was distributed: its parts, its members and what
 * they were paid by a day, as the book stood at a moment.
 * @throws DomainError `ledger/unknown-book`, `report/not-a-cooperative`, `report/…`.
 */
export async function readSurplusReport(
	work: SurplusReportWork,
	code: BookCode,
	year: number,
	axes: Axes,
): Promise<SurplusReport & {readonly book: Book}> {
	const {book, question} = await openQuestion(work, {...axes, book: code});
	if (book.kind !== 'cooperative') {
		throw refuse('report/not-a-cooperative', {book: code}, 'query.book');
	}
	const known = {asOf: axes.asOf, upTo: question.upTo};
	const all = await work.surplus.distributions(book, known);
	const standing = all.filter(({reversal}) => reversal === undefined);
	const distribution = standing.find((one) => one.year === year);
	return {
		book,
		...buildSurplusReport({
			earned: await readEarned(work, code, year, axes),
			closing: await work.surplus.findClosing(book, year, known),
			distribution,
			shares: distribution ? await work.surplus.shares(book, distribution.id, {known}) : [],
			leftOfOthers: await leftOf(
				work,
				book,
				standing.filter((one) => one !== distribution),
				known,
			),
			control: await readControl(work, book, axes),
		}),
	};
}

async function readEarned(
	work: ReportWork,
	code: BookCode,
	year: number,
	axes: Axes,
): Promise<Rupiah> {
	const [first, last] = [localDate(`${year}-01-01`), localDate(`${year}-12-31`)];
	if (axes.asOf < first) return zero;
	const asOf = axes.asOf < last ? axes.asOf : last;
	const {totals} = await readIncomeStatement(work, code, {...axes, from: first, asOf});
	return totals.surplus;
}

async function leftOf(
	work: SurplusReportWork,
	book: Book,
	distributions: readonly SurplusDistribution[],
	known: Known,
): Promise<Rupiah> {
	let left = zero;
	for (const {id} of distributions) {
		left = add(left, sum((await work.surplus.shares(book, id, {known})).map(leftOfShare)));
	}
	return left;
}

async function readControl(work: ReportWork, book: Book, axes: Axes): Promise<Rupiah> {
	const account = cooperativeAccounts.surplusShares;
	const turnovers = await work.ledger.turnovers(book, {...axes, account});
	return sum(turnovers.map(({debits, credits}) => subtract(credits, debits)));
}
