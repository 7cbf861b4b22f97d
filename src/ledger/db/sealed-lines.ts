import type {SealedEntry} from '../hash-chain.ts';

// The encoder writes no line break (JSON has its own sign for one), so many sealed texts travel as
// the lines of one: an array would need a sign before each of their quotes, there and back.

/** Sealed entries as the lines of one text. */
export const sealedLines = (entries: readonly SealedEntry[]): string =>
	entries.map(({canonical}) => canonical).join('\n');

/** The SQL that makes an array of them again. */
export const sealedFrom = (text: string): string => `string_to_array(${text}, E'\\n')`;
