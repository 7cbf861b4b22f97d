import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	accountCode,
	bookCode,
	countText,
	date,
	id,
	moment,
	page,
	pageQuery,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {toText} from '../../kernel/money.ts';
import {
	type LedgerWork,
	type SealedEntry,
	addAccount,
	findPapers,
	getBook,
	getEntry,
	postEntry,
	readBalance,
	reverseManualEntry,
} from '../index.ts';
import {assertionRoutes} from './assertion-routes.ts';
import {batchRoutes} from './batch-routes.ts';
import {periodRoutes} from './period-routes.ts';
import {
	accountAnswer,
	accountBody,
	balanceAnswer,
	entryAnswer,
	entryBody,
	ledgerLineAnswer,
	presentAccount,
	presentEntry,
	presentPostedLine,
	provedEntryBody,
	reversalBody,
	toDraft,
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
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/accounts/{code}/balance',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'What an account holds at the end of a day, as known at a moment.',
		params: z.strictObject({book: bookCode(), code: accountCode()}),
		query: z.strictObject({
			asOf: date().optional(),
			knownAt: moment().optional(),
			fund: id<string>().optional(),
		}),
		status: 200,
		response: balanceAnswer,
		handle: async (work: LedgerWork, {params, query: {asOf, knownAt, fund}}) => {
			const {account, balance, debits, credits, ...found} = await readBalance(work, params.book, {
				account: params.code,
				...(asOf === undefined ? {} : {asOf}),
				...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
				...(fund === undefined ? {} : {fund}),
			});
			return {
				body: {
					book: params.book,
					account: account.code,
					asOf: found.asOf,
					knownAt: knownAt ?? null,
					debits: toText(debits),
					credits: toText(credits),
					balance: toText(balance),
				},
			};
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
		kind: 'post',
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
		plan: ({params, body}) => ({
			drafts: [toDraft(params.book, body)],
			answer: (entries: readonly SealedEntry[]) => ({body: presentEntry(entries[0]!)}),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/entries/with-papers',
		permission: 'ledger:post',
		tag: 'ledger',
		summary: 'Posts an entry and seals the hashes of the papers that prove it.',
		description: 'The papers are attachments that the same book keeps.',
		params: inBook,
		body: provedEntryBody,
		status: 201,
		response: entryAnswer,
		handle: async (work: LedgerWork, {params, body}) => {
			const found = await findPapers(work, params.book, body.attachments);
			const entry = await postEntry(work, {...toDraft(params.book, body), papers: found});
			return {body: presentEntry(entry)};
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

export const ledgerRoutes: readonly Route<LedgerWork>[] = [
	...accountRoutes,
	...entryRoutes,
	...batchRoutes,
	...periodRoutes,
	...assertionRoutes,
];
