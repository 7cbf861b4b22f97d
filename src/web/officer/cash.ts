import {queryOptions} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {allItems, pageLimit} from '../api/pages.ts';
import type {Answered} from '../api/answered.ts';

type Ledger = Answered<'get-v1-books-book-accounts-code-ledger'>;
type Counts = Answered<'get-v1-books-book-cash-counts'>;
export type Movement = Ledger['items'][number];
export type CashCount = Counts['items'][number];

/** The cash box in a cooperative's chart of accounts: kas. */
const cashAccount = '1.1.01';

/** What is asked for again after the cash was counted. */
export const cashKey = ['cash'] as const;

/** What is in the box by the book, and what moved it on the service's own day. */
export const boxQuery = (book: string) =>
	queryOptions({
		queryKey: [...cashKey, 'box', book],
		queryFn: async () => {
			const path = {book, code: cashAccount};
			const balance = await answerOf(
				api.GET('/v1/books/{book}/accounts/{code}/balance', {params: {path}}),
			);
			const day = {from: balance.asOf, to: balance.asOf};
			const movements = await allItems(async (cursor) => {
				const query = {...day, limit: pageLimit, ...(cursor ? {cursor} : {})};
				return answerOf(
					api.GET('/v1/books/{book}/accounts/{code}/ledger', {params: {path, query}}),
				);
			});
			return {on: balance.asOf, balance: balance.balance, movements};
		},
	});

/** The latest counts of the box, the last one first. */
export const countsQuery = (book: string) =>
	queryOptions({
		queryKey: [...cashKey, 'counts', book],
		queryFn: async () =>
			answerOf(
				api.GET('/v1/books/{book}/cash-counts', {
					params: {path: {book}, query: {limit: '10', order: 'newest-first'}},
				}),
			),
	});

export const denominationsQuery = queryOptions({
	queryKey: ['denominations'],
	staleTime: 3_600_000,
	queryFn: async () => answerOf(api.GET('/v1/cash-denominations')),
});
