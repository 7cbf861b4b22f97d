import {randomBytes} from 'node:crypto';
import type {Config} from '../config.ts';
import type {OpeningKey} from '../db/backup/envelope.ts';
import {refuse} from '../db/backup/errors.ts';
import {readFile} from '../db/backup/file.ts';
import {type Restored, restoreInto} from '../db/backup/restore.ts';
import {connect} from '../db/connect.ts';
import {serversOf, withDatabase} from '../db/servers.ts';
import {type Server, connectOwner, prepareDatabase} from './open-database.ts';
import {aboutSecretKeys, secretBoxOf} from './secret-keys.ts';
import {verify} from './verify.ts';
import {serveOver} from './with-service.ts';

/** What became of a backup that was restored. */
export type Outcome = Restored & {
	/** The migrations that came after those of the backup. */
	readonly applied: readonly string[];
	readonly entries: number;
	readonly books: number;
	/** What `verify` found, a line each. */
	readonly breaches: readonly string[];
	/** What whoever restored it should know of the keys given. */
	readonly said: readonly string[];
};

/**
 * Restores a file into the empty database of a server, brings that to this version and verifies it.
 * @throws DomainError `backup/…`; then nothing was restored.
 */
export async function restoreAndVerify(
	config: Config,
	server: Server,
	{file, key}: {readonly file: string; readonly key: OpeningKey},
): Promise<Outcome> {
	const restored = await restoreFile(config, server, file, key);
	const database = await prepareDatabase(config, server);
	const {applied} = database;
	return serveOver(config, database.serviceUrl, async (service) => {
		const {lines, entries, books} = await verify(service);
		const said = await aboutSecretKeys(service);
		return {...restored, applied, entries, books, breaches: lines, said};
	}).finally(async () => database.owner.destroy());
}

async function restoreFile(
	config: Config,
	server: Server,
	file: string,
	key: OpeningKey,
): Promise<Restored> {
	const script = await readFile(file, key);
	const owner = await connectOwner(server);
	try {
		return await restoreInto(owner, script, {secrets: secretBoxOf(config)});
	} finally {
		await owner.destroy();
	}
}

/**
 * Runs something in a new database beside that of a server, which is dropped again.
 * @throws DomainError `backup/no-scratch` when the owner may not make one.
 */
export async function inScratch<T>(
	server: Server,
	run: (scratch: Server) => Promise<T>,
): Promise<T> {
	const {ownerUrl, serviceUrl} = server;
	const database = decodeURIComponent(new URL(serversOf(ownerUrl)[0]).pathname.slice(1));
	const name = `${database.slice(0, 40)}_check_${randomBytes(4).toString('hex')}`;
	const admin = connect(ownerUrl, {applicationName: 'bergulir-owner', poolMax: 1});
	const inIt = (url: string): string => withDatabase(url, name);
	try {
		await admin.raw('create database ??', [name]).catch((error: unknown) => {
			const told = error instanceof Error ? error.message.split(' - ').at(-1)! : '';
			const isForbidden = error instanceof Error && Reflect.get(error, 'code') === '42501';
			throw isForbidden ? refuse('backup/no-scratch', {told}) : error;
		});
		try {
			return await run({
				...server,
				ownerUrl: inIt(ownerUrl),
				serviceUrl: serviceUrl && inIt(serviceUrl),
			});
		} finally {
			await admin.raw('drop database ?? with (force)', [name]);
		}
	} finally {
		await admin.destroy();
	}
}
