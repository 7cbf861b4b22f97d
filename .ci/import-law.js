// The import law over the tree in the working directory, so that a test can plant breaches in a tree of its own.
import {existsSync} from 'node:fs';
import path from 'node:path';
import {cruise} from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import {listSources, reportInspected, root, sourceFolders} from './sources.js';

const base = process.cwd();
const options = await extractOptions(path.join(root, '.ci/dependency-cruiser.cjs'));
const folders = sourceFolders.filter((folder) => existsSync(path.join(base, folder)));
const {output} = await cruise(folders, options, undefined, {
	tsConfig: extractTsConfig(path.join(root, 'tsconfig.json')),
});
const violations = output.summary.violations.filter(({rule}) => rule.severity === 'error');
for (const {rule, from, to, cycle} of violations) {
	const way = cycle === undefined ? [to] : cycle.map(({name}) => name);
	console.error(`${rule.name}: ${[from, ...way].join(' → ')}`);
}
if (violations.length > 0) process.exitCode = 1;
const seen = output.modules.map(({source}) => source).filter((source) => /\.tsx?$/u.test(source));
reportInspected(seen, await listSources(base), 'held to the import law');
