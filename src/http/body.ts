import type {IncomingMessage} from 'node:http';
import getRawBody from 'raw-body';
import {refuse} from './request-texts.ts';

/**
 * The JSON body of a request; undefined when there is none.
 * @throws DomainError `request/body-too-large`, `request/not-json`, `request/invalid-json`.
 */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<unknown> {
	const bytes = await readBytes(request, bytesMax);
	if (bytes.length === 0) return undefined;
	const type = request.headers['content-type'] ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) throw refuse('request/not-json');
	try {
		return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes)) as unknown;
	} catch (error) {
		// V8 quotes a part of the text in its message, and that may be personal data: keep the
		// position.
		const position =
			error instanceof SyntaxError ? /position \d+/.exec(error.message)?.[0] : undefined;
		const explanation =
			error instanceof TypeError ? 'not UTF-8' : (position ?? 'it ends too early');
		throw refuse('request/invalid-json', {explanation});
	}
}

async function readBytes(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
	try {
		const length = request.headers['content-length'];
		return await getRawBody(request, {limit: bytesMax, ...(length === undefined ? {} : {length})});
	} catch (error) {
		if (error instanceof Error && 'type' in error && error.type === 'entity.too.large') {
			// The rest is read and dropped, or the client would be cut off before it reads our answer.
			request.resume();
			throw refuse('request/body-too-large', {max: String(bytesMax)});
		}
		throw refuse('request/invalid-json', {explanation: 'the body was cut off'});
	}
}
