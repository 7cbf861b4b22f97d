// The checks of a checkpoint and of an entry under it, one by one, each with what it found.
import {answerOf, api} from '../api/client.ts';
import {allItems} from '../api/pages.ts';
import type {operations} from '../api/schema.d.ts';
import {
	type PublicKey,
	type SignedCheckpoint,
	entryLeaf,
	headLeaf,
	isChainOfKeys,
	isConsistent,
	isSigned,
	rootOf,
	rootOfInclusion,
	saysCheckpoint,
	textHash,
} from './verify.ts';

export const checkNames = ['keys', 'signature', 'leaves', 'consistency', 'entry'] as const;
export type CheckName = (typeof checkNames)[number];

export type Check = {
	readonly name: CheckName;
	/** Not where there was nothing to check. */
	readonly outcome: 'holds' | 'fails' | 'nothing';
	/** How many things were looked at, or of which checkpoint. */
	readonly count: number;
};

const outcome = (holds: boolean): 'holds' | 'fails' => (holds ? 'holds' : 'fails');

/** What this browser saw before, so that a log that was changed since is found out. */
export type Remembered = Pick<SignedCheckpoint, 'sequence' | 'logSize' | 'logRoot' | 'keyId'>;
const memory = 'bergulir-checkpoint-seen';

export function remembered(): Remembered | undefined {
	const text = globalThis.localStorage.getItem(memory);
	if (text === null) return undefined;
	const parsed = JSON.parse(text) as Partial<Remembered>;
	return typeof parsed.logRoot === 'string' ? (parsed as Remembered) : undefined;
}

export function remember({sequence, logSize, logRoot, keyId}: SignedCheckpoint): void {
	const seen = remembered();
	if (seen !== undefined && seen.sequence >= sequence) return;
	const kept: Remembered = {sequence, logSize, logRoot, keyId};
	globalThis.localStorage.setItem(memory, JSON.stringify(kept));
}

const readKeys = async (): Promise<readonly PublicKey[]> =>
	(await answerOf(api.GET('/v1/audit/keys'))).items;

async function checkSignature(
	checkpoint: SignedCheckpoint,
	keys: readonly PublicKey[],
): Promise<Check[]> {
	const key = keys.find(({keyId}) => keyId === checkpoint.keyId);
	const isLed = await isChainOfKeys(keys, checkpoint.keyId);
	const isTrue =
		key !== undefined &&
		saysCheckpoint(checkpoint) &&
		(await isSigned(key.publicKey, checkpoint.canonical, checkpoint.signature));
	return [
		{name: 'keys', outcome: outcome(isLed), count: keys.length},
		{name: 'signature', outcome: outcome(isTrue), count: checkpoint.sequence},
	];
}

/** Makes the root anew of all leaves; of the heads that one may read, their leaves as well. */
async function checkLeaves({sequence, logSize, logRoot}: SignedCheckpoint): Promise<Check> {
	const leaves = await allItems(async (cursor) => {
		const params = {
			path: {sequence: String(sequence)},
			query: {limit: '1000', ...(cursor === undefined ? {} : {cursor})},
		};
		return answerOf(api.GET('/v1/audit/checkpoints/{sequence}/leaves', {params}));
	});
	const texts = leaves.filter(({canonical}) => canonical !== null);
	const made = await Promise.all(texts.map(async ({canonical}) => headLeaf(canonical!)));
	const areLeaves = texts.every(({hash}, index) => hash === made[index]);
	const root = await rootOf(leaves.map(({hash}) => hash));
	const holds = areLeaves && leaves.length === logSize && root === logRoot;
	return {name: 'leaves', outcome: outcome(holds), count: leaves.length};
}

/** That a log which was seen earlier is the beginning of this one. */
async function checkConsistency(
	checkpoint: SignedCheckpoint,
	earlier: Remembered | undefined,
): Promise<Check> {
	const name = 'consistency';
	if (earlier === undefined) return {name, outcome: 'nothing', count: 0};
	const [older, newer] =
		earlier.sequence <= checkpoint.sequence ? [earlier, checkpoint] : [checkpoint, earlier];
	const {path} = await answerOf(
		api.GET('/v1/audit/consistency', {
			params: {query: {from: String(older.sequence), to: String(newer.sequence)}},
		}),
	);
	const holds = await isConsistent(
		{size: older.logSize, root: older.logRoot},
		{size: newer.logSize, root: newer.logRoot},
		path,
	);
	return {name, outcome: outcome(holds), count: earlier.sequence};
}

/** All that can be checked of a checkpoint, also against what this browser saw before. */
export async function checkCheckpoint(
	checkpoint: SignedCheckpoint,
	before: SignedCheckpoint | undefined,
): Promise<Check[]> {
	const seen = remembered();
	const earlier = seen === undefined || seen.sequence === checkpoint.sequence ? before : seen;
	const signed = await checkSignature(checkpoint, await readKeys());
	const rest = [await checkLeaves(checkpoint), await checkConsistency(checkpoint, earlier)];
	const checks = [...signed, ...rest];
	if (checks.every((check) => check.outcome !== 'fails')) remember(checkpoint);
	return checks;
}

export type EntryProof =
	operations['get-v1-audit-proofs-book-entry']['responses'][200]['content']['application/json'];

/** That an entry lies under a signed checkpoint, as it was. */
export async function checkEntry(book: string, entry: string): Promise<[EntryProof, Check[]]> {
	const proof = await answerOf(
		api.GET('/v1/audit/proofs/{book}/{entry}', {params: {path: {book, entry}}}),
	);
	return [proof, await checkProof(proof)];
}

/** Follows a proof from an entry's text to the signature. */
export async function checkProof(proof: EntryProof): Promise<Check[]> {
	const {entry, bookProof, head, logProof, checkpoint, keys} = proof;
	const isText = (await textHash(entry.canonical)) === entry.hash;
	const bookRoot = await rootOfInclusion(await entryLeaf(entry.canonical), bookProof);
	const logRoot = await rootOfInclusion(await headLeaf(head.canonical), logProof);
	const said: unknown = JSON.parse(head.canonical);
	const isHeadTrue =
		Array.isArray(said) && said[2] === entry.book && said[3] === head.size && said[5] === head.root;
	const holds =
		isText &&
		isHeadTrue &&
		bookRoot === bookProof.root &&
		bookProof.root === head.root &&
		bookProof.size === head.size &&
		logRoot === logProof.root &&
		logProof.root === checkpoint.logRoot &&
		logProof.size === checkpoint.logSize;
	const signed = await checkSignature(checkpoint, keys);
	return [...signed, {name: 'entry', outcome: outcome(holds), count: entry.number}];
}
