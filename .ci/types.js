// The type check of all sources; `test/types` holds what must not compile. The pages are a program of
// their own: they run in a browser, which has other things about it than Node.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {listSources, reportInspected, root} from './sources.js';

const tsc = path.join(root, 'node_modules/typescript/bin/tsc');

/** Checks one program and gives its files. */
function check(project) {
	const {stdout, stderr, status} = spawnSync(
		process.execPath,
		[tsc, '-p', project, '--noEmit', '--listFiles', '--pretty', 'false'],
		{cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024},
	);
	const lines = stdout.split('\n').filter((line) => line !== '');
	const isFile = (line) => path.isAbsolute(line);
	const talk = lines.filter((line) => !isFile(line)).join('\n');
	if (talk !== '') console.error(talk);
	if (stderr !== '') console.error(stderr);
	if (status !== 0) process.exitCode = status ?? 1;
	return lines
		.filter((line) => isFile(line) && !line.includes('/node_modules/'))
		.map((line) => path.relative(root, line).split(path.sep).join('/'));
}

const seen = ['tsconfig.json', 'src/web/tsconfig.json'].flatMap((project) => check(project));
reportInspected(seen, await listSources(), 'type-checked');
