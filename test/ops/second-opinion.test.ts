// A second opinion of the unit, by systemd itself; CI has it and fails on a skip.
import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import test from 'ava';
import {isInstalled} from '../helpers/installed.ts';

const run = promisify(execFile);
const has = isInstalled('systemd-analyze');
const judged = has ? test : test.skip;

/** The unit with what is on this machine in the place of what is on the server. */
async function unitHere(folder: string): Promise<string> {
	const text = await readFile('ops/systemd/bergulir.service', 'utf8');
	const file = path.join(folder, 'bergulir.service');
	await writeFile(file, text.replace('/usr/bin/node', process.execPath));
	return file;
}

judged('systemd understands every line of the unit', async (t) => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-unit-'));
	const {stdout, stderr} = await run('systemd-analyze', [
		'verify',
		'--man=no',
		'--recursive-errors=no',
		await unitHere(folder),
	]);
	t.is(`${stdout}${stderr}`.replaceAll(/^.*(?:Failed to|SO_PASSCRED).*\n/gmu, ''), '');
	await rm(folder, {recursive: true});
});

judged('systemd finds the service little exposed', async (t) => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-unit-'));
	const file = await unitHere(folder);
	// 0 is locked up, 10 is open; it fails above the threshold, in tenths.
	const {stdout} = await run('systemd-analyze', [
		'security',
		'--offline=true',
		'--threshold=25',
		'--no-pager',
		file,
	]);
	t.regex(stdout, /Overall exposure level for bergulir\.service: [012]\.\d/u);
	await rm(folder, {recursive: true});
});
