// A PostgreSQL of the measurement's own, migrated and with the reference data. It is gone after it,
// unless a folder is named in which it is kept for the next one.
import {chmod, mkdir, mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type {Knex} from 'knex';
import {connect} from '../src/db/connect.ts';
import {openEmbedded} from '../src/db/embedded/server.ts';
import {migrate} from '../src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../src/db/roles.ts';
import {seedReferenceData} from '../src/db/seed.ts';

/** Runs a measurement as the owner of the tables and as the service connects. */
export async function withDatabase(
	run: (connections: {
		readonly owner: Knex;
		readonly knex: Knex;
		readonly serviceUrl: string;
		readonly ownerUrl: string;
	}) => Promise<void>,
	kept?: string,
): Promise<void> {
	const folder = kept ?? (await mkdtemp(path.join(os.tmpdir(), 'bergulir-bench-')));
	await mkdir(folder, {recursive: true});
	await chmod(folder, 0o755);
	const server = await openEmbedded({directory: folder, mode: 'own'});
	const owner = connect(server.ownerUrl, {applicationName: 'bench-owner', poolMax: 2});
	try {
		await prepareGroupRole(owner);
		await migrate(owner);
		await seedReferenceData(owner);
		const serviceUrl = await prepareServiceRole(owner, server.ownerUrl);
		const knex = connect(serviceUrl, {applicationName: 'bench', poolMax: 2});
		try {
			await run({owner, knex, serviceUrl, ownerUrl: server.ownerUrl});
		} finally {
			await knex.destroy();
		}
	} finally {
		await owner.destroy();
		await server.close();
		if (kept === undefined) await rm(folder, {recursive: true, force: true});
	}
}
