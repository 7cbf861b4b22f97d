import {randomUUID} from 'node:crypto';
import {listen} from '../../src/http/listen.ts';
import {issueToken} from '../../src/identity/index.ts';
import {createUserFromCommandLine} from '../../src/cli/user.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import type {World} from './world.ts';

// As JSON.parse has it: what a route answers is known to the test that asks.
type Json = ReturnType<typeof JSON.parse>;

export type Answered = {
	readonly status: number;
	readonly body: Json;
	readonly headers: Headers;
};

export type Client = {
	readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answered>;
	/** The answer's body to the byte; an answer that is no success is a fault of the test. */
	readonly getBytes: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Buffer>;
	/** With a fresh Idempotency-Key unless one is named. */
	readonly post: (
		path: string,
		body?: unknown,
		options?: {readonly key?: string; readonly headers?: Readonly<Record<string, string>>},
	) => Promise<Answered>;
	/** With a fresh Idempotency-Key. */
	readonly patch: (path: string, body: unknown) => Promise<Answered>;
};

/** Speaks to a service as the holder of a token, or as a stranger without one. */
export function createClient(address: string, token?: string): Client {
	const authorization: Record<string, string> =
		token === undefined ? {} : {authorization: `Bearer ${token}`};
	const ask = async (path: string, init: RequestInit): Promise<Answered> => {
		const response = await fetch(address + path, init);
		const text = await response.text();
		const isJson = /\bjson\b/u.test(response.headers.get('content-type') ?? '');
		return {
			status: response.status,
			body: isJson && text !== '' ? JSON.parse(text) : text,
			headers: response.headers,
		};
	};
	return {
		getBytes: async (path, headers = {}) => {
			const response = await fetch(address + path, {headers: {...authorization, ...headers}});
			const bytes = Buffer.from(await response.arrayBuffer());
			if (!response.ok) throw new Error(`${path}: ${response.status} ${bytes.toString('utf8')}`);
			return bytes;
		},
		get: async (path, headers = {}) => ask(path, {headers: {...authorization, ...headers}}),
		post: async (path, body, {key = randomUUID(), headers = {}} = {}) =>
			ask(path, {
				method: 'POST',
				headers: {
					...authorization,
					'idempotency-key': key,
					...(body === undefined ? {} : {'content-type': 'application/json'}),
					...headers,
				},
				...(body === undefined
					? {}
					: {body: typeof body === 'string' ? body : JSON.stringify(body)}),
			}),
		patch: async (path, body) =>
			ask(path, {
				method: 'PATCH',
				headers: {
					...authorization,
					'idempotency-key': randomUUID(),
					'content-type': 'application/json',
				},
				body: JSON.stringify(body),
			}),
	};
}

export type Server = {
	readonly address: string;
	readonly stranger: Client;
	/** A client with the token of a new user of a role and scope. */
	readonly signUp: (role: string, scope?: string, name?: string) => Promise<Client>;
	readonly close: () => Promise<void>;
};

let users = 0;

/** The world's service over HTTP, on a port of its own. */
export async function startServer(world: World): Promise<Server> {
	const {address, close} = await listen(world.app, {host: '127.0.0.1', port: 0});
	return {
		address,
		stranger: createClient(address),
		signUp: async (role, scope = 'all', name = `${role}-${(users += 1)}`) => {
			const operator = {userId: '00000000-0000-0000-0000-000000000000', name: '(test)'};
			const secret = await world.inTransaction(
				{scope: everywhere, actor: operator},
				async (work) => {
					const {user} = await createUserFromCommandLine(work, {name, role, scope});
					return (await issueToken(work, {user: user.id, label: 'test'})).secret;
				},
			);
			return createClient(address, secret);
		},
		close: async () => {
			await close(1000);
		},
	};
}
