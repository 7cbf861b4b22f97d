import {type Allocation, getAllocation} from '../../fund/index.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import {addDays} from '../../kernel/local-date.ts';
import {getBook} from '../../ledger/index.ts';
import {withinPeriod} from '../financial-statements.ts';
import {type FundStatement, buildFundStatement} from '../fund-statement.ts';
import type {Axes, ReportWork} from '../ports.ts';
import {openQuestion} from './ledger-question.ts';

export type FundStatementRequest = Axes & {
	readonly allocation: AllocationId;
	/** Without it, from the day of the agreement on. */
	readonly from?: Axes['asOf'] | undefined;
};

export type ReadFundStatement = FundStatement & {
	readonly allocation: Allocation;
	readonly from: Axes['asOf'];
};

/**
 * The life of a fund in a period, from the lines that name it in its cooperative's book.
 * @throws DomainError `fund/unknown-allocation`, `report/…`.
 */
export async function readFundStatement(
	work: ReportWork,
	{allocation: id, from, ...axes}: FundStatementRequest,
): Promise<ReadFundStatement> {
	const allocation = await getAllocation(work, id, 'query.allocation');
	const first = from ?? (allocation.agreedOn > axes.asOf ? axes.asOf : allocation.agreedOn);
	const {question} = await openQuestion(work, {...axes, book: allocation.book, from: first});
	const book = await getBook(work, allocation.book);
	const dayBefore = {...axes, asOf: addDays(question.from, -1)};
	const before = await work.reports.fundTurnovers(book, allocation.id, dayBefore);
	const upTo = await work.reports.fundTurnovers(book, allocation.id, axes);
	return {...buildFundStatement(before, withinPeriod(before, upTo)), allocation, from: first};
}
