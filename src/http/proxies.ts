import type {IncomingMessage} from 'node:http';
import {isIP} from 'node:net';
import proxyaddr from 'proxy-addr';

/** Tells the network address of whoever sent a request. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * Whether a text names proxies as we take them: an address, a network such as 10.0.0.0/8, or
 * loopback, linklocal or uniquelocal.
 */
export function isProxy(text: string): boolean {
	try {
		proxyaddr.compile(text);
		return true;
	} catch {
		return false;
	}
}

/**
 * Whose word is taken for where a request came from: `X-Forwarded-For` counts as far as trusted
 * proxies wrote it, and from anybody else not at all.
 */
export function createAddressOf(trusted: readonly string[]): AddressOf {
	const trust = proxyaddr.compile([...trusted]);
	return (request) => {
		const told = proxyaddr(request, trust);
		return isIP(told) === 0 ? (request.socket.remoteAddress ?? '') : told;
	};
}
