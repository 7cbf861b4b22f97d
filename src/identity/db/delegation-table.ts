import type {Knex} from 'knex';
import type {UserId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {Permission} from '../../kernel/permission.ts';
import type {Delegated, Delegation} from '../delegation.ts';
import type {DelegationStore} from '../ports.ts';
import type {Role} from '../role.ts';
import type {Scope} from '../scope.ts';
import {toScope} from './user-tables.ts';

/** Who acts for whom, from which day to which. */
export const createDelegationTable = (trx: Knex): DelegationStore => ({
	async insertDelegation(delegation) {
		const {scope} = delegation;
		await trx('delegations').insert({
			id: delegation.id,
			grant_id: delegation.grant,
			delegator_id: delegation.delegator.id,
			delegate_id: delegation.delegate.id,
			permissions: [...delegation.permissions],
			scope_kind: scope.kind,
			scope_code: scope.kind === 'all' ? null : scope.code,
			first_on: delegation.firstOn,
			last_on: delegation.lastOn,
			reason: delegation.reason,
			given_at: delegation.givenAt,
			given_by: delegation.delegator.name,
		});
	},
	async findDelegation(id) {
		const row: Row | undefined = await delegations(trx).where('given.id', id).first();
		return row && toDelegation(row);
	},
	async listDelegations(user) {
		const rows: Row[] = await delegations(trx)
			.where((mine) => {
				void mine.where('given.delegator_id', user).orWhere('given.delegate_id', user);
			})
			.orderBy([
				{column: 'given.given_at', order: 'desc'},
				{column: 'given.id', order: 'desc'},
			]);
		return rows.map(toDelegation);
	},
	async revokeDelegation(id, at, by) {
		const count = await trx('delegations')
			.where({id})
			.whereNull('revoked_at')
			.update({revoked_at: at, revoked_by: by});
		return count === 1;
	},
	async delegatedTo(delegate, delegator) {
		const rows: DelegatedRow[] = await trx('delegations_held')
			.where({delegate, delegator})
			.select('role', 'scope_kind', 'scope_code', 'permissions', 'first_on', 'last_on');
		return rows.map((row) =>
			toDelegated([
				row.role,
				row.scope_kind,
				row.scope_code,
				row.permissions,
				row.first_on,
				row.last_on,
			]),
		);
	},
});

const delegations = (trx: Knex) =>
	trx('delegations as given')
		.join('user_grants as held', 'held.id', 'given.grant_id')
		.join('users as delegator', 'delegator.id', 'given.delegator_id')
		.join('users as delegate', 'delegate.id', 'given.delegate_id')
		.select('given.*', 'held.role', 'delegator.name as delegator', 'delegate.name as delegate');

type DelegatedRow = {
	role: Role;
	scope_kind: Scope['kind'];
	scope_code: string | null;
	permissions: Permission[];
	first_on: LocalDate;
	last_on: LocalDate;
};

/** What was handed on, as `delegations_held` tells it in one array. */
export type DelegatedColumns = readonly [
	role: Role,
	scopeKind: Scope['kind'],
	scopeCode: string | null,
	permissions: Permission[],
	firstOn: LocalDate,
	lastOn: LocalDate,
];

export const toDelegated = ([
	role,
	kind,
	code,
	permissions,
	firstOn,
	lastOn,
]: DelegatedColumns): Delegated => ({
	role,
	scope: toScope(kind, code),
	permissions,
	firstOn,
	lastOn,
});

type Row = DelegatedRow & {
	id: string;
	grant_id: string;
	delegator_id: string;
	delegator: string;
	delegate_id: string;
	delegate: string;
	reason: string;
	given_at: Date;
	revoked_at: Date | null;
	revoked_by: string | null;
};

const toDelegation = (row: Row): Delegation => ({
	id: row.id,
	grant: row.grant_id,
	role: row.role,
	delegator: {id: row.delegator_id as UserId, name: row.delegator},
	delegate: {id: row.delegate_id as UserId, name: row.delegate},
	permissions: row.permissions,
	scope: toScope(row.scope_kind, row.scope_code),
	firstOn: row.first_on,
	lastOn: row.last_on,
	reason: row.reason,
	givenAt: row.given_at,
	...(row.revoked_at === null ? {} : {revokedAt: row.revoked_at}),
	...(row.revoked_by === null ? {} : {revokedBy: row.revoked_by}),
});
