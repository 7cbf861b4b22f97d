import test from 'ava';
import {regionCode} from '../../src/kernel/region-code.ts';
import type {CallerScope} from '../../src/kernel/scope.ts';
import {type Scope, covers, decideScope, scopeText, uniteScopes} from '../../src/identity/scope.ts';

const all: Scope = {kind: 'all'};
const region = (code: string): Scope => ({kind: 'region', code});
const cooperative = (code: string): Scope => ({kind: 'cooperative', code});

test('a scope is read from its text and written back', (t) => {
	t.deepEqual(decideScope('all'), all);
	t.deepEqual(decideScope('17'), region('17'));
	t.deepEqual(decideScope('17.71.02'), region('17.71.02'));
	t.deepEqual(decideScope('KOP-1771021001'), cooperative('KOP-1771021001'));
	t.is(scopeText(all), 'all');
	t.is(scopeText(region('17.71')), '17.71');
});

test('a text that is no scope is refused', (t) => {
	for (const text of ['', 'ALL*', '17.7', '17.71.', 'kop-1', '17.71.02.1001.1', 'KOP 1']) {
		t.like(
			t.throws(() => decideScope(text)),
			{code: 'identity/scope-malformed'},
			text,
		);
	}
});

const city: CallerScope = {all: false, regions: ['17.71'], cooperatives: []};
const district: CallerScope = {all: false, regions: ['17.71.02'], cooperatives: []};
const one: CallerScope = {all: false, regions: [], cooperatives: ['KOP-1771021001']};

test('everywhere covers everything, and only everywhere covers everywhere', (t) => {
	t.true(covers({all: true}, all, undefined));
	t.true(covers({all: true}, region('17.71'), regionCode('17.71')));
	t.false(covers(city, all, undefined));
	t.false(covers(one, all, undefined));
});

test('a region covers itself and what lies within it, not its neighbours', (t) => {
	t.true(covers(district, region('17.71.02'), regionCode('17.71.02')));
	t.true(covers(district, region('17.71.02.1001'), regionCode('17.71.02.1001')));
	t.false(covers(district, region('17.71.03'), regionCode('17.71.03')));
	t.false(covers(district, region('17.71'), regionCode('17.71')));
	t.false(covers(district, region('17.71.021'), undefined));
});

test('a region covers the cooperatives within it', (t) => {
	const code = cooperative('KOP-1771021001');
	t.true(covers(city, code, regionCode('17.71.02.1001')));
	t.true(covers(district, code, regionCode('17.71.02.1001')));
	t.false(covers(district, code, regionCode('17.71.03.1001')));
	t.false(covers(city, code, undefined));
});

test('a cooperative covers itself alone', (t) => {
	t.true(covers(one, cooperative('KOP-1771021001'), regionCode('17.71.02.1001')));
	t.false(covers(one, cooperative('KOP-1771021002'), regionCode('17.71.02.1001')));
	t.false(covers(one, region('17.71.02.1001'), regionCode('17.71.02.1001')));
});

test('scopes unite; what lies within another is left out', (t) => {
	t.is(uniteScopes([]), undefined);
	t.deepEqual(uniteScopes([region('17.71'), all]), {all: true});
	t.deepEqual(
		uniteScopes([
			region('17.71.03'),
			region('17.71.02.1001'),
			region('17.71.02'),
			cooperative('KOP-2'),
			cooperative('KOP-1'),
			cooperative('KOP-2'),
		]),
		{all: false, regions: ['17.71.02', '17.71.03'], cooperatives: ['KOP-1', 'KOP-2']},
	);
});
