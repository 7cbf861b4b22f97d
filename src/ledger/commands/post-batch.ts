import {DomainError, type Finding} from '../../kernel/errors.ts';
import {everywhere} from '../../kernel/scope.ts';
import type {EntryDraft} from '../entry.ts';
import type {LedgerWork} from '../ports.ts';
import {type GroupOutcome, postGroup} from './post-group.ts';

/** A row of a batch: what to post, or why it cannot even be read. */
export type BatchRow = EntryDraft | DomainError;

/**
 * Posts many entries in one transaction, each with an outcome of its own: one that is refused
 * leaves the others be. What the transaction may touch was settled when it began.
 */
export async function postIndependently(
	work: LedgerWork,
	rows: readonly BatchRow[],
): Promise<GroupOutcome[]> {
	const drafts = rows.filter((row): row is EntryDraft => !(row instanceof DomainError));
	const members = drafts.map((draft) => ({
		actor: work.actor,
		scope: everywhere,
		drafts: [draft],
	}));
	const posted = (await postGroup(work, members)).values();
	return rows.map((row) =>
		row instanceof DomainError ? {isPosted: false, refusal: row} : posted.next().value!,
	);
}

/**
 * Posts many entries, all or none.
 * @throws DomainError with every finding of every row, its path beginning with `entries[…]`.
 */
export async function postAtomically(
	work: LedgerWork,
	rows: readonly BatchRow[],
): Promise<GroupOutcome[]> {
	const unreadable = findingsOf(
		rows.map((row) => (row instanceof DomainError ? {isPosted: false, refusal: row} : undefined)),
	);
	if (unreadable) throw unreadable;
	const outcomes = await postIndependently(work, rows);
	const refused = findingsOf(outcomes);
	// The throw takes back what the accepted ones had written.
	if (refused) throw refused;
	return outcomes;
}

function findingsOf(outcomes: readonly (GroupOutcome | undefined)[]): DomainError | undefined {
	let refusal: DomainError | undefined;
	const findings: Finding[] = [];
	for (const [index, outcome] of outcomes.entries()) {
		if (!outcome || outcome.isPosted) continue;
		refusal ??= outcome.refusal;
		for (const finding of outcome.refusal.findings) {
			const path = finding.path === '' ? '' : `.${finding.path}`;
			findings.push({...finding, path: `entries[${index}]${path}`});
		}
	}
	const [first, ...others] = findings;
	return refusal && first && new DomainError(first, refusal.text, others, refusal);
}
