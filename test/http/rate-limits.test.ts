import test from 'ava';
import {isProxy} from '../../src/http/proxies.ts';
import {networkOf} from '../../src/http/rate-limits.ts';

test('of IPv6 the first 64 bits are one subscriber, of IPv4 the whole', (t) => {
	t.is(networkOf('203.0.113.9'), '203.0.113.9');
	t.is(networkOf('::ffff:203.0.113.9'), '203.0.113.9');
	t.is(networkOf('2001:db8:0:7:1:2:3:4'), '2001:db8:0:7::/64');
	t.is(networkOf('2001:0db8::7:0:0:0:1'), '2001:db8:0:7::/64');
	t.is(networkOf('2001:db8::1'), '2001:db8:0:0::/64');
	t.is(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64');
	t.is(networkOf('::1'), '0:0:0:0::/64');
});

test('proxies are addresses, networks or names of networks', (t) => {
	for (const right of ['10.0.0.1', '10.0.0.0/8', 'fd00::/8', 'loopback', 'uniquelocal']) {
		t.true(isProxy(right), right);
	}
	for (const wrong of ['', 'proxy.example', '10.0.0.0/33', '10.0.0', '*', '0.0.0.0/-1']) {
		t.false(isProxy(wrong), wrong);
	}
});
