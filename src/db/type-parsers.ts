import pg from 'pg';
import {assert} from '../kernel/assert.ts';

const {builtins} = pg.types;

// An integer that JavaScript cannot hold exactly must never be rounded in silence.
function toSafeInteger(text: string): number {
	const value = Number.parseInt(text, 10);
	assert(Number.isSafeInteger(value), `The integer ${text} from the database is too large.`);
	return value;
}

const asText = (text: string): string => text;

const parsers = new Map<number, (text: string) => unknown>([
	// A date of account is text: the driver's Date at local midnight would move it by a zone.
	[builtins.DATE, asText],
	// An amount is text until the kernel makes it a Rupiah.
	[builtins.NUMERIC, asText],
	[builtins.INT8, toSafeInteger],
]);

type Parser = (text: string) => unknown;

/** How values of PostgreSQL reach our code, per connection and not for every user of the driver. */
export const types = {
	getTypeParser: (oid: number, format?: string): Parser =>
		parsers.get(oid) ??
		(pg.types.getTypeParser as (oid: number, format?: string) => Parser)(oid, format),
};
