import type {BookCode} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import type {CooperativeWork, SealedPaper} from '../ports.ts';

/** Papers that are not, or no more, what was sealed with an entry; none, if all is well. */
export async function verifyPapers(
	work: Pick<CooperativeWork, 'ledger' | 'cooperatives'>,
	code: BookCode,
): Promise<SealedPaper[]> {
	const papers = await work.cooperatives.sealedPapers(await getBook(work, code));
	return papers.filter(({isKept}) => !isKept);
}
