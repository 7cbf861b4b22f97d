import type {PersistedClient, Persister} from '@tanstack/react-query-persist-client';
import {type Sealed, forget, keep, readKept, seal, unseal} from './vault.ts';

const key = 'client';

/** The answers that an officer reads without a network; all else is forgotten with the page. */
const keptKinds = new Set(['me', 'cooperatives', 'due']);

export const isKept = ([kind]: readonly unknown[]): boolean =>
	typeof kind === 'string' && keptKinds.has(kind);

/** Keeps answers on the device, encrypted; a device that keeps nothing serves with a network. */
export const keptAnswers: Persister = {
	async persistClient(client) {
		await keep('answers', key, await seal(client)).catch(() => undefined);
	},
	async restoreClient() {
		try {
			const sealed = await readKept<Sealed>('answers', key);
			return sealed && (await unseal<PersistedClient>(sealed));
		} catch {
			return undefined;
		}
	},
	async removeClient() {
		await forget('answers', key).catch(() => undefined);
	},
};
