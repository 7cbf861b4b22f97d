import type {Permission} from '../kernel/permission.ts';

// Who may do what, and what everybody works by: reference data, products, terms, charts, periods
// opened again. What moves a member's money is told by the journal already.
const administrative: ReadonlySet<Permission> = new Set<Permission>([
	'user:manage',
	'programme:write',
	'cooperative:write',
	'pengurus:write',
	'product:write',
	'saving:terms',
	'holiday:write',
	'provision:choose',
	'account:write',
	'period:reopen',
	'bank:account',
	'bank:format',
	'evidence:checkpoint',
	'finding:address',
	'approval:decide',
	'approval:policy',
	'delegation:give',
]);

/** Whether what a permission allows is an administrative act, which the trail tells. */
export const isAdministrative = (permission: Permission): boolean => administrative.has(permission);

const toldByCommands: ReadonlySet<Permission> = new Set<Permission>([
	'user:manage',
	'delegation:give',
	'approval:decide',
	'approval:policy',
]);

/** These commands say in the trail what they did, and do so at the command line too. */
export const isToldByCommands = (permission: Permission): boolean => toldByCommands.has(permission);
