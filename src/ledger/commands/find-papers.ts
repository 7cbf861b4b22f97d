import {DomainError, type Finding} from '../../kernel/errors.ts';
import type {AttachmentId, BookCode} from '../../kernel/ids.ts';
import {ledgerTexts} from '../errors.ts';
import type {LedgerWork} from '../ports.ts';

/**
 * The hashes of kept papers, to be sealed with the entry that they prove.
 * @throws DomainError with a finding `ledger/unknown-paper` for each that the book has not, and
 * `ledger/paper-twice`.
 */
export async function findPapers(
	work: Pick<LedgerWork, 'paperHashes'>,
	book: BookCode,
	attachments: readonly AttachmentId[] = [],
): Promise<string[]> {
	if (attachments.length === 0) return [];
	const known = await work.paperHashes(book, attachments);
	const findings: Finding[] = [];
	const hashes = attachments.map((attachment, index) => {
		const path = `attachments[${index}]`;
		const sha256 = known.get(attachment);
		if (sha256 === undefined) {
			findings.push({code: 'ledger/unknown-paper', path, values: {attachment, book}});
		} else if (attachments.indexOf(attachment) < index) {
			findings.push({code: 'ledger/paper-twice', path, values: {attachment}});
		}
		return sha256 ?? '';
	});
	const [first, ...others] = findings;
	if (first) {
		throw new DomainError(first, ledgerTexts[first.code as keyof typeof ledgerTexts], others);
	}
	return hashes;
}
