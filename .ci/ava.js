// Runs ava against a PostgreSQL of its own: one server for the run, one template database, and
// from it a database for each test file. Arguments go to ava: `npm run ava -- test/kernel`.
import {spawn} from 'node:child_process';
import {mkdtemp, rm, chmod} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {register} from 'tsx/esm/api';

register();
const {openEmbedded} = await import('../src/db/embedded/server.ts');
const {prepareTemplate} = await import('../test/helpers/template.ts');

const directory = await mkdtemp(path.join(os.tmpdir(), 'bergulir-test-'));
await chmod(directory, 0o755);
// A test's database need not survive a power cut; what must is tested on servers of its own.
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const server = await openEmbedded({directory, mode: 'own', settings});
let code = 1;
try {
	await prepareTemplate(server.ownerUrl);
	const ava = path.resolve('node_modules/.bin/ava');
	const child = spawn(ava, process.argv.slice(2), {
		stdio: 'inherit',
		env: {...process.env, BERGULIR_TEST_SERVER: server.ownerUrl, FORCE_COLOR: '0'},
	});
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
	code = await new Promise((resolve) => {
		child.on('exit', (status) => resolve(status ?? 1));
	});
} finally {
	await server.close();
	await rm(directory, {recursive: true, force: true});
}
process.exitCode = code;
