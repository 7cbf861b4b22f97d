// A real provider of OpenID Connect on this machine, as if behind a proxy that ends TLS, and a way
// to stand between it and the service.
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {type JWTPayload, SignJWT, decodeJwt, exportJWK, generateKeyPair} from 'jose';
import {Provider} from 'oidc-provider';

export const clientId = 'bergulir';
export const clientSecret = 'pZ3vLQ0sXr8yTn5wKd2h';
export const redirectUrl = 'http://127.0.0.1:3000/v1/sessions/oidc/callback';

type Forge = (claims: JWTPayload) => {readonly claims: JWTPayload; readonly isOwnKey?: boolean};

const issuer = 'https://masuk.kota.example';

type Ask = (url: string, init?: RequestInit) => Promise<Response>;

/** Asks the provider under its own name at where it really is, as the proxy before it does. */
const inward =
	(address: string): Ask =>
	async (url, init = {}) => {
		if (!url.startsWith(issuer)) throw new Error(`${url} is not of the provider`);
		const headers = new Headers(init.headers);
		headers.set('x-forwarded-proto', 'https');
		headers.set('x-forwarded-host', new URL(issuer).host);
		return fetch(address + url.slice(issuer.length), {...init, headers});
	};

function createProvider(jwk: object): Provider {
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uris: [redirectUrl],
				grant_types: ['authorization_code'],
				response_types: ['code'],
			},
		],
		jwks: {keys: [jwk]},
		cookies: {keys: ['kunci-kue']},
		pkce: {required: () => true},
		findAccount: (_, id) => ({accountId: id, claims: () => ({sub: id})}),
	});
	provider.proxy = true;
	return provider;
}

export type TestProvider = {
	readonly issuer: string;
	/** Signs in at the provider as a subject, and tells what the browser is sent back with. */
	readonly authorize: (url: string, subject: string) => Promise<Record<string, string>>;
	/** How the service reaches it: what the token endpoint answers may be forged in between. */
	readonly fetch: typeof fetch;
	readonly forge: (forge: Forge | undefined) => void;
	readonly close: () => void;
};

export async function startProvider(): Promise<TestProvider> {
	const keys = await generateKeyPair('RS256', {extractable: true});
	const foreign = await generateKeyPair('RS256', {extractable: true});
	const jwk = {...(await exportJWK(keys.privateKey)), kid: 'satu', alg: 'RS256', use: 'sig'};
	const provider = createProvider(jwk);
	const answer = provider.callback();
	const server = createServer((request, response) => void answer(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const ask = inward(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	let forging: Forge | undefined;
	const reach: typeof fetch = async (input, init) => {
		const url = input instanceof Request ? input.url : new URL(input).href;
		const response = await ask(url, init);
		if (!forging || !url.endsWith('/token') || !response.ok) return response;
		const body = (await response.json()) as {id_token: string};
		const {claims, isOwnKey = true} = forging(decodeJwt(body.id_token));
		const token = new SignJWT(claims).setProtectedHeader({alg: 'RS256', kid: 'satu'});
		const forged = await token.sign(isOwnKey ? keys.privateKey : foreign.privateKey);
		return Response.json({...body, id_token: forged});
	};
	return {
		issuer,
		authorize: async (url, subject) => authorize(ask, url, subject),
		fetch: reach,
		forge: (forge) => {
			forging = forge;
		},
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

/** As a browser does: follows, fills in, agrees, until it is sent back. */
async function authorize(
	reach: Ask,
	url: string,
	subject: string,
): Promise<Record<string, string>> {
	const jar = new Map<string, string>();
	const ask = async (at: string, body?: URLSearchParams): Promise<Response> => {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const method = body ? 'POST' : 'GET';
		const response = await reach(at, {
			method,
			redirect: 'manual',
			headers: {cookie},
			...(body ? {body} : {}),
		});
		for (const set of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/u.exec(set)!;
			jar.set(name!, value!);
		}
		return response;
	};
	let next = url;
	for (let step = 0; step < 12; step += 1) {
		let response = await ask(next);
		if (response.status === 200) {
			const page = await response.text();
			const action = /<form[^>]+action="([^"]+)"/u.exec(page)?.[1] ?? '';
			const [, prompt = ''] = /name="prompt" value="(\w+)"/u.exec(page) ?? [];
			const form = new URLSearchParams({prompt, login: subject, password: 'x'});
			response = await ask(new URL(action, next).href, form);
		}
		const location = response.headers.get('location');
		if (location === null) throw new Error(`${next}: ${response.status}`);
		next = new URL(location, next).href;
		if (next.startsWith(redirectUrl)) return Object.fromEntries(new URL(next).searchParams);
	}
	throw new Error(`The provider sends round and round: ${next}`);
}
