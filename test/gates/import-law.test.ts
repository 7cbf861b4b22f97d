import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';

type Breach = readonly [rule: string, file: string, imports: string, target?: string];

// One breach of every rule, each in a file of its own; types slip in as easily as values.
const breaches: readonly Breach[] = [
	['regions-looks-down-only', 'src/regions/a.ts', '../ledger/index.ts'],
	['identity-looks-down-only', 'src/identity/a.ts', '../ledger/index.ts'],
	['approvals-looks-down-only', 'src/approvals/a.ts', '../ledger/index.ts'],
	['ledger-looks-down-only', 'src/ledger/a.ts', '../fund/index.ts'],
	['evidence-looks-down-only', 'src/evidence/a.ts', '../fund/index.ts'],
	['cooperatives-looks-down-only', 'src/cooperatives/a.ts', '../lending/index.ts'],
	['savings-looks-down-only', 'src/savings/a.ts', '../lending/index.ts'],
	['fund-looks-down-only', 'src/fund/a.ts', '../reporting/index.ts'],
	['lending-looks-down-only', 'src/lending/a.ts', '../interchange/index.ts'],
	['surplus-looks-down-only', 'src/surplus/a.ts', '../reporting/index.ts'],
	['provisioning-looks-down-only', 'src/provisioning/a.ts', '../reporting/index.ts'],
	['city-looks-down-only', 'src/city/a.ts', '../reconciliation/index.ts'],
	['oversight-looks-down-only', 'src/oversight/a.ts', '../reporting/index.ts'],
	['banking-looks-down-only', 'src/banking/a.ts', '../reporting/index.ts'],
	['reconciliation-looks-down-only', 'src/reconciliation/a.ts', '../reporting/index.ts'],
	['detection-looks-down-only', 'src/detection/a.ts', '../reporting/index.ts'],
	['reporting-looks-down-only', 'src/reporting/a.ts', '../interchange/index.ts'],
	['receipts-looks-down-only', 'src/receipts/a.ts', '../interchange/index.ts'],
	['imports-looks-down-only', 'src/imports/a.ts', '../interchange/index.ts'],
	['interchange-looks-down-only', 'src/interchange/a.ts', '../webhooks/index.ts'],
	['chores-looks-down-only', 'src/chores/a.ts', '../webhooks/index.ts'],
	['not-to-unresolvable', 'src/ledger/b.ts', './nowhere.ts', 'none'],
	['kernel-stands-alone', 'src/kernel/a.ts', '../ledger/index.ts'],
	['pure-root', 'src/ledger/c.ts', './db/store.ts'],
	['pure-root', 'src/ledger/d.ts', 'knex'],
	['pure-root', 'src/ledger/e.ts', 'node:fs'],
	['pure-root', 'src/ledger/f.ts', '../db/connect.ts'],
	['root-knows-no-verb', 'src/ledger/g.ts', './commands/post.ts'],
	['commands-know-ports-only', 'src/ledger/commands/a.ts', '../db/store.ts'],
	['commands-know-ports-only', 'src/ledger/commands/b.ts', 'koa'],
	['commands-know-ports-only', 'src/reporting/queries/a.ts', 'pg'],
	['http-not-to-db', 'src/ledger/http/a.ts', '../db/store.ts'],
	['http-not-to-db', 'src/http/a.ts', 'knex'],
	['http-through-its-own-door', 'src/ledger/http/b.ts', '../entry.ts'],
	['db-not-to-http', 'src/ledger/db/a.ts', '../http/routes.ts'],
	['db-not-to-http', 'src/ledger/db/b.ts', '../commands/post.ts'],
	['db-not-to-http', 'src/db/a.ts', 'koa'],
	['through-the-door', 'src/fund/b.ts', '../ledger/entry.ts'],
	['files-know-kernel-only', 'src/files/a.ts', '../http/route.ts'],
	['platform-knows-kernel-only', 'src/db/b.ts', '../ledger/index.ts'],
	['platform-knows-kernel-only', 'src/http/b.ts', '../identity/index.ts'],
	['pure-root', 'src/identity/index.ts', './db/store.ts'],
	['rooms-do-not-know-who-composes-them', 'src/fund/c.ts', '../compose.ts'],
	['rooms-do-not-know-who-composes-them', 'src/http/c.ts', '../cli/serve.ts'],
	['rooms-do-not-know-who-composes-them', 'src/db/c.ts', '../config.ts'],
	['source-not-to-test', 'src/ledger/h.ts', '../../test/world.ts'],
	['db-not-to-http', 'src/reporting/db/a.ts', '../queries/totals.ts'],
	['web-knows-no-room', 'src/web/a.ts', '../ledger/index.ts'],
	['web-knows-no-room', 'src/web/b.tsx', '../kernel/money.ts'],
	['migrations-are-frozen', 'migrations/a.ts', '../src/kernel/money.ts'],
	['decimal-only-in-kernel', 'src/lending/b.ts', 'decimal.js'],
	['decimal-only-in-kernel', 'seeds/a.ts', 'decimal.js'],
];

/** A tree of its own, in which every package is an empty one. */
async function plant(files: Readonly<Record<string, string>>): Promise<string> {
	const place = await mkdtemp(path.join(os.tmpdir(), 'bergulir-imports-'));
	const packages = Object.fromEntries(
		['knex', 'koa', 'pg', 'decimal.js'].flatMap((name) => [
			[`node_modules/${name}/package.json`, JSON.stringify({name, main: 'index.js'})],
			[`node_modules/${name}/index.js`, 'export {};'],
		]),
	);
	for (const [file, text] of Object.entries({...packages, ...files})) {
		await mkdir(path.dirname(path.join(place, file)), {recursive: true});
		await writeFile(path.join(place, file), text);
	}
	return place;
}

const isPackage = (imports: string): boolean => !imports.startsWith('.');

/** Runs the gate in a tree and gives what it said and whether it passed. */
async function inspect(
	files: Readonly<Record<string, string>>,
): Promise<{isPassed: boolean; said: string}> {
	const place = await plant(files);
	const gate = path.resolve('.ci/import-law.js');
	try {
		return await new Promise((resolve) => {
			execFile(process.execPath, [gate], {cwd: place}, (error, stdout, stderr) => {
				resolve({isPassed: error === null, said: `${stdout}${stderr}`});
			});
		});
	} finally {
		await rm(place, {recursive: true, force: true});
	}
}

test('every rule of the import law names the breach planted against it', async (t) => {
	const files: Record<string, string> = {
		'src/kernel/ring.ts': "import './ring-end.ts';",
		'src/kernel/ring-end.ts': "import './ring.ts';",
	};
	for (const [, file, imports, target] of breaches) {
		files[file] = `import type {} from '${imports}';\nimport '${imports}';`;
		if (isPackage(imports) || target === 'none') continue;
		files[path.posix.join(path.posix.dirname(file), imports)] ??= 'export {};';
	}
	const {isPassed, said} = await inspect(files);
	t.false(isPassed);
	for (const [rule, file] of breaches) {
		t.regex(said, new RegExp(`^${rule}: ${file} → `, 'mu'), `${rule} in ${file}`);
	}
	t.regex(said, /^no-circular: src\/kernel\/ring(-end)?\.ts → /mu);
	const law = createRequire(import.meta.url)('../../.ci/dependency-cruiser.cjs') as {
		forbidden: {name: string}[];
	};
	const planted = new Set([...breaches.map(([rule]) => rule), 'no-circular']);
	t.deepEqual(
		law.forbidden.map(({name}) => name).filter((name) => !planted.has(name)),
		[],
		'a rule without a planted breach is not known to work',
	);
});

test('an import of a type alone is a breach too', async (t) => {
	const {isPassed, said} = await inspect({
		'src/ledger/entry.ts': "import type {Fund} from '../fund/index.ts';\nexport type Entry = Fund;",
		'src/fund/index.ts': 'export type Fund = string;',
	});
	t.false(isPassed);
	t.regex(said, /^ledger-looks-down-only: src\/ledger\/entry\.ts → src\/fund\/index\.ts$/mu);
});

test('imports down and through the door pass, and the top may import everything', async (t) => {
	const {isPassed, said} = await inspect({
		'src/kernel/money.ts': "import 'decimal.js';",
		'src/ledger/entry.ts': "import '../kernel/money.ts';",
		'src/ledger/index.ts': "import './entry.ts';\nimport './commands/post.ts';",
		'src/ledger/commands/post.ts': "import '../entry.ts';",
		'src/ledger/db/store.ts':
			"import 'knex';\nimport '../entry.ts';\nimport '../../db/connect.ts';",
		'src/ledger/http/routes.ts': "import '../index.ts';\nimport '../../http/route.ts';",
		'src/fund/allocation.ts': "import '../ledger/index.ts';",
		'src/db/connect.ts': "import 'knex';\nimport '../kernel/money.ts';",
		'src/http/route.ts': "import 'koa';\nimport '../kernel/money.ts';",
		'src/compose.ts': "import './ledger/db/store.ts';\nimport './ledger/http/routes.ts';",
		'src/cli/serve.ts': "import '../compose.ts';\nimport '../ledger/db/store.ts';",
		'seeds/demo.ts': "import '../src/compose.ts';",
		'test/ledger.test.ts': "import '../src/ledger/db/store.ts';",
	});
	t.true(isPassed, said);
	t.regex(said, /^13 files held to the import law\.$/mu);
});

test('a tree without sources fails instead of passing in silence', async (t) => {
	const {isPassed, said} = await inspect({'README.md': 'nothing'});
	t.false(isPassed);
	t.regex(said, /inspected nothing/u);
});
