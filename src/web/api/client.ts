import createClient, {type ClientOptions} from 'openapi-fetch';
import {currentLanguage} from '../language.ts';
import {noteUnreachable} from '../offline/online.ts';
import {Refused, Unreachable, refusedBy} from './problem.ts';
import type {components, paths} from './schema.d.ts';
import {signedInAgain} from './session.ts';

async function send(request: Request): Promise<Response> {
	try {
		const response = await fetch(request);
		// An answer that nobody reads to its end looks broken off to the browser.
		if (response.status === 204) await response.text();
		return response;
	} catch (error) {
		noteUnreachable();
		throw new Unreachable('The service was not reached.', {cause: error});
	}
}

/** Sends a request; where the session has ended, once more when there is a new one. */
async function sendPatiently(request: Request): Promise<Response> {
	const again = request.clone();
	const response = await send(request);
	const isSigningIn = new URL(request.url).pathname === '/v1/sessions';
	if (response.status !== 401 || isSigningIn) return response;
	return (await signedInAgain()) ? send(again) : response;
}

const options: ClientOptions = {
	baseUrl: globalThis.location.origin,
	fetch: sendPatiently,
	// A list of values is one value of the query for our service.
	querySerializer: {array: {style: 'form', explode: false}},
};

/** Our HTTP API, typed by its own document. */
export const api = createClient<paths, 'application/json'>(options);

api.use({
	onRequest({request}) {
		request.headers.set('Accept-Language', currentLanguage());
		return request;
	},
});

/** What was answered. @throws Refused, Unreachable. */
export async function answerOf<T>(
	asked: Promise<{data?: T; error?: unknown; response: Response}>,
): Promise<T> {
	const {data, error, response} = await asked;
	if (!response.ok) throw refusedBy(error, response.status);
	return data!;
}

/** A write that waits for a second person instead of being done. */
export type Waiting = components['schemas']['PendingCommand'];

/** Whether a write waits for a second person: then nothing is posted yet. */
export const isWaiting = (answer: object | undefined): answer is Waiting =>
	answer !== undefined && 'maker' in answer && 'writes' in answer;

/** Whether an error is one that asking again may cure. */
export const isPassing = (error: unknown): boolean =>
	error instanceof Unreachable || (error instanceof Refused && error.problem.status === 503);
