import {queryOptions} from '@tanstack/react-query';
import type {Answered} from '../api/answered.ts';
import {answerOf, api} from '../api/client.ts';

export type GroupDetail = Answered<'get-v1-groups-id'>;
export type Membership = GroupDetail['members'][number];

/** Everything about groups; what changes one asks for all of it again. */
export const groupsKey = ['groups'] as const;

/** A group with everybody who is or was in it. */
export const groupQuery = (id: string) =>
	queryOptions({
		queryKey: [...groupsKey, 'one', id],
		queryFn: async () => answerOf(api.GET('/v1/groups/{id}', {params: {path: {id}}})),
	});
