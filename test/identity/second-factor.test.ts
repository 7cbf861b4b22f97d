import {Buffer} from 'node:buffer';
import test from 'ava';
import {
	factorUri,
	isTimedCode,
	needsSecondFactor,
	newFactorSecret,
	sealedAbout,
	stepOfCode,
} from '../../src/identity/second-factor.ts';

// RFC 6238, appendix B: the key 12345678901234567890 with SHA-1; the last six digits of its eight.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const vectors = [
	['1970-01-01T00:00:59Z', '287082', 1],
	['2005-03-18T01:58:29Z', '081804', 0x23523ec],
	['2005-03-18T01:58:31Z', '050471', 0x23523ed],
	['2009-02-13T23:31:30Z', '005924', 0x273ef07],
	['2033-05-18T03:33:20Z', '279037', 0x3f940aa],
] as const;

test('the codes of RFC 6238 are taken, each of its step', (t) => {
	for (const [moment, code, step] of vectors) {
		t.is(stepOfCode({secret}, code, new Date(moment)), step, moment);
	}
});

test('a code of one step before or after is taken, of two it is not', (t) => {
	const [, code, step] = vectors[3];
	const at = (seconds: number) =>
		stepOfCode({secret}, code, new Date(Date.parse('2009-02-13T23:31:30Z') + seconds * 1000));
	t.is(at(-30), step);
	t.is(at(59), step);
	t.is(at(-31), undefined);
	t.is(at(60), undefined);
});

test('a code is taken once, and none before one that was taken', (t) => {
	const [moment, code, step] = vectors[3];
	const now = new Date(moment);
	t.is(stepOfCode({secret, lastStep: step - 1}, code, now), step);
	t.is(stepOfCode({secret, lastStep: step}, code, now), undefined);
	t.is(stepOfCode({secret, lastStep: step + 1}, code, now), undefined);
});

test('what is no code of six digits is none', (t) => {
	const now = new Date(vectors[3][0]);
	for (const text of ['', '5924', '005925', '0059240', ' 05924', '٠٠٥٩٢٤', 'abcdef']) {
		t.is(stepOfCode({secret}, text, now), undefined, text);
	}
	t.true(isTimedCode('005924'));
	t.false(isTimedCode('٠٠٥٩٢٤'));
});

test('who approves and who lets others in needs one', (t) => {
	t.true(needsSecondFactor([{role: 'officer'}, {role: 'supervisor'}]));
	t.true(needsSecondFactor([{role: 'administrator'}]));
	t.false(needsSecondFactor([{role: 'officer'}, {role: 'auditor'}, {role: 'fund-manager'}]));
	t.false(needsSecondFactor([]));
});

test('a new secret is 160 bits in base32, and an app reads it from its address', (t) => {
	const bytes = (size: number) => Buffer.from('12345678901234567890').subarray(0, size);
	t.is(newFactorSecret(bytes), secret);
	t.is(
		factorUri(secret, 'siti.rahma'),
		`otpauth://totp/Bergulir:siti.rahma?issuer=Bergulir&secret=${secret}` +
			'&algorithm=SHA1&digits=6&period=30',
	);
	t.is(sealedAbout('a'), 'second-factor:a');
});
