import {z} from 'zod';
import {limitDefault} from '../../http/cursor.ts';
import {
	amountText,
	bookCode,
	countText,
	dateText,
	momentText,
	page,
	regionCodeField,
} from '../../http/fields.ts';
import {refuse} from '../../http/request-texts.ts';
import {type Route, route} from '../../http/route.ts';
import {toText} from '../../kernel/money.ts';
import type {Line, SealedEntry} from '../../ledger/index.ts';
import {
	type ChangesPosition,
	type ReportWork,
	nothingSeen,
	readChanges,
	readChangesOfBook,
	readPosition,
	writePosition,
} from '../index.ts';

const changesQuery = z.strictObject({
	book: bookCode().optional().meta({description: 'This book alone; all you may see without it.'}),
	region: regionCodeField().optional().meta({description: 'The books of this region alone.'}),
	after: z
		.string()
		.max(12_000)
		.optional()
		.meta({
			description:
				'What was answered as `after` or `nextCursor`; of one book also the number of an entry. ' +
				'Without it, from the beginning.',
		}),
	limit: countText({min: 1, max: 1000}).optional(),
});

const lineAnswer = z.strictObject({
	account: z.string(),
	side: z.enum(['debit', 'credit']),
	amount: amountText(),
	fund: z.string().nullable(),
	loan: z.string().nullable(),
	member: z.string().nullable(),
	counterparty: z.string().nullable(),
});

const changeAnswer = z.strictObject({
	book: z.string(),
	number: z.number(),
	recordedAt: momentText(),
	effectiveOn: dateText(),
	occurredOn: dateText().nullable(),
	kind: z.string(),
	actor: z.string(),
	reason: z.string(),
	document: z.string(),
	reverses: z.number().nullable(),
	hash: z.string(),
	lines: z.array(lineAnswer),
	links: z
		.array(z.strictObject({rel: z.enum(['self', 'loan', 'allocation']), href: z.string()}))
		.meta({description: 'The entry, and the loans and agreements (whose funds) it touched.'}),
});

const changesAnswer = page(changeAnswer).extend({
	nextCursor: z.string().nullable().meta({description: 'Where to go on; null at the end of now.'}),
	after: z.string().meta({
		description: 'Where to go on tomorrow: always there, also when there is no more today.',
	}),
});

export const changesRoutes: readonly Route<ReportWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/changes',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'What was posted since you last asked, in one book or in all that you may see.',
		description:
			'Every entry once, in the order of its book, whenever it was committed: `after` knows how ' +
			'far you have come in each book. Over more than 1,000 books name a region.',
		query: changesQuery,
		status: 200,
		response: changesAnswer,
		handle: async (work: ReportWork, {query}) => ({
			body:
				query.book === undefined
					? await changesOfAll(work, query)
					: await changesOfBook(work, {...query, book: query.book}),
		}),
	}),
];

type Query = z.output<typeof changesQuery>;
type ChangesAnswer = z.output<typeof changesAnswer>;

async function changesOfBook(
	work: ReportWork,
	{
		book,
		after: given = '0',
		limit = limitDefault,
	}: Query & {readonly book: NonNullable<Query['book']>},
): Promise<ChangesAnswer> {
	if (!/^\d{1,15}$/u.test(given)) throw refuse('request/invalid-cursor', {}, 'query.after');
	const from = Number.parseInt(given, 10);
	const {entries, hasMore} = await readChangesOfBook(work, {book, after: from, limit});
	const after = String(entries.at(-1)?.number ?? from);
	return {items: entries.map(presentChange), nextCursor: hasMore ? after : null, after};
}

async function changesOfAll(
	work: ReportWork,
	{region, after: given, limit = limitDefault}: Query,
): Promise<ChangesAnswer> {
	const {entries, position, hasMore} = await readChanges(work, {
		position: positionOf(given),
		limit,
		...(region === undefined ? {} : {region}),
	});
	const after = writePosition(position);
	return {items: entries.map(presentChange), nextCursor: hasMore ? after : null, after};
}

function positionOf(given: string | undefined): ChangesPosition {
	if (given === undefined) return nothingSeen;
	const position = readPosition(given);
	if (!position) throw refuse('request/invalid-cursor', {}, 'query.after');
	return position;
}

const presentChange = (entry: SealedEntry): z.output<typeof changeAnswer> => ({
	book: entry.book,
	number: entry.number,
	recordedAt: entry.recordedAt.toISOString(),
	effectiveOn: entry.effectiveOn,
	occurredOn: entry.occurredOn ?? null,
	kind: entry.kind,
	actor: entry.actor,
	reason: entry.reason,
	document: entry.document,
	reverses: entry.reverses ?? null,
	hash: entry.hash,
	lines: entry.lines.map((line) => ({
		account: line.account,
		side: line.side,
		amount: toText(line.amount),
		fund: line.fund ?? null,
		loan: line.loan ?? null,
		member: line.member ?? null,
		counterparty: line.counterparty ?? null,
	})),
	links: [
		{rel: 'self', href: `/v1/books/${entry.book}/entries/${entry.number}`},
		...linksTo(
			'loan',
			'/v1/loans',
			entry.lines.map(({loan}) => loan),
		),
		...linksTo(
			'allocation',
			'/v1/allocations',
			entry.lines.map(({fund}: Line) => fund),
		),
	],
});

const linksTo = <Rel extends 'loan' | 'allocation'>(
	rel: Rel,
	at: string,
	ids: readonly (string | undefined)[],
): {rel: Rel; href: string}[] =>
	[...new Set(ids.filter((id) => id !== undefined))].map((id) => ({rel, href: `${at}/${id}`}));
