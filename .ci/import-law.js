// The law of imports (docs/architecture.md). It fails when it looked at nothing, for then the
// cruiser could not read our sources.
import {execFileSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import path from 'node:path';

const folders = ['src', 'test', 'migrations', 'seeds', 'bench'];
const sources = folders.flatMap((folder) =>
	readdirSync(folder, {recursive: true}).filter((file) => file.endsWith('.ts')),
);

const cruiser = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const args = [
	cruiser,
	'--config',
	'.ci/dependency-cruiser.cjs',
	'--output-type',
	'json',
	...folders,
];
let output;
try {
	output = execFileSync(process.execPath, args, {encoding: 'utf8', maxBuffer: 1 << 30});
} catch (error) {
	output = error.stdout;
}
const {modules, summary} = JSON.parse(output);
const looked = modules.filter(({source}) =>
	folders.some((folder) => source.startsWith(`${folder}/`)),
);
for (const {rule, from, to} of summary.violations) console.log(`${rule.name}: ${from} → ${to}`);
console.log(`${looked.length} modules looked at, ${summary.violations.length} breaches`);
if (looked.length < sources.length) {
	console.log(`only ${looked.length} of ${sources.length} sources were looked at`);
	process.exitCode = 1;
}
if (summary.violations.length > 0) process.exitCode = 1;
