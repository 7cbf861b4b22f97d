// Asks the service, as every role, for whatever its own document says that it takes, and for much
// that it does not say, and looks at what comes back and at what was written.
import {randomBytes, randomUUID} from 'node:crypto';
import fc from 'fast-check';
import type {Knex} from 'knex';
import {memberAbout} from '../../src/cooperatives/index.ts';
import {createSecretBox, knownKey} from '../../src/kernel/secret-box.ts';
import {type Pools, type Schema, hostileText, valueOf} from './arbitrary.ts';

export type FuzzResult = {
	readonly requests: number;
	/** Answers of 500 and above, but for those that say that the service is busy. */
	readonly serverErrors: number;
	/** Answers that show what is ours alone: our code, our tables, secrets, a whole NIK. */
	readonly leaks: number;
	/** Requests that were refused, and after which something was written nevertheless. */
	readonly refusedWrites: number;
};

export type FuzzTarget = {
	readonly address: string;
	/** The secret of a token for each role; whoever has none is a stranger. */
	readonly tokens: readonly string[];
	readonly owner: Knex;
};

type Parameter = {readonly name: string; readonly in: string; readonly schema: Schema};
type Operation = {
	readonly method: string;
	readonly path: string;
	readonly parameters: readonly Parameter[];
	readonly body: Schema | undefined;
};

type Asked = {
	readonly method: string;
	readonly path: string;
	readonly token: string | undefined;
	readonly body: string | undefined;
};

/** Runs so many requests in a row, from a seed; `tell` hears of each that went wrong. */
export async function fuzz(
	target: FuzzTarget,
	{requests, seed, tell}: {requests: number; seed: number; tell: (line: string) => void},
): Promise<FuzzResult> {
	const operations = await readOperations(target.address);
	const pools = await harvest(target, operations);
	await watchWrites(target.owner);
	const niks = await readNiks(target.owner);
	const asked = fc.sample(requestOf(operations, pools, target.tokens), {numRuns: requests, seed});
	const result = {requests: 0, serverErrors: 0, leaks: 0, refusedWrites: 0};
	for (const one of asked) {
		const {status, text} = await send(target.address, one);
		const shown = `${one.method} ${one.path.slice(0, 200)} ${one.body?.slice(0, 400) ?? ''}`;
		result.requests += 1;
		if (status >= 500 && status !== 503) {
			result.serverErrors += 1;
			tell(`${status}: ${shown}`);
		}
		if (isLeak(text, one, niks)) {
			result.leaks += 1;
			tell(`leak: ${shown} → ${text.slice(0, 400)}`);
		}
		const written = one.method === 'GET' ? [] : await takeWrites(target.owner);
		if (status >= 400 && written.length > 0) {
			result.refusedWrites += 1;
			tell(`${status}, but written ${written.join(', ')}: ${shown}`);
		}
	}
	return result;
}

async function readOperations(address: string): Promise<Operation[]> {
	const document = (await (await fetch(`${address}/openapi.json`)).json()) as {
		paths: Record<string, Record<string, DescribedOperation>>;
	};
	return Object.entries(document.paths)
		.filter(([path]) => path.startsWith('/v1/'))
		.flatMap(([path, methods]) =>
			Object.entries(methods).map(([method, {parameters = [], requestBody}]) => ({
				method: method.toUpperCase(),
				path,
				parameters: parameters.filter((one) => one.in !== 'header'),
				body: requestBody?.content['application/json']?.schema,
			})),
		);
}

type DescribedOperation = {
	readonly parameters?: readonly Parameter[];
	readonly requestBody?: {readonly content: Record<string, {readonly schema: Schema}>};
};

/** What exists, as the lists of every role tell it, so that most requests are about something. */
async function harvest({address, tokens}: FuzzTarget, operations: Operation[]): Promise<Pools> {
	const pools: Record<string, string[]> = {
		ids: [],
		account: ['1.1.01', '1.1.11', '1.2.03', '3.1.01', '4.1.01', '9.9.99'],
		side: ['debit', 'credit'],
		month: ['2026-01', '2026-02', '2026-03'],
		year: ['2025', '2026'],
		number: ['1', '2', '3', '999'],
		entry: ['1', '2', '3'],
		sequence: ['1'],
		region: ['17.71', '17.71.01', '17.71.01.1001'],
	};
	const keep = (pool: string, value: unknown): void => {
		if (typeof value !== 'string' || value === '') return;
		(pools[pool] ??= []).push(value);
		if (/^[0-9a-f-]{36}$/u.test(value)) pools.ids!.push(value);
	};
	for (const {method, path} of operations) {
		if (method !== 'GET' || path.includes('{')) continue;
		const resource = path.split('/')[2]!;
		for (const token of tokens) {
			const {text} = await send(address, {method, path, token, body: undefined});
			const items = listed(text);
			for (const {id, code, book, name} of items.slice(0, 20)) {
				keep(resource, id ?? code);
				keep(resource.replace(/s$/u, ''), id ?? code);
				keep('book', book);
				keep('user', name);
			}
		}
	}
	pools.books = [...(pools.book ?? [])];
	pools.cooperative = [...(pools.cooperatives ?? []), ...pools.books];
	return pools;
}

type Listed = Readonly<Record<'id' | 'code' | 'book' | 'name', unknown>>;

function listed(text: string): readonly Listed[] {
	try {
		const {items} = JSON.parse(text) as {items?: readonly Listed[]};
		return items ?? [];
	} catch {
		return [];
	}
}

const requestOf = (
	operations: readonly Operation[],
	pools: Pools,
	tokens: readonly string[],
): fc.Arbitrary<Asked> =>
	fc.constantFrom(...operations).chain(({method, path, parameters, body}) => {
		const resource = path.split('/')[2]!;
		const inPath = parameters.filter((one) => one.in === 'path');
		const inQuery = parameters.filter((one) => one.in === 'query');
		const known = (name: string): readonly string[] =>
			(name === 'id' || name === 'book' || name === 'code' ? pools[resource] : pools[name]) ??
			pools.ids!;
		return fc.record({
			method: fc.constant(method),
			token: fc.option(fc.constantFrom(...tokens), {freq: 20, nil: undefined}),
			path: fc
				.tuple(
					fc.tuple(
						...inPath.map(({name}) =>
							fc.oneof(
								{weight: 12, arbitrary: fc.constantFrom(...known(name), 'x')},
								{weight: 1, arbitrary: hostileText},
							),
						),
					),
					fc.record(
						Object.fromEntries(
							inQuery.map(({name, schema}) => [name, valueOf(schema, pools, name)]),
						),
						{requiredKeys: []},
					),
				)
				.map(([values, query]) => addressOf(path, inPath, values, query)),
			body:
				body === undefined
					? fc.constant(undefined)
					: fc.oneof(
							{weight: 20, arbitrary: valueOf(body, pools).map((value) => JSON.stringify(value))},
							{weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 200})},
						),
		});
	});

function addressOf(
	path: string,
	inPath: readonly Parameter[],
	values: readonly string[],
	query: Readonly<Record<string, unknown>>,
): string {
	const filled = inPath.reduce(
		(text, {name}, index) => text.replace(`{${name}}`, encoded(values[index]!)),
		path,
	);
	const asked = Object.entries(query).map(
		([name, value]) =>
			`${name}=${encoded(typeof value === 'string' ? value : JSON.stringify(value))}`,
	);
	return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}

/** A lone half of a pair has no encoding: it is sent as what browsers make of it. */
const encoded = (text: string): string =>
	encodeURIComponent(Buffer.from(text.slice(0, 1000)).toString());

async function send(
	address: string,
	{method, path, token, body}: Asked,
): Promise<{readonly status: number; readonly text: string}> {
	const response = await fetch(address + path, {
		method,
		headers: {
			...(token === undefined ? {} : {authorization: `Bearer ${token}`}),
			...(method === 'GET' ? {} : {'idempotency-key': randomUUID()}),
			...(body === undefined ? {} : {'content-type': 'application/json'}),
		},
		...(body === undefined || method === 'GET' ? {} : {body}),
	});
	return {status: response.status, text: await response.text()};
}

const ours = new RegExp(
	[
		// A line of a stack, and not the portfolio at risk (PAR).
		String.raw`\bat \S+ \([^)]*:\d+:\d+\)`,
		'node_modules',
		String.raw`/src/\w+/`,
		String.raw`\bselect\s.+\sfrom\s`,
		String.raw`\binsert into\b`,
		String.raw`violates \w+ constraint`,
		String.raw`\$argon2`,
		String.raw`_hash\b`,
		'bergulir_service',
	].join('|'),
	'iu',
);

/** What shows a NIK in full to who may see it, and says so in the trail. */
const showsPersons = /^\/v1\/members\/[^/]+\/(?:unmask|personal-data)(?:\?|$)/u;

/** Whether an answer shows what it should not; what was sent may come back. */
function isLeak(text: string, {path, body = ''}: Asked, niks: ReadonlySet<string>): boolean {
	const found = ours.exec(text)?.[0];
	if (found !== undefined && !`${path}${body}`.includes(found)) return true;
	if (showsPersons.test(path)) return false;
	const numbers = text.match(/(?<!\d)\d{16}(?!\d)/gu) ?? [];
	return numbers.some((number) => niks.has(number) && !body.includes(number));
}

const readNiks = async (owner: Knex): Promise<ReadonlySet<string>> => {
	const rows: {id: string; nik_sealed: string}[] = await owner('members').select(
		'id',
		'nik_sealed',
	);
	const secrets = createSecretBox([knownKey], randomBytes);
	return new Set(rows.map((row) => secrets.open(row.nik_sealed, memberAbout('nik', row.id))));
};

// What is kept of those who were refused, and when a credential was last used.
const keptOfRefusals = [
	'trail_acts',
	'trail_tip',
	'nik_attempts',
	'sign_in_attempts',
	'sessions',
	'api_tokens',
	'fuzz_writes',
];

/** Notes every row that is written, in the transaction that writes it. */
async function watchWrites(owner: Knex): Promise<void> {
	await owner.raw(`
		create table fuzz_writes (name text not null);
		create function fuzz_note_write() returns trigger
		language plpgsql security definer set search_path = public, pg_temp as $$
		begin
			insert into fuzz_writes values (tg_table_name);
			return null;
		end $$;
	`);
	const {rows} = await owner.raw<{rows: {name: string}[]}>(
		`select tablename as name from pg_tables where schemaname = 'public'`,
	);
	for (const {name} of rows.filter((table) => !keptOfRefusals.includes(table.name))) {
		await owner.raw(
			`create trigger fuzz_note_write after insert or update or delete on ??
			for each row execute function fuzz_note_write()`,
			[name],
		);
	}
}

async function takeWrites(owner: Knex): Promise<string[]> {
	const rows: {name: string}[] = await owner('fuzz_writes').delete().returning('name');
	return [...new Set(rows.map(({name}) => name))];
}
