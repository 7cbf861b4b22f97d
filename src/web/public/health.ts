import {useQuery} from '@tanstack/react-query';
import type {Answered} from '../api/answered.ts';
import {answerOf, api} from '../api/client.ts';

export type Health = Answered<'get-v1-public-fund-health'>;
export type HealthRow = Health['rows'][number];

/** The health of every kelurahan's fund on a day; today without one. */
export const useHealth = (asOf?: string, isAsked = true) =>
	useQuery({
		queryKey: ['public-health', asOf ?? ''],
		enabled: isAsked,
		staleTime: 300_000,
		queryFn: async () => {
			const query = asOf === undefined ? {} : {asOf};
			return answerOf(api.GET('/v1/public/fund-health', {params: {query}}));
		},
	});
