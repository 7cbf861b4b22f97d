import {useMutation} from '@tanstack/react-query';
import {useRef} from 'react';
import {isPassing} from './client.ts';

type Attempt = {readonly intent: string; readonly key: string};

export type Write<Values, Answer> = {
	readonly send: (values: Values) => void;
	readonly isSending: boolean;
	/** Why the last attempt did not succeed; it goes when something else is sent. */
	readonly error: Error | null;
	readonly answer: Answer | undefined;
	readonly reset: () => void;
};

/**
 * Sends a write under an Idempotency-Key that stays the same for as long as the same is sent: so
 * who asks again after a lost answer gets the first answer, and nothing is posted twice.
 */
export function useWrite<Values, Answer>(
	send: (values: Values, key: string) => Promise<Answer>,
	onDone: (answer: Answer, values: Values) => void = () => undefined,
): Write<Values, Answer> {
	const attempt = useRef<Attempt | undefined>(undefined);
	const mutation = useMutation<Answer, Error, Values>({
		mutationFn: async (values) => {
			const intent = JSON.stringify(values);
			if (attempt.current?.intent !== intent) {
				attempt.current = {intent, key: crypto.randomUUID()};
			}
			return send(values, attempt.current.key);
		},
		retry: (failures, error) => failures < 2 && isPassing(error),
		onSuccess: (answer, values) => {
			attempt.current = undefined;
			onDone(answer, values);
		},
	});
	return {
		send: mutation.mutate,
		isSending: mutation.isPending,
		error: mutation.error,
		answer: mutation.data,
		reset: mutation.reset,
	};
}

/** What was filled in: an empty field is left out, so that the service says that it is missing. */
export const withoutEmpty = <T extends object>(body: T): T =>
	Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '')) as T;
