import {type QueryClient, useQuery, useSuspenseQuery} from '@tanstack/react-query';
import {answerOf, api} from './client.ts';
import {Refused} from './problem.ts';
import type {Answered} from './answered.ts';
import {rememberSignedIn} from './session.ts';

export type Me = Answered<'get-v1-me'>;
export type Permission = Me['permissions'][number]['permission'];
export type Role = Me['grants'][number]['role'];

export const meKey = ['me'] as const;

/** Who I am; nobody where the service knows of no session. */
async function readMe(): Promise<Me | null> {
	try {
		const me = await answerOf(api.GET('/v1/me'));
		rememberSignedIn(true);
		return me;
	} catch (error) {
		if (error instanceof Refused && error.problem.status === 401) return null;
		throw error;
	}
}

const question = {queryKey: meKey, queryFn: readMe, staleTime: 300_000} as const;

/** Who is signed in, while that may be nobody. */
export const useMaybeMe = () => useQuery(question);

/** Who is signed in, on pages that nobody else sees. */
export function useMe(): Me {
	const {data} = useSuspenseQuery(question);
	if (data === null) throw new Error('Nobody is signed in.');
	return data;
}

/**
 * Forgets all that was read as somebody, and reads who one is now.
 * @throws Refused, Unreachable.
 */
export async function becomeAnother(client: QueryClient): Promise<void> {
	const me = await readMe();
	client.clear();
	client.setQueryData(meKey, me);
}

export const may = (me: Me, permission: Permission): boolean =>
	me.permissions.some((held) => held.permission === permission);
