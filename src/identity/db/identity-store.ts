import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {refuse} from '../errors.ts';
import type {IdentityStore, OpenIdStore} from '../ports.ts';
import {createCredentialTables} from './credential-tables.ts';
import {createDelegationTable} from './delegation-table.ts';
import {createFactorTables, createInvitationTable} from './factor-tables.ts';
import {createOpenIdTables} from './openid-tables.ts';
import {createTrailTable} from './trail-table.ts';
import {createUserTables} from './user-tables.ts';

/** Identity in PostgreSQL, over a transaction or, for routes without one, over the pool. */
export const createIdentityStore = (trx: Knex | Knex.Transaction): IdentityStore => ({
	...createUserTables(trx),
	...createCredentialTables(trx),
	...createInvitationTable(trx),
	...createFactorTables(trx),
	...createDelegationTable(trx),
	...withUsers(trx),
	...createTrailTable(trx),
	atomically: async (run) => trx.transaction(async (inner) => run(createIdentityStore(inner))),
});

/** The subjects with the users that they are. */
const withUsers = (trx: Knex): OpenIdStore => {
	const {findIdBySubject, ...tables} = createOpenIdTables(trx);
	const {findUser} = createUserTables(trx);
	return {
		...tables,
		async findUserBySubject(who) {
			const id = await findIdBySubject(who);
			return id && findUser(id);
		},
	};
};

export const identityConstraints: ConstraintRefusals = {
	users_name_key: () => refuse('identity/name-taken', {name: ''}, 'name'),
	user_grants_service: () => refuse('identity/service-account-role', {role: ''}, 'role'),
	delegations_part: () => refuse('identity/delegation-not-held', {role: '', scope: ''}, 'role'),
	user_subjects_subject_key: () => refuse('identity/subject-taken', {}, 'subject'),
	user_subjects_held_key: () => refuse('identity/subject-held'),
	acting_in_force: () => refuse('identity/nothing-delegated', {user: ''}),
	user_grants_held_key: () => refuse('identity/grant-held', {}, 'role'),
};
