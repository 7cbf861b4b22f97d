import test from 'ava';
import {isAdministrative, isToldByCommands} from '../../src/identity/administrative.ts';

test('who may do what and what everybody works by is administrative', (t) => {
	for (const permission of [
		'user:manage',
		'product:write',
		'account:write',
		'approval:policy',
	] as const) {
		t.true(isAdministrative(permission), permission);
	}
	for (const permission of ['loan:repay', 'ledger:post', 'self', 'report:read'] as const) {
		t.false(isAdministrative(permission), permission);
	}
});

test('what concerns users is told by their commands, at the command line too', (t) => {
	t.true(isToldByCommands('user:manage'));
	t.true(isToldByCommands('approval:decide'));
	t.false(isToldByCommands('product:write'));
});
