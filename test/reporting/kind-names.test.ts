import test from 'ava';
import {isNamedKind, kindName} from '../../src/reporting/kind-names.ts';

test('a kind has its name in both languages, and is itself where it has none', (t) => {
	t.is(kindName('repayment', 'id'), 'Angsuran');
	t.is(kindName('repayment', 'en'), 'Repayment');
	t.is(kindName('lain', 'id'), 'lain');
});

test('what operations post is known, and nothing that every object has', (t) => {
	t.true(isNamedKind('fund-return'));
	t.false(isNamedKind('lain'));
	t.false(isNamedKind('toString'));
});
