import type {Actor} from '../kernel/actor.ts';
import type {Permission} from '../kernel/permission.ts';
import type {CallerScope} from '../kernel/scope.ts';
import {type CredentialKind, type TokenAccess, fullAccess} from './credential.ts';
import {hasPermission} from './role.ts';
import {uniteScopes} from './scope.ts';
import type {Held} from './user.ts';

/** Who calls, and what they may do where (what `src/http` calls a Caller). */
export type SignedInCaller = {
	readonly actor: Actor;
	readonly scopeFor: (permission: Permission) => CallerScope | undefined;
	readonly credential: {
		readonly kind: CredentialKind;
		readonly hash: string;
		/** Whether it is of one who acts for another. */
		readonly isActing?: boolean;
	};
	/** Whether they have to set up a second factor before anything else. */
	readonly isSecondFactorDue: boolean;
	/** Whether they may change nothing. */
	readonly isReadOnly: boolean;
};

// What anyone may do who is let in at all concerns themselves, and so reaches no book.
const nowhere: CallerScope = {all: false, regions: [], cooperatives: []};
const ofAnyone: ReadonlySet<Permission> = new Set<Permission>(['public', 'enrol', 'self']);

/** The union of the scopes of all grants whose role gives the permission; undefined for none. */
export function scopeFor(grants: readonly Held[], permission: Permission): CallerScope | undefined {
	if (ofAnyone.has(permission)) return nowhere;
	return uniteScopes(
		grants
			.filter(
				({role, permissions}) =>
					hasPermission(role, permission) && (permissions?.includes(permission) ?? true),
			)
			.map(({scope}) => scope),
	);
}

export const buildCaller = (
	actor: Actor,
	grants: readonly Held[],
	credential: SignedInCaller['credential'],
	{
		isSecondFactorDue = false,
		access = fullAccess,
	}: {readonly isSecondFactorDue?: boolean; readonly access?: TokenAccess} = {},
): SignedInCaller => ({
	actor,
	credential,
	isSecondFactorDue,
	isReadOnly: access.isReadOnly,
	scopeFor: (permission) => (isFor(access, permission) ? scopeFor(grants, permission) : undefined),
});

/** A token is for what it names, and for what concerns oneself. */
const isFor = ({permissions}: TokenAccess, permission: Permission): boolean =>
	permissions === undefined || ofAnyone.has(permission) || permissions.includes(permission);
