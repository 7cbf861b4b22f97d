import type {Actor} from '../kernel/actor.ts';
import type {Permission} from '../kernel/permission.ts';
import type {CallerScope} from '../kernel/scope.ts';
import type {CredentialKind} from './credential.ts';
import {hasPermission} from './role.ts';
import {uniteScopes} from './scope.ts';
import type {RoleInScope} from './user.ts';

/** Who calls, and what they may do where (what `src/http` calls a Caller). */
export type SignedInCaller = {
	readonly actor: Actor;
	readonly scopeFor: (permission: Permission) => CallerScope | undefined;
	readonly credential: {readonly kind: CredentialKind; readonly hash: string};
};

// What anyone may do who is let in at all concerns themselves, and so reaches no book.
const nowhere: CallerScope = {all: false, regions: [], cooperatives: []};

/** The union of the scopes of all grants whose role gives the permission; undefined for none. */
export function scopeFor(
	grants: readonly RoleInScope[],
	permission: Permission,
): CallerScope | undefined {
	if (permission === 'public' || permission === 'self') return nowhere;
	return uniteScopes(
		grants.filter(({role}) => hasPermission(role, permission)).map(({scope}) => scope),
	);
}

export const buildCaller = (
	actor: Actor,
	grants: readonly RoleInScope[],
	credential: SignedInCaller['credential'],
): SignedInCaller => ({
	actor,
	credential,
	scopeFor: (permission) => scopeFor(grants, permission),
});
