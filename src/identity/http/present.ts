import type {Permission} from '../../kernel/permission.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {type ApiToken, type Grant, type Session, type User, scopeText} from '../index.ts';

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
	kind: user.kind,
	isActive: user.isActive,
	hasPassword: user.hasPassword,
	hasSecondFactor: user.hasSecondFactor,
	email: user.email ?? null,
	createdAt: user.createdAt.toISOString(),
	createdBy: user.createdBy,
	grants: user.grants.map(presentGrant),
});

export const presentMe = (
	user: User,
	permissions: readonly Permission[],
	{
		grants,
		scopeFor,
		isSecondFactorDue,
		recoveryCodesLeft,
		actingFor,
	}: {
		/** In which roles they act: their own, or those that were handed on to them. */
		readonly grants: readonly Pick<Grant, 'role' | 'scope'>[];
		readonly scopeFor: (permission: Permission) => CallerScope | undefined;
		readonly isSecondFactorDue: boolean;
		readonly recoveryCodesLeft: number;
		readonly actingFor?: string | undefined;
	},
) => ({
	id: user.id,
	name: user.name,
	actingFor: actingFor ?? null,
	hasPassword: user.hasPassword,
	hasSecondFactor: user.hasSecondFactor,
	isSecondFactorDue,
	recoveryCodesLeft,
	grants: grants.map(({role, scope}) => ({role, scope: scopeText(scope)})),
	permissions: permissions.flatMap((permission) => {
		const scope = scopeFor(permission);
		return scope ? [{permission, scopes: scopeTexts(scope)}] : [];
	}),
});

const scopeTexts = (scope: CallerScope): string[] =>
	scope.all ? ['all'] : [...scope.regions, ...scope.cooperatives];

export const presentSession = (session: Session, current: string | undefined) => ({
	id: session.id,
	createdAt: session.createdAt.toISOString(),
	expiresAt: session.expiresAt.toISOString(),
	lastUsedAt: moment(session.lastUsedAt),
	address: session.address ?? null,
	isCurrent: session.hash === current,
});

export const presentToken = (token: ApiToken) => ({
	id: token.id,
	label: token.label,
	isReadOnly: token.isReadOnly,
	permissions: token.permissions === undefined ? null : [...token.permissions],
	createdAt: token.createdAt.toISOString(),
	expiresAt: moment(token.expiresAt),
	lastUsedAt: moment(token.lastUsedAt),
	revokedAt: moment(token.revokedAt),
});
