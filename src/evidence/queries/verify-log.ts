import type {Checkpoint} from '../checkpoint.ts';
import {type LogBreach, createLogCheck, trailHeadBreaches} from '../log-check.ts';
import type {EvidenceWork} from '../ports.ts';

const checkpointsPerPage = 1000;
const leavesPerPage = 8192;

/**
 * Holds every checkpoint against the log and every head of the trail in it against the trail, all
 * within the transaction of the caller, which is best one snapshot.
 */
export async function verifyLog({evidence}: Pick<EvidenceWork, 'evidence'>): Promise<{
	readonly breaches: LogBreach[];
	readonly checkpoints: number;
}> {
	const checkpoints = await allCheckpoints(evidence);
	const check = createLogCheck(checkpoints, await evidence.keys());
	for (let from = 0; ;) {
		const leaves = await evidence.leaves({from, limit: leavesPerPage});
		for (const {hash} of leaves) check.next(hash);
		from += leaves.length;
		if (leaves.length < leavesPerPage) break;
	}
	const told = await evidence.trailHeads();
	return {
		breaches: [...check.end(), ...told.flatMap(trailHeadBreaches)],
		checkpoints: checkpoints.length,
	};
}

async function allCheckpoints(evidence: EvidenceWork['evidence']): Promise<Checkpoint[]> {
	const all: Checkpoint[] = [];
	for (;;) {
		const before = all.at(-1)?.sequence;
		const query = {limit: checkpointsPerPage, ...(before === undefined ? {} : {before})};
		const page = await evidence.listCheckpoints(query);
		all.push(...page);
		if (page.length < checkpointsPerPage) return all.reverse();
	}
}
