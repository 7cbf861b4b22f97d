import type {Allocation} from '../../fund/index.ts';
import type {AllocationId, BookCode} from '../../kernel/ids.ts';
import {addDays} from '../../kernel/local-date.ts';
import type {Book} from '../../ledger/index.ts';
import {
	type PolicyTotals,
	type ProvisioningWork,
	readClassifiedPortfolio,
} from '../../provisioning/index.ts';
import {type NoteTable, type TurnoverCell, buildNotes} from '../notes.ts';
import type {Axes, ReportWork} from '../ports.ts';
import type {PeriodAxes} from './financial-statements.ts';
import {openQuestion} from './ledger-question.ts';

export type NotesWork = ReportWork & ProvisioningWork;

export type Notes = {
	readonly notes: readonly NoteTable[];
	/** The allocations that rows are of. */
	readonly allocations: ReadonlyMap<string, Allocation>;
	/** A cooperative's loans by class under each policy in force; nothing of a city. */
	readonly classes: readonly PolicyTotals[];
};

/**
 * The tables of the notes to the financial statements (CALK) of a book for a period.
 * @throws DomainError `ledger/unknown-book`, `report/…`.
 */
export async function readNotes(
	work: NotesWork,
	code: BookCode,
	{from, ...axes}: PeriodAxes,
): Promise<Notes> {
	const {book} = await openQuestion(work, {...axes, book: code, from});
	const before = await readCells(work, book, {...axes, asOf: addDays(from, -1)});
	const notes = buildNotes(book, before, await readCells(work, book, axes));
	const {totals} =
		book.kind === 'city'
			? {totals: []}
			: await readClassifiedPortfolio(work, {...axes, book: code, limit: 1});
	return {notes, allocations: await readAllocations(work, notes), classes: totals};
}

async function readCells(work: ReportWork, book: Book, axes: Axes): Promise<TurnoverCell[]> {
	const chart = await work.ledger.accounts(book);
	return (await work.ledger.turnovers(book, axes)).map(
		({account, fund, kind, debits, credits}) => ({
			account: chart.get(account)!,
			...(fund === undefined ? {} : {fund}),
			kind,
			turnover: {debit: debits, credit: credits},
		}),
	);
}

async function readAllocations(
	work: ReportWork,
	notes: readonly NoteTable[],
): Promise<Map<string, Allocation>> {
	const funds = new Set(notes.flatMap(({rows}) => rows.flatMap(({fund}) => fund ?? [])));
	const found = new Map<string, Allocation>();
	for (const fund of funds) {
		const allocation = await work.fund.findAllocation(fund as AllocationId);
		if (allocation !== undefined) found.set(fund, allocation);
	}
	return found;
}
