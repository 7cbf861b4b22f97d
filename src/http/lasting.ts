import {Readable} from 'node:stream';
import {finished} from 'node:stream/promises';
import {refuse} from './request-texts.ts';
import type {Answer} from './route.ts';

/**
 * Answers of reads, whose transactions end with the handler, or, where the answer is a stream, when
 * that was read to its end or its reader went away: what is streamed is of one snapshot. As each
 * holds a connection meanwhile, there are only so many at once.
 */
export type LastingReads = (
	read: (within: (handle: () => Promise<Answer>) => Promise<void>) => Promise<void>,
) => Promise<Answer>;

export function createLastingReads(streamsAtOnceMax: number): LastingReads {
	let streams = 0;
	return async (read) =>
		new Promise<Answer>((answer, fail) => {
			let isAnswered = false;
			read(async (handle) => {
				// What is read again elsewhere, because its transaction broke, was told already.
				if (isAnswered) return;
				const answered = await handle();
				isAnswered = true;
				const body = answered.content?.body;
				if (!(body instanceof Readable)) {
					answer(answered);
					return;
				}
				if (streams >= streamsAtOnceMax) {
					body.destroy();
					throw refuse('server/busy');
				}
				streams += 1;
				answer(answered);
				// What goes wrong from here on is told by whoever sends the stream.
				await finished(body).catch(() => undefined);
				streams -= 1;
			}).catch(fail);
		});
}
