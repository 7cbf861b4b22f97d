import type {Actor} from '../../kernel/actor.ts';
import type {Permission} from '../../kernel/permission.ts';
import {isAdministrative, isToldByCommands} from '../administrative.ts';
import type {IdentityWork} from '../ports.ts';
import {recordAct} from './record-act.ts';

/** A request as the edge knows it: who, by which permission, method and path. */
export type AdministrativeRequest = {
	readonly actor: Actor;
	readonly permission: Permission;
	readonly address: string;
};

/**
 * Puts an administrative request of any room into the trail, in the transaction of its own work:
 * so a room need not think of it, and none can forget it.
 */
export async function recordRequest(
	work: IdentityWork,
	{actor, permission, address}: AdministrativeRequest,
): Promise<void> {
	if (!isAdministrative(permission) || isToldByCommands(permission)) return;
	await recordAct(work, work.identity, actor, {
		kind: 'request',
		subject: address,
		details: {permission},
	});
}

const denials = new Set([
	'identity/forbidden',
	'identity/second-factor-due',
	'identity/token-read-only',
]);

/**
 * Whether a refused request belongs into the trail: every one for which the caller has not the
 * permission, and every administrative one that its work refused. What was wrong with the request
 * as such, or with the service, was no attempt.
 */
export const isRefusalTold = ({
	permission,
	code,
}: {
	readonly permission: Permission;
	readonly code: string;
}): boolean =>
	denials.has(code) || (isAdministrative(permission) && !/^(?:request|server)\//u.test(code));

/** Puts a refused request into the trail, in a transaction of its own. */
export async function recordRefusedRequest(
	work: IdentityWork,
	{actor, permission, address, code}: AdministrativeRequest & {readonly code: string},
): Promise<void> {
	await recordAct(work, work.identity, actor, {
		kind: 'request',
		subject: address,
		details: {permission},
		refusedBy: code,
	});
}
