import test from 'ava';
import {
	type PendingCommand,
	coversPlaces,
	createShown,
	expiryOf,
	placesOf,
	requireOpen,
	requireOther,
	requireOwn,
} from '../../src/approvals/pending.ts';
import type {Write} from '../../src/approvals/write.ts';
import {everywhere} from '../../src/kernel/scope.ts';

const maker = {userId: '00000000-0000-4000-8000-000000000001', name: 'siti'};
const other = {userId: '00000000-0000-4000-8000-000000000002', name: 'budi'};

const pending: PendingCommand = {
	id: '00000000-0000-4000-8000-0000000000aa',
	method: 'POST',
	address: '/v1/x',
	body: {},
	command: 'POST /v1/x',
	permission: 'ledger:post',
	places: ['*'],
	preview: [],
	maker,
	madeAt: new Date('2026-03-31T00:00:00Z'),
	expiresAt: new Date('2026-04-01T00:00:00Z'),
	version: 2,
	status: 'pending',
};
const before = new Date('2026-03-31T23:59:59.999Z');

const codeOf = (run: () => unknown): string | undefined => {
	try {
		run();
		return undefined;
	} catch (error) {
		return (error as {code: string}).code;
	}
};

test('it is decided while it waits, in its time and as it was read', (t) => {
	t.is(
		codeOf(() => requireOpen(pending, 2, before)),
		undefined,
	);
	t.is(
		codeOf(() => requireOpen(pending, 1, before)),
		'approval/changed',
	);
	t.is(
		codeOf(() => requireOpen(pending, 2, pending.expiresAt)),
		'approval/expired',
	);
	for (const status of ['approved', 'rejected', 'withdrawn'] as const) {
		t.is(
			codeOf(() => requireOpen({...pending, status}, 2, before)),
			'approval/decided',
		);
	}
});

test('maker and checker are two, by identity and by name', (t) => {
	t.is(
		codeOf(() => requireOther(pending, other)),
		undefined,
	);
	t.is(
		codeOf(() => requireOther(pending, maker)),
		'approval/own',
	);
	t.is(
		codeOf(() => requireOther(pending, {...other, name: 'siti'})),
		'approval/own',
	);
	t.is(
		codeOf(() => requireOther(pending, {...maker, name: 'budi'})),
		'approval/own',
	);
});

test('only its maker changes it, while it waits', (t) => {
	t.is(
		codeOf(() => requireOwn(pending, maker, 2)),
		undefined,
	);
	t.is(
		codeOf(() => requireOwn(pending, other, 2)),
		'approval/not-own',
	);
	t.is(
		codeOf(() => requireOwn(pending, maker, 1)),
		'approval/changed',
	);
	t.is(
		codeOf(() => requireOwn({...pending, status: 'approved'}, maker, 2)),
		'approval/decided',
	);
});

test('a scope covers places where each lies within it', (t) => {
	const regionOf = (code: string) => (code === 'KOP-1' ? '17.71.01.1001' : undefined);
	const scope = (regions: string[], cooperatives: string[] = []) =>
		({all: false, regions, cooperatives}) as const;
	t.true(coversPlaces(everywhere, ['*'], regionOf));
	t.false(coversPlaces(scope(['17']), ['*'], regionOf));
	t.true(coversPlaces(scope(['17.71']), ['17.71.01', 'KOP-1'], regionOf));
	t.true(coversPlaces(scope([], ['KOP-1']), ['KOP-1'], regionOf));
	t.false(coversPlaces(scope([], ['KOP-1']), ['KOP-1', 'KOP-2'], regionOf));
	t.false(coversPlaces(scope(['17.71.02']), ['KOP-1'], regionOf));
	t.deepEqual(placesOf(everywhere), ['*']);
	t.deepEqual(placesOf(scope(['17.71'], ['KOP-2'])), ['17.71', 'KOP-2']);
});

test('each part of what was shown is written once, and all of it', (t) => {
	const write = (name: string): Write => ({name, subject: 'x', backdatedDays: 0, lines: []});
	const both = createShown([write('product.change'), write('grant.give')]);
	both.take(write('grant.give'));
	t.is(
		codeOf(() => both.end()),
		'approval/preview-differs',
	);
	t.is(
		codeOf(() => both.take(write('grant.give'))),
		'approval/preview-differs',
	);
	both.take(write('product.change'));
	t.is(
		codeOf(() => both.end()),
		undefined,
	);
});

test('it waits as long as the shortest of its policies lets it', (t) => {
	t.deepEqual(expiryOf(pending.madeAt, [48, 24, 72]), new Date('2026-04-01T00:00:00Z'));
});
