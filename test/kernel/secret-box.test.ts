import {createCipheriv, randomBytes} from 'node:crypto';
import test from 'ava';
import fc from 'fast-check';
import {
	SealedElsewhere,
	createSecretBox,
	readSecretKey,
	secretKeyId,
} from '../../src/kernel/secret-box.ts';

const keyOf = (seed: number): Uint8Array =>
	Buffer.from(Array.from({length: 32}, (_, i) => i + seed));
const one = keyOf(1);
const two = keyOf(100);

test('what was sealed opens with its key and subject, and is never twice the same', (t) => {
	const box = createSecretBox([one], randomBytes);
	fc.assert(
		fc.property(fc.string(), fc.string(), (secret, about) => {
			const sealed = box.seal(secret, about);
			t.is(box.open(sealed, about), secret);
			t.not(box.seal(secret, about), sealed);
			t.regex(sealed, /^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]{22,}$/u);
		}),
		{numRuns: 50},
	);
});

test('it is AES-256-GCM with what it is about as associated data', (t) => {
	const cipher = createCipheriv('aes-256-gcm', one, Buffer.alloc(12, 7));
	cipher.setAAD(Buffer.from('about'));
	const text = Buffer.concat([cipher.update('secret'), cipher.final(), cipher.getAuthTag()]);
	const box = createSecretBox([one], () => Buffer.alloc(12, 7));
	t.is(box.seal('secret', 'about').split('.')[3], text.toString('base64url'));
});

test('it does not open elsewhere, changed, or without its key', (t) => {
	const box = createSecretBox([one], randomBytes);
	const sealed = box.seal('secret', 'user:1');
	const elsewhere = {instanceOf: SealedElsewhere};
	t.throws(() => box.open(sealed, 'user:2'), elsewhere);
	t.throws(() => createSecretBox([two], randomBytes).open(sealed, 'user:1'), elsewhere);
	for (let at = 0; at < sealed.length; at += 1) {
		const other = sealed[at] === 'b' ? 'c' : 'b';
		const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
		// The last letter of a group in base64 may hold bits that mean nothing.
		if (/\.[\w-]*$/u.test(changed) && at === sealed.length - 1) continue;
		t.throws(() => box.open(changed, 'user:1'), elsewhere, `${at}`);
	}
	for (const wrong of ['', 'v1', 'v1...', sealed.slice(0, 40)]) {
		t.throws(() => box.open(wrong, 'user:1'), elsewhere);
	}
});

test('with a new key before the old one all opens, and tells what is to be sealed again', (t) => {
	const old = createSecretBox([one], randomBytes);
	const rotated = createSecretBox([two, one], randomBytes);
	const sealed = old.seal('secret', 'x');
	t.is(rotated.open(sealed, 'x'), 'secret');
	t.true(rotated.isOutdated(sealed));
	const again = rotated.seal(rotated.open(sealed, 'x'), 'x');
	t.false(rotated.isOutdated(again));
	t.throws(() => old.open(again, 'x'), {instanceOf: SealedElsewhere});
});

test('a key is 32 bytes in base64 that were drawn', (t) => {
	const text = Buffer.from(one).toString('base64');
	t.deepEqual(readSecretKey(text), Buffer.from(one));
	t.deepEqual(readSecretKey(text.replace('=', '')), Buffer.from(one));
	for (const wrong of [
		'',
		'secret',
		text.slice(4),
		`${text}AAAA`,
		`${'A'.repeat(43)}=`,
		` ${text}`,
	]) {
		t.is(readSecretKey(wrong), undefined, wrong);
	}
});

test('the name of a key is of its hash', (t) => {
	t.regex(secretKeyId(one), /^[0-9a-f]{8}$/u);
	t.not(secretKeyId(one), secretKeyId(two));
});

test('a text is found again by the digest of each key, and by no other', (t) => {
	const [digest] = createSecretBox([one], randomBytes).digests('1771014107900042', 'nik');
	// HKDF-SHA-256 of the key, then HMAC-SHA-256, by Python's hmac module.
	t.is(digest.toString('hex'), '4e2cad445f49eac6ed31ae3448c9bd868dcf03bcd7e14b001eb88d1dc063f4dc');
	const both = createSecretBox([two, one], randomBytes);
	const digests = both.digests('1771014107900042', 'nik');
	t.is(digests.length, 2);
	t.deepEqual(digests[1], digest);
	t.notDeepEqual(digests[0], digest);
	t.notDeepEqual(both.digests('1771014107900042', 'phone')[1], digest);
	t.notDeepEqual(both.digests('1771014107900043', 'nik')[1], digest);
});
