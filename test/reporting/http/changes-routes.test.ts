// An auditor's script that asks what was posted since it last asked, while others post.
import test from 'ava';
import {setTimeout as sleep} from 'node:timers/promises';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {postEntry} from '../../../src/ledger/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	handEntry,
	lend,
	officer,
	openCity,
	openCooperative,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let mine: Funded;
let books: BookCode[];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	books = [
		mine.book,
		await openCooperative(world, '17.71.02.1001'),
		await openCooperative(world, '17.71.02.1002'),
	];
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const post = async (book: BookCode) =>
	world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-03-31', '1000')));

type Change = {
	readonly book: string;
	readonly number: number;
	readonly kind: string;
	readonly effectiveOn: string;
	readonly lines: readonly object[];
	readonly links: readonly {readonly rel: string; readonly href: string}[];
};
const ask = async (after: string | undefined, more: Readonly<Record<string, string>> = {}) => {
	const query = new URLSearchParams({...(after === undefined ? {} : {after}), ...more});
	const {status, body} = await auditor.get(`/v1/changes?${query.toString()}`);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body as {items: Change[]; nextCursor: string | null; after: string};
};

/** Everything that there is now, page by page. */
async function readOn(
	from: string | undefined,
	limit: number,
	more: Readonly<Record<string, string>> = {},
): Promise<{items: Change[]; after: string}> {
	const items: Change[] = [];
	let after = from;
	for (;;) {
		const read = await ask(after, {limit: String(limit), ...more});
		items.push(...read.items);
		after = read.after;
		if (read.nextCursor === null) return {items, after: read.after};
		if (read.nextCursor !== read.after) throw new Error('Two ways to go on.');
	}
}

const names = (items: readonly Change[]) => items.map(({book, number}) => `${book} ${number}`);

async function allEntries(within = '%'): Promise<string[]> {
	const {rows} = await world.database.owner.raw<{rows: {name: string}[]}>(
		`select books.code || ' ' || number as name from entries
		join books on books.id = entries.book_id where books.region_code like ? order by 1`,
		[within],
	);
	return rows.map(({name}) => name);
}

test.serial('an entry is told with its lines and what it touched', async (t) => {
	const loan = await lend(world, mine, {disbursedOn: '2026-02-03'});
	const {items} = await readOn(undefined, 100, {book: mine.book});
	const disbursed = items.at(-1)!;
	t.like(disbursed, {book: mine.book, kind: 'disbursement', effectiveOn: '2026-02-03'});
	const {lines, links} = disbursed;
	t.is(lines.length, 2);
	t.deepEqual(
		[...links],
		[
			{rel: 'self', href: `/v1/books/${mine.book}/entries/${disbursed.number}`},
			{rel: 'loan', href: `/v1/loans/${loan.id}`},
			{rel: 'allocation', href: `/v1/allocations/${mine.allocation.id}`},
		],
	);
	for (const link of links) t.is((await auditor.get(link.href)).status, 200);
});

test.serial('whoever comes back gets what came since, and nothing twice', async (t) => {
	const first = await readOn(undefined, 2);
	t.deepEqual(names(first.items).sort(), await allEntries());
	t.deepEqual((await readOn(first.after, 2)).items, []);
	const posted = await post(books[1]!);
	const second = await readOn(first.after, 2);
	t.deepEqual(names(second.items), [`${books[1]!} ${posted.number}`]);
	// Of one book the position is the number of an entry.
	const own = await ask(String(posted.number - 1), {book: books[1]!});
	t.deepEqual(names(own.items), [`${books[1]!} ${posted.number}`]);
	t.is(own.after, String(posted.number));
});

test.serial('an entry that is committed late is not passed over', async (t) => {
	const start = await readOn(undefined, 50);
	let release = (): void => undefined;
	let isHeld = (): void => undefined;
	const held = new Promise<void>((resolve) => {
		isHeld = resolve;
	});
	const late = world.as(officer, async (work) => {
		const entry = await postEntry(work, handEntry(books[1]!, '2026-03-31', '5000'));
		await new Promise<void>((resolve) => {
			release = resolve;
			isHeld();
		});
		return entry;
	});
	await held;
	// Recorded later than the one that is held, and committed before it.
	const early = await post(books[2]!);
	const meanwhile = await readOn(start.after, 50);
	t.deepEqual(names(meanwhile.items), [`${books[2]!} ${early.number}`]);
	release();
	const {number} = await late;
	const then = await readOn(meanwhile.after, 50);
	t.deepEqual(names(then.items), [`${books[1]!} ${number}`]);
});

test.serial(
	'with writers in every book each entry is read once, in the order of its book',
	async (t) => {
		const perWriter = 15;
		const writing = {isOver: false};
		const writers = Promise.all(
			books.flatMap((book, index) =>
				[0, 1].map(async (other) => {
					for (let count = 0; count < perWriter; count += 1) {
						await post(book);
						await sleep((index * 3 + other + count) % 5);
					}
				}),
			),
		).then(() => {
			writing.isOver = true;
		});
		const read: Change[] = [];
		let after: string | undefined;
		let pages = 0;
		while (!writing.isOver) {
			const some = await ask(after, {limit: '3'});
			read.push(...some.items);
			({after} = some);
			pages += 1;
		}
		await writers;
		read.push(...(await readOn(after, 3)).items);
		t.true(pages > 1);
		t.deepEqual(names(read).sort(), await allEntries());
		for (const book of books) {
			const numbers = read.filter((one) => one.book === book).map(({number}) => number);
			t.deepEqual(
				numbers,
				[...numbers].sort((a, b) => a - b),
			);
		}
	},
);

test.serial(
	'a region and a scope tell of their books alone, and what is wrong is refused',
	async (t) => {
		const {items} = await readOn(undefined, 1000, {region: '17.71.02'});
		t.deepEqual(names(items).sort(), await allEntries('17.71.02%'));
		const own = await server.signUp('supervisor', mine.book);
		const {body} = await own.get('/v1/changes?limit=1000');
		t.deepEqual([...new Set((body.items as Change[]).map(({book}) => book))], [mine.book]);
		const code = async (query: string) => (await own.get(`/v1/changes?${query}`)).body.code;
		t.is(await code(`book=${books[1]!}`), 'ledger/unknown-book');
		t.is(await code('region=17.71.02'), 'report/region-outside-scope');
		t.is(await code('after=!'), 'request/invalid-cursor');
		t.is(await code(`book=${mine.book}&after=AQ`), 'request/invalid-cursor');
		t.is(await code('limit=0'), 'count/out-of-range');
	},
);
