import test from 'ava';
import {contentOf, isKeyRead, keyOf, orderOf, parentKeyOf} from '../../src/imports/row-key.ts';

const payment = {
	part: 'payments',
	unread: {},
	values: {loan: 'PB-1', paidOn: '2025-03-03', amount: '100000.00', method: 'cash'},
};

test('a payment is the same by its loan, day, amount and document', (t) => {
	t.is(keyOf(payment), '["payments","pb-1","2025-03-03","100000.00",""]');
	t.is(keyOf({...payment, values: {...payment.values, method: 'bank'}}), keyOf(payment));
	t.not(contentOf({...payment, values: {...payment.values, method: 'bank'}}), contentOf(payment));
});

test('it belongs to the loan of its number', (t) => {
	t.is(parentKeyOf(payment), keyOf({part: 'loans', values: {loan: 'PB-1'}}));
	t.is(parentKeyOf({part: 'loans', values: {loan: 'PB-1'}}), undefined);
	const membership = {part: 'memberships', values: {group: 'Mawar', member: '1'}};
	t.is(parentKeyOf(membership), keyOf({part: 'groups', values: {group: 'MAWAR'}}));
});

test('a key of which a part could not be read is none', (t) => {
	t.true(isKeyRead(payment));
	t.false(isKeyRead({...payment, unread: {amount: '1.250'}}));
	t.true(isKeyRead({...payment, unread: {method: 'giro'}}));
});

test('rows are posted by day, loans of a day before what is paid on it', (t) => {
	const loan = {part: 'loans', values: {disbursedOn: '2025-03-03'}};
	const later = {part: 'loans', values: {disbursedOn: '2025-03-04'}};
	t.deepEqual([later, payment, loan].map(orderOf).sort(), [
		orderOf(loan),
		orderOf(payment),
		orderOf(later),
	]);
});

test('what a row says does not depend on the order of its columns', (t) => {
	const one = {part: 'members', values: {nik: '1', name: 'A'}};
	const other = {part: 'members', values: {name: 'A', nik: '1'}};
	t.is(contentOf(one), contentOf(other));
});
