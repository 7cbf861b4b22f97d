import type {BookCode} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import type {ReportWork} from '../ports.ts';

/**
 * Takes the rollup that fund health is read from on to the last entry of a book. Nothing depends on
 * it but speed: what the rollup has not is computed when it is read. @returns how many loans were
 * read anew.
 */
export async function refreshFundRollup(
	work: Pick<ReportWork, 'reports' | 'ledger' | 'today'>,
	code: BookCode,
): Promise<number> {
	return work.reports.refreshFundRollup(await getBook(work, code), work.today());
}
