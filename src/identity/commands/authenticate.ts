import {actingName} from '../../kernel/actor.ts';
import {type SignedInCaller, buildCaller} from '../caller.ts';
import {hashOf, isTouchDue, isValid, kindOf} from '../credential.ts';
import {inForceOn} from '../delegation.ts';
import type {IdentityWork} from '../ports.ts';
import {isSecondFactorDue} from './check-second-factor.ts';

/** What a request carried: `Authorization: Bearer …`, or the session cookie. */
export type Presented = {readonly bearer?: string; readonly session?: string};

/**
 * Finds who presents a credential; undefined when it is unknown, expired, revoked or of a user who
 * is shut out. A session may also come as a bearer; a token never as a cookie. What the caller may
 * do comes with the credential, so that a revoked role is gone when the credential is read again.
 */
export async function authenticate(
	work: Pick<IdentityWork, 'identity' | 'now' | 'today' | 'isSecondFactorRequired'>,
	{bearer, session}: Presented,
): Promise<SignedInCaller | undefined> {
	const secret = bearer ?? session ?? '';
	const kind = kindOf(secret);
	if (kind === undefined || (bearer === undefined && kind !== 'session')) return undefined;
	const hash = hashOf(secret);
	const found = await work.identity.findCredential(kind, hash);
	const now = work.now();
	if (!found || !isValid(found, kind, now)) return undefined;
	if (isTouchDue(found, now)) await work.identity.touchCredential(kind, hash, now);
	const {actingFor: acting, hasSecondFactor} = found;
	const grants = acting ? inForceOn(acting.delegated, work.today()) : found.grants;
	// A session for another ends with the last day, whatever is left of its hours.
	if (acting && grants.length === 0) return undefined;
	const {id: userId, name} = found.user;
	return buildCaller(
		{userId, name: acting ? actingName(name, acting.name) : name},
		grants,
		{kind, hash, ...(acting ? {isActing: true} : {})},
		{
			isSecondFactorDue: kind === 'session' && isSecondFactorDue(work, {grants, hasSecondFactor}),
			...(found.access === undefined ? {} : {access: found.access}),
		},
	);
}
