// Prettier over everything that .prettierignore leaves; `--write` formats instead of complaining.
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import prettier from 'prettier';
import {listFiles, listSources, reportInspected, root} from './sources.js';

const isWriting = process.argv.includes('--write');
const ignorePath = [path.join(root, '.gitignore'), path.join(root, '.prettierignore')];
const seen = [];
const faults = [];
for (const file of await listFiles('.')) {
	const place = path.join(root, file);
	const {ignored, inferredParser} = await prettier.getFileInfo(place, {ignorePath});
	if (ignored || inferredParser === null) continue;
	seen.push(file);
	const text = await readFile(place, 'utf8');
	const options = {...(await prettier.resolveConfig(place)), filepath: place};
	try {
		if (await prettier.check(text, options)) continue;
		if (isWriting) await writeFile(place, await prettier.format(text, options));
		else faults.push(`${file} is not formatted.`);
	} catch (error) {
		faults.push(`${file} cannot be read: ${error.message}`);
	}
}
if (faults.length > 0) {
	console.error(`${faults.join('\n')}\nRun \`npx prettier --write FILE\`.`);
	process.exitCode = 1;
}
reportInspected(seen, await listSources(), isWriting ? 'formatted' : 'checked for format');
