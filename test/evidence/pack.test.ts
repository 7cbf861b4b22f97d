import test from 'ava';
import {packEnd, packEntries, packLeaves, packSigned, packStart} from '../../src/evidence/pack.ts';
import type {BookCode} from '../../src/kernel/ids.ts';

test('a pack says first what it is of, and last what was in it', (t) => {
	const checkpoint = {
		sequence: 3,
		takenAt: new Date(0),
		logSize: 1,
		logRoot: '',
		keyId: '',
		canonical: '',
		signature: '',
	};
	t.is(packStart('KOP-1' as BookCode, checkpoint), '["bergulir/pack/1","KOP-1",3]\n');
	t.is(packEnd({keys: 2, leaves: 5, entries: 9}), '["bergulir/end/1",2,5,9]\n');
});

test('what was signed stands to the byte, and its signature after it', (t) => {
	t.is(
		packSigned({canonical: '["x","é\u2028"]', signature: 'AA=='}),
		'["x","é\u2028"]\n["bergulir/signature/1","AA=="]\n',
	);
});

test('entries stand as they were sealed', (t) => {
	t.is(packEntries(['["a"]', '["b"]']), '["a"]\n["b"]\n');
	t.is(packEntries([]), '');
});

test('leaves stand in their order: a text as it was hashed, the others as hashes', (t) => {
	const other = (hash: string) => ({hash, canonical: undefined});
	const own = {hash: 'cc', canonical: '["head"]'};
	t.is(
		packLeaves([other('aa'), other('bb'), own, other('dd')]),
		'["bergulir/leaves/1",["aa","bb"]]\n["head"]\n["bergulir/leaves/1",["dd"]]\n',
	);
	t.is(packLeaves([]), '');
	const many = packLeaves(Array.from({length: 300}, () => other('ab')));
	t.deepEqual(
		many
			.trimEnd()
			.split('\n')
			.map((line) => (JSON.parse(line) as [string, string[]])[1].length),
		[256, 44],
	);
});
