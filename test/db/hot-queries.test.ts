// What the hot paths ask of PostgreSQL, held against one rule: every table that grows is asked
// within books or regions that are named. Otherwise a server of a country would look through all of
// it, and one that is spread by book would ask every part (decision 051).
import {readFile} from 'node:fs/promises';
import test from 'ava';
import pg from 'pg';
import {functionSources, reachOf} from '../helpers/catalogue.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	lend,
	openCity,
	openFunded,
} from '../helpers/world.ts';

type Statement = {readonly text: string; readonly values: readonly unknown[]};

let world: World;
let server: Server;
let officer: Client;
let supervisor: Client;
let manager: Client;
let mine: Funded;
let loan: string;
let distributed: ReadonlySet<string>;
let recorded: Statement[] | undefined;

/** Records whatever goes to the server through the driver, also past knex. */
const {query: plainQuery} = pg.Client.prototype as unknown as {
	readonly query: (...args: unknown[]) => unknown;
};
function recordingQuery(this: pg.Client, ...args: unknown[]): unknown {
	const [asked, values] = args;
	const text = typeof asked === 'string' ? asked : (asked as {text?: string} | undefined)?.text;
	const given = Array.isArray(values) ? values : (asked as {values?: unknown[]}).values;
	if (recorded && text !== undefined) recorded.push({text, values: given ?? []});
	return Reflect.apply(plainQuery, this, args);
}

test.before(async () => {
	const sql = await readFile('ops/citus/distribute.sql', 'utf8');
	distributed = new Set(
		[...sql.matchAll(/^select create_distributed_table\('(\w+)'/gmu)].map(([, name]) => name!),
	);
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	await openFunded(world, '17.71.02.1001');
	const lent = await lend(world, mine, {disbursedOn: '2026-02-03'});
	loan = lent.id;
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book);
	supervisor = await server.signUp('supervisor', mine.book);
	manager = await server.signUp('fund-manager', '17.71');
	Object.assign(pg.Client.prototype, {query: recordingQuery});
});
test.after.always(async () => {
	Object.assign(pg.Client.prototype, {query: plainQuery});
	await server.close();
	await world.close();
});

/** What was asked of the server while something was done. */
async function asked(run: () => Promise<unknown>): Promise<Statement[]> {
	recorded = [];
	await run();
	const statements = recorded;
	recorded = undefined;
	return statements;
}

type Plan = {readonly [name: string]: unknown; readonly Plans?: readonly Plan[]};

const isQuestion = /^\s*(?:select|with|insert|update|delete|declare|copy)\b/iu;
const withoutFrame = (text: string): string =>
	text
		.replace(/^\s*declare \w+ (?:no )?scroll cursor for/iu, '')
		.replace(/^\s*copy \(([^]*)\) to stdout.*$/iu, '$1');

/** The statements of a script; a semicolon within a text ends none. */
const statementsOf = (script: string): string[] =>
	(script.match(/(?:'[^']*'|--[^\n]*|[^;'])+/gu) ?? [])
		.map((one) => one.trim())
		.filter((one) => one !== '');

/** How PostgreSQL would answer it, without row-level security: that filters, but names nothing. */
async function plansOf({text, values}: Statement): Promise<Plan[]> {
	const questions = statementsOf(withoutFrame(text)).filter((one) => isQuestion.test(one));
	const client = new pg.Client({connectionString: world.database.ownerUrl});
	await client.connect();
	try {
		// As over many rows: what few rows let it read whole it would find by an index.
		await client.query('set enable_seqscan = off; set plan_cache_mode = force_custom_plan');
		const plans: Plan[] = [];
		for (const question of questions) {
			// Only looked at: what a function does while it is planned is taken back.
			await client.query('begin');
			const {rows} = await client.query<{'QUERY PLAN': [{Plan: Plan}]}>({
				text: `explain (verbose, format json) ${question}`,
				values: [...values],
			});
			await client.query('rollback');
			plans.push(rows[0]!['QUERY PLAN'][0].Plan);
		}
		return plans;
	} finally {
		await client.end();
	}
}

const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)];
const aliasOf = (node: Plan): string => String(node.Alias);
const conditionsOf = (nodes: readonly Plan[]): string =>
	nodes
		.flatMap((node) =>
			Object.entries(node)
				.filter(([name]) => /Cond$|Filter$/u.test(name))
				.map(([, text]) => String(text)),
		)
		.join(' AND ');

/** The tables of a plan that grow and are not bound to books or regions that are named. */
function unboundIn(plan: Plan): string[] {
	const nodes = flatten(plan);
	const conditions = conditionsOf(nodes);
	const scans = nodes.filter(
		(node) => typeof node['Relation Name'] === 'string' && node['Node Type'] !== 'ModifyTable',
	);
	const bound = new Set<string>();
	// A value, one of several, or what another part of the question found.
	const value = String.raw`(?:=|~~|~>=~|>=|~<~|<) \(*(?:'|\d|\$|ANY|InitPlan|SubPlan|hashed)`;
	for (const node of scans) {
		const isBooks = node['Relation Name'] === 'books';
		const column = isBooks ? '(?:id|code|region_code)' : '(?:book_id|kelurahan_code)';
		const place = String.raw`\b${aliasOf(node)}\.${column}\)*(?:::\w+)?\)* `;
		const inList = String.raw`ANY \(\(*${aliasOf(node)}\.${column} = `;
		if (new RegExp(`${place}${value}|${inList}`, 'u').test(conditions)) bound.add(aliasOf(node));
	}
	const books = new Set(
		scans.filter((node) => node['Relation Name'] === 'books').map((node) => aliasOf(node)),
	);
	// What is the same book as one that is named is named as well.
	const equal = [...conditions.matchAll(/\b(\w+)\.(\w+) = (\w+)\.(\w+)\b/gu)].filter(
		([, one, column, other, otherColumn]) =>
			(column!.endsWith('book_id') || (column === 'id' && books.has(one!))) &&
			(otherColumn!.endsWith('book_id') || (otherColumn === 'id' && books.has(other!))),
	);
	// What was found before is bound where all that it was found in is.
	const parts = nodes.filter((node) =>
		['CTE Scan', 'Subquery Scan'].includes(String(node['Node Type'])),
	);
	const insideOf = (part: Plan): Plan[] => {
		const named = `CTE ${String(part['CTE Name'])}`;
		const of =
			part['Node Type'] === 'CTE Scan'
				? nodes.find((node) => node['Subplan Name'] === named)
				: part;
		return of
			? flatten(of).filter(
					(node) => scans.includes(node) || (parts.includes(node) && node !== part),
				)
			: [];
	};
	const isBound = (node: Plan): boolean =>
		bound.has(aliasOf(node)) ||
		(scans.includes(node) &&
			!distributed.has(String(node['Relation Name'])) &&
			!books.has(aliasOf(node)));
	for (let isChanged = true; isChanged;) {
		isChanged = false;
		for (const [, one, , other] of equal) {
			if (bound.has(one!) === bound.has(other!)) continue;
			bound.add(one!).add(other!);
			isChanged = true;
		}
		for (const part of parts) {
			if (bound.has(aliasOf(part)) || !insideOf(part).every(isBound)) continue;
			bound.add(aliasOf(part));
			isChanged = true;
		}
	}
	return scans
		.filter((node) => distributed.has(String(node['Relation Name'])) && !bound.has(aliasOf(node)))
		.map((node) => String(node['Relation Name']));
}

type Breach = {readonly table: string; readonly text: string};

/** What was asked that reads a growing table at large, and which. */
async function breaches(statements: readonly Statement[]): Promise<Breach[]> {
	const found: Breach[] = [];
	for (const statement of statements) {
		const text = statement.text.replaceAll(/\s+/gu, ' ').trim();
		const tables = new Set((await plansOf(statement)).flatMap(unboundIn));
		found.push(...[...tables].sort().map((table) => ({table, text})));
	}
	return found;
}

/**
 * What may be asked over all books, each with its reason. Whatever else is, fails here.
 */
const allowed: readonly {readonly why: string; readonly pattern: RegExp}[] = [
	{
		why: 'an address names a loan by its identity alone: one row by an index, all else by its book',
		pattern: /^select "loans"\.\*.* where "loans"\."id" = \$\d+/u,
	},
];

const unexplained = async (statements: readonly Statement[]): Promise<string[]> =>
	(await breaches(statements))
		.filter(({text}) => !allowed.some(({pattern}) => pattern.test(text)))
		.map(({table, text}) => `${table}: ${text.slice(0, 160)}`);

/** The functions that are called and read what grows, and are not given a book. */
async function unboundCalls(statements: readonly Statement[]): Promise<string[]> {
	const {owner} = world.database;
	const sources = await functionSources(owner);
	const {rows} = await owner.raw<{rows: {name: string; given: string}[]}>(
		`select proname as name, pg_get_function_identity_arguments(oid) as given from pg_proc
		where pronamespace = 'public'::regnamespace`,
	);
	const asked = statements.map(({text}) => text).join('\n');
	return rows
		.filter(({name}) => new RegExp(String.raw`\b${name}\s*\(`, 'u').test(asked))
		.filter(({name}) => reachOf(name, sources, [...distributed]).size > 0)
		.filter(({given}) => !/\b(?:\w*books?|wanted) integer/u.test(given))
		.filter(({name}) => !givenOtherwise.has(name))
		.map(({name, given}) => `${name}(${given})`);
}

/** What finds its books by something else than a list of them. */
const givenOtherwise: ReadonlyMap<string, string> = new Map([
	['ledger_hold', 'the codes of the books stand in the JSON that it is given'],
	['reporting_fund_facts', 'it is given the funds of the region that was asked for'],
	[
		'reporting_books_behind',
		'of which books the rollup is behind: two rows a book, of all within the scope (decision 051)',
	],
]);

const paths: Readonly<Record<string, () => Promise<{status: number; body: unknown}>>> = {
	'an entry posted': async () =>
		supervisor.post(`/v1/books/${mine.book}/entries`, {
			effectiveOn: '2026-03-30',
			reason: 'Setoran',
			document: 'BKM-1',
			lines: [
				{account: '1.1.01', side: 'debit', amount: '1000'},
				{account: '3.1.01', side: 'credit', amount: '1000'},
			],
		}),
	'a repayment': async () =>
		officer.post(`/v1/loans/${loan}/repayments`, {
			paidOn: '2026-03-31',
			amount: '100000',
			method: 'cash',
		}),
	'a page of loans': async () => officer.get(`/v1/loans?cooperative=${mine.book}&limit=50`),
	'a loan': async () => officer.get(`/v1/loans/${loan}`),
	'the list of the day': async () => officer.get(`/v1/collections/due?cooperative=${mine.book}`),
	'a trial balance': async () => officer.get(`/v1/reports/trial-balance?book=${mine.book}`),
	'the health of a kelurahan': async () =>
		manager.get('/v1/reports/fund-health?region=17.71.01.1001'),
	'the health of a city': async () => manager.get('/v1/reports/fund-health?region=17.71'),
	'the loans of a city': async () => manager.get('/v1/reports/ageing?region=17.71'),
};

for (const [what, run] of Object.entries(paths)) {
	test.serial(`${what} is asked within books that are named`, async (t) => {
		let answered: {status: number; body: unknown} | undefined;
		const statements = await asked(async () => {
			answered = await run();
		});
		t.true(answered!.status < 300, JSON.stringify(answered!.body));
		t.true(statements.length > 0);
		t.deepEqual(await unexplained(statements), []);
		t.deepEqual(await unboundCalls(statements), []);
	});
}

test.serial('the rule sees what names no book', async (t) => {
	const unnamed = [
		{text: 'select sum(amount) from lines', values: []},
		{
			text: 'select l.amount from lines l join entries e using (book_id) where e.kind = $1',
			values: ['manual'],
		},
	];
	t.deepEqual(
		(await breaches(unnamed)).map(({table}) => table),
		['lines', 'entries', 'lines'],
	);
	const named = [
		{
			text: `select l.amount from lines l join entries e on e.book_id = l.book_id
				and e.number = l.entry_number where e.book_id = $1`,
			values: [1],
		},
		{
			text: `select l.amount from lines l join books b on b.id = l.book_id
				where b.region_code like $1`,
			values: ['17.71.%'],
		},
	];
	t.deepEqual(await breaches(named), []);
});
