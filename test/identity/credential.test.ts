import test from 'ava';
import type {UserId} from '../../src/kernel/ids.ts';
import {
	type Credential,
	buildSecret,
	hashOf,
	isTouchDue,
	isValid,
	kindOf,
	requireSession,
	sessionEnd,
} from '../../src/identity/credential.ts';

const zeros = (size: number): Uint8Array => new Uint8Array(size);
const moment = (text: string): Date => new Date(text);
const credential: Credential = {
	user: {id: 'u' as UserId, name: 'siti.rahma', isActive: true},
	grants: [],
	hasSecondFactor: false,
	expiresAt: moment('2026-03-01T20:00:00Z'),
};
const now = moment('2026-03-01T19:59:59Z');

test('a secret is a prefix and 32 bytes in base64url', (t) => {
	t.is(buildSecret('session', zeros), `bgs_${'A'.repeat(43)}`);
	t.is(buildSecret('token', zeros), `bgt_${'A'.repeat(43)}`);
});

test('what does not have the shape of a secret is none', (t) => {
	t.is(kindOf(`bgs_${'A'.repeat(43)}`), 'session');
	t.is(kindOf(`bgt_${'_'.repeat(43)}`), 'token');
	for (const text of ['', 'bgs_', `bgx_${'A'.repeat(43)}`, `bgs_${'A'.repeat(44)}`]) {
		t.is(kindOf(text), undefined, text);
	}
});

test('the hash is the SHA-256 of the whole secret', (t) => {
	// `printf bgs_test | sha256sum`
	t.is(hashOf('bgs_test'), '4fcfd2e908a080286ac226c28f19e70cee5693846ddfb2c9066755b640c7d992');
});

test('a credential holds until the moment it expires, is revoked, or its user is shut out', (t) => {
	t.true(isValid(credential, 'token', now));
	t.false(isValid(credential, 'token', moment('2026-03-01T20:00:00Z')));
	t.false(isValid({...credential, revokedAt: now}, 'token', now));
	t.false(isValid({...credential, user: {...credential.user, isActive: false}}, 'token', now));
	t.true(
		isValid(
			{user: credential.user, grants: [], hasSecondFactor: false},
			'token',
			moment('2099-01-01T00:00:00Z'),
		),
	);
});

test('a session that nobody used for two hours has ended, a token has not', (t) => {
	const used = {...credential, lastUsedAt: moment('2026-03-01T08:00:00Z')};
	t.true(isValid(used, 'session', moment('2026-03-01T09:59:59Z')));
	t.false(isValid(used, 'session', moment('2026-03-01T10:00:00Z')));
	t.true(isValid(used, 'token', moment('2026-03-01T10:00:00Z')));
});

test('a session lasts twelve hours', (t) => {
	t.deepEqual(sessionEnd(moment('2026-03-01T08:00:00Z')), moment('2026-03-01T20:00:00Z'));
});

test('the last use is noted at most once a minute', (t) => {
	t.true(isTouchDue(credential, now));
	const used = {...credential, lastUsedAt: moment('2026-03-01T08:00:00Z')};
	t.false(isTouchDue(used, moment('2026-03-01T08:00:59.999Z')));
	t.true(isTouchDue(used, moment('2026-03-01T08:01:00Z')));
});

test('a token is not a session', (t) => {
	t.deepEqual(requireSession({kind: 'session'}), {kind: 'session'});
	t.like(
		t.throws(() => requireSession({kind: 'token'})),
		{code: 'identity/session-needed'},
	);
	t.like(
		t.throws(() => requireSession(undefined)),
		{code: 'identity/session-needed'},
	);
});
