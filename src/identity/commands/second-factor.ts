import type {Actor} from '../../kernel/actor.ts';
import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import type {Administrator, IdentityWork} from '../ports.ts';
import {newRecoveryCodes, recoveryHash} from '../recovery-code.ts';
import {factorUri, newFactorSecret, sealedAbout, stepOfCode} from '../second-factor.ts';
import {type SelfProof, requireSelf} from './check-second-factor.ts';
import {getUser} from './get-user.ts';
import {type OpenedSession, openSession} from './open-session.ts';
import {recordAct, userSubject} from './record-act.ts';

/**
 * Begins to set up one's second factor: the secret is for the authenticator app and shown once. It
 * counts from its first code on (`confirmSecondFactor`); to begin again makes another secret.
 * Who has no password, but signs in at a provider, proves it by having just done so.
 * @throws DomainError `identity/second-factor-held`, `identity/proof-needed`, and those of
 * `requireSelf`.
 */
export async function beginSecondFactor(
	work: IdentityWork,
	actor: Actor,
	{password, sessionHash}: {readonly password?: string | undefined; readonly sessionHash?: string},
): Promise<{readonly secret: string; readonly uri: string}> {
	const user = actor.userId as UserId;
	if ((await work.identity.findSecondFactor(user))?.confirmedAt) {
		throw refuse('identity/second-factor-held');
	}
	if (password === undefined) await requireFreshSession(work, user, sessionHash);
	else await requireSelf(work, actor, {password});
	const secret = newFactorSecret(work.randomBytes);
	const sealed = work.secrets.seal(secret, sealedAbout(user));
	if (!(await work.identity.putSecondFactor(user, sealed, work.now()))) {
		throw refuse('identity/second-factor-held');
	}
	return {secret, uri: factorUri(secret, actor.name)};
}

const freshMinutes = 10;

async function requireFreshSession(
	{identity, now}: Pick<IdentityWork, 'identity' | 'now'>,
	user: UserId,
	hash: string | undefined,
): Promise<void> {
	const sessions = await identity.listSessions(user, now());
	const opened = sessions.find((session) => session.hash === hash)?.createdAt.getTime() ?? 0;
	const isFresh = now().getTime() - opened < freshMinutes * 60 * 1000;
	const hasPassword = (await identity.findPasswordHash(user)) !== undefined;
	if (hasPassword || !isFresh) throw refuse('identity/proof-needed', {}, 'password');
}

export type SecondFactorConfirmed = {
	/** Shown once: each lets in once without the app. */
	readonly recoveryCodes: readonly string[];
	/** In the place of all sessions before, for none of them had been proved by two factors. */
	readonly session: OpenedSession;
};

/**
 * Sets the second factor up by its first code. All sessions end, and a new one begins.
 * @throws DomainError `identity/no-second-factor-begun`, `identity/code-wrong`.
 */
export async function confirmSecondFactor(
	work: IdentityWork,
	actor: Actor,
	{code}: {readonly code: string},
): Promise<SecondFactorConfirmed> {
	const user = actor.userId as UserId;
	const factor = await work.identity.findSecondFactor(user);
	if (!factor || factor.confirmedAt) throw refuse('identity/no-second-factor-begun');
	const now = work.now();
	const secret = work.secrets.open(factor.sealedSecret, sealedAbout(user));
	const step = stepOfCode({secret}, code, now);
	if (step === undefined) throw refuse('identity/code-wrong', {}, 'code');
	return work.identity.atomically(async (identity) => {
		const within = {...work, identity};
		if (!(await identity.confirmSecondFactor(user, step, now))) {
			throw refuse('identity/no-second-factor-begun');
		}
		const recoveryCodes = await giveRecoveryCodes(within, user);
		await identity.revokeSessionsOf(user, now);
		const session = await openSession(within, user);
		await recordAct(work, identity, actor, {
			kind: 'second-factor.enrol',
			subject: userSubject(actor.name),
		});
		return {recoveryCodes, session};
	});
}

/**
 * Makes new recovery codes in the place of those before. @throws DomainError
 * `identity/second-factor-missing`, and those of `requireSelf`.
 */
export async function renewRecoveryCodes(
	work: IdentityWork,
	actor: Actor,
	proof: SelfProof,
): Promise<readonly string[]> {
	const user = actor.userId as UserId;
	await requireOwnFactor(work, actor, proof);
	return work.identity.atomically(async (identity) => {
		const codes = await giveRecoveryCodes({...work, identity}, user);
		await recordAct(work, identity, actor, {
			kind: 'recovery-codes.renew',
			subject: userSubject(actor.name),
		});
		return codes;
	});
}

/**
 * Takes one's own second factor away, to set up another: whose role needs one can do nothing else
 * from then on. @throws DomainError as `renewRecoveryCodes`.
 */
export async function removeSecondFactor(
	work: IdentityWork,
	actor: Actor,
	proof: SelfProof,
): Promise<void> {
	const user = actor.userId as UserId;
	await requireOwnFactor(work, actor, proof);
	await work.identity.atomically(async (identity) => {
		await identity.removeSecondFactor(user);
		await recordAct(work, identity, actor, {
			kind: 'second-factor.remove',
			subject: userSubject(actor.name),
		});
	});
}

/**
 * Takes the second factor of a user in hand away, who has lost it with all recovery codes. Their
 * sessions end. @throws DomainError `identity/unknown-user`, `identity/second-factor-of-self`,
 * `identity/second-factor-missing`.
 */
export async function resetSecondFactor(
	work: IdentityWork,
	by: Administrator,
	id: UserId,
): Promise<void> {
	if (id === by.actor.userId) throw refuse('identity/second-factor-of-self');
	const user = await getUser(work, by.within, id);
	await work.identity.atomically(async (identity) => {
		if (!(await identity.removeSecondFactor(id))) throw refuse('identity/second-factor-missing');
		await identity.revokeSessionsOf(id, work.now());
		await recordAct(work, identity, by.actor, {
			kind: 'second-factor.reset',
			subject: userSubject(user.name),
			concerns: id,
		});
	});
}

async function requireOwnFactor(work: IdentityWork, actor: Actor, proof: SelfProof): Promise<void> {
	const factor = await work.identity.findSecondFactor(actor.userId as UserId);
	if (!factor?.confirmedAt) throw refuse('identity/second-factor-missing');
	await requireSelf(work, actor, proof);
}

async function giveRecoveryCodes(
	{identity, randomBytes}: Pick<IdentityWork, 'identity' | 'randomBytes'>,
	user: UserId,
): Promise<readonly string[]> {
	const codes = newRecoveryCodes(randomBytes);
	await identity.putRecoveryCodes(
		user,
		codes.map((code) => recoveryHash(user, code)),
	);
	return codes;
}
