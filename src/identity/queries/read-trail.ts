import {type CallerScope, everywhere} from '../../kernel/scope.ts';
import {type SealedAct, encodeAct} from '../act.ts';
import type {IdentityWork} from '../ports.ts';
import {type TrailBreach, actContentBreach, createTrailCheck} from '../trail.ts';

const actsAtOnce = 1000;

/** Every act that a scope shows, the oldest first, a thousand at a time. */
export async function* readTrail(
	{afresh}: Pick<IdentityWork, 'afresh'>,
	within: CallerScope,
): AsyncGenerator<SealedAct> {
	let after = 0;
	for (;;) {
		const page = {within, after, limit: actsAtOnce};
		const acts = await afresh(async ({identity}) => identity.listActs(page));
		yield* acts;
		const last = acts.at(-1);
		if (last === undefined || acts.length < actsAtOnce) return;
		after = last.number;
	}
}

/**
 * Recomputes the whole chain, and holds what its columns say against what was sealed, all within
 * the transaction of the caller, which is best one snapshot.
 */
export async function verifyTrail(
	work: IdentityWork,
): Promise<{readonly breaches: TrailBreach[]; readonly acts: number}> {
	const check = createTrailCheck();
	const breaches: TrailBreach[] = [];
	for await (const act of readTrail({afresh: async (run) => run(work)}, everywhere)) {
		breaches.push(...check.next(act));
		if (encodeAct(act) !== act.canonical) breaches.push(actContentBreach(act.number));
	}
	breaches.push(...check.end(await work.identity.readTrailTip()));
	return {breaches, acts: check.acts()};
}

/** Acts as the lines of the export: what a hash is computed from stands beside it as text. */
export async function* asLines(acts: AsyncIterable<SealedAct>): AsyncGenerator<string> {
	for await (const {number, hash, previousHash, canonical} of acts) {
		yield `${JSON.stringify({number, hash, previousHash, canonical})}\n`;
	}
}
