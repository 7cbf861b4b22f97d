import {z} from 'zod';
import {mediaTypes} from '../files/format.ts';
import {type Route, isWrite, readFromHeader} from './route.ts';
import {sessionCookie} from './guard.ts';
import {waitingAnswer, waitingStatus} from './waiting.ts';

export type OpenApiInfo = {
	readonly title: string;
	readonly version: string;
	readonly description: string;
};

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of a table of routes: made from the schemas that guard them. */
export function buildOpenApi<Work>(routes: readonly Route<Work>[], info: OpenApiInfo): Json {
	const paths: Record<string, Record<string, Json>> = {};
	for (const route of routes) {
		paths[route.path] = {...paths[route.path], [route.method.toLowerCase()]: describe(route)};
	}
	return {
		openapi: '3.1.0',
		info,
		servers: [{url: '/'}],
		tags: [...new Set(routes.map(({tag}) => tag))].map((name) => ({name})),
		paths,
		components: {
			securitySchemes: {
				bearer: {type: 'http', scheme: 'bearer'},
				session: {type: 'apiKey', in: 'cookie', name: sessionCookie},
			},
			schemas: {Problem: problemSchema, PendingCommand: outputOf(waitingAnswer)},
		},
	};
}

function describe<Work>(route: Route<Work>): Json {
	const isPublic = route.permission === 'public';
	const refusals = [...commonRefusals(route), ...(route.refusals ?? [])];
	return {
		operationId: operationId(route),
		tags: [route.tag],
		summary: route.summary,
		...(route.description === undefined ? {} : {description: route.description}),
		'x-permission': route.permission,
		security: isPublic ? [] : [{bearer: []}, {session: []}],
		parameters: [
			...parameters('path', route.params),
			...parameters('query', route.query),
			...(isWrite(route) ? [idempotencyHeader] : []),
			...(route.later ? [preferHeader] : []),
		],
		...(route.body
			? {
					requestBody: {
						required: true,
						content: {'application/json': {schema: inputOf(route.body)}},
					},
				}
			: {}),
		responses: {
			...(isWrite(route) ? {[String(waitingStatus)]: waiting} : {}),
			[String(route.status)]: success(route),
			...(route.later ? {202: later} : {}),
			...Object.fromEntries(
				[...new Set(refusals)].sort().map((status) => [String(status), refusal]),
			),
		},
	};
}

const commonRefusals = <Work>(route: Route<Work>): number[] => [
	422,
	429,
	500,
	503,
	...(route.permission === 'public' ? [] : [401, 403]),
	...(route.params ? [404] : []),
	...(route.body ? [400, 413, 415] : []),
	...(isWrite(route) ? [400, 409] : []),
];

const operationId = <Work>({method, path}: Route<Work>): string =>
	`${method.toLowerCase()}${path.replaceAll(/[^A-Za-z0-9]+/gu, '-').replace(/-$/u, '')}`;

const idempotencyHeader: Json = {
	name: 'Idempotency-Key',
	in: 'header',
	required: true,
	description:
		'A new key for each operation. The same key with the same request gives the first answer again.',
	schema: {type: 'string', minLength: 1, maxLength: 255},
};

const preferHeader: Json = {
	name: 'Prefer',
	in: 'header',
	required: false,
	description:
		'How long to wait (RFC 7240): `respond-async` not at all, `wait=N` for N seconds (at most ' +
		'60). What takes longer becomes a job.',
	schema: {type: 'string', maxLength: 200},
};

const later: Json = {
	description: 'It takes longer than is waited for: the job that makes it, whose address is named.',
	content: {'application/json': {schema: {type: 'object'}}},
};

const refusal: Json = {
	description: 'Refused; the code says why and the findings say what would be right.',
	content: {'application/problem+json': {schema: {$ref: '#/components/schemas/Problem'}}},
};

const waiting: Json = {
	description: 'Nothing was written yet: a policy wants a second person to approve it first.',
	content: {'application/json': {schema: {$ref: '#/components/schemas/PendingCommand'}}},
};

function success<Work>({response, summary, files, layout, replica}: Route<Work>): Json {
	const json = response ? {'application/json': {schema: outputOf(response)}} : {};
	const types = layout ? Object.values(mediaTypes).slice(1) : [];
	const others = Object.fromEntries([...(files ?? []), ...types].map((type) => [type, {}]));
	const content = {...json, ...others};
	return {
		description: summary,
		...(replica ? {headers: {[readFromHeader]: readFrom}} : {}),
		...(Object.keys(content).length === 0 ? {} : {content}),
	};
}

const readFrom: Json = {
	description:
		'Where the service reads reports from a replica of its database: which server answered. ' +
		'`replica; lag=S; replayed-up-to="T"`: all that was recorded by T is in the answer, S ' +
		'seconds before it was asked. `primary; because=R`: the replica was `away` or `behind` what ' +
		'was asked for (a `knownAt` or a page that it has not come to, something that the caller ' +
		'wrote here), its question was `cancelled`, it has an `other-history`, or its login more ' +
		'`rights` than it should. To see what was written through another instance, ask with ' +
		'`knownAt` of its `recordedAt`.',
	schema: {type: 'string'},
};

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
	if (!schema) return [];
	const {properties = {}, required = []} = inputOf(schema) as {
		properties?: Record<string, Json>;
		required?: string[];
	};
	return Object.entries(properties).map(([name, property]) => ({
		name,
		in: place,
		required: place === 'path' || required.includes(name),
		schema: property,
	}));
}

const inputOf = (schema: z.ZodType): Json => plain(z.toJSONSchema(schema, {io: 'input'}));
const outputOf = (schema: z.ZodType): Json => plain(z.toJSONSchema(schema, {io: 'output'}));

// OpenAPI 3.1 names its dialect once for the whole document.
const plain = ({$schema: _, ...schema}: Json): Json => schema;

const problemSchema: Json = {
	type: 'object',
	required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'findings'],
	properties: {
		type: {type: 'string'},
		title: {type: 'string'},
		status: {type: 'integer'},
		code: {type: 'string', description: 'Stable; scripts may rely on it.'},
		detail: {type: 'string', description: 'A sentence in the language asked for.'},
		instance: {type: 'string'},
		findings: {
			type: 'array',
			items: {
				type: 'object',
				required: ['code', 'path', 'message'],
				properties: {
					code: {type: 'string'},
					path: {type: 'string'},
					message: {type: 'string'},
					value: {type: 'string'},
				},
			},
		},
	},
};
