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
	const {serviceUrl} = database;
	try {
		return await connected(serviceUrl, async (knex) => {
			const replica = openReplica(config, {serviceUrl, primary: knex});
			try {
				const service = createService({...settingsOf(config, knex), replica: replica?.replica});
				return await run(service, knex);
			} finally {
				await replica?.close();
			}
		});
	} finally {
		await database.close();
	}
}

/** Runs something over another database than the configured one, which has no replica. */
export const serveOver = async <T>(
	config: Config,
	serviceUrl: string,
	run: (service: Service) => Promise<T>,
): Promise<T> =>
	connected(serviceUrl, async (knex) => run(createService(settingsOf(config, knex))));

async function connected<T>(serviceUrl: string, run: (knex: Knex) => Promise<T>): Promise<T> {
	const knex = connect(serviceUrl, {applicationName: 'bergulir-command', poolMax: 4});
	try {
		return await run(knex);
	} finally {
		await knex.destroy();
	}
}

const settingsOf = (config: Config, knex: Knex) => ({
	knex,
	clock: systemClock,
	timeZone: config.timeZone,
	signer: signerFromFile(config.keyFile),
	secrets: secretBoxOf(config),
});
