import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {
	decideDeath,
	decideOfficer,
	decideVerification,
	decideWithdrawal,
	isOpen,
	requireAnother,
	requirePast,
} from '../../src/lending/step.ts';
import {codeOf, murabahah} from './life.ts';

const {decidedOn: _, decidedBy: __, disbursedOn: ___, ...rest} = murabahah;
const applied = {...rest, status: 'applied'} as const;
const today = localDate('2025-02-10');
const on = localDate('2025-02-02');

test('a member withdraws until the money is out', (t) => {
	for (const status of ['applied', 'verified', 'approved'] as const) {
		t.is(
			codeOf(() => decideWithdrawal({...applied, status}, on, today)),
			undefined,
			status,
		);
	}
	for (const status of ['rejected', 'withdrawn', 'disbursed', 'settled', 'reversed'] as const) {
		t.is(
			codeOf(() => decideWithdrawal({...applied, status}, on, today)),
			'lending/wrong-status',
			status,
		);
	}
});

test('another person verifies, what was applied for and not decided yet', (t) => {
	const by = (actorName: string) => ({today, actorName});
	t.is(
		codeOf(() => decideVerification(applied, on, by('penyelia'))),
		undefined,
	);
	t.is(
		codeOf(() => decideVerification(applied, on, by('petugas'))),
		'lending/same-person-step',
	);
	t.is(
		codeOf(() => decideVerification({...applied, status: 'approved'}, on, by('penyelia'))),
		'lending/wrong-status',
	);
});

test('a step is taken after the application and not before its day', (t) => {
	t.is(
		codeOf(() => decideWithdrawal(applied, localDate('2025-01-31'), today)),
		'lending/step-before-application',
	);
	const decided = {...applied, status: 'approved', decidedOn: localDate('2025-02-05')} as const;
	t.is(
		codeOf(() => decideWithdrawal(decided, localDate('2025-02-04'), today)),
		'lending/step-before-application',
	);
	t.is(
		codeOf(() => decideWithdrawal(applied, localDate('2025-02-11'), today)),
		'lending/step-in-future',
	);
	t.is(
		codeOf(() => requirePast(today, today, 'on')),
		undefined,
	);
});

test('who applied does not forgive', (t) => {
	t.is(
		codeOf(() => requireAnother(applied, 'petugas')),
		'lending/same-person-step',
	);
	t.is(
		codeOf(() => requireAnother(applied, 'penyelia')),
		undefined,
	);
});

test('a loan changes hands until it has ended', (t) => {
	const held = {...murabahah, officer: 'petugas'};
	t.is(
		codeOf(() => decideOfficer(held, 'sari')),
		undefined,
	);
	t.is(
		codeOf(() => decideOfficer({...held, status: 'written-off'}, 'sari')),
		undefined,
	);
	t.is(
		codeOf(() => decideOfficer(held, 'petugas')),
		'lending/officer-same',
	);
	for (const status of ['rejected', 'withdrawn', 'settled', 'reversed'] as const) {
		t.is(
			codeOf(() => decideOfficer({...held, status}, 'sari')),
			'lending/ended',
		);
		t.false(isOpen({status}));
	}
	t.true(isOpen({status: 'applied'}));
});

test('a member dies between joining and today', (t) => {
	const joinedOn = localDate('2025-01-11');
	t.is(
		codeOf(() => decideDeath(joinedOn, joinedOn, today)),
		undefined,
	);
	t.is(
		codeOf(() => decideDeath(localDate('2025-01-10'), joinedOn, today)),
		'lending/died-before-joining',
	);
	t.is(
		codeOf(() => decideDeath(localDate('2025-02-11'), joinedOn, today)),
		'lending/step-in-future',
	);
});
