import type {Permission} from '../kernel/permission.ts';
import {refuse} from './errors.ts';

/**
 * Who works with the fund: the cooperative's officer (petugas) and its supervisor (penyelia), the
 * city's fund manager, the auditor, and the administrator who lets the others in.
 */
export const roles = ['officer', 'supervisor', 'fund-manager', 'auditor', 'administrator'] as const;

export type Role = (typeof roles)[number];

/** @throws DomainError `identity/role-malformed`. */
export function decideRole(text: string): Role {
	const role = roles.find((known) => known === text);
	if (role) return role;
	throw refuse('identity/role-malformed', {role: text, options: roles.join(', ')}, 'role');
}

const yes = true;
const no = false;

type Decision = readonly [
	officer: boolean,
	supervisor: boolean,
	fundManager: boolean,
	auditor: boolean,
	administrator: boolean,
];

/**
 * What each role may do. Total on purpose: a new permission does not compile until it is decided
 * for every role. The rules behind the marks:
 * - At a cooperative, whoever applies for a loan does not approve it, and whoever handles its money
 *   does not reverse it: maker and checker are two roles, for misuse by one person alone is what
 *   ended earlier funds.
 * - A hand-written entry can move what the operations would not, so an officer has none.
 * - A month is closed by two people, so two roles may; what is closed is opened again above them.
 * - Whoever holds the cash counts it, with another, and whoever watches over it may as well.
 * - The auditor reads everything and writes nothing but what the detectors saw when asked to look.
 *   Who is watched at a cooperative is not told by what.
 * - The auditor reads everything and writes nothing but findings: what was found, and whether it is
 *   cleared up. How much time there is, a supervisor does not decide about their own cooperative.
 * - Whoever handles the money brings in what the bank says, but does not say which of it is in the
 *   books, nor books what is missing in the cash box.
 * - The auditor reads everything and writes nothing.
 * - Whoever meets members, decides on them or checks that they exist sees their NIK, phone and
 *   address in full, for a reason. What a person asks of their data, a supervisor answers.
 * - Whoever makes may check what another made, as far as they could have made it themselves; which
 *   writes that takes, the administrator says and nobody who is held by it.
 * - Whoever holds a role may let another act for them in it for a while (`delegation.ts`).
 * - Whoever brings a table in does not approve it, and does in it only what they could do row by
 *   row; all that a cooperative owns is taken out by whoever answers for it.
 * - What the service does by itself is seen by who runs it and who audits it.
 * - The administrator lets people in and keeps reference data, and touches neither money nor the
 *   personal data of members.
 */
// prettier-ignore
const decisions: Record<Permission, Decision> = {
	//                    officer  supervisor  fund manager  auditor  administrator
	'public':            [yes,     yes,        yes,          yes,     yes],
	'enrol':             [yes,     yes,        yes,          yes,     yes],
	'self':              [yes,     yes,        yes,          yes,     yes],
	'region:read':       [yes,     yes,        yes,          yes,     yes],
	'programme:read':    [yes,     yes,        yes,          yes,     yes],
	'programme:write':   [no,      no,         yes,          no,      yes],
	'cooperative:read':  [yes,     yes,        yes,          yes,     yes],
	'cooperative:write': [no,      no,         yes,          no,      yes],
	'member:read':       [yes,     yes,        yes,          yes,     no],
	'member:write':      [yes,     no,         no,           no,      no],
	'member:unmask':     [yes,     yes,        no,           yes,     no],
	'member:export':     [no,      yes,        no,           no,      no],
	'member:erase':      [no,      yes,        no,           no,      no],
	'pengurus:write':    [no,      no,         yes,          no,      no],
	'attachment:read':   [yes,     yes,        yes,          yes,     no],
	'attachment:write':  [yes,     yes,        no,           no,      no],
	'saving:read':       [yes,     yes,        yes,          yes,     no],
	'saving:record':     [yes,     no,         no,           no,      no],
	'saving:reverse':    [no,      yes,        no,           no,      no],
	'saving:terms':      [no,      yes,        yes,          no,      no],
	'surplus:read':      [yes,     yes,        yes,          yes,     no],
	'surplus:rule':      [no,      yes,        no,           no,      no],
	'surplus:distribute': [no,     yes,        yes,          no,      no],
	'surplus:pay':       [yes,     no,         no,           no,      no],
	'surplus:reverse':   [no,      yes,        no,           no,      no],
	'allocation:read':   [yes,     yes,        yes,          yes,     yes],
	'allocation:write':  [no,      no,         yes,          no,      no],
	'allocation:end':    [no,      no,         yes,          no,      no],
	'allocation:import': [no,      no,         yes,          no,      no],
	'allocation:import-approve': [no, no,      yes,          no,      no],
	'proposal:submit':   [yes,     yes,        no,           no,      no],
	'proposal:decide':   [no,      no,         yes,          no,      no],
	'figures:state':     [yes,     yes,        no,           no,      no],
	'reconciliation:read': [yes,   yes,        yes,          yes,     no],
	'reconciliation:prepare': [no, yes,        yes,          no,      no],
	'reconciliation:sign': [no,    yes,        no,           no,      no],
	'reconciliation:countersign': [no, no,     yes,          no,      no],
	'tranche:record':    [no,      no,         yes,          no,      no],
	'remittance:record': [yes,     no,         yes,          no,      no],
	'fund:reverse':      [no,      no,         yes,          no,      no],
	'fund:write-off':    [no,      no,         yes,          no,      no],
	'fund:claim':        [no,      no,         yes,          no,      no],
	'city:read':         [no,      no,         yes,          yes,     no],
	'city:close':        [no,      no,         yes,          no,      no],
	'group:read':        [yes,     yes,        yes,          yes,     no],
	'group:write':       [yes,     no,         no,           no,      no],
	'loan:read':         [yes,     yes,        yes,          yes,     no],
	'loan:apply':        [yes,     no,         no,           no,      no],
	'loan:approve':      [no,      yes,        no,           no,      no],
	'loan:disburse':     [yes,     no,         no,           no,      no],
	'loan:repay':        [yes,     no,         no,           no,      no],
	'loan:reverse':      [no,      yes,        no,           no,      no],
	'loan:verify':       [yes,     yes,        no,           no,      no],
	'loan:reschedule':   [no,      yes,        no,           no,      no],
	'loan:write-off':    [no,      yes,        no,           no,      no],
	'loan:assign':       [no,      yes,        no,           no,      no],
	'product:write':     [no,      yes,        yes,          no,      no],
	'holiday:write':     [no,      no,         yes,          no,      yes],
	'loan:classify':     [no,      yes,        no,           no,      no],
	'provision:choose':  [no,      no,         yes,          no,      no],
	'provision:book':    [no,      yes,        no,           no,      no],
	'detection:read':    [no,      no,         yes,          yes,     no],
	'detection:run':     [no,      no,         yes,          yes,     no],
	'collection:record': [yes,     yes,        no,           no,      no],
	'late-charge:waive': [no,      yes,        no,           no,      no],
	'collateral:record': [yes,     no,         no,           no,      no],
	'collateral:release-early': [no, yes,      no,           no,      no],
	'schedule:preview':  [yes,     yes,        yes,          yes,     yes],
	'ledger:read':       [yes,     yes,        yes,          yes,     no],
	'ledger:post':       [no,      yes,        yes,          no,      no],
	'ledger:reverse':    [no,      yes,        yes,          no,      no],
	'account:write':     [no,      no,         no,           no,      yes],
	'period:close':      [no,      yes,        yes,          no,      no],
	'period:reopen':     [no,      no,         yes,          no,      no],
	'assertion:write':   [yes,     yes,        yes,          no,      no],
	'bank:read':         [yes,     yes,        yes,          yes,     no],
	'bank:account':      [no,      yes,        yes,          no,      no],
	'bank:import':       [yes,     yes,        yes,          no,      no],
	'bank:match':        [no,      yes,        yes,          no,      no],
	'bank:format':       [no,      no,         yes,          no,      yes],
	'cash:count':        [yes,     yes,        no,           no,      no],
	'cash:book':         [no,      yes,        no,           no,      no],
	'evidence:read':     [no,      yes,        yes,          yes,     no],
	'evidence:checkpoint': [no,    no,         yes,          no,      yes],
	'report:read':       [yes,     yes,        yes,          yes,     no],
	'finding:read':      [no,      yes,        yes,          yes,     no],
	'finding:raise':     [no,      yes,        yes,          yes,     no],
	'finding:assign':    [no,      no,         yes,          yes,     no],
	'finding:work':      [no,      yes,        yes,          yes,     no],
	'finding:close':     [no,      yes,        yes,          yes,     no],
	'finding:reopen':    [no,      no,         yes,          yes,     no],
	'finding:postpone':  [no,      no,         yes,          yes,     no],
	'finding:address':   [no,      no,         yes,          no,      yes],
	'import:read':       [yes,     yes,        no,           yes,     no],
	'import:upload':     [yes,     no,         no,           no,      no],
	'import:approve':    [no,      yes,        no,           no,      no],
	'import:undo':       [no,      yes,        no,           no,      no],
	'export:take':       [no,      yes,        no,           no,      no],
	'webhook:write':     [no,      yes,        yes,          yes,     no],
	'chore:read':        [no,      no,         no,           yes,     yes],
	'approval:read':     [yes,     yes,        yes,          yes,     yes],
	'approval:decide':   [yes,     yes,        yes,          no,      yes],
	'approval:policy':   [no,      no,         no,           no,      yes],
	'delegation:give':   [yes,     yes,        yes,          yes,     yes],
	'user:manage':       [no,      no,         no,           no,      yes],
	'trail:read':        [no,      no,         no,           yes,     yes],
};

/** Whether a role gives a permission. */
export const hasPermission = (role: Role, permission: Permission): boolean =>
	decisions[permission][roles.indexOf(role)]!;
