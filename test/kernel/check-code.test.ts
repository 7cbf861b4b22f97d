import {randomBytes} from 'node:crypto';
import test from 'ava';
import fc from 'fast-check';
import {
	type CheckCode,
	checkCodeBytes,
	newCheckCode,
	readCheckCode,
	showCheckCode,
} from '../../src/kernel/check-code.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc
	.uint8Array({minLength: checkCodeBytes, maxLength: checkCodeBytes})
	.map((bytes) => newCheckCode(() => bytes));

/** The code of bytes that are all nought but the last ones. */
const codeOf = (...last: number[]): string =>
	newCheckCode((size) => Uint8Array.of(...Array<number>(size - last.length).fill(0), ...last));

// By hand: times two in GF(32), where 32 is 5 (x^5 = x^2 + 1).
test('the last letter is the remainder of the others, times two', (t) => {
	t.is(codeOf(), '00000000000000000000');
	t.is(codeOf(1), '00000000000000000012');
	t.is(codeOf(1, 0), '00000000000000000104');
	t.is(codeOf(16), '000000000000000000G5');
	t.is(codeOf(31), '000000000000000000ZV');
	// Only the lower five bits of a byte count.
	t.is(codeOf(0b1110_0001), '00000000000000000012');
});

test('a code is read as people write it', (t) => {
	const code = '0000000000000000G05Y' as CheckCode;
	t.is(codeOf(16, 0, 5), code);
	for (const text of [
		'0000-0000-0000-0000-G05Y',
		' 0000 0000 0000 0000 g05y ',
		'oooo-OOOO-0000-0000-gO5y',
	]) {
		t.deepEqual(readCheckCode(text), {code}, text);
	}
	t.deepEqual(readCheckCode('0000-0000-0000-0000-00I2'), {code: '00000000000000000012'});
	t.deepEqual(readCheckCode('0000-0000-0000-0000-00L2'), {code: '00000000000000000012'});
	t.is(showCheckCode(code), '0000-0000-0000-0000-G05Y');
	for (const text of ['', '0', '0000-0000-0000-0000-000', `${code}0`, '0000-0000-0000-0000-U05Y']) {
		t.deepEqual(readCheckCode(text), {fault: 'malformed'}, text);
	}
	t.deepEqual(readCheckCode('0000-0000-0000-0000-G05Z'), {fault: 'mistyped'});
});

test('what was made is read, in groups or not', (t) => {
	fc.assert(
		fc.property(codes, (code) => {
			t.regex(code, /^[0-9A-HJKMNP-TV-Z]{20}$/);
			t.deepEqual(readCheckCode(code), {code});
			t.deepEqual(readCheckCode(showCheckCode(code).toLowerCase()), {code});
		}),
	);
	t.pass();
});

test('one wrong letter is always told, at every place', (t) => {
	fc.assert(
		fc.property(codes, fc.nat(19), fc.nat(31), (code, place, digit) => {
			const letter = alphabet[digit]!;
			fc.pre(letter !== code[place]);
			const wrong = code.slice(0, place) + letter + code.slice(place + 1);
			t.deepEqual(readCheckCode(wrong), {fault: 'mistyped'});
		}),
		{numRuns: 1000},
	);
	t.pass();
});

test('any two letters exchanged are always told', (t) => {
	fc.assert(
		fc.property(codes, fc.nat(19), fc.nat(19), (code, one, other) => {
			fc.pre(code[one] !== code[other]);
			const letters = Array.from(code);
			[letters[one], letters[other]] = [letters[other]!, letters[one]!];
			t.deepEqual(readCheckCode(letters.join('')), {fault: 'mistyped'});
		}),
		{numRuns: 1000},
	);
	t.pass();
});

test('of many thousands no two are the same, and nothing leads from one to the next', (t) => {
	const made = Array.from({length: 20_000}, () => newCheckCode(randomBytes));
	t.is(new Set(made).size, made.length);
	// Of 380,000 random letters each of the 32 comes 11,875 times, give or take 108 (one sigma).
	const counts = new Map<string, number>();
	for (const letter of made.flatMap((code) => Array.from(code.slice(0, -1)))) {
		counts.set(letter, (counts.get(letter) ?? 0) + 1);
	}
	t.is(counts.size, 32);
	for (const [letter, count] of counts) t.true(Math.abs(count - 11_875) < 800, letter);
});
