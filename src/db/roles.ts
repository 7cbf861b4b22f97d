import {createHmac} from 'node:crypto';
import type {Knex} from 'knex';
import {serversOf, withLogin} from './servers.ts';
import {StartupFailure} from './startup-failure.ts';

/** Holds the rights that migrations grant; nobody logs in as it. */
const groupRole = 'bergulir_app';
/** What the service connects as. It owns nothing. */
const serviceRole = 'bergulir_service';

/**
 * The group must exist before migrations grant to it. @throws StartupFailure without the right to.
 */
export async function prepareGroupRole(owner: Knex): Promise<void> {
	await createRole(owner, groupRole, 'nologin');
}

/**
 * Gives the service its own login, which owns nothing, and returns the URL that it connects with.
 * Its password follows from the owner's, so that every process that may act as the owner finds it
 * and none has to store it.
 * @throws StartupFailure when the owner may not create roles.
 */
export async function prepareServiceRole(owner: Knex, ownerUrl: string): Promise<string> {
	const owned = new URL(serversOf(ownerUrl)[0]);
	const password = createHmac('sha256', decodeURIComponent(owned.password))
		.update(serviceRole)
		.digest('base64url');
	await createRole(owner, serviceRole, 'login');
	try {
		await owner.transaction(async (trx) => {
			await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [serviceRole]);
			await trx.raw(`grant ${groupRole} to ${serviceRole}`);
			await trx.raw(`alter role ${serviceRole} login password '${password}'`);
		});
	} catch (error) {
		throw mayNotCreate(error);
	}
	return withLogin(ownerUrl, {username: serviceRole, password});
}

async function createRole(owner: Knex, role: string, login: 'login' | 'nologin'): Promise<void> {
	try {
		await owner.transaction(async (trx) => {
			await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [role]);
			const {rows} = await trx.raw<{rows: unknown[]}>('select from pg_roles where rolname = ?', [
				role,
			]);
			if (rows.length === 0) await trx.raw(`create role ${role} ${login}`);
		});
	} catch (error) {
		throw mayNotCreate(error);
	}
}

const mayNotCreate = (cause: unknown): StartupFailure =>
	new StartupFailure(
		'The owner of the database may not create roles: let an administrator create ' +
			`${groupRole} (nologin) and ${serviceRole} (login, in role ${groupRole}), then set ` +
			`DATABASE_URL to ${serviceRole}'s and DATABASE_OWNER_URL to the owner's.`,
		{cause},
	);
