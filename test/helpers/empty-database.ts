import {randomBytes} from 'node:crypto';
import type {Knex} from 'knex';
import {connect} from '../../src/db/connect.ts';

export type EmptyDatabase = {
	readonly url: string;
	/** As the owner of whatever comes into it. */
	readonly owner: Knex;
	readonly drop: () => Promise<void>;
};

/** A database with nothing in it, beside those that the tests of this file have. */
export async function createEmptyDatabase(login?: {
	readonly name: string;
	readonly password: string;
}): Promise<EmptyDatabase> {
	const url = new URL(process.env.BERGULIR_TEST_SERVER!);
	const name = `empty_${randomBytes(8).toString('hex')}`;
	const admin = connect(url.href, {applicationName: 'test-admin', poolMax: 1});
	await admin.raw('create database ??', [name]);
	if (login) await admin.raw('alter database ?? owner to ??', [name, login.name]);
	url.pathname = `/${name}`;
	if (login) {
		url.username = login.name;
		url.password = login.password;
	}
	const owner = connect(url.href, {applicationName: 'test-owner', poolMax: 2});
	return {
		url: url.href,
		owner,
		drop: async () => {
			await owner.destroy();
			await admin.raw('drop database ?? with (force)', [name]);
			await admin.destroy();
		},
	};
}
