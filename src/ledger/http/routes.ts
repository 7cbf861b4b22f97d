import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {accountCode, bookCode, countText, date, month, page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {
	type EntryDraft,
	type LedgerWork,
	addAccount,
	confirmClose,
	getBook,
	getEntry,
	manualKind,
	postEntry,
	requestClose,
	reverseManualEntry,
} from '../index.ts';
import {
	accountAnswer,
	accountBody,
	entryAnswer,
	entryBody,
	ledgerLineAnswer,
	periodAnswer,
	presentAccount,
	presentEntry,
	presentPeriod,
	presentPostedLine,
	reversalBody,
} from './schemas.ts';

const inBook = z.strictObject({book: bookCode()});
const numberMax = 1_000_000_000_000;

const accountRoutes: readonly Route<LedgerWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/accounts',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: "A book's chart of accounts.",
		params: inBook,
		status: 200,
		response: page(accountAnswer),
		handle: async (work: LedgerWork, {params}) => {
			const accounts = await work.ledger.accounts(await getBook(work, params.book));
			return {body: {items: [...accounts.values()].map(presentAccount), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/accounts',
		permission: 'account:write',
		tag: 'ledger',
		summary: "Adds an account to a book's chart.",
		params: inBook,
		body: accountBody,
		status: 201,
		response: accountAnswer,
		handle: async (work: LedgerWork, {params, body}) => {
			const account = await addAccount(work, params.book, {
				...body,
				floor: body.floor ?? 'none',
				isControlled: false,
			});
			return {body: presentAccount(account)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/accounts/{code}/ledger',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'The lines of an account, in the order they were recorded.',
		params: z.strictObject({book: bookCode(), code: accountCode()}),
		query: z.strictObject({from: date().optional(), to: date().optional(), ...pageQuery}),
		status: 200,
		response: page(ledgerLineAnswer),
		handle: async (work: LedgerWork, {params, query}) => {
			const {cursor, limit = limitDefault, from, to} = query;
			const book = await getBook(work, params.book);
			const after = readCursor(cursor, z.object({number: z.int(), line: z.int()}));
			const lines = await work.ledger.accountLines(book, params.code, {
				...(from === undefined ? {} : {from}),
				...(to === undefined ? {} : {to}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = (line: (typeof lines)[number]) => ({
				number: line.entryNumber,
				line: line.lineNumber,
			});
			return {body: toPage(lines, limit, presentPostedLine, position)};
		},
	}),
];

const entryRoutes: readonly Route<LedgerWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/entries',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'The journal of a book, by entry number.',
		params: inBook,
		query: z.strictObject({from: date().optional(), to: date().optional(), ...pageQuery}),
		status: 200,
		response: page(entryAnswer),
		handle: async (work: LedgerWork, {params, query}) => {
			const {cursor, limit = limitDefault, from, to} = query;
			const entries = await work.ledger.listEntries(await getBook(work, params.book), {
				...(from === undefined ? {} : {from}),
				...(to === undefined ? {} : {to}),
				after: readCursor(cursor, z.int()) ?? 0,
				limit: limit + 1,
			});
			return {body: toPage(entries, limit, presentEntry, ({number}) => number)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/entries',
		permission: 'ledger:post',
		tag: 'ledger',
		summary: 'Posts an entry.',
		description: 'Debits equal credits; no account with a floor falls below it; the month is open.',
		params: inBook,
		body: entryBody,
		status: 201,
		response: entryAnswer,
		handle: async (work: LedgerWork, {params, body}) => {
			const draft: EntryDraft = {
				...body,
				book: params.book,
				kind: manualKind,
				lines: body.lines.map(toLine),
			};
			return {body: presentEntry(await postEntry(work, draft))};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/entries/{number}',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'One entry.',
		params: z.strictObject({book: bookCode(), number: countText({min: 1, max: numberMax})}),
		status: 200,
		response: entryAnswer,
		handle: async (work: LedgerWork, {params}) => {
			const {entry} = await getEntry(work, params);
			return {body: presentEntry(entry)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/entries/{number}/reverse',
		permission: 'ledger:reverse',
		tag: 'ledger',
		summary: 'Takes an entry back by its mirror, once only.',
		description: 'Only entries posted by hand; an operation is reversed where it was made.',
		params: z.strictObject({book: bookCode(), number: countText({min: 1, max: numberMax})}),
		body: reversalBody,
		status: 201,
		response: entryAnswer,
		handle: async (work: LedgerWork, {params, body}) => ({
			body: presentEntry(await reverseManualEntry(work, params, body)),
		}),
	}),
];

const inMonth = z.strictObject({book: bookCode(), month: month()});

const periodRoutes: readonly Route<LedgerWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/periods',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'The months that are closed or asked to be.',
		params: inBook,
		status: 200,
		response: page(periodAnswer),
		handle: async (work: LedgerWork, {params}) => {
			const periods = await work.ledger.periods(await getBook(work, params.book));
			return {body: {items: periods.map(presentPeriod), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/periods',
		permission: 'period:close',
		tag: 'ledger',
		summary: 'Asks for a month to be closed; another person confirms it.',
		params: inBook,
		body: z.strictObject({month: month()}),
		status: 201,
		response: periodAnswer,
		handle: async (work: LedgerWork, {params, body}) => ({
			body: presentPeriod(await requestClose(work, params.book, body.month)),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/periods/{month}/confirm',
		permission: 'period:close',
		tag: 'ledger',
		summary: 'Confirms that a month is closed; not by the person who asked for it.',
		params: inMonth,
		status: 200,
		response: periodAnswer,
		handle: async (work: LedgerWork, {params}) => ({
			body: presentPeriod(await confirmClose(work, params.book, params.month)),
		}),
	}),
];

// An absent dimension is left out rather than set to nothing.
const toLine = ({
	account,
	side,
	amount,
	...about
}: z.output<typeof entryBody>['lines'][number]) => ({
	account,
	side,
	amount,
	...(about.fund === undefined ? {} : {fund: about.fund}),
	...(about.loan === undefined ? {} : {loan: about.loan}),
	...(about.member === undefined ? {} : {member: about.member}),
	...(about.counterparty === undefined ? {} : {counterparty: about.counterparty}),
});

export const ledgerRoutes: readonly Route<LedgerWork>[] = [
	...accountRoutes,
	...entryRoutes,
	...periodRoutes,
];
