import type {AuditFindingId} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {type AuditFinding, type AuditFindingDraft, byHand, decideDrafts} from '../audit-finding.ts';
import {mailsOfRaising} from '../mail.ts';
import type {NewAuditFinding, OversightWork} from '../ports.ts';
import {assignFinding} from './assign-finding.ts';
import {requireEvidence} from './require-evidence.ts';
import {writeMails} from './write-mails.ts';

/**
 * Raises a finding; or, while one of the same source and subject in the same book is not closed,
 * answers with that one and writes nothing. One that was closed is named as the one before.
 * @throws DomainError as {@link raiseFindings}.
 */
export async function raiseFinding(
	work: OversightWork,
	draft: AuditFindingDraft,
): Promise<AuditFinding> {
	const [finding] = await raiseFindings(work, [draft]);
	return finding!;
}

/**
 * Raises thousands at once, each as {@link raiseFinding} does: the finding that stands for each
 * draft, in their order. Whoever runs twice over the same raises nothing the second time.
 * @throws DomainError `ledger/unknown-book`, and what `decideDrafts` refuses.
 */
export async function raiseFindings(
	work: OversightWork,
	drafts: readonly AuditFindingDraft[],
): Promise<AuditFinding[]> {
	if (drafts.length === 0) return [];
	decideDrafts(drafts);
	const codes = [...new Set(drafts.map(({book}) => book))];
	const books = await work.ledger.findBooks(codes);
	for (const code of codes) if (!books.has(code)) await getBook(work, code);
	await work.findings.lockRegisters([...books.values()]);
	const keyOf = ({book, source, subject}: AuditFindingDraft): string =>
		JSON.stringify([book, source, subject]);
	const single = new Map(drafts.toReversed().map((draft) => [keyOf(draft), draft]));
	const wanted = [...single.values()]
		.toReversed()
		.map((draft) => ({...draft, id: work.newId() as AuditFindingId}));
	const {findings, raised} = await work.findings.raise(wanted, work.actor.name, work.now());
	await writeMails(work, findings.filter(({id}) => raised.has(id)).flatMap(mailsOfRaising));
	const standing = new Map(findings.map((finding) => [keyOf(finding), finding]));
	return drafts.map((draft) => standing.get(keyOf(draft))!);
}

/**
 * Raises what a person found, with evidence that is there, and gives it to an owner where one is
 * named. @throws DomainError `oversight/evidence-unknown`, and those of {@link raiseFinding} and
 * `assignFinding`.
 */
export async function raiseByHand(
	work: OversightWork,
	{owner, ...wanted}: NewAuditFinding,
): Promise<AuditFinding> {
	await requireEvidence(work, wanted.book, wanted.evidence);
	const finding = await raiseFinding(work, {...wanted, source: byHand});
	if (owner === undefined || owner === finding.owner) return finding;
	return assignFinding(work, {finding: finding.id, owner});
}
