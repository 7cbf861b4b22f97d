import test from 'ava';
import {DomainError, InvalidValue, fill, refuser} from '../../src/kernel/errors.ts';

const refuse = refuser({
	'room/too-much': {
		id: 'Jumlah {amount} melebihi {max}.',
		en: 'The amount {amount} is over {max}.',
	},
});

test('a refusal has its code, its place and its sentence in both languages', (t) => {
	const error = refuse('room/too-much', {amount: '7', max: '5'}, 'amount');
	t.true(error instanceof DomainError);
	t.is(error.code, 'room/too-much');
	t.deepEqual(error.findings, [
		{code: 'room/too-much', path: 'amount', values: {amount: '7', max: '5'}},
	]);
	t.is(error.message, 'The amount 7 is over 5.');
	t.is(error.sentence('id'), 'Jumlah 7 melebihi 5.');
});

test('a place without a value stays as it is', (t) => {
	t.is(fill('{a} and {b}', {a: '1'}), '1 and {b}');
});

test('a value of the wrong kind says what would be right', (t) => {
	t.is(
		new InvalidValue('amount', 'x', 'digits').message,
		'The amount "x" is not valid; it must be digits.',
	);
});
