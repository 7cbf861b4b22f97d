import type {LocalDate} from '../../kernel/local-date.ts';
import {type Book, postEntry} from '../../ledger/index.ts';
import {
	type ProvisionRun,
	buildChanges,
	decideMonth,
	draftProvision,
	requiredByFund,
	totalOf,
} from '../booking.ts';
import {refuse} from '../errors.ts';
import type {Policy} from '../policy.ts';
import {policyOn} from '../policy-in-force.ts';
import type {NewProvision, ProvisionOutcome, ProvisioningWork} from '../ports.ts';
import {getCooperativeBook} from './choose-policy.ts';

/**
 * Books a month's provision by the policy of the cooperative: the difference between what its loans
 * require on the last day and what is booked, and nothing where there is none. Run again for the
 * same month it books only what has become different since.
 * @throws DomainError `provisioning/month-not-over`, `provisioning/no-policy-chosen`, …, and what
 * posting refuses.
 */
export async function bookProvision(
	work: ProvisioningWork,
	{book: code, month}: NewProvision,
): Promise<ProvisionOutcome> {
	const book = await getCooperativeBook(work, code);
	// What is read from here on stands until the entry is posted.
	await work.ledger.lockTip(book);
	const last = (await work.provisioning.runs(book)).at(-1);
	const asOf = decideMonth(month, work.today(), last);
	const policy = await chosenPolicy(work, book, asOf);
	const loans = await work.provisioning.fundedLoans(book, asOf, policy.code);
	const required = requiredByFund(policy, loans);
	const booked = await work.provisioning.bookedByFund(book, asOf);
	const changes = buildChanges(required, booked);
	const outcome = {policy, asOf, bookedBefore: totalOf(booked), required: totalOf(required)};
	if (changes.length === 0) return {...outcome, run: undefined};
	const stated = {
		number: (last?.number ?? 0) + 1,
		month,
		policy: policy.code,
		version: policy.version,
	};
	const entry = await postEntry(work, draftProvision(book.code, stated, changes));
	const run: ProvisionRun = {
		...stated,
		bookedBefore: outcome.bookedBefore,
		required: outcome.required,
		entryNumber: entry.number,
		bookedBy: work.actor.name,
	};
	await work.provisioning.insertRun(book, run);
	return {...outcome, run};
}

async function chosenPolicy(work: ProvisioningWork, book: Book, date: LocalDate): Promise<Policy> {
	const choices = await work.provisioning.choices(book);
	const choice = choices.findLast(({effectiveFrom}) => effectiveFrom <= date);
	if (!choice) throw refuse('provisioning/no-policy-chosen', {book: book.code, date}, 'book');
	return policyOn(await work.provisioning.policyVersions(), choice.policy, date);
}
