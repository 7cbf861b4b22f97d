import {connect} from '../../src/db/connect.ts';
import {migrate} from '../../src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../../src/db/roles.ts';
import {seedReferenceData} from '../../src/db/seed.ts';

/** Makes the database that each test file's own is copied from: migrated, with reference data. */
export async function prepareTemplate(ownerUrl: string): Promise<void> {
	const url = new URL(ownerUrl);
	const admin = connect(ownerUrl, {applicationName: 'test-template', poolMax: 1});
	await admin.raw('create database bergulir_template');
	await admin.destroy();
	url.pathname = '/bergulir_template';
	const owner = connect(url.href, {applicationName: 'test-template', poolMax: 2});
	await prepareGroupRole(owner);
	await migrate(owner);
	await prepareServiceRole(owner, url.href);
	await seedReferenceData(owner);
	await owner.destroy();
}
