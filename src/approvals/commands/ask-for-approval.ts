import {recordAct} from '../../identity/index.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {refuse} from '../errors.ts';
import {type PendingCommand, type SentCommand, expiryOf, placesOf, requireOwn} from '../pending.ts';
import {type ApprovalPolicy, policiesOn, policyNaming} from '../policy.ts';
import type {ApprovalWork} from '../ports.ts';
import type {Write} from '../write.ts';
import {getPending} from './decide-pending.ts';

/** How long what no version of a policy names by itself waits: a looser policy. */
const hoursDefault = 72;

/**
 * Keeps a command that a policy names for somebody else to check, with what it would write: tried
 * in this transaction and taken back.
 * @throws DomainError with what the command itself is refused by.
 */
export async function askForApproval(
	work: ApprovalWork,
	scope: CallerScope,
	sent: SentCommand,
): Promise<PendingCommand> {
	const {command, permission} = work.commands.recognise(sent);
	const preview = await work.commands.preview(sent, work.actor);
	const book = await bookOf(work, preview);
	const madeAt = work.now();
	const pending: PendingCommand = {
		...sent,
		id: work.newId(),
		command,
		permission,
		...(book === undefined ? {} : {book}),
		places: placesOf(scope),
		preview,
		maker: {userId: work.actor.userId, name: work.actor.name},
		madeAt,
		expiresAt: expiryOf(madeAt, await hoursOf(work, preview)),
		version: 1,
		status: 'pending',
	};
	await work.approvals.insert(pending);
	await tell(work, 'approval.ask', pending);
	return pending;
}

/**
 * Lets the maker send another body for a command that still waits. Whoever approves has to have
 * read it as it is then.
 * @throws DomainError `approval/not-own`, `approval/decided`, `approval/changed`, and what the
 * command itself is refused by.
 */
export async function changePending(
	work: ApprovalWork,
	{id, version, body}: {readonly id: string; readonly version: number; readonly body: unknown},
): Promise<PendingCommand> {
	const pending = await getPending(work, id, 'lock');
	requireOwn(pending, work.actor, version);
	const sent = {method: pending.method, address: pending.address, body};
	const preview = await work.commands.preview(sent, {...work.actor, ...pending.maker});
	const book = await bookOf(work, preview);
	if (book !== pending.book) throw refuse('approval/moved', {address: pending.address});
	const hours = await hoursOf(work, preview);
	const changed = {
		...pending,
		body,
		preview,
		version: version + 1,
		expiresAt: expiryOf(work.now(), hours),
	};
	await work.approvals.change(changed);
	await tell(work, 'approval.change', changed);
	return changed;
}

const tell = async (
	work: ApprovalWork,
	kind: 'approval.ask' | 'approval.change',
	{id, method, address, version, preview}: PendingCommand,
): Promise<void> =>
	recordAct(work, work.identity, work.actor, {
		kind,
		subject: `approval:${id}`,
		details: {
			command: `${method} ${address}`,
			version: String(version),
			writes: [...new Set(preview.map(({name}) => name))].join(', '),
		},
	});

async function bookOf(work: ApprovalWork, preview: readonly Write[]) {
	const books = [...new Set(preview.flatMap(({book}) => book ?? []))];
	const [first] = await work.approvals.booksInScope(books);
	return first;
}

async function hoursOf(work: ApprovalWork, preview: readonly Write[]): Promise<number[]> {
	const inForce = policiesOn(await work.approvals.policies(), work.today());
	const naming = preview.flatMap((write): ApprovalPolicy[] => {
		const policy = policyNaming(inForce, write);
		return policy ? [policy] : [];
	});
	if (naming.length === 0) return [hoursDefault];
	return naming.map(({expiresAfterHours}) => expiresAfterHours);
}
