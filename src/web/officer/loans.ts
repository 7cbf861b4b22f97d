import {queryOptions, useQuery} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {allItems, pageLimit} from '../api/pages.ts';
import type {Answered} from '../api/answered.ts';

type Loans = Answered<'get-v1-loans'>;
export type Loan = Loans['items'][number];
export type Statement = Answered<'get-v1-loans-id-statement'>;

/** Everything about loans; what changes one asks for all of it again. */
export const loansKey = ['loans'] as const;

export const memberQuery = (id: string) =>
	queryOptions({
		queryKey: ['member', id],
		queryFn: async () => answerOf(api.GET('/v1/members/{id}', {params: {path: {id}}})),
	});

export const statementQuery = (id: string) =>
	queryOptions({
		queryKey: [...loansKey, 'statement', id],
		queryFn: async () => answerOf(api.GET('/v1/loans/{id}/statement', {params: {path: {id}}})),
	});

export const scheduleQuery = (id: string) =>
	queryOptions({
		queryKey: [...loansKey, 'schedule', id],
		queryFn: async () => answerOf(api.GET('/v1/loans/{id}/schedule', {params: {path: {id}}})),
	});

/** The loans of a member, the latest first. */
export const useMemberLoans = (member: string) =>
	useQuery({
		queryKey: [...loansKey, 'of', member],
		queryFn: async () => {
			const loans = await allItems(async (cursor) => {
				const query = {member, limit: pageLimit, ...(cursor ? {cursor} : {})};
				return answerOf(api.GET('/v1/loans', {params: {query}}));
			});
			return loans.reverse();
		},
	});
