import type {Knex} from 'knex';
import type {Config} from '../config.ts';
import {connect} from '../db/connect.ts';
import {openEmbedded} from '../db/embedded/server.ts';
import {migrate} from '../db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../db/roles.ts';
import {seedReferenceData} from '../db/seed.ts';
import {hostsOf, serversOf} from '../db/servers.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import {secretBoxOf} from './secret-keys.ts';

/** A database that is of this version of the program, and how to reach it. */
export type OpenDatabase = {
	/** As the owner of the tables: for migrations only. */
	readonly owner: Knex;
	/** For the service: a login that owns nothing. */
	readonly serviceUrl: string;
	/** The migrations that were applied just now. */
	readonly applied: readonly string[];
	readonly close: () => Promise<void>;
};

const versionMin = 150_000;

/** A database server of the configuration, as it is found: nothing was migrated. */
export type Server = {
	readonly ownerUrl: string;
	/** How the service connects, where that is given; else a login is made for it. */
	readonly serviceUrl: string | undefined;
	/** Whether it was started just now, for this process. */
	readonly isOwn: boolean;
	readonly close: () => Promise<void>;
};

/** @throws StartupFailure with one sentence for what stands in the way. */
export async function openServer({database}: Config, mode: 'own' | 'share'): Promise<Server> {
	if (database.kind === 'embedded') {
		const server = await openEmbedded({directory: database.directory, mode});
		return {...server, serviceUrl: undefined};
	}
	return {
		ownerUrl: database.ownerUrl ?? database.url,
		serviceUrl: database.ownerUrl && database.url,
		isOwn: false,
		close: async () => undefined,
	};
}

/**
 * Opens the database that the configuration names, brings it to this version and writes the
 * reference data. `own` is for the service, `share` for a command beside it.
 * @throws StartupFailure with one sentence for what stands in the way.
 */
export async function openDatabase(config: Config, mode: 'own' | 'share'): Promise<OpenDatabase> {
	const server = await openServer(config, mode);
	try {
		if (server.isOwn) await dropInterruptedDemo(server.ownerUrl);
		return await prepareDatabase(config, server);
	} catch (error) {
		await server.close();
		throw error;
	}
}

/** Brings the database of a server to this version; closing it closes the server. */
export async function prepareDatabase(config: Config, server: Server): Promise<OpenDatabase> {
	const {ownerUrl} = server;
	const owner = await connectOwner(server);
	try {
		const applied = await migrate(owner, {secrets: secretBoxOf(config)});
		await seedReferenceData(owner);
		const serviceUrl = server.serviceUrl ?? (await prepareServiceRole(owner, ownerUrl));
		return {
			owner,
			serviceUrl,
			applied,
			close: async () => {
				await owner.destroy();
				await server.close();
			},
		};
	} catch (error) {
		await owner.destroy();
		throw error;
	}
}

/**
 * As the owner of a database as it is, with the group that its rights are granted to.
 * @throws StartupFailure when it cannot be reached, or is too old a PostgreSQL.
 */
export async function connectOwner({ownerUrl, serviceUrl}: Server): Promise<Knex> {
	const owner = connect(ownerUrl, {applicationName: 'bergulir-owner', poolMax: 2});
	try {
		await requireReachable(owner, ownerUrl);
		if (serviceUrl === undefined) await prepareGroupRole(owner);
		return owner;
	} catch (error) {
		await owner.destroy();
		throw error;
	}
}

/** A demo city that was cut off halfway holds nothing of value: it is made anew. */
async function dropInterruptedDemo(ownerUrl: string): Promise<void> {
	const owner = connect(ownerUrl, {applicationName: 'bergulir-owner', poolMax: 1});
	const hasState = await owner.schema.hasTable('demo_state');
	const isInterrupted =
		hasState && (await owner('demo_state').where({is_complete: false}).first()) !== undefined;
	await owner.destroy();
	if (!isInterrupted) return;
	const url = new URL(ownerUrl);
	const name = url.pathname.slice(1);
	url.pathname = '/postgres';
	const server = connect(url.href, {applicationName: 'bergulir-owner', poolMax: 1});
	await server.raw('drop database ?? with (force)', [name]);
	await server.raw('create database ??', [name]);
	await server.destroy();
}

async function requireReachable(owner: Knex, url: string): Promise<void> {
	const {pathname, username} = new URL(serversOf(url)[0]);
	const place = `the database ${pathname.slice(1)} at ${hostsOf(url)} as ${username}`;
	let version: number;
	try {
		const {rows} = await owner.raw<{rows: {server_version_num: string}[]}>(
			'show server_version_num',
		);
		version = Number.parseInt(rows[0]!.server_version_num, 10);
	} catch (cause) {
		const told = cause instanceof Error ? cause.message || String(Reflect.get(cause, 'code')) : '';
		throw new StartupFailure(
			`Cannot reach ${place}: ${told}. Check DATABASE_URL and that the server runs.`,
			{
				cause,
			},
		);
	}
	if (version < versionMin) {
		const major = Math.floor(version / 10_000);
		throw new StartupFailure(`${place} is PostgreSQL ${major}; it must be 15 or later.`);
	}
}
