import * as client from 'openid-client';
import {DomainError} from '../../kernel/errors.ts';
import {refuse} from '../errors.ts';
import type {OpenIdProvider} from '../single-sign-on.ts';

export type OpenIdSettings = {
	/** By https: over plain HTTP a provider is not asked. */
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** Where the provider sends the browser back to. */
	readonly redirectUrl: string;
	/** How it is reached; by the fetch of Node without it. */
	readonly fetch?: typeof fetch;
};

const timeoutSeconds = 10;

/**
 * A provider of OpenID Connect by `openid-client`: the authorization code flow with PKCE, state and
 * nonce, the ID token's signature checked against the provider's keys as well.
 */
export function createOpenIdProvider(settings: OpenIdSettings): OpenIdProvider {
	const {issuer, redirectUrl} = settings;
	let known: Promise<client.Configuration> | undefined;
	const configuration = async (): Promise<client.Configuration> => {
		known ??= discover(settings);
		try {
			return await known;
		} catch (error) {
			// It may be there again for the next who asks.
			known = undefined;
			throw error;
		}
	};
	return {
		issuer,
		authorizationUrl: async ({state, nonce, verifier}) =>
			told(async () => {
				const url = client.buildAuthorizationUrl(await configuration(), {
					redirect_uri: redirectUrl,
					scope: 'openid',
					state,
					nonce,
					code_challenge: await client.calculatePKCECodeChallenge(verifier),
					code_challenge_method: 'S256',
				});
				return url.href;
			}),
		identify: async ({state, nonce, verifier}, answer) =>
			told(async () => {
				const current = new URL(redirectUrl);
				for (const [name, value] of Object.entries(answer)) current.searchParams.set(name, value);
				const tokens = await client.authorizationCodeGrant(await configuration(), current, {
					pkceCodeVerifier: verifier,
					expectedState: state,
					expectedNonce: nonce,
					idTokenExpected: true,
				});
				const claims = tokens.claims();
				if (claims?.iss !== issuer) throw refuse('identity/oidc-token', {reason: 'issuer'});
				return {issuer, subject: claims.sub};
			}),
	};
}

async function discover({
	issuer,
	clientId,
	clientSecret,
	fetch: reach,
}: OpenIdSettings): Promise<client.Configuration> {
	return client.discovery(
		new URL(issuer),
		clientId,
		undefined,
		client.ClientSecretBasic(clientSecret),
		{
			timeout: timeoutSeconds,
			execute: [client.enableNonRepudiationChecks],
			...(reach ? {[client.customFetch]: reach as client.CustomFetch} : {}),
		},
	);
}

/** What the library says, in our words; of the provider's own words only its codes are told on. */
async function told<T>(run: () => Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (error) {
		if (error instanceof DomainError) throw error;
		if (error instanceof client.AuthorizationResponseError) {
			throw refuse('identity/oidc-denied', {reason: codeOf(error.error)});
		}
		if (error instanceof client.ResponseBodyError) {
			throw refuse('identity/oidc-token', {reason: codeOf(error.error)});
		}
		const code = (error as {code?: unknown}).code;
		const isOfToken = error instanceof client.ClientError && !isUnreached(error);
		if (isOfToken) throw refuse('identity/oidc-token', {reason: codeOf(code)});
		if (isUnreached(error)) throw refuse('identity/oidc-unavailable');
		throw error;
	}
}

const codeOf = (text: unknown): string =>
	typeof text === 'string' && /^[\w-]{1,60}$/u.test(text) ? text : 'unknown';

/** Whether the provider was not there, rather than there and wrong. */
function isUnreached(error: unknown): boolean {
	const {code, name, cause} = error as {code?: unknown; name?: unknown; cause?: unknown};
	if (name === 'TimeoutError' || code === 'OAUTH_TIMEOUT') return true;
	if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return true;
	if (error instanceof TypeError && error.message === 'fetch failed') return true;
	return cause instanceof Error && isUnreached(cause);
}
