import {isEmailAddress} from '../kernel/email-address.ts';
import type {UserId} from '../kernel/ids.ts';
import type {Permission} from '../kernel/permission.ts';
import type {RegionCode} from '../kernel/region-code.ts';
import type {CallerScope} from '../kernel/scope.ts';
import {refuse} from './errors.ts';
import type {Role} from './role.ts';
import {type Scope, covers} from './scope.ts';

/** A role with the scope in which it holds. */
export type RoleInScope = {readonly role: Role; readonly scope: Scope};

/** A role in its scope, or of a delegation only some of what it gives. */
export type Held = RoleInScope & {readonly permissions?: readonly Permission[]};

/** A role that a user was given, by whom, and whether it was taken back. */
export type Grant = RoleInScope & {
	readonly id: string;
	/** Where the scope's region or cooperative lies; undefined for `all`. */
	readonly region?: RegionCode;
	readonly grantedAt: Date;
	readonly grantedBy: string;
	readonly revokedAt?: Date;
	readonly revokedBy?: string;
};

export const userKinds = ['person', 'service'] as const;
export type UserKind = (typeof userKinds)[number];

/** A person (or a script) that may be let in. */
export type User = {
	readonly id: UserId;
	/** As it stands in the journal: unique, and never changed. */
	readonly name: string;
	/** A person, or an account of scripts, which holds tokens alone. */
	readonly kind: UserKind;
	readonly isActive: boolean;
	readonly hasPassword: boolean;
	/** Whether a second factor is set up. */
	readonly hasSecondFactor: boolean;
	/** Where they are written to, if they gave it. */
	readonly email?: string;
	readonly createdAt: Date;
	readonly createdBy: string;
	/** All grants ever given, also those taken back. */
	readonly grants: readonly Grant[];
};

/**
 * Holds an account of scripts to the role that only reads: whoever lets people in could otherwise
 * make themselves one that approves. @throws DomainError `identity/service-account-role`.
 */
export function decideKindOfRole(kind: UserKind, role: Role): void {
	if (kind === 'service' && role !== 'auditor') {
		throw refuse('identity/service-account-role', {role}, 'role');
	}
}

/** @throws DomainError `identity/service-account`, for what only a person has. */
export function requirePerson({name, kind}: Pick<User, 'name' | 'kind'>): void {
	if (kind !== 'person') throw refuse('identity/service-account', {user: name});
}

const namePattern = /^[a-z0-9._-]{3,64}$/;

/** @throws DomainError `identity/name-malformed`. */
export function decideName(name: string): string {
	if (namePattern.test(name)) return name;
	throw refuse('identity/name-malformed', {name: name.slice(0, 80)}, 'name');
}

/** @throws DomainError `identity/email-malformed`. */
export function decideEmail(email: string): string {
	if (isEmailAddress(email)) return email;
	throw refuse('identity/email-malformed', {email: email.slice(0, 80)}, 'email');
}

/** A name as somebody typed it at the door: a phone's keyboard begins with a capital. */
export const typedName = (text: string): string => text.trim().toLowerCase();

export const activeGrants = (user: User): Grant[] =>
	user.grants.filter(({revokedAt}) => revokedAt === undefined);

/**
 * Whether an administrator has a user in hand: his scope covers all that the user was ever granted.
 * Otherwise an administrator of one kecamatan could set the password of the city's, or of someone
 * whose wider grant is only resting.
 */
export function isInHand(within: CallerScope, user: User): boolean {
	if (within.all) return true;
	return (
		user.grants.length > 0 && user.grants.every(({scope, region}) => covers(within, scope, region))
	);
}
