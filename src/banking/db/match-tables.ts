import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {Book} from '../../ledger/index.ts';
import type {BankAccount} from '../bank-account.ts';
import type {MatchStore} from '../ports.ts';
import {
	type FreeLineRow,
	type FreeTableRow,
	type MatchRow,
	toFreeLine,
	toFreeRow,
	toMatch,
} from './rows.ts';

/** Later than any day of account: what is matched at all is matched by then. */
const everAfter = '9999-12-31';

const bindings = (book: Book, account: BankAccount, asOf: LocalDate | undefined) => ({
	book: book.id,
	account: account.id,
	code: account.account,
	openedOn: account.openedOn,
	asOf: asOf ?? everAfter,
});

export const createMatchTables = (trx: Knex): MatchStore => ({
	...createFreeReader(trx),
	...createMatchTable(trx),
});

/** What is matched with nothing yet, on both sides. */
const createFreeReader = (trx: Knex): Pick<MatchStore, 'freeRows' | 'freeLines'> => ({
	async freeRows(book, account, asOf) {
		const {rows} = await trx.raw<{rows: FreeTableRow[]}>(
			`select movement.id, movement.booked_on, movement.amount, movement.reference,
				movement.description
			from bank_rows movement
			where movement.book_id = :book and movement.bank_account_id = :account
				and movement.booked_on <= :asOf
				and movement.id not in (
					select part.row_id from bank_match_rows part
					where part.book_id = :book and part.match_id in (
						select banking_clear_matches(:book, :account, :asOf)))
			order by movement.booked_on, movement.number`,
			bindings(book, account, asOf),
		);
		return rows.map(toFreeRow);
	},
	async freeLines(book, account, asOf) {
		const {rows} = await trx.raw<{rows: FreeLineRow[]}>(
			`select line.entry_number, line.line_number, line.effective_on, entry.document,
				entry.reason, case line.side when 'debit' then line.amount else -line.amount end as amount
			from lines line
			join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
			where line.book_id = :book and line.account_code = :code
				and line.effective_on between :openedOn and :asOf
				and (line.entry_number, line.line_number) not in (
					select part.entry_number, part.line_number from bank_match_lines part
					where part.book_id = :book and part.match_id in (
						select banking_clear_matches(:book, :account, :asOf)))
			order by line.effective_on, line.entry_number, line.line_number`,
			bindings(book, account, asOf),
		);
		return rows.map(toFreeLine);
	},
});

const createMatchTable = (trx: Knex): Omit<MatchStore, 'freeRows' | 'freeLines'> => ({
	async insertMatches(book, matches) {
		if (matches.length === 0) return;
		// As one call each, however many there are: a statement of a year may match at once.
		await trx.raw(
			`insert into bank_matches (book_id, id, bank_account_id, rule, rules_version, note,
				matched_at, matched_by)
			select :book, id, bank_account_id, rule, rules_version, note, matched_at, matched_by
			from jsonb_to_recordset(cast(:matches as jsonb)) as given (id uuid, bank_account_id uuid,
				rule text, rules_version integer, note text, matched_at timestamptz, matched_by text)`,
			{
				book: book.id,
				matches: JSON.stringify(
					matches.map((match) => ({
						id: match.id,
						bank_account_id: match.bankAccount,
						rule: match.rule?.kind,
						rules_version: match.rule?.version,
						note: match.note,
						matched_at: match.matchedAt,
						matched_by: match.matchedBy,
					})),
				),
			},
		);
		await insertParts(trx, book, {
			table: 'bank_match_rows (book_id, match_id, row_id)',
			columns: 'match_id uuid, row_id uuid',
			names: 'match_id, row_id',
			parts: matches.flatMap(({id, rows}) => rows.map((row) => ({match_id: id, row_id: row}))),
		});
		await insertParts(trx, book, {
			table: 'bank_match_lines (book_id, match_id, entry_number, line_number)',
			columns: 'match_id uuid, entry_number bigint, line_number smallint',
			names: 'match_id, entry_number, line_number',
			parts: matches.flatMap(({id, lines}) =>
				lines.map(({entry, line}) => ({match_id: id, entry_number: entry, line_number: line})),
			),
		});
	},
	async findMatch(book, id) {
		const row: MatchRow | undefined = await matches(trx, book).where('match.id', id).first();
		return row && toMatch(row);
	},
	async listMatches(book, {bankAccount, after, limit}) {
		const rows: MatchRow[] = await matches(trx, book)
			.where('match.bank_account_id', bankAccount)
			.modify((query) => {
				if (after === undefined) return;
				void query.whereRaw('(match.matched_at, match.id) > (?::timestamptz, ?::uuid)', [
					after.at,
					after.id,
				]);
			})
			.orderBy([{column: 'match.matched_at'}, {column: 'match.id'}])
			.limit(limit);
		return rows.map(toMatch);
	},
	async insertUnmatch(book, match, undone) {
		await trx('bank_unmatches').insert({
			book_id: book.id,
			match_id: match,
			unmatched_at: undone.at,
			unmatched_by: undone.by,
			reason: undone.reason,
		});
	},
});

type Parts = {
	readonly table: string;
	readonly columns: string;
	readonly names: string;
	readonly parts: readonly object[];
};

async function insertParts(
	trx: Knex,
	book: Book,
	{table, columns, names, parts}: Parts,
): Promise<void> {
	await trx.raw(
		`insert into ${table} select :book, ${names}
		from jsonb_to_recordset(cast(:parts as jsonb)) as given (${columns})`,
		{book: book.id, parts: JSON.stringify(parts)},
	);
}

const matches = (trx: Knex, book: Book) =>
	trx('bank_matches as match')
		.leftJoin('bank_unmatches as undone', (join) => {
			join.on('undone.book_id', 'match.book_id').andOn('undone.match_id', 'match.id');
		})
		.where('match.book_id', book.id)
		.select(
			'match.*',
			'undone.unmatched_at',
			'undone.unmatched_by',
			'undone.reason',
			trx.raw(`(select jsonb_agg(part.row_id order by movement.number)
				from bank_match_rows part
				join bank_rows movement on movement.book_id = part.book_id and movement.id = part.row_id
				where part.book_id = match.book_id and part.match_id = match.id) as rows`),
			trx.raw(`(select jsonb_agg(jsonb_build_object(
					'entry', part.entry_number, 'line', part.line_number)
					order by part.entry_number, part.line_number)
				from bank_match_lines part
				where part.book_id = match.book_id and part.match_id = match.id) as lines`),
		);
