import test from 'ava';
import {
	type Delegation,
	type DelegationTerms,
	decideDelegation,
	decideRevocation,
	delegablePermissions,
	inForceOn,
	stateOn,
} from '../../src/identity/delegation.ts';
import type {User} from '../../src/identity/user.ts';
import {DomainError} from '../../src/kernel/errors.ts';
import type {UserId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {kelurahanCode, regionCode} from '../../src/kernel/region-code.ts';

const today = localDate('2026-03-31');
const kecamatan = {kind: 'region', code: '17.71.02'} as const;

const user = (name: string, more: Partial<User> = {}): User => ({
	id: name as UserId,
	name,
	kind: 'person',
	isActive: true,
	hasPassword: true,
	hasSecondFactor: false,
	createdAt: new Date('2026-01-01'),
	createdBy: 'x',
	grants: [],
	...more,
});
const siti = user('siti', {
	grants: [
		{
			id: 'g1',
			role: 'supervisor',
			scope: kecamatan,
			region: regionCode('17.71.02'),
			grantedAt: new Date('2026-01-01'),
			grantedBy: 'x',
		},
	],
});
const terms: DelegationTerms = {
	role: 'supervisor',
	scope: kecamatan,
	firstOn: today,
	lastOn: localDate('2026-04-10'),
	reason: 'Cuti',
};

const codes = (more: Partial<DelegationTerms>, delegate = user('budi'), place = '17.71.02') => {
	try {
		decideDelegation(
			{...terms, ...more},
			{delegator: siti, delegate, place: regionCode(place), today},
		);
		return [];
	} catch (error) {
		return (error as DomainError).findings.map((finding) => finding.code);
	}
};

test('what is handed on is of a grant, and names what the role gives and can be handed on', (t) => {
	const {grant, permissions} = decideDelegation(terms, {
		delegator: siti,
		delegate: user('budi'),
		place: regionCode('17.71.02'),
		today,
	});
	t.is(grant, 'g1');
	t.true(permissions.includes('loan:approve'));
	for (const own of ['self', 'delegation:give', 'webhook:write', 'finding:close'] as const) {
		t.false(permissions.includes(own), own);
	}
	t.deepEqual(
		delegablePermissions('administrator').filter((one) => /user|policy|delegation/u.test(one)),
		[],
	);
});

test('a part of the scope may be handed on, never more', (t) => {
	const inside = {kind: 'cooperative', code: 'KOP-1771021001'} as const;
	t.deepEqual(codes({scope: inside}, undefined, kelurahanCode('17.71.02.1001')), []);
	t.deepEqual(codes({scope: {kind: 'all'}}), ['identity/delegation-not-held']);
	const wider = {kind: 'region', code: '17.71'} as const;
	t.deepEqual(codes({scope: wider}, undefined, '17.71'), ['identity/delegation-not-held']);
	t.deepEqual(codes({role: 'fund-manager'}), ['identity/delegation-not-held']);
	t.deepEqual(codes({permissions: ['loan:approve']}), []);
	t.deepEqual(codes({permissions: ['loan:disburse']}), ['identity/delegation-permission']);
	t.deepEqual(codes({permissions: ['self']}), ['identity/delegation-permission']);
});

test('all that stands against it is told at once', (t) => {
	const past = {firstOn: localDate('2026-03-30'), lastOn: localDate('2026-03-29')};
	t.deepEqual(codes({...past, role: 'auditor'}, user('siti', {isActive: false})), [
		'identity/delegation-past',
		'identity/delegation-backwards',
		'identity/delegation-to-self',
		'identity/delegation-inactive',
		'identity/delegation-not-held',
	]);
	t.deepEqual(codes({lastOn: localDate('2027-03-31')}), []);
	t.deepEqual(codes({lastOn: localDate('2027-04-01')}), ['identity/delegation-too-long']);
	t.deepEqual(codes({}, user('skrip', {kind: 'service'})), ['identity/service-account']);
});

test('it counts on its first and its last day, both whole', (t) => {
	const delegated = [
		{role: 'supervisor', scope: kecamatan, permissions: [], ...dates('2026-04-01', '2026-04-03')},
	] as const;
	const on = (text: string) => inForceOn(delegated, localDate(text)).length;
	t.deepEqual(['2026-03-31', '2026-04-01', '2026-04-03', '2026-04-04'].map(on), [0, 1, 1, 0]);
});

const dates = (first: string, last: string) => ({
	firstOn: localDate(first),
	lastOn: localDate(last),
});

test('how it stands with it: to come, in force, over, or taken back', (t) => {
	const days = dates('2026-04-01', '2026-04-03');
	const on = (text: string) => stateOn(days, localDate(text));
	t.deepEqual(['2026-03-31', '2026-04-01', '2026-04-03', '2026-04-04'].map(on), [
		'coming',
		'in-force',
		'in-force',
		'over',
	]);
	const revoked = {...days, revokedAt: new Date('2026-04-02')};
	t.is(stateOn(revoked, localDate('2026-04-02')), 'revoked');
});

test('what was taken back is not taken back again', (t) => {
	const delegation = {id: 'd1', revokedAt: new Date('2026-04-01')} as Delegation;
	const error = t.throws(() => decideRevocation(delegation), {instanceOf: DomainError});
	t.is(error.code, 'identity/unknown-delegation');
	t.notThrows(() => decideRevocation({id: 'd1'} as Delegation));
});
