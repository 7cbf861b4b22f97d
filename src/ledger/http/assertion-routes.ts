import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {accountCode, bookCode, countText, date, page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {
	type LedgerWork,
	assertBalance,
	getAssertion,
	getBook,
	overdueAssertions,
	setAssertionRule,
	withdrawAssertion,
} from '../index.ts';
import {
	assertionAnswer,
	assertionBody,
	assertionsAnswer,
	overdueAnswer,
	presentAssertion,
	presentOverdue,
	presentRule,
	ruleAnswer,
	ruleBody,
	toNewAssertion,
	withdrawalBody,
} from './assertion-schemas.ts';

const inBook = z.strictObject({book: bookCode()});
const numbered = z.strictObject({
	book: bookCode(),
	number: countText({min: 1, max: 1_000_000_000_000}),
});

const recordRoutes: readonly Route<LedgerWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/assertions',
		permission: 'assertion:write',
		tag: 'ledger',
		summary: 'Records what an account held by a cash count, a statement, a passbook.',
		description: 'One that differs from the ledger is recorded with its difference: a finding.',
		params: inBook,
		body: assertionBody,
		status: 201,
		response: assertionAnswer,
		handle: async (work: LedgerWork, {params, body}) => {
			const assertion = await assertBalance(work, params.book, toNewAssertion(body));
			return {body: presentAssertion(params.book, assertion)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/assertions',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'What was asserted of the accounts of a book, and what became of it.',
		params: inBook,
		query: z.strictObject({account: accountCode().optional(), ...pageQuery}),
		status: 200,
		response: assertionsAnswer,
		handle: async (work: LedgerWork, {params, query}) => {
			const {cursor, limit = limitDefault, account} = query;
			const book = await getBook(work, params.book);
			const assertions = await work.ledger.listAssertions(book, {
				...(account === undefined ? {} : {account}),
				after: readCursor(cursor, z.int()) ?? 0,
				limit: limit + 1,
			});
			const {overdue} = await overdueAssertions(work, book);
			const counts = {
				...(await work.ledger.countAssertions(book)),
				overdue: overdue.length,
			};
			const present = (assertion: (typeof assertions)[number]) =>
				presentAssertion(params.book, assertion);
			return {body: {...toPage(assertions, limit, present, ({number}) => number), counts}};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/assertions/overdue',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'The accounts that nobody asserted for longer than their rule allows.',
		params: inBook,
		query: z.strictObject({asOf: date().optional()}),
		status: 200,
		response: overdueAnswer,
		handle: async (work: LedgerWork, {params, query}) => {
			const book = await getBook(work, params.book);
			const {asOf, ruled, overdue} = await overdueAssertions(work, book, query.asOf);
			const items = overdue.map(presentOverdue);
			return {body: {items, nextCursor: null, asOf, ruled, overdue: items.length}};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/assertions/{number}',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'One assertion.',
		params: numbered,
		status: 200,
		response: assertionAnswer,
		handle: async (work: LedgerWork, {params}) => ({
			body: presentAssertion(params.book, await getAssertion(work, params)),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/assertions/{number}/withdraw',
		permission: 'assertion:write',
		tag: 'ledger',
		summary: 'Withdraws an assertion that was a mistake; not by the person who made it.',
		params: numbered,
		body: withdrawalBody,
		status: 200,
		response: assertionAnswer,
		handle: async (work: LedgerWork, {params, body}) => ({
			body: presentAssertion(params.book, await withdrawAssertion(work, params, body.reason)),
		}),
	}),
];

const ruleRoutes: readonly Route<LedgerWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/assertion-rules',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'How often each account must be asserted, by account and day.',
		params: inBook,
		status: 200,
		response: page(ruleAnswer),
		handle: async (work: LedgerWork, {params}) => {
			const rules = await work.ledger.assertionRules(await getBook(work, params.book));
			return {body: {items: rules.map(presentRule), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/assertion-rules',
		permission: 'period:close',
		tag: 'ledger',
		summary: 'Sets how often an account must be asserted, and what a break of an assertion meets.',
		params: inBook,
		body: ruleBody,
		status: 201,
		response: ruleAnswer,
		handle: async (work: LedgerWork, {params, body: {everyDays, ...body}}) => {
			const wanted = {...body, ...(everyDays === undefined ? {} : {everyDays})};
			return {body: presentRule(await setAssertionRule(work, params.book, wanted))};
		},
	}),
];

export const assertionRoutes: readonly Route<LedgerWork>[] = [...recordRoutes, ...ruleRoutes];
