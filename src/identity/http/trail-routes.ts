import {Readable} from 'node:stream';
import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {momentText, page, pageQuery, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {Caller} from '../../http/route.ts';
import {assert} from '../../kernel/assert.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {type IdentityWork, type SealedAct, actKinds, asLines, readTrail} from '../index.ts';
import {signedIn} from './caller.ts';

/** The trail, for those who watch over who lets whom in. */
export const createTrailRoutes = (): Route<IdentityWork>[] => [listActs(), exportTrail()];

const contract = {kind: 'read', method: 'GET', permission: 'trail:read', tag: 'audit'} as const;

const act = z.strictObject({
	number: z.int(),
	recordedAt: momentText(),
	actor: z.string(),
	kind: z.enum(actKinds),
	subject: z.string().meta({description: 'On whom or what.', examples: ['user:siti.rahma']}),
	details: z.record(z.string(), z.string()),
	outcome: z.enum(['done', 'refused']),
	code: z.string().nullable().meta({description: 'By which code it was refused.'}),
	requestId: z.string().nullable(),
	address: z.string().nullable().meta({description: 'The network address it came from.'}),
	previousHash: z.string(),
	hash: z.string(),
	canonical: z.string().meta({description: 'The text whose SHA-256 is the hash.'}),
});

const presentAct = (told: SealedAct): z.input<typeof act> => ({
	number: told.number,
	recordedAt: told.recordedAt.toISOString(),
	actor: told.actor,
	kind: told.kind,
	subject: told.subject,
	details: {...told.details},
	outcome: told.outcome,
	code: told.code ?? null,
	requestId: told.requestId ?? null,
	address: told.address ?? null,
	previousHash: told.previousHash,
	hash: told.hash,
	canonical: told.canonical,
});

const listActs = () =>
	route({
		...contract,
		path: '/v1/audit/log',
		summary: 'Administrative acts and refusals, the newest first.',
		description:
			'Who let whom in, gave or took what, signed in or was refused. Whoever holds the ' +
			'permission in a part of the city sees the acts that concern users of that part alone.',
		query: z.strictObject({
			...pageQuery,
			actor: text({max: 64}).optional(),
			subject: text({max: 200}).optional(),
		}),
		status: 200,
		response: page(act),
		async handle(work: IdentityWork, {caller, query}) {
			const {limit = limitDefault, cursor, actor, subject} = query;
			const before = readCursor(cursor, z.int());
			const acts = await work.identity.listActs({
				within: reader(caller),
				...(before === undefined ? {} : {before}),
				...(actor === undefined ? {} : {actor}),
				...(subject === undefined ? {} : {subject}),
				limit: limit + 1,
			});
			return {body: toPage(acts, limit, presentAct, ({number}) => number)};
		},
	});

const exportTrail = () =>
	route({
		...contract,
		path: '/v1/audit/log/export',
		summary: 'The whole trail, to be kept and verified elsewhere.',
		description:
			'One act on each line, the oldest first: its number, the text that was sealed and its ' +
			'hash. Over all places the lines are the whole chain: each names the one before.',
		status: 200,
		files: ['application/x-ndjson'],
		handle: async (work: IdentityWork, {caller}) => ({
			headers: {'Content-Disposition': 'attachment; filename="audit-log.ndjson"'},
			content: {
				type: 'application/x-ndjson',
				body: Readable.from(asLines(readTrail(work, reader(caller)))),
			},
		}),
	});

function reader(caller: Caller | undefined): CallerScope {
	const within = signedIn(caller).scopeFor('trail:read');
	assert(within, 'A route with trail:read is answered only for a caller who has it.');
	return within;
}
