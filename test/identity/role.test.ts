import test from 'ava';
import {type Permission, permissions} from '../../src/kernel/permission.ts';
import {type Role, decideRole, hasPermission} from '../../src/identity/role.ts';

const everyone: readonly Permission[] = [
	'public',
	'self',
	'region:read',
	'programme:read',
	'cooperative:read',
	'allocation:read',
	'schedule:preview',
];

const expected: Record<Role, readonly Permission[]> = {
	officer: [
		...everyone,
		'member:read',
		'member:write',
		'remittance:record',
		'loan:read',
		'loan:apply',
		'loan:disburse',
		'loan:repay',
		'ledger:read',
		'assertion:write',
		'report:read',
	],
	supervisor: [
		...everyone,
		'member:read',
		'loan:read',
		'loan:approve',
		'loan:reverse',
		'ledger:read',
		'ledger:post',
		'ledger:reverse',
		'period:close',
		'assertion:write',
		'evidence:read',
		'report:read',
	],
	'fund-manager': [
		...everyone,
		'programme:write',
		'cooperative:write',
		'member:read',
		'allocation:write',
		'tranche:record',
		'remittance:record',
		'fund:reverse',
		'loan:read',
		'ledger:read',
		'ledger:post',
		'ledger:reverse',
		'period:close',
		'period:reopen',
		'assertion:write',
		'evidence:read',
		'evidence:checkpoint',
		'report:read',
	],
	auditor: [...everyone, 'member:read', 'loan:read', 'ledger:read', 'evidence:read', 'report:read'],
	administrator: [
		...everyone,
		'programme:write',
		'cooperative:write',
		'account:write',
		'evidence:checkpoint',
		'user:manage',
	],
};

const gives = test.macro({
	exec(t, role: Role) {
		const given = permissions.filter((permission) => hasPermission(role, permission));
		t.deepEqual(given.toSorted(), expected[role].toSorted());
	},
	title: (_, role: Role) => `the ${role} may do what the table says and no more`,
});

test(gives, 'officer');
test(gives, 'supervisor');
test(gives, 'fund-manager');
test(gives, 'auditor');
test(gives, 'administrator');

test('whoever applies for a loan cannot approve one by the same role', (t) => {
	for (const role of [
		'officer',
		'supervisor',
		'fund-manager',
		'auditor',
		'administrator',
	] as const) {
		t.false(hasPermission(role, 'loan:apply') && hasPermission(role, 'loan:approve'), role);
		t.false(hasPermission(role, 'loan:disburse') && hasPermission(role, 'loan:approve'), role);
		t.false(hasPermission(role, 'loan:repay') && hasPermission(role, 'loan:reverse'), role);
	}
});

test('an unknown role is refused', (t) => {
	t.is(decideRole('auditor'), 'auditor');
	const error = t.throws(() => decideRole('Auditor'));
	t.like(error, {code: 'identity/role-malformed'});
});
