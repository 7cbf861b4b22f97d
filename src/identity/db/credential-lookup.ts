import type {Knex} from 'knex';
import type {Clock} from '../../kernel/clock.ts';
import type {Credential, CredentialKind} from '../credential.ts';
import type {CredentialStore} from '../ports.ts';
import {createCredentialTables, findCredentials} from './credential-tables.ts';

/** How requests find who sends them. */
export type CredentialLookup = Pick<CredentialStore, 'findCredential' | 'touchCredential'> & {
	/** To be told after every write that may have changed who may do what. */
	readonly forget: () => void;
};

type Waiting = {
	readonly resolve: (credential: Credential | undefined) => void;
	readonly reject: (error: unknown) => void;
};

/** What another process took back is taken back here no later than this. */
const keptMs = 1000;
/** More than this many are all forgotten, so that nobody fills the memory with them. */
const keptMax = 10_000;

/**
 * Finds credentials for requests: those that come together with one question for all of them, and
 * those that come right after with none. What this process takes back is gone at once, for it
 * forgets with each of its writes; a question that was under way meanwhile leaves nothing behind.
 */
export function createCredentialLookup(knex: Knex, clock: Clock): CredentialLookup {
	const forgetters: (() => void)[] = [];
	const forget = (): void => {
		for (const one of forgetters) one();
	};
	const remembering = (kind: CredentialKind) => {
		const {find, forget: forgetKind} = remember(createLookup(knex, kind), clock);
		forgetters.push(forgetKind);
		return find;
	};
	const lookups = {session: remembering('session'), token: remembering('token')};
	const {touchCredential} = createCredentialTables(knex);
	const touching = new Set<string>();
	return {
		findCredential: async (kind, hash) => lookups[kind](hash),
		// Many requests of one caller find it due at once; they need not wait for each other's row.
		async touchCredential(kind, hash, at) {
			if (touching.has(hash)) return;
			touching.add(hash);
			try {
				await touchCredential(kind, hash, at);
			} finally {
				touching.delete(hash);
				forget();
			}
		},
		forget,
	};
}

type Find = (hash: string) => Promise<Credential | undefined>;

function remember(find: Find, clock: Clock) {
	let kept = new Map<string, {readonly credential: Credential; readonly at: number}>();
	return {
		find: async (hash: string): Promise<Credential | undefined> => {
			const asked = clock.now().getTime();
			const known = kept.get(hash);
			if (known && Math.abs(asked - known.at) < keptMs) return known.credential;
			const into = kept;
			const credential = await find(hash);
			if (credential && into === kept) {
				if (kept.size >= keptMax) kept.clear();
				kept.set(hash, {credential, at: asked});
			}
			return credential;
		},
		forget: (): void => {
			kept = new Map();
		},
	};
}

function createLookup(knex: Knex, kind: CredentialKind): Find {
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
	return async (hash) =>
		new Promise((resolve, reject) => {
			const all = waiting.get(hash);
			if (all) all.push({resolve, reject});
			else waiting.set(hash, [{resolve, reject}]);
			if (isAsking || waiting.size > 1) return;
			// Not before all that this turn of the event loop has brought are in.
			setImmediate(() => {
				if (!isAsking && waiting.size > 0) void ask();
			});
		});
}
