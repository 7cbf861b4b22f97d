// A function of the database of which a piece changes stays the function that an earlier migration
// made it: its text is changed where it has to be, and nowhere else.
import type {Knex} from 'knex';

/** A piece that is replaced: a text, or all from one mark up to the next. */
export type Piece =
	| {readonly text: string; readonly by: string}
	| {readonly from: string; readonly upTo: string; readonly by: string};

/** @throws Error where a piece is not there, or more than once. */
export async function changeFunction(
	knex: Knex,
	name: string,
	pieces: readonly Piece[],
): Promise<void> {
	const {rows} = await knex.raw<{rows: {definition: string}[]}>(
		`select pg_get_functiondef('${name}'::regproc) as definition`,
	);
	let {definition} = rows[0]!;
	for (const piece of pieces) {
		const [text, rest] = 'text' in piece ? [piece.text, ''] : [piece.from, piece.upTo];
		const [before, after, ...more] = definition.split(text);
		const end = after?.indexOf(rest) ?? -1;
		if (before === undefined || after === undefined || more.length > 0 || end === -1) {
			throw new Error(`${name} is not as it was: "${text}" is not there once.`);
		}
		definition = before + piece.by + after.slice(end);
	}
	// Where a piece is a parameter, what was made is another function; the old one is the caller's.
	await knex.raw(definition.replaceAll('?', '\\?'));
}
