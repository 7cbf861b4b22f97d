import type {Config} from '../config.ts';
import {renewSeals} from '../cooperatives/db/renew-seals.ts';
import {openDatabase} from './open-database.ts';
import {secretBoxOf} from './secret-keys.ts';

/**
 * Seals with the first key what an older one sealed of persons; answers of how many. As the owner,
 * for the service may not change a NIK.
 */
export async function renewPersonalData(config: Config): Promise<number> {
	const database = await openDatabase(config, 'share');
	try {
		return await renewSeals(database.owner, secretBoxOf(config));
	} finally {
		await database.close();
	}
}
