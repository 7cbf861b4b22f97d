import {queryOptions} from '@tanstack/react-query';
import type {Answered} from '../api/answered.ts';
import {answerOf, api} from '../api/client.ts';
import {allItems, pageLimit} from '../api/pages.ts';

type Movements = Answered<'get-v1-savings'>;
export type Movement = Movements['items'][number];
export type SavingProduct = Movement['product'];

export const savingProducts = ['pokok', 'wajib', 'wadiah', 'mudharabah'] as const;

/** Everything about savings; what changes some asks for all of it again. */
export const savingsKey = ['savings'] as const;

/** What a member has saved, kind by kind. */
export const savingsQuery = (member: string) =>
	queryOptions({
		queryKey: [...savingsKey, 'of', member],
		queryFn: async () =>
			answerOf(api.GET('/v1/members/{id}/savings', {params: {path: {id: member}}})),
	});

/** Every deposit and withdrawal of a member, the latest first. */
export const movementsQuery = (member: string) =>
	queryOptions({
		queryKey: [...savingsKey, 'movements', member],
		queryFn: async () => {
			const items = await allItems(async (cursor) => {
				const query = {member, limit: pageLimit, ...(cursor ? {cursor} : {})};
				return answerOf(api.GET('/v1/savings', {params: {query}}));
			});
			return items.reverse();
		},
	});
