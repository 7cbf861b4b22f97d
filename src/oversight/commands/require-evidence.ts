import type {BookCode} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import type {Evidence} from '../audit-finding.ts';
import {refuseAll} from '../errors.ts';
import type {OversightWork} from '../ports.ts';

/**
 * Makes sure that what a person points to is there and may be seen by them.
 * @throws DomainError `ledger/unknown-book`, `oversight/evidence-unknown` for each that is not.
 */
export async function requireEvidence(
	work: OversightWork,
	code: BookCode,
	evidence: readonly Evidence[],
): Promise<void> {
	const book = await getBook(work, code);
	if (evidence.length === 0) return;
	const missing = await work.findings.missingEvidence(book, evidence);
	refuseAll(
		missing.map((index) => ({
			code: 'oversight/evidence-unknown',
			path: `evidence[${index}]`,
			values: {evidence: Object.values(evidence[index]!).join(' ').slice(0, 80), book: code},
		})),
	);
}
