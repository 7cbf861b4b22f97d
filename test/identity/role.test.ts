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
		'attachment:read',
		'attachment:write',
		'saving:read',
		'saving:record',
		'remittance:record',
		'figures:state',
		'reconciliation:read',
		'proposal:submit',
		'group:read',
		'group:write',
		'loan:read',
		'loan:apply',
		'loan:disburse',
		'loan:repay',
		'loan:verify',
		'collection:record',
		'collateral:record',
		'ledger:read',
		'assertion:write',
		'bank:read',
		'bank:import',
		'cash:count',
		'report:read',
	],
	supervisor: [
		...everyone,
		'member:read',
		'attachment:read',
		'attachment:write',
		'saving:read',
		'saving:reverse',
		'saving:terms',
		'group:read',
		'loan:read',
		'product:write',
		'loan:approve',
		'loan:reverse',
		'figures:state',
		'reconciliation:read',
		'reconciliation:prepare',
		'reconciliation:sign',
		'proposal:submit',
		'loan:verify',
		'loan:reschedule',
		'loan:write-off',
		'loan:assign',
		'loan:classify',
		'provision:book',
		'collection:record',
		'late-charge:waive',
		'collateral:release-early',
		'ledger:read',
		'ledger:post',
		'ledger:reverse',
		'period:close',
		'assertion:write',
		'bank:read',
		'bank:account',
		'bank:import',
		'bank:match',
		'cash:count',
		'cash:book',
		'evidence:read',
		'report:read',
		'finding:read',
		'finding:raise',
		'finding:work',
		'finding:close',
	],
	'fund-manager': [
		...everyone,
		'programme:write',
		'cooperative:write',
		'member:read',
		'pengurus:write',
		'attachment:read',
		'saving:read',
		'saving:terms',
		'allocation:write',
		'tranche:record',
		'remittance:record',
		'fund:reverse',
		'fund:write-off',
		'fund:claim',
		'city:read',
		'city:close',
		'group:read',
		'loan:read',
		'detection:read',
		'detection:run',
		'product:write',
		'holiday:write',
		'provision:choose',
		'ledger:read',
		'ledger:post',
		'ledger:reverse',
		'period:close',
		'period:reopen',
		'reconciliation:read',
		'reconciliation:prepare',
		'reconciliation:countersign',
		'allocation:end',
		'proposal:decide',
		'assertion:write',
		'bank:read',
		'bank:account',
		'bank:import',
		'bank:match',
		'bank:format',
		'evidence:read',
		'evidence:checkpoint',
		'report:read',
		'finding:read',
		'finding:raise',
		'finding:assign',
		'finding:work',
		'finding:close',
		'finding:reopen',
		'finding:postpone',
		'finding:address',
	],
	auditor: [
		...everyone,
		'city:read',
		'reconciliation:read',
		'member:read',
		'attachment:read',
		'saving:read',
		'group:read',
		'loan:read',
		'detection:read',
		'detection:run',
		'ledger:read',
		'bank:read',
		'evidence:read',
		'report:read',
		'finding:read',
		'finding:raise',
		'finding:assign',
		'finding:work',
		'finding:close',
		'finding:reopen',
		'finding:postpone',
	],
	administrator: [
		...everyone,
		'programme:write',
		'holiday:write',
		'cooperative:write',
		'account:write',
		'bank:format',
		'evidence:checkpoint',
		'finding:address',
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
