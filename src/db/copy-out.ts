import {Transform} from 'node:stream';
import type {Knex} from 'knex';
import type {Client} from 'pg';
import {to as copyTo} from 'pg-copy-streams';

/** The connection of a transaction, as the driver knows it, and how another one ends its query. */
type Connected = {
	readonly acquireConnection: () => Promise<Client>;
	readonly cancelQuery: (connection: Client) => Promise<void>;
};

/** A question whose bindings are written into it as literals, for COPY takes no parameters. */
export type CopiedQuestion = {
	readonly sql: string;
	readonly bindings: Readonly<Record<string, Knex.RawBinding>>;
	/** What comes before its first row and after its last. */
	readonly head: string;
	readonly tail: string;
};

/**
 * The rows of a question as PostgreSQL's own CSV (RFC 4180), as they come, within a transaction:
 * nothing is read ahead of whoever reads. When they go away before the end, the query is ended, and
 * only then is the stream closed.
 */
export async function copyOut(
	trx: Knex,
	{sql, bindings, head, tail}: CopiedQuestion,
): Promise<Transform> {
	const question = trx.raw(sql, bindings).toQuery();
	// It lasts for as long as somebody reads.
	await trx.raw('set local statement_timeout to default');
	const database = trx.client as Connected;
	const connection = await database.acquireConnection();
	const source = connection.query(copyTo(`copy (${question}) to stdout (format csv)`));
	let hasEnded = false;
	const ended = new Promise<void>((done) => {
		const end = (): void => {
			hasEnded = true;
			done();
		};
		source.once('end', end).once('error', end);
	});
	const lines = createLineEnds();
	const rows = new Transform({
		transform(piece: Buffer, _, done) {
			done(null, lines(piece));
		},
		flush(done) {
			done(null, tail);
		},
		destroy(error, done) {
			const close = (): void => {
				done(error);
			};
			if (hasEnded) {
				close();
				return;
			}
			source.unpipe(rows);
			source.resume();
			database
				.cancelQuery(connection)
				.then(async () => ended)
				.then(close, close);
		},
	});
	source.once('error', (error) => rows.destroy(error));
	rows.push(head);
	return source.pipe(rows);
}

/**
 * PostgreSQL ends a line with LF where RFC 4180 wants CRLF. Within quotes nothing is changed; a
 * quote that stands for itself is doubled, and so opens and closes at once.
 */
export function createLineEnds(): (piece: Buffer) => Buffer {
	let isQuoted = false;
	const ended = (text: string): string => text.replaceAll('\n', '\r\n');
	return (piece) => {
		// As Latin-1 each byte is one character, whatever it is a part of.
		const text = piece.toString('latin1');
		if (!isQuoted && !text.includes('"')) return Buffer.from(ended(text), 'latin1');
		const parts = text.split('"').map((part, index) => {
			if (index > 0) isQuoted = !isQuoted;
			return isQuoted ? part : ended(part);
		});
		return Buffer.from(parts.join('"'), 'latin1');
	};
}
