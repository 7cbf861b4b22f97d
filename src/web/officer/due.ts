import {useQuery} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {allItems, pageLimit} from '../api/pages.ts';
import type {Answered} from '../api/answered.ts';

type DueSheet = Answered<'get-v1-collections-due'>;
type Reminders = Answered<'get-v1-collections-reminders'>;
type Promised = NonNullable<Reminders['items'][number]['promise']>;

export type DueRow = DueSheet['rows'][number] & {readonly promise: Promised | null};

/** What is asked for again after money came in. */
export const dueKey = ['due'] as const;

/** Who owes what today, with what they promised. */
export const useDue = (cooperative: string) =>
	useQuery({
		queryKey: [...dueKey, cooperative],
		queryFn: async () => {
			const [sheet, reminders] = await Promise.all([
				answerOf(api.GET('/v1/collections/due', {params: {query: {cooperative}}})),
				allItems(async (cursor) => {
					const query = {cooperative, days: '0', limit: pageLimit, ...(cursor ? {cursor} : {})};
					return answerOf(api.GET('/v1/collections/reminders', {params: {query}}));
				}),
			]);
			const promises = new Map(reminders.map(({loan, promise}) => [loan, promise]));
			const rows = sheet.rows.map((row) => ({...row, promise: promises.get(row.loan) ?? null}));
			return {on: sheet.on, rows, totals: sheet.totals};
		},
	});
