import type {UserId} from '../kernel/ids.ts';
import {type LocalDate, addDays, daysBetween} from '../kernel/local-date.ts';
import {type Permission, permissions} from '../kernel/permission.ts';
import type {RegionCode} from '../kernel/region-code.ts';
import {type IdentityFinding, refuse, refuseAll} from './errors.ts';
import {type Role, hasPermission} from './role.ts';
import {type Scope, covers, scopeText, uniteScopes} from './scope.ts';
import {type Grant, type Held, type User, activeGrants, requirePerson} from './user.ts';

/** That somebody acts for another, in one of their roles or a part of it, from a day to a day. */
export type Delegation = {
	readonly id: string;
	/** The delegator's grant that it is a part of: without it there is nothing to act by. */
	readonly grant: string;
	readonly role: Role;
	readonly delegator: Person;
	readonly delegate: Person;
	/** What the delegate may do: named when it is given, so that it never grows. */
	readonly permissions: readonly Permission[];
	readonly scope: Scope;
	readonly firstOn: LocalDate;
	/** The last day, which counts whole in the books' time zone. */
	readonly lastOn: LocalDate;
	readonly reason: string;
	readonly givenAt: Date;
	readonly revokedAt?: Date;
	readonly revokedBy?: string;
};

type Person = {readonly id: UserId; readonly name: string};

/** What a delegate may do and where, and on which days. */
export type Delegated = Required<Held> & Pick<Delegation, 'firstOn' | 'lastOn'>;

/** Longer than a year nobody stands in for another: that is a role of their own. */
export const delegationDaysMax = 366;

// What is never handed on: what concerns oneself, letting people in and saying what they may, this
// right itself, what goes on by itself afterwards, and the register of findings, whose findings
// have owners.
const personal: ReadonlySet<Permission> = new Set<Permission>([
	'public',
	'enrol',
	'self',
	'delegation:give',
	'user:manage',
	'approval:policy',
	'webhook:write',
	'finding:work',
	'finding:close',
]);

/** What of a role can be handed on. */
export const delegablePermissions = (role: Role): Permission[] =>
	permissions.filter((one) => hasPermission(role, one) && !personal.has(one));

export type DelegationTerms = {
	/** One of the delegator's roles. */
	readonly role: Role;
	/** Where the delegate acts: within the delegator's scope in that role. */
	readonly scope: Scope;
	/** Some of what the role gives; all that can be handed on without it. */
	readonly permissions?: readonly Permission[];
	readonly firstOn: LocalDate;
	readonly lastOn: LocalDate;
	readonly reason: string;
};

/**
 * What of a delegator's grants is handed on: never more than one of them gives, where it gives it.
 * `place` is where the scope lies.
 * @throws DomainError with all that stands against it: `identity/delegation-to-self`,
 * `identity/delegation-inactive`, `identity/delegation-not-held`, `identity/delegation-permission`,
 * `identity/delegation-past`, `identity/delegation-backwards`, `identity/delegation-too-long`;
 * `identity/service-account`.
 */
export function decideDelegation(
	terms: DelegationTerms,
	{
		delegator,
		delegate,
		place,
		today,
	}: {
		readonly delegator: User;
		readonly delegate: User;
		readonly place: RegionCode | undefined;
		readonly today: LocalDate;
	},
): Pick<Delegation, 'grant' | 'permissions'> {
	requirePerson(delegate);
	const findings: IdentityFinding[] = findDates(terms, today);
	const add = (
		code: IdentityFinding['code'],
		path: string,
		values: Readonly<Record<string, string>> = {},
	): void => {
		findings.push({code, path, values});
	};
	if (delegate.id === delegator.id) add('identity/delegation-to-self', 'to');
	if (!delegate.isActive) add('identity/delegation-inactive', 'to', {user: delegate.name});
	const {role, scope} = terms;
	const grant = activeGrants(delegator).find((held) => isPartOf(held, terms, place));
	if (!grant) add('identity/delegation-not-held', 'role', {role, scope: scopeText(scope)});
	const whole = delegablePermissions(role);
	const wanted = terms.permissions ?? whole;
	const beyond = wanted.filter((permission) => !whole.includes(permission));
	if (beyond.length > 0) {
		add('identity/delegation-permission', 'permissions', {role, permissions: beyond.join(', ')});
	}
	refuseAll(findings);
	return {grant: grant!.id, permissions: [...new Set(wanted)]};
}

const isPartOf = (
	grant: Grant,
	{role, scope}: DelegationTerms,
	place: RegionCode | undefined,
): boolean => grant.role === role && covers(uniteScopes([grant.scope])!, scope, place);

function findDates(
	{firstOn, lastOn}: Pick<Delegation, 'firstOn' | 'lastOn'>,
	today: LocalDate,
): IdentityFinding[] {
	const findings: IdentityFinding[] = [];
	if (firstOn < today) {
		findings.push({code: 'identity/delegation-past', path: 'firstOn', values: {firstOn, today}});
	}
	const days = String(delegationDaysMax);
	if (lastOn < firstOn) {
		const values = {firstOn, lastOn};
		findings.push({code: 'identity/delegation-backwards', path: 'lastOn', values});
	} else if (daysBetween(firstOn, lastOn) >= delegationDaysMax) {
		const values = {lastOn, days, latest: addDays(firstOn, delegationDaysMax - 1)};
		findings.push({code: 'identity/delegation-too-long', path: 'lastOn', values});
	}
	return findings;
}

/** What of it counts on a day: from the first to the last, both whole. */
export const inForceOn = (delegated: readonly Delegated[], on: LocalDate): Delegated[] =>
	delegated.filter(({firstOn, lastOn}) => firstOn <= on && on <= lastOn);

export const delegationStates = ['coming', 'in-force', 'over', 'revoked'] as const;

/** How it stands with a delegation on a day; what was taken back stays so. */
export function stateOn(
	{revokedAt, firstOn, lastOn}: Pick<Delegation, 'revokedAt' | 'firstOn' | 'lastOn'>,
	on: LocalDate,
): (typeof delegationStates)[number] {
	if (revokedAt !== undefined) return 'revoked';
	if (on < firstOn) return 'coming';
	return on <= lastOn ? 'in-force' : 'over';
}

/** @throws DomainError `identity/unknown-delegation` for one that was taken back already. */
export function decideRevocation(delegation: Delegation): void {
	if (delegation.revokedAt === undefined) return;
	throw refuse('identity/unknown-delegation', {delegation: delegation.id});
}
