import {createReadStream} from 'node:fs';
import readline from 'node:readline';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createGunzip} from 'node:zlib';
import pg from 'pg';
import {from as copyFrom} from 'pg-copy-streams';

/** Runs a script that pg_dump wrote, compressed, in a database that is empty. */
export async function loadDump(url: string, file: string): Promise<void> {
	const client = new pg.Client({connectionString: url});
	await client.connect();
	try {
		await run(client, readline.createInterface(createReadStream(file).pipe(createGunzip())));
	} finally {
		await client.end();
	}
}

async function run(client: pg.Client, lines: AsyncIterable<string>): Promise<void> {
	let statements: string[] = [];
	let rows: string[] | undefined;
	let copy = '';
	for await (const line of lines) {
		if (rows) {
			if (line === '\\.') {
				await pipeline(Readable.from(rows), client.query(copyFrom(copy)));
				rows = undefined;
			} else rows.push(`${line}\n`);
		} else if (/^COPY .* FROM stdin;$/u.test(line)) {
			await client.query(statements.join('\n'));
			statements = [];
			copy = line;
			rows = [];
		} else if (!line.startsWith('\\')) {
			// What begins with a backslash is for psql alone.
			statements.push(line);
		}
	}
	await client.query(statements.join('\n'));
}
