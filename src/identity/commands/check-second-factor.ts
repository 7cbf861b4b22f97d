import type {Actor} from '../../kernel/actor.ts';
import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import type {IdentityWork} from '../ports.ts';
import {recoveryHash} from '../recovery-code.ts';
import type {Role} from '../role.ts';
import {
	type SecondFactor,
	isTimedCode,
	needsSecondFactor,
	sealedAbout,
	stepOfCode,
} from '../second-factor.ts';
import {claimAttempt, forgetAttempts} from './claim-attempt.ts';
import {hashOfNobody, isPasswordOf} from './password-hash.ts';

/** Whether a user has still to set up the second factor that their roles ask for. */
export const isSecondFactorDue = (
	{isSecondFactorRequired}: Pick<IdentityWork, 'isSecondFactorRequired'>,
	user: {readonly grants: readonly {readonly role: Role}[]; readonly hasSecondFactor: boolean},
): boolean => isSecondFactorRequired && !user.hasSecondFactor && needsSecondFactor(user.grants);

/**
 * Takes a code of a user's second factor, so that it is taken never again: of their app, or one for
 * recovery. Answers which it was; undefined when it is wrong or was taken before.
 */
export async function takeCode(
	{identity, secrets, now}: Pick<IdentityWork, 'identity' | 'secrets' | 'now'>,
	user: UserId,
	{sealedSecret, lastStep}: SecondFactor,
	code: string,
): Promise<'app' | 'recovery' | undefined> {
	if (!isTimedCode(code)) {
		const isTaken = await identity.takeRecoveryCode(user, recoveryHash(user, code), now());
		return isTaken ? 'recovery' : undefined;
	}
	const secret = secrets.open(sealedSecret, sealedAbout(user));
	const step = stepOfCode({secret, lastStep}, code, now());
	return step !== undefined && (await identity.takeStep(user, step)) ? 'app' : undefined;
}

export type SelfProof = {
	readonly password: string;
	/** Of the second factor, where one is set up. */
	readonly code?: string | undefined;
};

/**
 * That it is really the user who asks for what a stolen session must not be enough for: by password
 * and, where they have one, second factor.
 * @throws DomainError `identity/password-wrong`, `identity/code-wrong`,
 * `identity/too-many-attempts`.
 */
export async function requireSelf(
	work: IdentityWork,
	{userId, name}: Actor,
	{password, code = ''}: SelfProof,
): Promise<void> {
	const id = userId as UserId;
	await claimAttempt(work, name);
	const hash = await work.identity.findPasswordHash(id);
	if (!(await isPasswordOf(password, hash ?? hashOfNobody))) {
		throw refuse('identity/password-wrong', {}, 'password');
	}
	const factor = await work.identity.findSecondFactor(id);
	if (factor?.confirmedAt && !(await takeCode(work, id, factor, code))) {
		throw refuse('identity/code-wrong', {}, 'code');
	}
	await forgetAttempts(work, name);
}
