/**
 * What a caller may be allowed to do. Every route declares exactly one. `public` needs no login,
 * `self` any login; all others are given by a role, within that role's scope (`src/identity`).
 */
export const permissions = [
	'public',
	'self',
	'region:read',
	'programme:read',
	'programme:write',
	'cooperative:read',
	'cooperative:write',
	'member:read',
	'member:write',
	'allocation:read',
	'allocation:write',
	'tranche:record',
	'remittance:record',
	'fund:reverse',
	'loan:read',
	'loan:apply',
	'loan:approve',
	'loan:disburse',
	'loan:repay',
	'loan:reverse',
	'schedule:preview',
	'ledger:read',
	'ledger:post',
	'ledger:reverse',
	'account:write',
	'period:close',
	'report:read',
	'user:manage',
] as const;

export type Permission = (typeof permissions)[number];
