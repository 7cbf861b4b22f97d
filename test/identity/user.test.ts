import test from 'ava';
import type {UserId} from '../../src/kernel/ids.ts';
import {regionCode} from '../../src/kernel/region-code.ts';
import {
	type Grant,
	type User,
	decideKindOfRole,
	decideName,
	isInHand,
	requirePerson,
	typedName,
} from '../../src/identity/user.ts';

const at = new Date('2026-03-01T00:00:00Z');

const inDistrict = (code: string, revokedAt?: Date): Grant => ({
	id: code,
	role: 'officer',
	scope: {kind: 'region', code},
	region: regionCode(code),
	grantedAt: at,
	grantedBy: 'root',
	...(revokedAt === undefined ? {} : {revokedAt, revokedBy: 'root'}),
});

const userWith = (...grants: Grant[]): User => ({
	id: 'u' as UserId,
	name: 'siti.rahma',
	kind: 'person',
	isActive: true,
	hasPassword: true,
	hasSecondFactor: false,
	createdAt: at,
	createdBy: 'root',
	grants,
});

test('a name has 3 to 64 lower-case letters, digits, dots, underscores or hyphens', (t) => {
	t.is(decideName('siti.rahma-2_b'), 'siti.rahma-2_b');
	t.is(decideName('a'.repeat(64)), 'a'.repeat(64));
	for (const name of ['ab', 'a'.repeat(65), 'Siti', 'siti rahma', 'siti@kota', 'sité', '']) {
		t.like(
			t.throws(() => decideName(name)),
			{code: 'identity/name-malformed'},
			name,
		);
	}
});

test('a name at the door may begin with a capital and have spaces around it', (t) => {
	t.is(typedName(' Siti.Rahma '), 'siti.rahma');
});

test('a user is in hand when all they were ever granted lies within the scope', (t) => {
	const within = {all: false, regions: ['17.71.02'], cooperatives: []} as const;
	t.true(isInHand(within, userWith(inDistrict('17.71.02.1001'))));
	t.false(isInHand(within, userWith(inDistrict('17.71.02.1001'), inDistrict('17.71.03'))));
	t.false(isInHand(within, userWith(inDistrict('17.71.02'), inDistrict('17.71', at))));
	t.false(isInHand(within, userWith()));
	t.true(isInHand({all: true}, userWith()));
});

test('an account of scripts is an auditor and nothing else, and has no password', (t) => {
	t.notThrows(() => {
		decideKindOfRole('service', 'auditor');
	});
	t.like(
		t.throws(() => {
			decideKindOfRole('service', 'supervisor');
		}),
		{code: 'identity/service-account-role'},
	);
	t.notThrows(() => {
		decideKindOfRole('person', 'supervisor');
	});
	t.like(
		t.throws(() => {
			requirePerson({name: 'robot', kind: 'service'});
		}),
		{code: 'identity/service-account'},
	);
});
