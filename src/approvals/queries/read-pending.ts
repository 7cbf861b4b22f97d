import type {BookCode} from '../../kernel/ids.ts';
import {permissions} from '../../kernel/permission.ts';
import {getPending, mayCheck} from '../commands/decide-pending.ts';
import {refuse} from '../errors.ts';
import type {PendingCommand, PendingStatus} from '../pending.ts';
import type {ApprovalWork, Checker} from '../ports.ts';

export type InboxQuery = {
	readonly status?: PendingStatus;
	readonly book?: BookCode;
	readonly after?: {readonly madeAt: string; readonly id: string};
	readonly limit: number;
};

/**
 * The commands that wait, or waited, the newest first: those that the reader may check, those that
 * they made, and all within their scope for who reads the trail. One that belongs to no book is
 * shown where the reader's right covers its maker's.
 */
export async function listPending(
	work: ApprovalWork,
	reader: Checker,
	query: InboxQuery,
): Promise<PendingCommand[]> {
	const isAuditor = reader.scopeFor('trail:read') !== undefined;
	const held = isAuditor
		? permissions
		: permissions.filter((permission) => reader.scopeFor(permission) !== undefined);
	const found: PendingCommand[] = [];
	let {after} = query;
	// What the reader may not see is passed over, so a page may take more than one question.
	for (;;) {
		const page = await work.approvals.list({
			...query,
			...(after === undefined ? {} : {after}),
			permissions: held,
			makerId: reader.actor.userId,
		});
		for (const pending of page) if (await isShown(work, reader, pending)) found.push(pending);
		const last = page.at(-1);
		if (!last || page.length < query.limit || found.length >= query.limit) break;
		after = {madeAt: last.madeAt.toISOString(), id: last.id};
	}
	return found.slice(0, query.limit);
}

/** @throws DomainError `approval/unknown`. */
export async function readPending(
	work: ApprovalWork,
	reader: Checker,
	id: string,
): Promise<PendingCommand> {
	const pending = await getPending(work, id);
	if (await isShown(work, reader, pending)) return pending;
	throw refuse('approval/unknown', {approval: id});
}

async function isShown(
	work: ApprovalWork,
	reader: Checker,
	pending: PendingCommand,
): Promise<boolean> {
	if (pending.maker.userId === reader.actor.userId) return true;
	const scope = reader.scopeFor('trail:read');
	const asAuditor = scope && {...reader, scopeFor: () => scope};
	return (
		(await mayCheck(work, reader, pending)) ||
		(asAuditor !== undefined && (await mayCheck(work, asAuditor, pending)))
	);
}
