import type {IncomingMessage} from 'node:http';
import getRawBody from 'raw-body';
import {refuse} from './request-texts.ts';

/** What a route says of the body it takes. */
type BodyContract = {readonly bytesMax?: number; readonly linesAs?: string};

/** A line of an `application/x-ndjson` body that is not JSON: the fault of that line alone. */
export class UnreadableLine {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

/**
 * The JSON body of a request; undefined when there is none. Of JSON lines, where the route takes
 * them, an object with the lines under the route's field.
 * @throws DomainError `request/body-too-large`, `request/not-json`, `request/invalid-json`.
 */
export async function readBody(
	request: IncomingMessage,
	{bytesMax, linesAs}: BodyContract,
	bytesMaxCommon: number,
): Promise<unknown> {
	const bytes = await readBytes(request, bytesMax ?? bytesMaxCommon);
	if (bytes.length === 0) return undefined;
	const type = request.headers['content-type'] ?? '';
	if (linesAs !== undefined && /^application\/x-ndjson\s*(;|$)/i.test(type)) {
		const lines = decode(bytes).split(/\r?\n/u);
		return {[linesAs]: lines.filter((line) => line.trim() !== '').map(readLine)};
	}
	if (!/^application\/json\s*(;|$)/i.test(type)) throw refuse('request/not-json');
	const text = decode(bytes);
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		// V8 quotes a part of the text in its message, and that may be personal data: keep the
		// position.
		const position =
			error instanceof SyntaxError ? /position \d+/.exec(error.message)?.[0] : undefined;
		throw refuse('request/invalid-json', {explanation: position ?? 'it ends too early'});
	}
}

/** The value on a line of JSON lines, or that it cannot be read. */
export function readLine(line: string): unknown {
	try {
		return JSON.parse(line) as unknown;
	} catch {
		return new UnreadableLine(line);
	}
}

const utf8 = new TextDecoder('utf-8', {fatal: true});

function decode(bytes: Buffer): string {
	try {
		return utf8.decode(bytes);
	} catch {
		throw refuse('request/invalid-json', {explanation: 'not UTF-8'});
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
