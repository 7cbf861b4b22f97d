import {readFile} from 'node:fs/promises';
import {Readable} from 'node:stream';
import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {bookCode, countText, page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {
	type EvidenceWork,
	getCheckpoint,
	openPack,
	proveConsistency,
	proveEntry,
	takeCheckpoint,
} from '../index.ts';
import {
	checkpointAnswer,
	consistencyAnswer,
	entryProofAnswer,
	keyAnswer,
	leafAnswer,
	presentCheckpoint,
	presentConsistency,
	presentEntryProof,
	presentKey,
	presentLeaf,
} from './schemas.ts';

const sequence = () => countText({min: 1, max: 1_000_000_000_000});
const sequenceOrNewest = () =>
	sequence().optional().meta({description: 'A checkpoint; the newest without it.'});

const checkpointRoutes: readonly Route<EvidenceWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/audit/checkpoints',
		permission: 'evidence:read',
		tag: 'audit',
		summary: 'Signed checkpoints, the newest first.',
		query: z.strictObject(pageQuery),
		status: 200,
		response: page(checkpointAnswer),
		handle: async (work: EvidenceWork, {query: {cursor, limit = limitDefault}}) => {
			const before = readCursor(cursor, z.int());
			const checkpoints = await work.evidence.listCheckpoints({
				...(before === undefined ? {} : {before}),
				limit: limit + 1,
			});
			const position = ({sequence: number}: (typeof checkpoints)[number]) => number;
			return {body: toPage(checkpoints, limit, presentCheckpoint, position)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/audit/checkpoints',
		permission: 'evidence:checkpoint',
		tag: 'audit',
		summary: 'Signs where every book stands now.',
		description: 'With nothing new since the last checkpoint, that one is the answer.',
		status: 200,
		response: checkpointAnswer,
		handle: async (work: EvidenceWork) => ({body: presentCheckpoint(await takeCheckpoint(work))}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/audit/checkpoints/{sequence}',
		permission: 'evidence:read',
		tag: 'audit',
		summary: 'One checkpoint, to be kept by whoever wants to hold us to it.',
		params: z.strictObject({sequence: sequence()}),
		status: 200,
		response: checkpointAnswer,
		handle: async (work: EvidenceWork, {params}) => ({
			body: presentCheckpoint(await getCheckpoint(work, params.sequence)),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/audit/checkpoints/{sequence}/leaves',
		permission: 'evidence:read',
		tag: 'audit',
		summary: 'The leaves of the log under a checkpoint: the heads of books, in their order.',
		description: 'Heads of books outside your scope are given as hashes only.',
		params: z.strictObject({sequence: sequence()}),
		query: z.strictObject(pageQuery),
		status: 200,
		response: page(leafAnswer),
		handle: async (work: EvidenceWork, {params, query: {cursor, limit = limitDefault}}) => {
			const {logSize} = await getCheckpoint(work, params.sequence);
			const from = readCursor(cursor, z.int().min(-1)) ?? -1;
			const wanted = Math.min(limit + 1, Math.max(0, logSize - from - 1));
			const leaves = await work.evidence.leaves({from: from + 1, limit: wanted});
			return {body: toPage(leaves, limit, presentLeaf, ({position}) => position)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/audit/consistency',
		permission: 'evidence:read',
		tag: 'audit',
		summary: "That one checkpoint's log is the beginning of a later one's (RFC 9162, 2.1.4).",
		query: z.strictObject({from: sequence(), to: sequenceOrNewest()}),
		status: 200,
		response: consistencyAnswer,
		refusals: [404, 409],
		handle: async (work: EvidenceWork, {query: {from, to}}) => {
			const proof = await proveConsistency(work, {from, ...(to === undefined ? {} : {to})});
			return {body: presentConsistency(proof)};
		},
	}),
];

const proofRoutes: readonly Route<EvidenceWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/audit/proofs/{book}/{entry}',
		permission: 'evidence:read',
		tag: 'audit',
		summary: 'That an entry is under a signed checkpoint (RFC 9162, 2.1.3).',
		description:
			"The entry's text hashes to a leaf of its book's tree, the root of which stands in a head; " +
			"the head's text is a leaf of the log, the root of which is signed. An entry's leaf is " +
			"SHA-256(0x00 || SHA-256(text)), a head's is SHA-256(0x00 || text).",
		params: z.strictObject({book: bookCode(), entry: sequence()}),
		query: z.strictObject({checkpoint: sequenceOrNewest()}),
		status: 200,
		response: entryProofAnswer,
		refusals: [409],
		handle: async (work: EvidenceWork, {params: {book, entry}, query: {checkpoint}}) => {
			const asked = {book, number: entry, ...(checkpoint === undefined ? {} : {checkpoint})};
			return {body: presentEntryProof(await proveEntry(work, asked))};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/audit/pack',
		permission: 'evidence:read',
		tag: 'audit',
		summary: 'The audit pack of a book: everything a stranger needs to verify it, as JSON lines.',
		description: 'Verify it with `bergulir verify --pack FILE`, or with /v1/audit/verifier alone.',
		query: z.strictObject({book: bookCode(), checkpoint: sequenceOrNewest()}),
		status: 200,
		files: ['application/x-ndjson'],
		refusals: [404, 409],
		handle: async (work: EvidenceWork, {query: {book, checkpoint}}) => {
			const pieces = await openPack(work, {
				book,
				...(checkpoint === undefined ? {} : {checkpoint}),
			});
			const name = `${book}.pack.ndjson`;
			return {
				headers: {'Content-Disposition': `attachment; filename="${name}"`},
				content: {type: 'application/x-ndjson', body: Readable.from(pieces)},
			};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/audit/keys',
		permission: 'evidence:read',
		tag: 'audit',
		summary: 'The public keys of this installation, each certified by the one before it.',
		status: 200,
		response: page(keyAnswer),
		handle: async (work: EvidenceWork) => ({
			body: {items: (await work.evidence.keys()).map(presentKey), nextCursor: null},
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/audit/verifier',
		permission: 'evidence:read',
		tag: 'audit',
		summary: 'The source of the verifier: one file that needs Node and nothing else.',
		status: 200,
		files: ['text/plain'],
		handle: async () => ({
			content: {type: 'text/plain; charset=utf-8', body: await readVerifier()},
		}),
	}),
];

/** The verifier as it lies beside us: TypeScript in the sources, JavaScript once built. */
async function readVerifier(): Promise<string> {
	const place = import.meta.url.endsWith('.ts') ? 'verify-pack.ts' : 'verify-pack.js';
	return readFile(new URL(`../verifier/${place}`, import.meta.url), 'utf8');
}

export const evidenceRoutes: readonly Route<EvidenceWork>[] = [...checkpointRoutes, ...proofRoutes];
