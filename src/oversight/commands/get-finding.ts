import {assert} from '../../kernel/assert.ts';
import type {AuditFindingId} from '../../kernel/ids.ts';
import {localDateAt} from '../../kernel/local-date.ts';
import type {AuditFinding} from '../audit-finding.ts';
import {refuse} from '../errors.ts';
import {mailsOfStep} from '../mail.ts';
import type {OversightWork} from '../ports.ts';
import {type FindingStep, type Moment, afterStep} from '../step.ts';
import {writeMails} from './write-mails.ts';

/** The finding with an identity. @throws DomainError `oversight/unknown`. */
export async function getFinding(
	work: Pick<OversightWork, 'findings'>,
	id: AuditFindingId,
): Promise<AuditFinding> {
	const finding = await work.findings.findFinding(id);
	if (!finding) throw refuse('oversight/unknown', {finding: id});
	return finding;
}

/** Takes one step of a finding that is held, so that two people's steps follow one another. */
export async function takeStep(
	work: OversightWork,
	id: AuditFindingId,
	decide: (finding: AuditFinding, moment: Moment) => FindingStep | Promise<FindingStep>,
): Promise<AuditFinding> {
	const found = await getFinding(work, id);
	await work.findings.hold(found);
	const finding = await getFinding(work, id);
	const book = await work.ledger.findBook(finding.book);
	assert(book !== undefined, 'The book of a finding in scope is in scope.');
	const at = work.now();
	const today = localDateAt(at, book.timeZone);
	const step = await decide(finding, {by: work.actor.name, at, today});
	await work.findings.insertSteps([{...step, book: finding.book, finding: finding.number}]);
	const after = afterStep(finding, step);
	await writeMails(work, mailsOfStep(after, step));
	return after;
}
