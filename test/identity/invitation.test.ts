import test from 'ava';
import {
	invitationEnd,
	isInvitationSecret,
	isOpen,
	newInvitationSecret,
} from '../../src/identity/invitation.ts';

const now = new Date('2026-03-02T08:00:00Z');
const open = {id: 'i', userId: 'u', expiresAt: new Date('2026-03-05T08:00:00Z')};

test('a secret is a prefix and 32 bytes in base64url', (t) => {
	const secret = newInvitationSecret((size) => new Uint8Array(size));
	t.is(secret, `bgi_${'A'.repeat(43)}`);
	t.true(isInvitationSecret(secret));
	for (const wrong of ['', 'bgi_', `bgt_${'A'.repeat(43)}`, `bgi_${'A'.repeat(44)}`]) {
		t.false(isInvitationSecret(wrong), wrong);
	}
});

test('it holds for three days, once, unless it is taken back', (t) => {
	t.deepEqual(invitationEnd(now), open.expiresAt);
	t.true(isOpen(open, new Date('2026-03-05T07:59:59Z')));
	t.false(isOpen(open, new Date('2026-03-05T08:00:00Z')));
	t.false(isOpen({...open, usedAt: now}, now));
	t.false(isOpen({...open, revokedAt: now}, now));
});
