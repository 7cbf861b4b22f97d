import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {refuse} from '../errors.ts';
import type {IdentityStore} from '../ports.ts';
import {createCredentialTables} from './credential-tables.ts';
import {createDelegationTable} from './delegation-table.ts';
import {createFactorTables, createInvitationTable} from './factor-tables.ts';
import {createTrailTable} from './trail-table.ts';
import {createUserTables} from './user-tables.ts';

/** Identity in PostgreSQL, over a transaction or, for routes without one, over the pool. */
export const createIdentityStore = (trx: Knex | Knex.Transaction): IdentityStore => ({
	...createUserTables(trx),
	...createCredentialTables(trx),
	...createInvitationTable(trx),
	...createFactorTables(trx),
	...createDelegationTable(trx),
	...createTrailTable(trx),
	atomically: async (run) => trx.transaction(async (inner) => run(createIdentityStore(inner))),
});

export const identityConstraints: ConstraintRefusals = {
	users_name_key: () => refuse('identity/name-taken', {name: ''}, 'name'),
	user_grants_service: () => refuse('identity/service-account-role', {role: ''}, 'role'),
	delegations_part: () => refuse('identity/delegation-not-held', {role: '', scope: ''}, 'role'),
	acting_in_force: () => refuse('identity/nothing-delegated', {user: ''}),
	user_grants_held_key: () => refuse('identity/grant-held', {}, 'role'),
};
