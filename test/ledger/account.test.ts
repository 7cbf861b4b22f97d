import test from 'ava';
import {oppositeSide} from '../../src/ledger/account.ts';

test('debit and credit are opposite', (t) => {
	t.is(oppositeSide('debit'), 'credit');
	t.is(oppositeSide('credit'), 'debit');
});
