import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
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
import type {BankAccountId, BankMatchId, BankRowId} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import {getBook} from '../../ledger/index.ts';
import {
	type BankMatch,
	type BankingWork,
	type Proposal,
	getBankAccount,
	getMatch,
	matchAccount,
	matchByHand,
	unmatch,
} from '../index.ts';
import {ofAccount} from './account-routes.ts';

const inBook = z.strictObject({book: bookCode()});
const ofMatch = z.strictObject({book: bookCode(), match: id<BankMatchId>()});

const lineName = z.strictObject({
	entry: count({min: 1, max: 1_000_000_000_000}),
	line: count({min: 1, max: 1000}),
});

const matchBody = z.strictObject({
	bankAccount: id<BankAccountId>(),
	rows: z.array(id<BankRowId>()).max(500).meta({description: 'Movements of the statement.'}),
	lines: z.array(lineName).max(500).meta({description: 'Lines of the journal on the account.'}),
	note: text({max: 500}).meta({description: 'Why they are the same.'}),
});

const matchAnswer = z.strictObject({
	id: z.string(),
	bankAccount: z.string(),
	rows: z.array(z.string()),
	lines: z.array(z.strictObject({entry: z.number(), line: z.number()})),
	rule: z
		.strictObject({kind: z.string(), version: z.number()})
		.nullable()
		.meta({description: 'The rule that found it; null where a person did.'}),
	note: z.string().nullable(),
	matchedAt: momentText(),
	matchedBy: z.string(),
	undone: z.strictObject({at: momentText(), by: z.string(), reason: z.string()}).nullable(),
});

const presentMatch = (one: BankMatch): z.output<typeof matchAnswer> => ({
	id: one.id,
	bankAccount: one.bankAccount,
	rows: [...one.rows],
	lines: one.lines.map(({entry, line}) => ({entry, line})),
	rule: one.rule ?? null,
	note: one.note ?? null,
	matchedAt: one.matchedAt.toISOString(),
	matchedBy: one.matchedBy,
	undone: one.undone
		? {at: one.undone.at.toISOString(), by: one.undone.by, reason: one.undone.reason}
		: null,
});

const proposalAnswer = z.strictObject({
	rule: z.string(),
	row: z.string(),
	bookedOn: dateText(),
	amount: amountText(),
	lines: z.array(z.strictObject({entry: z.number(), line: z.number()})),
});

const presentProposal = ({rule, row, lines}: Proposal): z.output<typeof proposalAnswer> => ({
	rule,
	row: row.id,
	bookedOn: row.bookedOn,
	amount: toText(row.amount),
	lines: lines.map(({entry, line}) => ({entry, line})),
});

const operations: readonly Route<BankingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/bank-accounts/{bankAccount}/match',
		permission: 'bank:match',
		tag: 'banking',
		summary: 'Matches by the rules what only they could mean; the rest is left to a person.',
		params: ofAccount,
		status: 200,
		response: z.strictObject({matched: z.array(proposalAnswer)}),
		handle: async (work: BankingWork, {params}) => {
			const found = await matchAccount(work, params.book, params.bankAccount);
			return {body: {matched: found.map(presentProposal)}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/bank-matches',
		permission: 'bank:match',
		tag: 'banking',
		summary: 'Says which movements are which lines of the journal.',
		description:
			'Both sides have the same sum. One may be empty where the other takes itself back: an ' +
			'entry and its reversal, or a transfer that the bank returned.',
		params: inBook,
		body: matchBody,
		status: 201,
		response: matchAnswer,
		handle: async (work: BankingWork, {params, body}) => ({
			body: presentMatch(await matchByHand(work, {...body, book: params.book})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/bank-matches/{match}/unmatch',
		permission: 'bank:match',
		tag: 'banking',
		summary: 'Takes a match back; it stays in the record, and both sides are free again.',
		params: ofMatch,
		body: z.strictObject({reason: text({max: 500})}),
		status: 200,
		response: matchAnswer,
		handle: async (work: BankingWork, {params, body}) => ({
			body: presentMatch(await unmatch(work, params.book, params.match, body.reason)),
		}),
	}),
];

const readings: readonly Route<BankingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/bank-accounts/{bankAccount}/matches',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'All that was ever matched of a bank account, undone or not.',
		params: ofAccount,
		query: z.strictObject(pageQuery),
		status: 200,
		response: page(matchAnswer),
		handle: async (work: BankingWork, {params, query: {cursor, limit = limitDefault}}) => {
			const {book, account} = await getBankAccount(work, params.book, params.bankAccount);
			const after = readCursor(cursor, z.object({at: z.string(), id: z.string()}));
			const matches = await work.banking.listMatches(book, {
				bankAccount: account.id,
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const at = ({matchedAt, id: last}: BankMatch) => ({at: matchedAt.toISOString(), id: last});
			return {body: toPage(matches, limit, presentMatch, at)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/bank-matches/{match}',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'One match.',
		params: ofMatch,
		status: 200,
		response: matchAnswer,
		handle: async (work: BankingWork, {params}) => ({
			body: presentMatch(await getMatch(work, await getBook(work, params.book), params.match)),
		}),
	}),
];

export const matchRoutes: readonly Route<BankingWork>[] = [...operations, ...readings];
