// ESLint over everything, or over the files named; `--fix` repairs what it can.
import path from 'node:path';
import {ESLint} from 'eslint';
import {listSources, reportInspected, root} from './sources.js';

const named = process.argv.slice(2).filter((argument) => argument !== '--fix');
const eslint = new ESLint({
	cwd: root,
	overrideConfigFile: path.join(root, '.ci/eslint.config.js'),
	fix: process.argv.includes('--fix'),
});
const results = await eslint.lintFiles(
	named.length > 0 ? named.map((file) => path.resolve(file)) : ['.'],
);
await ESLint.outputFixes(results);
const formatter = await eslint.loadFormatter('stylish');
const text = await formatter.format(results);
if (text !== '') console.error(text);
const findings = results.reduce((sum, result) => sum + result.errorCount + result.warningCount, 0);
if (findings > 0) process.exitCode = 1;
const seen = results.map((result) =>
	path.relative(root, result.filePath).split(path.sep).join('/'),
);
reportInspected(seen, named.length > 0 ? seen : await listSources(), 'linted');
