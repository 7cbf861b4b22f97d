import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	amount,
	amountOrZero,
	bookCode,
	id,
	month,
	page,
	pageQuery,
	text,
} from '../../http/fields.ts';
import type {RefusalTable} from '../../http/problem.ts';
import {type Route, route} from '../../http/route.ts';
import type {AllocationId, ReconciliationId} from '../../kernel/ids.ts';
import {endOfMonth} from '../../kernel/local-date.ts';
import {
	type Reconciliation,
	type ReconciliationCode,
	type ReconciliationWork,
	type Side,
	type StatedFigures,
	explainDifference,
	getReconciliation,
	hasMoved,
	headings,
	items,
	prepareReconciliation,
	reconciliationTexts,
	signReconciliation,
	stateFigures,
	stateFile,
} from '../index.ts';
import {pairField, presentReconciliation, reconciliationAnswer} from './present.ts';

const ofReconciliation = z.strictObject({id: id<ReconciliationId>()});
const tag = 'reconciliation';

const readRoutes: readonly Route<ReconciliationWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reconciliations',
		permission: 'reconciliation:read',
		tag,
		summary: 'Reconciliations of city and cooperatives, the latest month first.',
		query: z.strictObject({
			book: bookCode().optional(),
			signed: z.enum(['true', 'false']).optional(),
			...pageQuery,
		}),
		status: 200,
		response: page(reconciliationAnswer),
		handle: async (work: ReconciliationWork, {query}) => {
			const {cursor, limit = limitDefault, book, signed} = query;
			const after = readCursor(cursor, z.object({asOf: z.string(), id: z.uuid()}));
			const found = await work.reconciliations.list({
				...(book === undefined ? {} : {book}),
				...(signed === undefined ? {} : {isSigned: signed === 'true'}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = ({asOf, id: last}: Reconciliation) => ({asOf, id: last});
			return {body: toPage(found, limit, presentReconciliation, position)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reconciliations/{id}',
		permission: 'reconciliation:read',
		tag,
		summary: 'One reconciliation, and whether its figures have moved since.',
		params: ofReconciliation,
		status: 200,
		response: reconciliationAnswer.extend({hasMoved: z.boolean()}),
		handle: async (work: ReconciliationWork, {params}) => {
			const one = await getReconciliation(work, params.id);
			return {body: {...presentReconciliation(one), hasMoved: await hasMoved(work, one)}};
		},
	}),
];

const write = {kind: 'write', method: 'POST', tag} as const;

const signRoute = (side: Side, permission: 'reconciliation:sign' | 'reconciliation:countersign') =>
	route({
		...write,
		path: `/v1/reconciliations/{id}/sign/${side}`,
		permission,
		summary: `Signs for the ${side}, once nothing is left unexplained.`,
		params: ofReconciliation,
		status: 200,
		response: reconciliationAnswer,
		handle: async (work: ReconciliationWork, {params}) => ({
			body: presentReconciliation(await signReconciliation(work, params.id, side)),
		}),
	});

const statedAnswer = z.strictObject({
	month: z.string(),
	document: z.string(),
	figures: z.number().meta({description: 'How many were stated.'}),
});

const presentStated = ({
	asOf,
	document,
	figures,
}: StatedFigures): z.output<typeof statedAnswer> => ({
	month: asOf.slice(0, 7),
	document,
	figures: figures.length,
});

const columnsText = Object.entries(headings)
	.map(([column, [own, english]]) => `${own} (${english}, or ${column})`)
	.join('; ');

const writeRoutes: readonly Route<ReconciliationWork>[] = [
	route({
		...write,
		path: '/v1/stated-figures',
		permission: 'figures:state',
		summary: "States what the cooperative's own books hold at a month's end.",
		body: z.strictObject({
			book: bookCode(),
			month: month(),
			document: text({max: 100}),
			figures: z
				.array(
					z.strictObject({
						allocation: id<AllocationId>(),
						item: z.enum(items),
						amount: amountOrZero(),
					}),
				)
				.min(1)
				.max(1000),
		}),
		status: 201,
		response: statedAnswer,
		handle: async (work: ReconciliationWork, {body: {month: first, ...body}}) => ({
			body: presentStated(await stateFigures(work, {...body, asOf: endOfMonth(first)})),
		}),
	}),
	route({
		...write,
		path: '/v1/stated-figures/files',
		permission: 'figures:state',
		summary: "States what the cooperative's own books hold, from a file; whole or not at all.",
		description:
			'A CSV in UTF-8 whose cells are parted by ";", "," or a tab: a line of headings, then a ' +
			`line for each agreement. The columns, in any order: ${columnsText}. A figure that is ` +
			'left empty is not stated. Amounts are written 1250000, 1.250.000,50 or 1,250,000.50; ' +
			'a lone 500.000 is taken where the file tells elsewhere by which sign it groups ' +
			'thousands. Every fault is answered with its line, its column, what stands there and ' +
			'what would be right; then nothing is kept.',
		body: z.strictObject({
			book: bookCode(),
			month: month(),
			document: text({max: 100}),
			contentBase64: z.string().meta({
				description: 'The file as base64; the whole request has at most 1,000,000 bytes.',
				contentEncoding: 'base64',
			}),
		}),
		status: 201,
		response: statedAnswer,
		handle: async (work: ReconciliationWork, {body: {month: first, ...body}}) => ({
			body: presentStated(await stateFile(work, {...body, asOf: endOfMonth(first)})),
		}),
	}),
	route({
		...write,
		path: '/v1/reconciliations',
		permission: 'reconciliation:prepare',
		summary: 'Sets side by side what city and cooperative say of each other for a month.',
		body: z.strictObject({
			book: bookCode(),
			month: month(),
			booksKept: z
				.enum(['here', 'elsewhere'])
				.default('here')
				.meta({description: 'Elsewhere compares the city with what the cooperative stated.'}),
		}),
		status: 201,
		response: reconciliationAnswer,
		handle: async (work: ReconciliationWork, {body: {month: first, ...body}}) => {
			const asOf = endOfMonth(first);
			return {body: presentReconciliation(await prepareReconciliation(work, {...body, asOf}))};
		},
	}),
	route({
		...write,
		path: '/v1/reconciliations/{id}/explanations',
		permission: 'reconciliation:prepare',
		summary: 'Says why a part of a difference is there, with the paper that shows it.',
		params: ofReconciliation,
		body: z.strictObject({
			allocation: id<AllocationId>(),
			item: z.enum(items),
			against: pairField,
			amount: amount().meta({description: 'Of the difference, without its sign.'}),
			reason: text({max: 500}),
			document: text({max: 100}),
		}),
		status: 201,
		response: reconciliationAnswer,
		handle: async (work: ReconciliationWork, {params, body}) => ({
			body: presentReconciliation(await explainDifference(work, params.id, body)),
		}),
	}),
	signRoute('cooperative', 'reconciliation:sign'),
	signRoute('city', 'reconciliation:countersign'),
];

export const reconciliationRoutes: readonly Route<ReconciliationWork>[] = [
	...readRoutes,
	...writeRoutes,
];

const statuses: Record<ReconciliationCode, number> = {
	'reconciliation/unknown': 404,
	'reconciliation/month-not-over': 422,
	'reconciliation/nothing-to-compare': 422,
	'reconciliation/still-open': 409,
	'reconciliation/unchanged': 409,
	'reconciliation/nothing-stated': 422,
	'reconciliation/stated-twice': 422,
	'reconciliation/stated-elsewhere': 422,
	'reconciliation/file-empty': 422,
	'reconciliation/file-too-long': 422,
	'reconciliation/unknown-column': 422,
	'reconciliation/column-twice': 422,
	'reconciliation/column-missing': 422,
	'reconciliation/cells-differ': 422,
	'reconciliation/unknown-agreement': 422,
	'reconciliation/agreement-twice': 422,
	'reconciliation/amount-unreadable': 422,
	'reconciliation/amount-ambiguous': 422,
	'reconciliation/signed-already': 409,
	'reconciliation/no-difference': 422,
	'reconciliation/explains-too-much': 422,
	'reconciliation/side-signed': 409,
	'reconciliation/same-person': 403,
	'reconciliation/unexplained': 422,
};

export const reconciliationRefusals: RefusalTable = {texts: reconciliationTexts, statuses};
