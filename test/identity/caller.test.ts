import test from 'ava';
import {scopeFor} from '../../src/identity/caller.ts';
import type {RoleInScope} from '../../src/identity/user.ts';

const officer: RoleInScope = {role: 'officer', scope: {kind: 'cooperative', code: 'KOP-1'}};
const supervisor: RoleInScope = {role: 'supervisor', scope: {kind: 'cooperative', code: 'KOP-2'}};
const auditor: RoleInScope = {role: 'auditor', scope: {kind: 'region', code: '17.71.02'}};

test('a permission holds where the roles that give it hold, and nowhere else', (t) => {
	const grants = [officer, supervisor, auditor];
	t.deepEqual(scopeFor(grants, 'loan:apply'), {all: false, regions: [], cooperatives: ['KOP-1']});
	t.deepEqual(scopeFor(grants, 'loan:approve'), {all: false, regions: [], cooperatives: ['KOP-2']});
	t.deepEqual(scopeFor(grants, 'loan:read'), {
		all: false,
		regions: ['17.71.02'],
		cooperatives: ['KOP-1', 'KOP-2'],
	});
	t.is(scopeFor(grants, 'user:manage'), undefined);
});

test('whoever is let in may do what concerns themselves, which reaches no book', (t) => {
	const nowhere = {all: false, regions: [], cooperatives: []};
	t.deepEqual(scopeFor([], 'self'), nowhere);
	t.deepEqual(scopeFor([{role: 'auditor', scope: {kind: 'all'}}], 'self'), nowhere);
	t.is(scopeFor([], 'region:read'), undefined);
});
