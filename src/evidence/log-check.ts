import type {Checkpoint, SigningKey} from './checkpoint.ts';
import {type Hash, emptyRoot, leafHash, nodeHash} from './merkle-tree.ts';
import {isSignedBy} from './signing-key.ts';

/** Something that was signed and that the database no longer agrees with. */
export type LogBreach = {
	readonly code: 'verify/log-root' | 'verify/checkpoint-signature' | 'verify/trail-head';
	readonly checkpoint: number;
	readonly explanation: string;
};

/** Checks every checkpoint against the log, leaf by leaf, without what is kept of its tree. */
export type LogCheck = {
	readonly next: (leaf: Hash) => void;
	readonly end: () => LogBreach[];
};

/** `checkpoints` are the oldest first. */
export function createLogCheck(
	checkpoints: readonly Checkpoint[],
	keys: readonly SigningKey[],
): LogCheck {
	const full: Hash[] = [];
	const roots = new Map<number, Hash>([[0, emptyRoot]]);
	const sizes = new Set(checkpoints.map(({logSize}) => logSize));
	let size = 0;
	return {
		next(leaf) {
			let node = leaf;
			size += 1;
			for (let rest = size; rest % 2 === 0; rest /= 2) node = nodeHash(full.pop()!, node);
			full.push(node);
			if (sizes.has(size)) {
				roots.set(
					size,
					full.reduceRight((right, left) => nodeHash(left, right)),
				);
			}
		},
		end: () =>
			checkpoints.flatMap((checkpoint) => [
				...signatureBreach(checkpoint, keys),
				...rootBreach(checkpoint, roots.get(checkpoint.logSize)),
			]),
	};
}

function signatureBreach(checkpoint: Checkpoint, keys: readonly SigningKey[]): LogBreach[] {
	const {sequence, keyId, canonical, signature, logRoot} = checkpoint;
	const key = keys.find((one) => one.keyId === keyId);
	const isSigned = key !== undefined && isSignedBy(key.publicKey, canonical, signature);
	// What is signed is the text: the column beside it says the same, or it is not what was signed.
	if (isSigned && canonical.includes(`"${logRoot}"`)) return [];
	const explanation = `key ${keyId} did not sign it as it stands`;
	return [{code: 'verify/checkpoint-signature', checkpoint: sequence, explanation}];
}

function rootBreach({sequence, logRoot}: Checkpoint, root: Hash | undefined): LogBreach[] {
	if (root === logRoot) return [];
	const explanation =
		root === undefined ? 'leaves of its log are gone' : 'its log is not the one that was signed';
	return [{code: 'verify/log-root', checkpoint: sequence, explanation}];
}

/** A head of the trail as the log tells it, and the hash of the act that stands there now. */
export type ToldTrailHead = {
	readonly checkpoint: number;
	readonly size: number;
	readonly head: Hash;
	readonly canonical: string;
	/** The hash of the leaf. */
	readonly leaf: Hash;
	readonly act: Hash | undefined;
};

/** What a leaf of the trail tells, held against its text and against the trail. */
export function trailHeadBreaches(told: ToldTrailHead): LogBreach[] {
	const {checkpoint, size, head, canonical, leaf, act} = told;
	const breach = (explanation: string): LogBreach[] => [
		{code: 'verify/trail-head', checkpoint, explanation},
	];
	const isText =
		leafHash(Buffer.from(canonical, 'utf8')) === leaf && canonical.includes(`"${head}"`);
	if (!isText) return breach(`the leaf of act ${size} is not that of its text`);
	if (act === undefined) return breach(`act ${size} was signed and is gone`);
	return act === head ? [] : breach(`act ${size} is not the one that was signed`);
}
