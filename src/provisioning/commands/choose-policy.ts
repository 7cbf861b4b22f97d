import {type BookCode} from '../../kernel/ids.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {type PolicyChoice, decideChoice} from '../booking.ts';
import {refuse} from '../errors.ts';
import {policyOn} from '../policy-in-force.ts';
import type {NewChoice, ProvisioningWork} from '../ports.ts';

/**
 * Chooses the policy that a cooperative books its provisions by, from a day on.
 * @throws DomainError `provisioning/unknown-policy`, `provisioning/choice-not-later`, …
 */
export async function choosePolicy(
	work: ProvisioningWork,
	{book: code, ...wanted}: NewChoice,
): Promise<PolicyChoice> {
	const book = await getCooperativeBook(work, code);
	await work.ledger.lockTip(book);
	policyOn(await work.provisioning.policyVersions(), wanted.policy, wanted.effectiveFrom);
	decideChoice(wanted.effectiveFrom, (await work.provisioning.choices(book)).at(-1));
	const choice: PolicyChoice = {
		...wanted,
		decidedBy: work.actor.name,
		decidedAt: work.now(),
	};
	await work.provisioning.insertChoice(book, choice);
	return choice;
}

/** @throws DomainError `ledger/unknown-book`, `provisioning/not-a-cooperative`. */
export async function getCooperativeBook(work: ProvisioningWork, code: BookCode): Promise<Book> {
	const book = await getBook(work, code);
	if (book.kind === 'cooperative') return book;
	throw refuse('provisioning/not-a-cooperative', {book: code}, 'book');
}
