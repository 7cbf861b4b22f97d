import {type Checkpoint, placeHeads, placeTrailHead, signCheckpoint} from '../checkpoint.ts';
import {refuse} from '../errors.ts';
import type {EvidenceWork} from '../ports.ts';
import {isSignedBy} from '../signing-key.ts';
import {keyInUse} from './signing-keys.ts';

/**
 * Signs where every book stands, and the trail. With nothing new since the last checkpoint, that
 * one is the answer.
 * @throws DomainError `evidence/nothing-recorded`, `evidence/key-not-in-use`,
 * `evidence/journal-rewritten`, `evidence/trail-rewritten`.
 */
export async function takeCheckpoint(work: EvidenceWork): Promise<Checkpoint> {
	return work.evidence.overEveryBook(async () => {
		await work.evidence.lockLog();
		const last = await work.evidence.newestCheckpoint();
		const moved = await work.evidence.movedHeads();
		const movedTrail = await work.evidence.movedTrail();
		if (moved.length === 0 && !movedTrail) {
			if (last) return last;
			throw refuse('evidence/nothing-recorded');
		}
		const key = await keyInUse(work);
		const books = placeHeads(moved, last);
		await work.evidence.appendHeads(books);
		const trail = movedTrail && placeTrailHead(movedTrail, last, books.length);
		if (trail) await work.evidence.appendTrailHead(trail);
		const heads = [...books, ...(trail ? [trail] : [])];
		const size = (last?.logSize ?? 0) + heads.length;
		const log = {size, root: await work.evidence.growLog(size), heads};
		const checkpoint = signCheckpoint(last, log, work.now(), work.signer);
		// The file of the key may have been changed between its name and its signature.
		if (!isSignedBy(key.publicKey, checkpoint.canonical, checkpoint.signature)) {
			throw refuse('evidence/key-not-in-use', {keyId: work.signer.keyId, inUse: key.keyId});
		}
		await work.evidence.appendCheckpoint(checkpoint);
		return checkpoint;
	});
}
