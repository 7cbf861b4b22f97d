import type {BookCode} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import type {ShareDifference, SurplusWork} from '../ports.ts';

/** Where what members have of the surplus is not what the journal says; nowhere, if all is well. */
export async function verifyShares(
	work: Pick<SurplusWork, 'ledger' | 'surplus'>,
	code: BookCode,
): Promise<ShareDifference[]> {
	return work.surplus.shareDifferences(await getBook(work, code));
}
