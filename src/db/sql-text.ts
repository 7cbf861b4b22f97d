const shownMax = 300;

// In one pass: an apostrophe in a comment begins no value, and two dashes in a value no comment.
const pieces = new RegExp(
	[
		String.raw`(?<comment>--[^\n]*|/\*[\s\S]*?\*/)`,
		String.raw`(?<name>"(?:[^"]|"")*")`,
		String.raw`\$(?<tag>\w*)\$[\s\S]*?\$\k<tag>\$`,
		String.raw`\bE'(?:[^'\\]|\\[\s\S]|'')*'`,
		String.raw`'(?:[^']|'')*'`,
	].join('|'),
	'giu',
);

/**
 * A statement as it may be told: without any value that stands in it, and no longer than helps to
 * recognise it. Undefined where it cannot be told which of it are values.
 */
export function withoutValues(sql: string): string | undefined {
	const bare = sql.replaceAll(pieces, (piece, ...groups) => {
		const {comment, name} = groups.at(-1) as {comment?: string; name?: string};
		if (comment !== undefined) return ' ';
		return name === undefined ? '?' : piece;
	});
	if (bare.includes("'")) return undefined;
	return bare
		.replaceAll(/(?<![\w$.])\d+(?:\.\d+)?/gu, '?')
		.replaceAll(/\s+/gu, ' ')
		.trim()
		.slice(0, shownMax);
}

/** What a statement does, in a word: `select`, `insert`, `begin`. */
export const verbOf = (sql: string): string =>
	/^\s*([a-z]+)/iu.exec(sql)?.[1]?.toLowerCase() ?? 'statement';
