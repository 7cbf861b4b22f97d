// The door of evidence: all that other rooms may see of it.
export type {Checkpoint, Head, SigningKey} from './checkpoint.ts';
export {type EvidenceCode, evidenceTexts} from './errors.ts';
export type {Hash} from './merkle-tree.ts';
export type {EvidenceStore, EvidenceWork, LogLeaf} from './ports.ts';
export {isSignedBy, keyIdOf, privateKeyOf, seedBytes, signerOf} from './signing-key.ts';
export {registerKey, rotateKey} from './commands/signing-keys.ts';
export {takeCheckpoint} from './commands/take-checkpoint.ts';
export {verifyLog} from './queries/verify-log.ts';
export {openPack} from './queries/audit-pack.ts';
export {findCoveringCheckpoint, getCheckpoint, keysUpTo} from './queries/checkpoints.ts';
export {
	type ConsistencyProof,
	type EntryProof,
	proveConsistency,
	proveEntry,
} from './queries/proofs.ts';
