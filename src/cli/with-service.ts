import type {Knex} from 'knex';
import {type Service, createService} from '../compose.ts';
import type {Config} from '../config.ts';
import {connect} from '../db/connect.ts';
import {systemClock} from '../kernel/clock.ts';
import {openDatabase} from './open-database.ts';
import {openReplica} from './open-replica.ts';
import {secretBoxOf} from './secret-keys.ts';
import {signerFromFile} from './signing-key-file.ts';

/** Runs a command over the database of this configuration, and closes what it opened. */
export async function withService<T>(
	config: Config,
	run: (service: Service, knex: Knex) => Promise<T>,
): Promise<T> {
	const database = await openDatabase(config, 'share');
	try {
		return await serveOver(config, database.serviceUrl, run);
	} finally {
		await database.close();
	}
}

/** Runs something over a database of this version, as the service connects to it. */
export async function serveOver<T>(
	config: Config,
	serviceUrl: string,
	run: (service: Service, knex: Knex) => Promise<T>,
): Promise<T> {
	const knex = connect(serviceUrl, {applicationName: 'bergulir-command', poolMax: 4});
	const replica = openReplica(config, {serviceUrl, primary: knex});
	try {
		return await run(
			createService({
				knex,
				replica: replica?.replica,
				clock: systemClock,
				timeZone: config.timeZone,
				signer: signerFromFile(config.keyFile),
				secrets: secretBoxOf(config),
			}),
			knex,
		);
	} finally {
		await Promise.all([replica?.close(), knex.destroy()]);
	}
}
