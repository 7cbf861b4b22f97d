import test from 'ava';
import {day} from '../../src/imports/common-columns.ts';

test('a column of days is required unless it is said otherwise', (t) => {
	t.like(day('paidOn', 'Tanggal bayar', ''), {kind: 'date', isRequired: true});
	t.is(day('firstDueOn', 'Angsuran pertama', '', false).isRequired, undefined);
});
