import type {Book} from '../../ledger/index.ts';
import type {Checkpoint, SigningKey} from '../checkpoint.ts';
import {refuse} from '../errors.ts';
import type {EvidenceWork} from '../ports.ts';

type Reading = Pick<EvidenceWork, 'evidence'>;

/** A checkpoint, the newest without a number. @throws DomainError `evidence/unknown-checkpoint`. */
export async function getCheckpoint(
	{evidence}: Reading,
	sequence?: number,
	path = 'sequence',
): Promise<Checkpoint> {
	const newest = await evidence.newestCheckpoint();
	const found =
		sequence === undefined || sequence === newest?.sequence
			? newest
			: await evidence.findCheckpoint(sequence);
	if (found) return found;
	const values = {sequence: String(sequence ?? 1), newest: String(newest?.sequence ?? 0)};
	throw refuse('evidence/unknown-checkpoint', values, path);
}

/** The newest checkpoint, if it covers an entry of a book. */
export async function findCoveringCheckpoint(
	{evidence}: Reading,
	book: Book,
	number: number,
): Promise<Checkpoint | undefined> {
	const newest = await evidence.newestCheckpoint();
	const head = newest && (await evidence.findHead(book, newest.logSize));
	return head !== undefined && head.size >= number ? newest : undefined;
}

/** The keys that lead from the first one to the one that signed a checkpoint. */
export async function keysUpTo({evidence}: Reading, checkpoint: Checkpoint): Promise<SigningKey[]> {
	const keys = await evidence.keys();
	return keys.slice(0, keys.findIndex(({keyId}) => keyId === checkpoint.keyId) + 1);
}
