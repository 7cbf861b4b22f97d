import type {Knex} from 'knex';
import {type CheckCode, newCheckCode} from '../kernel/check-code.ts';
import type {DocumentKind} from './next-number.ts';

/** The papers that a member is given for money, by what their numbers begin with. */
export type ReceiptSeries = 'KW' | 'SS' | 'PS' | 'SH';

const kinds: Record<ReceiptSeries, DocumentKind> = {
	KW: 'receipt',
	SS: 'saving-deposit',
	PS: 'saving-withdrawal',
	SH: 'surplus-payout',
};

export type RandomBytes = (size: number) => Uint8Array;

/**
 * Takes the next so many numbers of a series within a book, without a gap, and keeps a check code
 * with each; the last of the numbers.
 */
export async function takeReceiptNumbers(
	trx: Knex,
	randomBytes: RandomBytes,
	wanted: {readonly book: number; readonly series: ReceiptSeries; readonly count: number},
): Promise<number> {
	const codes = Array.from({length: wanted.count}, (): CheckCode => newCheckCode(randomBytes));
	const {rows} = await trx.raw<{rows: {last: number}[]}>(
		`with taken as (
			insert into document_numbers as numbers (book_id, kind, last)
			values (:book, :kind, cast(:count as integer))
			on conflict (book_id, kind) do update set last = numbers.last + cast(:count as integer)
			returning last
		), kept as (
			insert into receipt_codes (book_id, series, number, code)
			select :book, :series, taken.last - cast(:count as integer) + given.place, given.code
			from taken, unnest(cast(:codes as text[])) with ordinality as given (code, place)
		)
		select last from taken`,
		{...wanted, kind: kinds[wanted.series], codes},
	);
	return rows[0]!.last;
}
