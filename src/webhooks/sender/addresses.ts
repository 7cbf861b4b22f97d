import {BlockList, isIP} from 'node:net';
import type {AddressFault, AddressRules} from '../ports.ts';

export type AddressSettings = {
	readonly isHttpsOnly: boolean;
	/** Hosts that may be written to wherever they are, over plain HTTP too. */
	readonly allowedHosts: readonly string[];
};

const closed = new BlockList();
// IANA's registries of special-purpose addresses: this host, private, shared, loopback, link-local
// (where clouds keep their secrets), documentation, benchmarks, multicast and what is reserved.
for (const [net, prefix] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
] as const) {
	closed.addSubnet(net, prefix, 'ipv4');
}

const open6 = new BlockList();
// Of the sixth version only what is handed out as global unicast, and no way back into the fourth.
open6.addSubnet('2000::', 3, 'ipv6');
const closed6 = new BlockList();
for (const [net, prefix] of [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
] as const) {
	closed6.addSubnet(net, prefix, 'ipv6');
}

/** Whether an address of the network is one of the public internet. */
export function isPublicAddress(address: string): boolean {
	switch (isIP(address)) {
		case 4:
			return !closed.check(address, 'ipv4');
		case 6:
			return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
		default:
			return false;
	}
}

/** The host of a URL without the brackets of an address of the sixth version. */
export const hostOf = ({hostname}: URL): string => hostname.replaceAll(/^\[|\]$/gu, '');

export const isAllowedHost = (url: URL, {allowedHosts}: AddressSettings): boolean =>
	allowedHosts.includes(hostOf(url));

/** Judges what can be seen of an address; where its name leads is looked at when it is used. */
export const createAddressRules = (settings: AddressSettings): AddressRules => ({
	judge(address): AddressFault | undefined {
		const url = URL.canParse(address) ? new URL(address) : undefined;
		const isPlain =
			url && /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '';
		if (!url || !isPlain || address.includes('#') || /\s/u.test(address)) {
			return {code: 'webhooks/address-malformed', host: ''};
		}
		const host = hostOf(url);
		if (isAllowedHost(url, settings)) return undefined;
		if (settings.isHttpsOnly && url.protocol !== 'https:') {
			return {code: 'webhooks/address-not-https', host};
		}
		const isClosedName = /^(?:.*\.)?(?:localhost|local|internal)\.?$/u.test(host);
		return isClosedName || (isIP(host) !== 0 && !isPublicAddress(host))
			? {code: 'webhooks/address-not-public', host}
			: undefined;
	},
});
