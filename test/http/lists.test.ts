// Walks the table of routes over a small demo city: every list is paged to its end with a token,
// and shows everything once, however small its pages are.
import test from 'ava';
import {z} from 'zod';
import {fillDemo} from '../../seeds/demo/fill.ts';
import {createRoutes} from '../../src/compose.ts';
import {type Role, hasPermission} from '../../src/identity/index.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {type World, createWorld} from '../helpers/world.ts';

const until = '2026-03-30';
const book = 'KOP-1771011001';
const routes = createRoutes({isCookieSecure: false});

const shapeOf = (schema: z.ZodType | undefined): Readonly<Record<string, unknown>> =>
	schema instanceof z.ZodObject ? schema.shape : {};

const lists = routes.filter(
	({method, permission, response, path}) =>
		method === 'GET' &&
		permission !== 'public' &&
		'nextCursor' in shapeOf(response) &&
		// Its pages are of the entries behind one balance; its own tests walk them.
		!path.endsWith('/explain'),
);

let world: World;
let server: Server;
const readers = ['auditor', 'administrator', 'fund-manager', 'officer'] as const;
const clients = new Map<Role, Client>();

test.before(async () => {
	world = await createWorld('2026-03-31');
	const {serviceUrl} = world.database;
	const scale = {cooperatives: 2, members: 4, months: 4, seed: 7};
	await fillDemo({...scale, serviceUrl, timeZone: 'Asia/Jakarta', until: localDate(until)});
	server = await startServer(world);
	for (const role of readers) clients.set(role, await server.signUp(role));
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

/** What a list may have to be asked by. */
const required: Readonly<Record<string, string>> = {
	book,
	from: '2026-01-01',
	to: '2026-03-31',
	since: '2026-03-01T00:00:00Z',
	cooperative: book,
	member: '',
};

/** The identities that lists of other things need, by where they are listed. */
const ids: Record<string, string> = {};

async function concrete(path: string): Promise<string | undefined> {
	let address = path
		.replace('{book}', path.startsWith('/v1/city/') ? 'KOTA-BENGKULU' : book)
		.replace('/accounts/{code}', '/accounts/1.1.11')
		.replace('/cooperatives/{code}', `/cooperatives/${book}`)
		.replace('{sequence}', '1')
		.replace('{month}', '2026-01')
		.replace('{number}', '1');
	const found = /^(\/v1\/[a-z-]+)\/\{\w+\}/u.exec(address);
	if (found) {
		const at = found[1]!;
		const listed = await clients.get('auditor')!.get(`${at}?limit=1`);
		ids[at] ??= String(listed.body.items?.[0]?.id ?? listed.body.items?.[0]?.code ?? '');
		if (ids[at] === '') return undefined;
		address = address.replace(/\{\w+\}/u, ids[at]);
	}
	return address.includes('{') ? undefined : address;
}

type Page = Readonly<Record<string, unknown>> & {readonly nextCursor: string | null};

const itemsOf = (page: Page): unknown[] => (page.items ?? page.entries ?? page.rows) as unknown[];

async function walk(
	client: Client,
	address: string,
	query: Readonly<Record<string, string>>,
	{cursor, limit}: {readonly cursor: string; readonly limit: number | undefined},
): Promise<unknown[]> {
	const items: unknown[] = [];
	let next: string | null = null;
	for (let pages = 0; pages < 2000; pages += 1) {
		const asked = new URLSearchParams({
			...query,
			...(limit === undefined ? {} : {limit: String(limit)}),
			...(next === null ? {} : {[cursor]: next}),
		});
		const {status, body} = await client.get(`${address}?${asked.toString()}`);
		if (status !== 200) throw new Error(`${address}?${asked.toString()}: ${JSON.stringify(body)}`);
		items.push(...itemsOf(body as Page));
		next = (body as Page).nextCursor;
		if (next === null) return items;
		if (limit !== undefined && itemsOf(body as Page).length === 0)
			throw new Error('An empty page.');
	}
	throw new Error(`${address} does not end.`);
}

test.serial('every list goes on to its end and shows everything once', async (t) => {
	const walked: string[] = [];
	for (const {path, query, permission} of lists) {
		const address = await concrete(path);
		if (address === undefined) continue;
		const shape = shapeOf(query);
		const needed = Object.entries(shape).filter(
			([, field]) => !(field as z.ZodType).safeParse(undefined).success,
		);
		const asked = Object.fromEntries(needed.map(([name]) => [name, required[name] ?? '']));
		const cursor = 'after' in shape && !('cursor' in shape) ? 'after' : 'cursor';
		const isPaged = 'limit' in shape;
		const reader = readers.find((role) => hasPermission(role, permission))!;
		const client = clients.get(reader)!;
		const probe = await client.get(`${address}?${new URLSearchParams(asked).toString()}`);
		t.true(probe.status === 200 || probe.status === 404, `${path}: ${JSON.stringify(probe.body)}`);
		if (probe.status !== 200) continue;
		const whole = await walk(client, address, asked, {cursor, limit: isPaged ? 1000 : undefined});
		const texts = whole.map((item) => JSON.stringify(item));
		t.is(new Set(texts).size, texts.length, `${path} shows something twice`);
		if (isPaged && whole.length > 1) {
			const limit = Math.max(1, Math.ceil(whole.length / 7));
			const paged = await walk(client, address, asked, {cursor, limit});
			t.deepEqual(
				paged.map((item) => JSON.stringify(item)).sort(),
				texts.sort(),
				`${path} by pages of ${limit}`,
			);
			walked.push(path);
		}
	}
	for (const path of [
		'/v1/members',
		'/v1/loans',
		'/v1/cooperatives',
		'/v1/allocations',
		'/v1/books/{book}/entries',
		'/v1/books/{book}/accounts/{code}/ledger',
		'/v1/users',
		'/v1/regions',
		'/v1/changes',
		'/v1/reports/restatement',
	]) {
		t.true(walked.includes(path), `${path} was not walked by pages: ${walked.join(', ')}`);
	}
});
