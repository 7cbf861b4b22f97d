import {createHash, randomBytes} from 'node:crypto';
import test from 'ava';
import {newRecoveryCodes, recoveryHash} from '../../src/identity/recovery-code.ts';

test('ten codes of sixteen letters, each another', (t) => {
	const codes = newRecoveryCodes(randomBytes);
	t.is(codes.length, 10);
	t.is(new Set(codes).size, 10);
	for (const code of codes) t.regex(code, /^(?:[a-z2-7]{4}-){3}[a-z2-7]{4}$/u);
	t.is(newRecoveryCodes((size) => new Uint8Array(size).fill(255))[0], '7777-7777-7777-7777');
});

test('the hash is of the user and the letters, however they were typed', (t) => {
	const expected = createHash('sha256').update('recovery:u:abcdefgh234567ab').digest('hex');
	t.is(recoveryHash('u', 'abcd-efgh-2345-67ab'), expected);
	t.is(recoveryHash('u', ' ABCD efgh 234567AB'), expected);
	t.not(recoveryHash('v', 'abcd-efgh-2345-67ab'), expected);
});
