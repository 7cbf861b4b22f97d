import type {BookCode} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import type {SavingDifference, SavingsWork} from '../ports.ts';

/** Where what is kept of members' savings is not what the journal says; nowhere, if all is well. */
export async function verifySavings(
	work: Pick<SavingsWork, 'ledger' | 'savings'>,
	code: BookCode,
): Promise<SavingDifference[]> {
	return work.savings.savingDifferences(await getBook(work, code));
}
