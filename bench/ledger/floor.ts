// The floor: what PostgreSQL does of the same rows when nothing is checked. It runs in a process of
// its own, as the service does, and takes its orders over the channel to the process that made it.
//
// `raw`           BEGIN, one entry, its two lines in one statement, COMMIT
// `rawStatement`  the same rows in one statement, which commits by itself
// `rawBatch`      1,000 entries and their 2,000 lines in a transaction, two statements
import {createHash} from 'node:crypto';
import pg from 'pg';

export const floorKinds = ['raw', 'rawStatement', 'rawBatch'] as const;
export type FloorKind = (typeof floorKinds)[number];

export type FloorOrder = {
	readonly kind: FloorKind;
	readonly connections: number;
	readonly seconds: number;
};

/** Entries a second. */
export type FloorAnswer = {readonly perSecond: number} | {readonly failure: string};

/** As plain as the rows can lie: keys, and nothing that looks at them. */
export const floorTables = `
	create table raw_entries (
		book_id integer not null,
		number bigint not null,
		effective_on date not null,
		recorded_at timestamptz not null,
		actor text not null,
		kind text not null,
		reason text not null,
		document text not null,
		hash bytea not null,
		canonical text not null,
		primary key (book_id, number)
	);
	create table raw_lines (
		book_id integer not null,
		entry_number bigint not null,
		line_number smallint not null,
		account_code text not null,
		side text not null,
		amount numeric(20, 2) not null,
		effective_on date not null,
		kind text not null,
		primary key (book_id, entry_number, line_number)
	);
`;

const batchSize = 1000;
const books = 64;
const numbers = new Map<number, number>();

function nextNumber(book: number): number {
	const number = (numbers.get(book) ?? 0) + 1;
	numbers.set(book, number);
	return number;
}

const today = new Date().toISOString().slice(0, 10);

function makeEntry(book: number): unknown[] {
	const number = nextNumber(book);
	const now = new Date();
	const document = `BENCH-${number}`;
	// As long as what the service seals.
	const canonical = JSON.stringify([
		'bergulir/entry/1',
		`KOP-17710110${book}`,
		number,
		'0'.repeat(64),
		today,
		now.toISOString(),
		'bench-penyelia',
		'manual',
		'Uji kecepatan',
		document,
		null,
		[
			['1.1.02', 'debit', '1000.00', null, null, null, null],
			['3.1.01', 'credit', '1000.00', null, null, null, null],
		],
	]);
	const hash = createHash('sha256').update(canonical).digest();
	const about = ['bench-penyelia', 'manual', 'Uji kecepatan', document];
	return [book, number, today, now, ...about, hash, canonical];
}

const insertEntry = `insert into raw_entries (book_id, number, effective_on, recorded_at, actor,
	kind, reason, document, hash, canonical)
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const insertLines = `insert into raw_lines (book_id, entry_number, line_number, account_code, side,
	amount, effective_on, kind)
	values ($1, $2, 1, '1.1.02', 'debit', $3, $4, 'manual'),
		($1, $2, 2, '3.1.01', 'credit', $3, $4, 'manual')`;
const insertBoth = `with entry as (${insertEntry}) insert into raw_lines (book_id, entry_number,
	line_number, account_code, side, amount, effective_on, kind)
	values ($1, $2, 1, '1.1.02', 'debit', $11, $3, 'manual'),
		($1, $2, 2, '3.1.01', 'credit', $11, $3, 'manual')`;
const insertManyEntries = `insert into raw_entries (book_id, number, effective_on, recorded_at,
	actor, kind, reason, document, hash, canonical)
	select * from unnest($1::integer[], $2::bigint[], $3::date[], $4::timestamptz[], $5::text[],
		$6::text[], $7::text[], $8::text[], $9::bytea[], $10::text[])`;
const insertManyLines = `insert into raw_lines (book_id, entry_number, line_number, account_code,
	side, amount, effective_on, kind)
	select * from unnest($1::integer[], $2::bigint[], $3::smallint[], $4::text[], $5::text[],
		$6::numeric[], $7::date[], $8::text[])`;

/** Runs one unit of work on a connection and says how many entries it was. */
type Work = (client: pg.Client) => Promise<number>;

const works: Record<FloorKind, (connection: number) => Work> = {
	raw: (connection) => {
		let book = connection % books;
		return async (client) => {
			book = (book + 16) % books;
			const values = makeEntry(book);
			await client.query('begin');
			await client.query({name: 'entry', text: insertEntry, values});
			const lines = [values[0], values[1], '1000.00', today];
			await client.query({name: 'lines', text: insertLines, values: lines});
			await client.query('commit');
			return 1;
		};
	},
	rawStatement: (connection) => {
		let book = connection % books;
		return async (client) => {
			book = (book + 16) % books;
			const values = [...makeEntry(book), '1000.00'];
			await client.query({name: 'both', text: insertBoth, values});
			return 1;
		};
	},
	rawBatch: (connection) => async (client) => {
		const entries = Array.from({length: batchSize}, () => makeEntry(connection % books));
		const columns = entries[0]!.map((_, column) => entries.map((entry) => entry[column]));
		const lines = entries.flatMap(([book, number]) => [
			[book, number, 1, '1.1.02', 'debit', '1000.00', today, 'manual'],
			[book, number, 2, '3.1.01', 'credit', '1000.00', today, 'manual'],
		]);
		const lineColumns = lines[0]!.map((_, column) => lines.map((line) => line[column]));
		await client.query('begin');
		await client.query({name: 'entries', text: insertManyEntries, values: columns});
		await client.query({name: 'many-lines', text: insertManyLines, values: lineColumns});
		await client.query('commit');
		return batchSize;
	},
};

async function measure(clients: readonly pg.Client[], {kind, connections, seconds}: FloorOrder) {
	const start = performance.now();
	const deadline = start + seconds * 1000;
	let entries = 0;
	await Promise.all(
		clients.slice(0, connections).map(async (client, index) => {
			const work = works[kind](index);
			while (performance.now() < deadline) {
				// Not `entries += await …`, which would add to what it was before the wait.
				const done = await work(client);
				entries += done;
			}
		}),
	);
	return {perSecond: (entries * 1000) / (performance.now() - start)};
}

/** Obeys until the channel is closed. */
async function obey(url: string, connections: number): Promise<void> {
	const clients = Array.from({length: connections}, () => new pg.Client({connectionString: url}));
	await Promise.all(clients.map(async (client) => client.connect()));
	process.on('message', (order: FloorOrder) => {
		void measure(clients, order).then(
			(answer) => process.send!(answer),
			(error: unknown) => process.send!({failure: String(error)}),
		);
	});
	process.on('disconnect', () => {
		for (const client of clients) void client.end();
	});
	process.send!({perSecond: 0});
}

if (process.send && process.argv[2] !== undefined) {
	await obey(process.argv[2], Number.parseInt(process.argv[3]!, 10));
}
