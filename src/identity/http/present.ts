import type {Permission} from '../../kernel/permission.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {type ApiToken, type Grant, type User, activeGrants, scopeText} from '../index.ts';

// What leaves is listed field by field, so that a hash or a secret cannot leave by accident.

const moment = (at: Date | undefined): string | null => at?.toISOString() ?? null;

export const presentGrant = (grant: Grant) => ({
	id: grant.id,
	role: grant.role,
	scope: scopeText(grant.scope),
	grantedAt: grant.grantedAt.toISOString(),
	grantedBy: grant.grantedBy,
	revokedAt: moment(grant.revokedAt),
	revokedBy: grant.revokedBy ?? null,
});

export const presentUser = (user: User) => ({
	id: user.id,
	name: user.name,
	isActive: user.isActive,
	hasPassword: user.hasPassword,
	email: user.email ?? null,
	createdAt: user.createdAt.toISOString(),
	createdBy: user.createdBy,
	grants: user.grants.map(presentGrant),
});

export const presentMe = (
	user: User,
	permissions: readonly Permission[],
	scopeFor: (permission: Permission) => CallerScope | undefined,
) => ({
	id: user.id,
	name: user.name,
	grants: activeGrants(user).map(({role, scope}) => ({role, scope: scopeText(scope)})),
	permissions: permissions.flatMap((permission) => {
		const scope = scopeFor(permission);
		return scope ? [{permission, scopes: scopeTexts(scope)}] : [];
	}),
});

const scopeTexts = (scope: CallerScope): string[] =>
	scope.all ? ['all'] : [...scope.regions, ...scope.cooperatives];

export const presentToken = (token: ApiToken) => ({
	id: token.id,
	label: token.label,
	createdAt: token.createdAt.toISOString(),
	expiresAt: moment(token.expiresAt),
	lastUsedAt: moment(token.lastUsedAt),
	revokedAt: moment(token.revokedAt),
});
