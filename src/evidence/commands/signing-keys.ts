import type {Signer} from '../../kernel/signer.ts';
import {type SigningKey, certifyKey} from '../checkpoint.ts';
import {refuse} from '../errors.ts';
import type {EvidenceWork} from '../ports.ts';

/**
 * The key in use, which is the signer's own; the first key ever is entered here.
 * @throws DomainError `evidence/key-not-in-use` when this process holds another key.
 */
export async function keyInUse(work: EvidenceWork): Promise<SigningKey> {
	const newest = (await work.evidence.keys()).at(-1);
	const {keyId} = work.signer;
	if (newest?.keyId === keyId) return newest;
	if (newest) throw refuse('evidence/key-not-in-use', {keyId, inUse: newest.keyId});
	const first = certifyKey(work.signer, 1, work.signer, work.now());
	await work.evidence.appendKey(first);
	return first;
}

/** Enters this installation's key when it is the very first. @throws as {@link keyInUse}. */
export async function registerKey(work: EvidenceWork): Promise<SigningKey> {
	await work.evidence.lockLog();
	return keyInUse(work);
}

/**
 * Makes another key the one in use, certified by the one before it. Where that is lost, the new one
 * can only vouch for itself, and everybody who pinned the old one has to be told.
 * @throws DomainError `evidence/key-not-in-use`.
 */
export async function rotateKey(
	work: EvidenceWork,
	next: Signer,
	{isOldLost = false}: {readonly isOldLost?: boolean} = {},
): Promise<SigningKey> {
	await work.evidence.lockLog();
	const newest = isOldLost ? (await work.evidence.keys()).at(-1) : await keyInUse(work);
	const certifier = isOldLost ? next : work.signer;
	const key = certifyKey(next, (newest?.number ?? 0) + 1, certifier, work.now());
	await work.evidence.appendKey(key);
	return key;
}
