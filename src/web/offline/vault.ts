// What the device keeps: encrypted with a key that this browser made and gives to nobody, not even
// to our own scripts. Who copies the files of a browser finds names of stores, none of people.

const databaseName = 'bergulir';
const stores = ['keys', 'answers', 'queue'] as const;
export type StoreName = (typeof stores)[number];

/** What is stored of a value: how it was encrypted, and what came out. */
export type Sealed = {readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer};

const asked = async <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => {
			resolve(request.result);
		};
		request.onerror = () => {
			reject(request.error ?? new Error('The device refused.'));
		};
	});

/** Waits until what was written is really there. */
export const committed = async (transaction: IDBTransaction): Promise<void> =>
	new Promise((resolve, reject) => {
		transaction.oncomplete = () => {
			resolve();
		};
		transaction.onabort = () => {
			reject(transaction.error ?? new Error('The device refused.'));
		};
	});

let opened: Promise<IDBDatabase> | undefined;

export async function openVault(): Promise<IDBDatabase> {
	opened ??= (async () => {
		const request = indexedDB.open(databaseName, 1);
		request.onupgradeneeded = () => {
			for (const store of stores) request.result.createObjectStore(store);
		};
		return asked(request);
	})();
	return opened;
}

export async function readKept<T>(store: StoreName, key: IDBValidKey): Promise<T | undefined> {
	const database = await openVault();
	const request = database.transaction(store).objectStore(store).get(key);
	return asked(request as IDBRequest<T | undefined>);
}

export async function readAllKept<T>(store: StoreName): Promise<T[]> {
	const database = await openVault();
	const request = database.transaction(store).objectStore(store).getAll();
	return asked(request as IDBRequest<T[]>);
}

export async function keep(store: StoreName, key: IDBValidKey, value: unknown): Promise<void> {
	const transaction = (await openVault()).transaction(store, 'readwrite', {durability: 'strict'});
	transaction.objectStore(store).put(value, key);
	await committed(transaction);
}

export async function forget(store: StoreName, key: IDBValidKey): Promise<void> {
	const transaction = (await openVault()).transaction(store, 'readwrite');
	transaction.objectStore(store).delete(key);
	await committed(transaction);
}

const keyName = 'device';

/** The key of this browser; made once. Of two pages that make it at once the first one's counts. */
async function deviceKey(): Promise<CryptoKey> {
	const known = await readKept<CryptoKey>('keys', keyName);
	if (known) return known;
	const made = await crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, [
		'encrypt',
		'decrypt',
	]);
	const transaction = (await openVault()).transaction('keys', 'readwrite');
	const store = transaction.objectStore('keys');
	const first = store.get(keyName) as IDBRequest<CryptoKey | undefined>;
	first.onsuccess = () => {
		if (first.result === undefined) store.put(made, keyName);
	};
	await committed(transaction);
	return (await readKept<CryptoKey>('keys', keyName)) ?? made;
}

export async function seal(value: unknown): Promise<Sealed> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const text = new TextEncoder().encode(JSON.stringify(value));
	const data = await crypto.subtle.encrypt({name: 'AES-GCM', iv}, await deviceKey(), text);
	return {iv, data};
}

/** What was sealed. @throws where it was changed, or the key is another. */
export async function unseal<T>({iv, data}: Sealed): Promise<T> {
	const text = await crypto.subtle.decrypt({name: 'AES-GCM', iv}, await deviceKey(), data);
	return JSON.parse(new TextDecoder().decode(text)) as T;
}
