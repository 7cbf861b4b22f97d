import {hashOf} from './credential.ts';
import {refuse} from './errors.ts';

/** A sign-in at a provider of OpenID Connect that has begun here. */
export type OpenIdFlow = {
	readonly state: string;
	/** Comes back in the ID token, so that it is of this sign-in. */
	readonly nonce: string;
	/** Of which the provider has the hash: whoever caught the code alone gets nothing (PKCE). */
	readonly verifier: string;
};

/** A person as a provider knows them: a subject means something with its issuer alone. */
export type Subject = {readonly issuer: string; readonly subject: string};

/** The provider whose word is taken for who somebody is. */
export type OpenIdProvider = {
	readonly issuer: string;
	/** Where the browser goes. @throws DomainError `identity/oidc-unavailable`. */
	readonly authorizationUrl: (flow: OpenIdFlow) => Promise<string>;
	/**
	 * Exchanges what came back for the ID token, and holds it to this sign-in: signature, issuer,
	 * audience, time and nonce. @throws DomainError `identity/oidc-denied`, `identity/oidc-token`,
	 * `identity/oidc-unavailable`.
	 */
	readonly identify: (
		flow: OpenIdFlow,
		answer: Readonly<Record<string, string>>,
	) => Promise<Subject>;
};

/** How a sign-in that has begun is kept: of its secrets the hashes, the others sealed. */
export type OpenIdAttempt = {
	readonly stateHash: string;
	/** Of the cookie of the browser that began it. */
	readonly browserHash: string;
	readonly sealedFlow: string;
	readonly createdAt: Date;
	readonly expiresAt: Date;
};

/** That a subject is a user. */
export type SubjectLink = Subject & {readonly linkedAt: Date; readonly linkedBy: string};

/** So long a sign-in at the provider may take, and its second step. */
export const openIdMinutes = 10;

export const openIdEnd = (now: Date): Date => new Date(now.getTime() + openIdMinutes * 60 * 1000);

const secretBytes = 32;

/** A state, a nonce, a verifier or a cookie: 256 bits that nobody can foresee. */
export const openIdSecret = (randomBytes: (size: number) => Uint8Array): string =>
	Buffer.from(randomBytes(secretBytes)).toString('base64url');

/** What a flow is sealed to, so that it opens for its own state alone. */
export const flowAbout = (state: string): string => `openid:${hashOf(state)}`;

/**
 * The subject as providers write it: up to 255 ASCII characters (OpenID Connect Core 2). An e-mail
 * address is none: who has it may change, and who writes it is not checked by all.
 * @throws DomainError `identity/subject-malformed`.
 */
export function decideSubject(subject: string): string {
	if (/^[\x21-\x7e]{1,255}$/u.test(subject) && !subject.includes('@')) return subject;
	throw refuse('identity/subject-malformed', {subject: subject.slice(0, 80)}, 'subject');
}
