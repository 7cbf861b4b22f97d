import {readFile} from 'node:fs/promises';
import test from 'ava';
import {appSections} from '../../src/http/web-app.ts';

test('the service answers the app where the app has pages', async (t) => {
	const source = await readFile('src/web/shell/sections.ts', 'utf8');
	const roots = [...source.matchAll(/root: '([a-z]+)'/gu)].map(([, root]) => root!);
	t.true(roots.length >= 2);
	t.deepEqual(
		roots.filter((root) => !appSections.some((known) => known === root)),
		[],
	);
});
