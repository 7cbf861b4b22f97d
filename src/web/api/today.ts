import {queryOptions, useQuery} from '@tanstack/react-query';
import {answerOf, api} from './client.ts';

const minuteMs = 60_000;

/** The day of account that it is for the service; a device may believe another. */
export const todayQuery = queryOptions({
	queryKey: ['today'],
	staleTime: minuteMs,
	queryFn: async () => (await answerOf(api.GET('/v1/today'))).today,
});

export const useToday = () => useQuery(todayQuery);
