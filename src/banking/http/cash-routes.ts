import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	amount,
	amountText,
	bookCode,
	count,
	dateText,
	id,
	momentText,
	page,
	pageQuery,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {CashCountId} from '../../kernel/ids.ts';
import {subtract, toText} from '../../kernel/money.ts';
import {getBook} from '../../ledger/index.ts';
import {
	type BankingWork,
	type CashCount,
	bookDifference,
	countCash,
	documentOf,
	getCount,
	witnessCount,
} from '../index.ts';
import {kind} from './reference-routes.ts';

const inBook = z.strictObject({book: bookCode()});
const ofCount = z.strictObject({book: bookCode(), count: id<CashCountId>()});

const countBody = z.strictObject({
	pieces: z
		.array(z.strictObject({value: amount(), kind, pieces: count({min: 1, max: 10_000_000})}))
		.max(50)
		.meta({description: 'How many there were of each note and coin; none where the box is empty.'}),
});

const countAnswer = z.strictObject({
	id: z.string(),
	book: z.string(),
	document: z.string().meta({examples: ['KAS-12']}),
	countedOn: dateText(),
	pieces: z.array(z.strictObject({value: amountText(), kind, pieces: z.number()})),
	total: amountText(),
	ledgerAmount: amountText().meta({description: 'What the ledger said at that moment.'}),
	difference: amountText().meta({description: 'What was counted less that.'}),
	countedAt: momentText(),
	countedBy: z.string(),
	state: z.enum(['counted', 'witnessed', 'booked', 'withdrawn']),
	witness: z
		.strictObject({
			by: z.string(),
			at: momentText(),
			assertion: z.number().meta({description: 'The assertion of the ledger that came of it.'}),
		})
		.nullable(),
	booking: z
		.strictObject({by: z.string(), at: momentText(), entry: z.number(), difference: amountText()})
		.nullable(),
});

function stateOf({witness, booking}: CashCount): z.output<typeof countAnswer>['state'] {
	if (witness?.isWithdrawn) return 'withdrawn';
	if (booking) return 'booked';
	return witness ? 'witnessed' : 'counted';
}

const presentCount = (one: CashCount): z.output<typeof countAnswer> => ({
	id: one.id,
	book: one.book,
	document: documentOf(one),
	countedOn: one.countedOn,
	pieces: one.pieces.map((piece) => ({...piece, value: toText(piece.value)})),
	total: toText(one.total),
	ledgerAmount: toText(one.ledgerAmount),
	difference: toText(subtract(one.total, one.ledgerAmount)),
	countedAt: one.countedAt.toISOString(),
	countedBy: one.countedBy,
	state: stateOf(one),
	witness: one.witness
		? {by: one.witness.by, at: one.witness.at.toISOString(), assertion: one.witness.assertion}
		: null,
	booking: one.booking
		? {
				by: one.booking.by,
				at: one.booking.at.toISOString(),
				entry: one.booking.entry,
				difference: toText(one.booking.difference),
			}
		: null,
});

const readings: readonly Route<BankingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/cash-counts',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'How often the cash box was counted, by whom, and what came of it.',
		params: inBook,
		query: z.strictObject({
			...pageQuery,
			order: z
				.enum(['oldest-first', 'newest-first'])
				.optional()
				.meta({description: 'By number; the oldest first without it.'}),
		}),
		status: 200,
		response: page(countAnswer),
		handle: async (work: BankingWork, {params, query}) => {
			const {cursor, limit = limitDefault, order} = query;
			const after = readCursor(cursor, z.int());
			const counts = await work.banking.listCounts(await getBook(work, params.book), {
				...(order === undefined ? {} : {order}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			return {body: toPage(counts, limit, presentCount, ({number}) => number)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/cash-counts/{count}',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'One cash count.',
		params: ofCount,
		status: 200,
		response: countAnswer,
		handle: async (work: BankingWork, {params}) => ({
			body: presentCount(await getCount(work, await getBook(work, params.book), params.count)),
		}),
	}),
];

const operations: readonly Route<BankingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/cash-counts',
		permission: 'cash:count',
		tag: 'banking',
		summary: 'One person counts the cash box; it says nothing until another has seen it.',
		params: inBook,
		body: countBody,
		status: 201,
		response: countAnswer,
		handle: async (work: BankingWork, {params, body}) => ({
			body: presentCount(await countCash(work, {...body, book: params.book})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/cash-counts/{count}/confirm',
		permission: 'cash:count',
		tag: 'banking',
		summary: 'Another person saw it counted; the ledger is told what was there.',
		params: ofCount,
		status: 200,
		response: countAnswer,
		handle: async (work: BankingWork, {params}) => ({
			body: presentCount(await witnessCount(work, params.book, params.count)),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/cash-counts/{count}/book-difference',
		permission: 'cash:book',
		tag: 'banking',
		summary: 'Books what was missing as a claim on the cashier, what was too much as income.',
		params: ofCount,
		body: z.strictObject({reason: text({max: 500})}),
		status: 200,
		response: countAnswer,
		handle: async (work: BankingWork, {params, body}) => ({
			body: presentCount(await bookDifference(work, params.book, params.count, body.reason)),
		}),
	}),
];

export const cashRoutes: readonly Route<BankingWork>[] = [...readings, ...operations];
