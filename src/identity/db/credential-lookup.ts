import type {Knex} from 'knex';
import type {Credential, CredentialKind} from '../credential.ts';
import type {CredentialStore} from '../ports.ts';
import {findCredentials} from './credential-tables.ts';

type Waiting = {
	readonly resolve: (credential: Credential | undefined) => void;
	readonly reject: (error: unknown) => void;
};

/**
 * Finds credentials for requests that come together with one question for all of them. Nothing is
 * kept: whoever asks after the question was put is in the next one, so that what was revoked is
 * gone at once.
 */
export function createCredentialLookup(knex: Knex): CredentialStore['findCredential'] {
	const lookups = {session: createLookup(knex, 'session'), token: createLookup(knex, 'token')};
	return async (kind, hash) => lookups[kind](hash);
}

function createLookup(knex: Knex, kind: CredentialKind) {
	let waiting = new Map<string, Waiting[]>();
	let isAsking = false;
	const ask = async (): Promise<void> => {
		const asked = waiting;
		waiting = new Map();
		isAsking = true;
		try {
			const found = await findCredentials(knex, kind, [...asked.keys()]);
			for (const [hash, all] of asked) for (const {resolve} of all) resolve(found.get(hash));
		} catch (error) {
			for (const all of asked.values()) for (const {reject} of all) reject(error);
		}
		isAsking = false;
		if (waiting.size > 0) void ask();
	};
	return async (hash: string): Promise<Credential | undefined> =>
		new Promise((resolve, reject) => {
			const all = waiting.get(hash);
			if (all) all.push({resolve, reject});
			else waiting.set(hash, [{resolve, reject}]);
			if (!isAsking) void ask();
		});
}
