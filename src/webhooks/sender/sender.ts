import {type LookupAddress, lookup} from 'node:dns';
import {type ClientRequest, request as requestHttp} from 'node:http';
import {request as requestHttps} from 'node:https';
import type {LookupFunction} from 'node:net';
import {Webhook} from 'standardwebhooks';
import type {Message, Outcome} from '../index.ts';
import {
	type AddressSettings,
	createAddressRules,
	isAllowedHost,
	isPublicAddress,
} from './addresses.ts';

export type SenderOptions = AddressSettings & {
	/** How long a receiver has, from the first packet to its status. */
	readonly timeoutMs?: number;
};

/** Sends a message once and tells what came of it; it never throws. */
export type Sender = (message: Message) => Promise<Outcome>;

const agent = 'Bergulir-Webhooks/1';

/**
 * A sender that writes to the public internet alone: the name of a receiver is looked up once, what
 * it leads to is judged, and to that the connection goes. Whoever redirects is not followed, for
 * that leads to where nobody has looked.
 */
export function createSender(options: SenderOptions): Sender {
	const rules = createAddressRules(options);
	return async (message) => {
		const startedAt = performance.now();
		const took = () => ({tookMs: Math.round(performance.now() - startedAt)});
		const fault = rules.judge(message.address);
		if (fault) return {failure: codeOf(fault.code), ...took()};
		try {
			const status = await post(new URL(message.address), message, options);
			return {status, ...failureOf(status), ...took()};
		} catch (error) {
			return {failure: nameOf(error), ...took()};
		}
	};
}

const codeOf = (code: string): string => code.replace('webhooks/', '');

function failureOf(status: number): {readonly failure?: string} {
	if (status >= 200 && status < 300) return {};
	return {failure: status >= 300 && status < 400 ? 'redirect' : `status-${status}`};
}

class NotPublic extends Error {}

async function post(url: URL, message: Message, options: SenderOptions): Promise<number> {
	const {timeoutMs = 10_000} = options;
	const request = url.protocol === 'https:' ? requestHttps : requestHttp;
	return new Promise<number>((resolve, reject) => {
		const sent: ClientRequest = request(url, {
			method: 'POST',
			// A connection of its own: one that is kept leads to where the name led before.
			agent: false,
			signal: AbortSignal.timeout(timeoutMs),
			headers: {...headersOf(message), connection: 'close'},
			...(isAllowedHost(url, options) ? {} : {lookup: publicLookup}),
		});
		sent.on('response', (response) => {
			// What a receiver has to say besides its status is nobody's to keep.
			response.on('error', () => undefined);
			response.destroy();
			resolve(response.statusCode ?? 0);
		});
		sent.on('error', reject);
		sent.end(message.body);
	});
}

/** Standard Webhooks: one signature for each secret that holds. */
const headersOf = ({id, sentAt, body, secrets}: Message): Record<string, string> => ({
	'content-type': 'application/json',
	'user-agent': agent,
	'webhook-id': id,
	'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
	'webhook-signature': secrets
		.map((secret) => new Webhook(secret).sign(id, sentAt, body))
		.join(' '),
});

const publicLookup: LookupFunction = (hostname, options, callback) => {
	lookup(hostname, {...options, all: true}, (error, addresses: LookupAddress[]) => {
		if (error) {
			callback(error, '');
			return;
		}
		const [first] = addresses;
		if (!first || addresses.some(({address}) => !isPublicAddress(address))) {
			callback(new NotPublic(), '');
		} else if (options.all) callback(null, addresses);
		else callback(null, first.address, first.family);
	});
};

/** A failure's name for the log: what is in an error's text may be anything. */
function nameOf(error: unknown): string {
	if (error instanceof NotPublic) return 'address-not-public';
	if (!(error instanceof Error)) return 'unknown';
	if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
	const code = Reflect.get(error, 'code') as unknown;
	return typeof code === 'string' ? code.slice(0, 40).toLowerCase() : 'unknown';
}
