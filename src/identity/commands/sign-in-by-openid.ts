import {type Actor, stranger} from '../../kernel/actor.ts';
import {DomainError} from '../../kernel/errors.ts';
import {hashOf} from '../credential.ts';
import {refuse} from '../errors.ts';
import type {IdentityWork} from '../ports.ts';
import {
	type OpenIdFlow,
	type OpenIdProvider,
	type Subject,
	flowAbout,
	openIdEnd,
	openIdSecret,
} from '../single-sign-on.ts';
import {type User, activeGrants} from '../user.ts';
import {isSecondFactorDue, takeCode} from './check-second-factor.ts';
import {claimAttempt, forgetAttempts} from './claim-attempt.ts';
import {openSession} from './open-session.ts';
import {recordAct, userSubject} from './record-act.ts';
import type {SignedIn} from './sign-in.ts';

/** @throws DomainError `identity/oidc-off`. */
export function requireProvider({openId}: Pick<IdentityWork, 'openId'>): OpenIdProvider {
	if (!openId) throw refuse('identity/oidc-off');
	return openId;
}

export type OpenIdBegun = {
	/** Where the browser goes. */
	readonly authorizationUrl: string;
	/** The cookie by which the browser is known again when it comes back. */
	readonly browser: string;
	readonly expiresAt: Date;
};

/** Begins a sign-in at the provider. @throws DomainError `identity/oidc-off`, `…-unavailable`. */
export async function beginOpenId(work: IdentityWork): Promise<OpenIdBegun> {
	const provider = requireProvider(work);
	const secret = () => openIdSecret(work.randomBytes);
	const flow: OpenIdFlow = {state: secret(), nonce: secret(), verifier: secret()};
	const browser = secret();
	const authorizationUrl = await provider.authorizationUrl(flow);
	const createdAt = work.now();
	const expiresAt = openIdEnd(createdAt);
	await work.identity.insertOpenIdAttempt({
		stateHash: hashOf(flow.state),
		browserHash: hashOf(browser),
		sealedFlow: work.secrets.seal(JSON.stringify(flow), flowAbout(flow.state)),
		createdAt,
		expiresAt,
	});
	return {authorizationUrl, browser, expiresAt};
}

export type OpenIdAnswer = {
	readonly browser: string | undefined;
	/** What came back, by the names of OAuth: `state`, `code`, `iss`, `error`. */
	readonly answer: Readonly<Record<string, string>> & {readonly state: string};
};

/**
 * Ends a sign-in at the provider, once, in the browser that began it. Whoever has a second factor
 * here gives its code next, whatever the provider asked for: undefined until then. Nobody is let in
 * who was not linked before.
 * @throws DomainError `identity/oidc-state`, `identity/subject-unlinked`, and the provider's.
 */
export async function answerOpenId(
	work: IdentityWork,
	{browser = '', answer}: OpenIdAnswer,
): Promise<SignedIn | undefined> {
	const provider = requireProvider(work);
	const stateHash = hashOf(answer.state);
	const sealed = await work.identity.takeOpenIdAttempt(stateHash, hashOf(browser), work.now());
	if (sealed === undefined) {
		return refusing(work, undefined, refuse('identity/oidc-state', {}, 'state'));
	}
	const flow = JSON.parse(work.secrets.open(sealed, flowAbout(answer.state))) as OpenIdFlow;
	let who: Subject;
	try {
		who = await provider.identify(flow, answer);
	} catch (error) {
		if (error instanceof DomainError) return refusing(work, undefined, error);
		throw error;
	}
	const user = await work.identity.findUserBySubject(who);
	if (!user?.isActive) return refusing(work, user, refuse('identity/subject-unlinked'), who);
	const factor = await work.identity.findSecondFactor(user.id);
	if (!factor?.confirmedAt) return letIn(work, user, undefined);
	await work.identity.proveOpenIdAttempt(stateHash, user.id);
	return undefined;
}

/**
 * The second step: a code of the app or for recovery, in the browser that was at the provider.
 * @throws DomainError `identity/oidc-state`, `identity/second-factor-wrong`,
 * `identity/too-many-attempts`.
 */
export async function confirmOpenId(
	work: IdentityWork,
	{browser = '', code}: {readonly browser: string | undefined; readonly code: string},
): Promise<SignedIn> {
	requireProvider(work);
	const browserHash = hashOf(browser);
	const id = await work.identity.findProvenOpenId(browserHash, work.now());
	const user = id && (await work.identity.findUser(id));
	const factor = user && (await work.identity.findSecondFactor(user.id));
	if (!user?.isActive || !factor?.confirmedAt) throw refuse('identity/oidc-state');
	await claimAttempt(work, user.name);
	const by = await takeCode(work, user.id, factor, code);
	if (by === undefined) {
		return refusing(work, user, refuse('identity/second-factor-wrong', {}, 'code'));
	}
	if (!(await work.identity.endOpenIdAttempt(browserHash, work.now()))) {
		throw refuse('identity/oidc-state');
	}
	await forgetAttempts(work, user.name);
	return letIn(work, user, by);
}

async function letIn(
	work: IdentityWork,
	user: User,
	secondFactor: 'app' | 'recovery' | undefined,
): Promise<SignedIn> {
	const by: Actor = {userId: user.id, name: user.name};
	const session = await work.identity.atomically(async (identity) => {
		const opened = await openSession({...work, identity}, user.id);
		await recordAct(work, identity, by, {
			kind: 'session.open',
			subject: userSubject(user.name),
			details: {by: 'openid', ...(secondFactor === undefined ? {} : {secondFactor})},
		});
		return opened;
	});
	const grants = activeGrants(user);
	return {user, ...session, isSecondFactorDue: isSecondFactorDue(work, {...user, grants})};
}

/** Puts on record who was not let in, and refuses. */
async function refusing(
	work: IdentityWork,
	user: User | undefined,
	error: DomainError,
	who?: Subject,
): Promise<never> {
	await work.identity.atomically(async (identity) =>
		recordAct(work, identity, stranger, {
			kind: 'session.open',
			subject: user ? userSubject(user.name) : 'user:(unknown)',
			details: {by: 'openid', ...(who ? {issuer: who.issuer, subject: who.subject} : {})},
			refusedBy: error.code,
			...(user ? {concerns: user.id} : {}),
		}),
	);
	throw error;
}
