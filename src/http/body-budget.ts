import type {IncomingMessage} from 'node:http';
import {refuse} from './request-texts.ts';

/** How much of large bodies is worked on at a time, so that many at once do not take all memory. */
export type BodyBudget = {
	/**
	 * Takes what a request says its body has, or the most it may have; what it answers gives that
	 * back. One alone is always let in. @throws DomainError `server/busy`.
	 */
	readonly take: (request: IncomingMessage, bytesMax: number) => () => void;
};

export function createBodyBudget(bytesAtOnceMax: number): BodyBudget {
	let taken = 0;
	return {
		take(request, bytesMax) {
			const told = Number.parseInt(request.headers['content-length'] ?? '', 10);
			const bytes = Number.isSafeInteger(told) && told >= 0 ? Math.min(told, bytesMax) : bytesMax;
			if (taken > 0 && taken + bytes > bytesAtOnceMax) {
				// The rest is read and dropped, or the client would be cut off before it reads our answer.
				request.resume();
				throw refuse('server/busy');
			}
			taken += bytes;
			return () => {
				taken -= bytes;
			};
		},
	};
}
