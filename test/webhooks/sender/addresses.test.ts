import test from 'ava';
import {createAddressRules, isPublicAddress} from '../../../src/webhooks/sender/addresses.ts';

test('addresses of the public internet are told from all others', (t) => {
	for (const address of ['8.8.8.8', '103.10.12.1', '172.32.0.1', '2404:6800:4003::1']) {
		t.true(isPublicAddress(address), address);
	}
	for (const address of [
		'0.0.0.0',
		'10.1.2.3',
		'100.64.0.1',
		'127.0.0.1',
		'127.255.0.1',
		'169.254.169.254',
		'172.16.0.1',
		'172.31.255.255',
		'192.168.1.1',
		'198.18.0.1',
		'224.0.0.1',
		'255.255.255.255',
		'::',
		'::1',
		'::ffff:127.0.0.1',
		'::ffff:8.8.8.8',
		'64:ff9b::7f00:1',
		'fe80::1',
		'fc00::1',
		'fd12:3456::1',
		'ff02::1',
		'2002:7f00:1::',
		'2001:db8::1',
		'localhost',
		'',
	]) {
		t.false(isPublicAddress(address), address);
	}
});

const judged = (address: string, settings = {isHttpsOnly: true, allowedHosts: ['hook.lan']}) =>
	createAddressRules(settings).judge(address)?.code;

test('an address is https, of the public internet, and nothing else', (t) => {
	t.is(judged('https://receiver.example/hook?x=1'), undefined);
	t.is(judged('http://receiver.example/hook'), 'webhooks/address-not-https');
	for (const address of [
		'receiver.example',
		'ftp://receiver.example',
		'https://user:secret@receiver.example',
		'https://receiver.example/#part',
		'https://receiver.example/a b',
		'javascript:alert(1)',
		'https://',
	]) {
		t.is(judged(address), 'webhooks/address-malformed', address);
	}
	for (const address of [
		'https://127.0.0.1/',
		'https://127.1/',
		'https://2130706433/',
		'https://0x7f.0.0.1/',
		'https://[::1]/',
		'https://[::ffff:10.0.0.1]/',
		'https://169.254.169.254/latest/meta-data',
		'https://localhost/',
		'https://db.internal/',
		'https://printer.local/',
	]) {
		t.is(judged(address), 'webhooks/address-not-public', address);
	}
});

test('a host that the administrator allows is taken as it is, and no other', (t) => {
	t.is(judged('http://hook.lan/x'), undefined);
	t.is(judged('http://hook.lan.example/x'), 'webhooks/address-not-https');
	t.is(
		judged('http://10.0.0.1', {isHttpsOnly: false, allowedHosts: []}),
		'webhooks/address-not-public',
	);
	t.is(judged('http://receiver.example', {isHttpsOnly: false, allowedHosts: []}), undefined);
});
