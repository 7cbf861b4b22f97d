import type {Readable} from 'node:stream';
import {z} from 'zod';
import type {Format} from '../files/format.ts';
import {BrokenPromise} from '../kernel/assert.ts';
import type {Clock} from '../kernel/clock.ts';
import type {Language} from '../kernel/errors.ts';
import {answerSheet} from './format.ts';
import type {Logger} from './log.ts';
import {type Answer, type Route, isWrite} from './route.ts';
import {waitingAnswer, waitingStatus} from './waiting.ts';

/** What an answer is sent as: over HTTP, or kept as a file, the same bytes. */
export type Rendered = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly type?: string;
	readonly body?: string | Buffer | Readable;
};

export type RenderOptions = {
	readonly log: Logger;
	readonly isProduction: boolean;
	readonly clock: Clock;
	/** By whose clock a file tells moments. */
	readonly timeZone: string;
	/** Where the service is, for links that lead on from a file. */
	readonly publicUrl?: string;
};

/** For whom an answer is rendered, and as what. */
export type Wish = {readonly format: Format; readonly language: Language};

/**
 * The answer of a route as what was wished for, once it is what its contract promises.
 * @throws BrokenPromise when it is not, outside of production; DomainError
 * `request/too-long-for-paper`.
 */
export async function renderAnswer<Work>(
	route: Route<Work>,
	said: Answer,
	wish: Wish,
	options: RenderOptions,
): Promise<Rendered> {
	const answer = await inFormat(route, said, wish, options);
	const status = answer.status ?? route.status;
	const headers = answer.headers ?? {};
	if (answer.content)
		return {status, headers, type: answer.content.type, body: answer.content.body};
	checkAnswer(route, status, answer.body, options);
	if (answer.body === undefined) return {status, headers};
	return {status, headers, type: 'application/json', body: JSON.stringify(answer.body)};
}

/** A report as the file that was asked for, once its answer is what was promised. */
async function inFormat<Work>(
	route: Route<Work>,
	answer: Answer,
	{format, language}: Wish,
	options: RenderOptions,
): Promise<Answer> {
	if (format === 'json' || answer.content || !route.layout) return answer;
	checkAnswer(route, answer.status ?? route.status, answer.body, options);
	const {timeZone, publicUrl} = options;
	const reader = {language, timeZone, ...(publicUrl === undefined ? {} : {publicUrl})};
	const sheet = route.layout(answer.body, reader);
	const file = await answerSheet(sheet, format, options.clock.now());
	return {...file, headers: {...answer.headers, ...file.headers}};
}

// Made once: to make a schema takes longer than to check with it.
const noAnswer = z.undefined();

function checkAnswer<Work>(
	route: Route<Work>,
	status: number,
	body: unknown,
	{log, isProduction}: RenderOptions,
): void {
	if (!route.response && body === undefined) return;
	const parsed = (route.response ?? noAnswer).safeParse(body);
	if (parsed.success && status === route.status) return;
	if (status === waitingStatus && isWrite(route) && waitingAnswer.safeParse(body).success) return;
	const told = parsed.success ? `status ${status}` : z.prettifyError(parsed.error);
	const promise = `${route.method} ${route.path} answered beyond its contract: ${told}`;
	if (!isProduction) throw new BrokenPromise(promise);
	log.error({route: route.path}, promise);
}
