import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import test from 'ava';

type Maker = {readonly makeApiTypes: () => Promise<string>; readonly typesFile: string};

test('the types of the pages are those of the API as it is', async (t) => {
	const address = pathToFileURL(path.resolve('.ci/api-types.js')).href;
	const {makeApiTypes, typesFile} = (await import(address)) as Maker;
	const made = await makeApiTypes();
	t.true(made.length > 100_000);
	t.regex(made, /"\/v1\/loans\/\{id\}\/repayments"/u);
	t.true(
		made === (await readFile(typesFile, 'utf8')),
		'The API has changed: run `npm run api-types`.',
	);
});
