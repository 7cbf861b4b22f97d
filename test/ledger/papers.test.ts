import test from 'ava';
import {documentWith, isHashTyped, papersIn} from '../../src/ledger/papers.ts';

const first = 'a'.repeat(64);
const second = '0123456789abcdef'.repeat(4);

test('a document names its papers by their hashes, in their order', (t) => {
	t.is(documentWith('BA-7'), 'BA-7');
	t.is(documentWith('BA-7', []), 'BA-7');
	const named = documentWith('BA-7', [first, second]);
	t.is(named, `BA-7 sha256:${first} sha256:${second}`);
	t.deepEqual(papersIn(named), [first, second]);
});

test('what is no hash of a paper is none', (t) => {
	t.deepEqual(papersIn('BA-7'), []);
	t.deepEqual(papersIn(`BA-7 sha256:${first.slice(1)}`), []);
	t.deepEqual(papersIn(`BA-7 sha256:${first}0`), []);
	t.deepEqual(papersIn(`BA-7sha256:${first}`), []);
	t.true(isHashTyped(`BA-7sha256:${first}`));
	t.true(isHashTyped('sha256:'));
	t.false(isHashTyped('BA-7 sha-256'));
});
