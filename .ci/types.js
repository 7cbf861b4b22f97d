// The type check of all sources; `test/types` holds what must not compile.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {listSources, reportInspected, root} from './sources.js';

const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const {stdout, stderr, status} = spawnSync(
	process.execPath,
	[tsc, '--noEmit', '--listFiles', '--pretty', 'false'],
	{cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024},
);
const lines = stdout.split('\n').filter((line) => line !== '');
const isFile = (line) => path.isAbsolute(line);
const talk = lines.filter((line) => !isFile(line)).join('\n');
if (talk !== '') console.error(talk);
if (stderr !== '') console.error(stderr);
const seen = lines
	.filter((line) => isFile(line) && !line.includes('/node_modules/'))
	.map((line) => path.relative(root, line).split(path.sep).join('/'));
process.exitCode = status ?? 1;
reportInspected(seen, await listSources(), 'type-checked');
