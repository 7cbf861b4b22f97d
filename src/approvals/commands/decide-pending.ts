import {recordAct} from '../../identity/index.ts';
import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import {
	type PendingCommand,
	type PendingStatus,
	coversPlaces,
	requireOpen,
	requireOther,
	requireOwn,
} from '../pending.ts';
import type {ApprovalWork, Checker} from '../ports.ts';
import {requireCheckable} from './limit-amount.ts';

export type DecisionWish = {
	readonly id: string;
	/** The version that was read: another one was changed meanwhile. */
	readonly version: number;
	readonly reason?: string;
};

export type Approved = {
	readonly pending: PendingCommand;
	/** What the command answered its maker. */
	readonly answer: {readonly status: number; readonly body: unknown};
};

/**
 * Lets a command pass that somebody else made: it is carried out now, afresh, as its maker's, and
 * must write what was shown.
 * @throws DomainError `approval/unknown`, `approval/decided`, `approval/expired`,
 * `approval/changed`, `approval/own`, `approval/not-permitted`, `approval/maker-not-permitted`,
 * `approval/second-factor-needed`, `approval/preview-differs`, `limit/exceeded`, and what the
 * command itself is refused by.
 */
export async function approvePending(
	work: ApprovalWork,
	checker: Checker,
	wish: DecisionWish,
): Promise<Approved> {
	const pending = await getPending(work, wish.id, 'lock');
	requireOpen(pending, wish.version, work.now());
	requireOther(pending, work.actor);
	await requirePermitted(work, checker, pending);
	await requireSecondFactor(work);
	await requireCheckable(work, pending);
	// Before it is done, so that the law finds what it is done by.
	const decided = await decide(work, pending, 'approved', wish.reason);
	const answer = await work.commands.perform(pending);
	await tell(work, 'approval.approve', decided);
	return {pending: decided, answer};
}

/**
 * Says no to a command that somebody else made, and why. @throws DomainError as
 * {@link approvePending}.
 */
export async function rejectPending(
	work: ApprovalWork,
	checker: Checker,
	wish: DecisionWish & {readonly reason: string},
): Promise<PendingCommand> {
	const pending = await getPending(work, wish.id, 'lock');
	requireOpen(pending, wish.version, work.now());
	requireOther(pending, work.actor);
	await requirePermitted(work, checker, pending);
	await requireSecondFactor(work);
	const decided = await decide(work, pending, 'rejected', wish.reason);
	await tell(work, 'approval.reject', decided);
	return decided;
}

/**
 * Takes back what one asked for oneself. @throws DomainError `approval/unknown`,
 * `approval/not-own`, `approval/decided`, `approval/changed`.
 */
export async function withdrawPending(
	work: ApprovalWork,
	{id, version}: DecisionWish,
): Promise<PendingCommand> {
	const pending = await getPending(work, id, 'lock');
	requireOwn(pending, work.actor, version);
	const decided = await decide(work, pending, 'withdrawn');
	await tell(work, 'approval.withdraw', decided);
	return decided;
}

/** @throws DomainError `approval/unknown`. */
export async function getPending(
	work: ApprovalWork,
	id: string,
	how: 'find' | 'lock' = 'find',
): Promise<PendingCommand> {
	const pending = await work.approvals[how](id);
	if (!pending) throw refuse('approval/unknown', {approval: id});
	return pending;
}

/**
 * Whoever checks could have given the command: their right to it reaches the book that it writes
 * to, or all that its maker's right reaches where it writes to none.
 */
export async function mayCheck(
	work: ApprovalWork,
	{scopeFor}: Checker,
	{permission, book, places}: PendingCommand,
): Promise<boolean> {
	const scope = scopeFor(permission);
	if (!scope) return false;
	const wanted = book === undefined ? places : [book];
	const regions = await work.approvals.regionsOf(wanted);
	return coversPlaces(scope, wanted, (code) => regions.get(code));
}

async function requirePermitted(
	work: ApprovalWork,
	checker: Checker,
	pending: PendingCommand,
): Promise<void> {
	if (await mayCheck(work, checker, pending)) return;
	throw refuse('approval/not-permitted', {permission: pending.permission});
}

/** Whoever checks has a second factor, in whichever role, and also by a token. */
async function requireSecondFactor(work: ApprovalWork): Promise<void> {
	if (!work.isSecondFactorRequired) return;
	const user = await work.identity.findUser(work.actor.userId as UserId);
	if (user?.hasSecondFactor !== true) throw refuse('approval/second-factor-needed');
}

async function decide(
	work: ApprovalWork,
	pending: PendingCommand,
	status: Exclude<PendingStatus, 'pending'>,
	reason?: string,
): Promise<PendingCommand> {
	const decision = {
		by: {userId: work.actor.userId, name: work.actor.name},
		at: work.now(),
		...(reason === undefined ? {} : {reason}),
	};
	await work.approvals.decide(pending.id, status, decision);
	return {...pending, status, decision};
}

const tell = async (
	work: ApprovalWork,
	kind: 'approval.approve' | 'approval.reject' | 'approval.withdraw',
	{id, method, address, maker, decision}: PendingCommand,
): Promise<void> =>
	recordAct(work, work.identity, work.actor, {
		kind,
		subject: `approval:${id}`,
		details: {
			command: `${method} ${address}`,
			maker: maker.name,
			...(decision?.reason === undefined ? {} : {reason: decision.reason}),
		},
		concerns: maker.userId,
	});
