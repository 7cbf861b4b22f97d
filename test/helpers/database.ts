import {randomBytes} from 'node:crypto';
import type {Knex} from 'knex';
import {connect} from '../../src/db/connect.ts';
import {prepareServiceRole} from '../../src/db/roles.ts';

export type TestDatabase = {
	readonly ownerUrl: string;
	readonly serviceUrl: string;
	/** As the owner of the tables: for looking behind the service's back, and for tampering. */
	readonly owner: Knex;
	/** As the service connects. */
	readonly service: Knex;
	readonly drop: () => Promise<void>;
};

/**
 * A database of this test file's own, as the program finds it after migration and reference data.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
	const serverUrl = process.env.BERGULIR_TEST_SERVER;
	if (serverUrl === undefined) {
		throw new Error(
			'These tests need a PostgreSQL of their own: run them with `npm run ava -- FILE`.',
		);
	}
	const name = `test_${randomBytes(8).toString('hex')}`;
	const admin = connect(serverUrl, {applicationName: 'test-admin', poolMax: 1});
	await admin.raw(`create database ${name} template bergulir_template`);
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	const owner = connect(url.href, {applicationName: 'test-owner', poolMax: 2});
	const serviceUrl = await prepareServiceRole(owner, url.href);
	const service = connect(serviceUrl, {applicationName: 'test-service', poolMax: 8});
	return {
		ownerUrl: url.href,
		serviceUrl,
		owner,
		service,
		drop: async () => {
			await Promise.all([owner.destroy(), service.destroy()]);
			await admin.raw(`drop database ${name} with (force)`);
			await admin.destroy();
		},
	};
}
