import {trailStart} from './act.ts';
import {hashOf} from './credential.ts';

/** An act as it was sealed: all that the chain is made of. */
export type SealedActText = {
	readonly number: number;
	readonly hash: string;
	readonly canonical: string;
};

/** A law that the trail does not keep, with a code that scripts may rely on. */
export type TrailBreach = {
	readonly code:
		| 'verify/trail-gap'
		| 'verify/trail-chain'
		| 'verify/trail-hash'
		| 'verify/trail-content'
		| 'verify/trail-backwards'
		| 'verify/trail-tip';
	readonly act: number;
	readonly explanation: string;
};

/** Checks the trail act by act, in the order of their numbers, from the sealed texts alone. */
export type TrailCheck = {
	readonly next: (act: SealedActText) => TrailBreach[];
	/** What is left to check at the end: that the tip is the last act seen. */
	readonly end: (tip: {readonly number: number; readonly hash: string}) => TrailBreach[];
	readonly acts: () => number;
};

/** Recomputes the chain of the trail. */
export function createTrailCheck(): TrailCheck {
	let [number, hash, recordedAt, acts] = [0, trailStart, '', 0];
	return {
		next(act) {
			const found: TrailBreach[] = [];
			const add = (code: TrailBreach['code'], explanation: string): void => {
				found.push({code, act: act.number, explanation});
			};
			if (act.number !== number + 1) add('verify/trail-gap', `follows act ${number}`);
			if (hashOf(act.canonical) !== act.hash) {
				add('verify/trail-hash', 'the hash is not that of the text');
			}
			const sealed = readSealed(act.canonical);
			if (sealed?.number !== act.number) {
				add('verify/trail-content', 'the sealed text is not that of the act');
			} else {
				if (sealed.previousHash !== hash) {
					add('verify/trail-chain', 'does not link to the act before');
				}
				if (sealed.recordedAt < recordedAt) {
					add('verify/trail-backwards', 'is recorded before the act before');
				}
				({recordedAt} = sealed);
			}
			({number, hash} = act);
			acts += 1;
			return found;
		},
		end: (tip) =>
			tip.number === number && tip.hash === hash
				? []
				: [
						{
							code: 'verify/trail-tip',
							act: number,
							explanation: `the tip is act ${tip.number}, the trail ends with ${number}`,
						},
					],
		acts: () => acts,
	};
}

type Sealed = {
	readonly number: number;
	readonly previousHash: string;
	readonly recordedAt: string;
};

function readSealed(canonical: string): Sealed | undefined {
	try {
		const [, number, previousHash, recordedAt] = JSON.parse(canonical) as unknown[];
		const isSealed =
			typeof number === 'number' &&
			typeof previousHash === 'string' &&
			typeof recordedAt === 'string';
		return isSealed ? {number, previousHash, recordedAt} : undefined;
	} catch {
		return undefined;
	}
}

/** What the columns of an act say is not what was sealed. */
export const actContentBreach = (act: number): TrailBreach => ({
	code: 'verify/trail-content',
	act,
	explanation: 'what is shown is not what was sealed',
});
