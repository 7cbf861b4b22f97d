import type {Knex} from 'knex';
import type {BankRowId, BankStatementId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {Link} from '../continuity.ts';
import type {ImportedLine, StatementStore} from '../ports.ts';
import type {KnownRow} from '../recognition.ts';
import {
	type BankAccountRow,
	type ShownTableRow,
	type StatementTableRow,
	toBankAccount,
	toShownRow,
	toStatement,
} from './rows.ts';

export const createStatementTables = (trx: Knex): StatementStore => ({
	...createAccountTable(trx),
	...createStatementTable(trx),
	...createRowReader(trx),
	async insertStatement(book, statement, content, lines) {
		await insertNewRows(trx, book, statement.bankAccount, lines);
		await trx('bank_statements').insert({
			book_id: book.id,
			id: statement.id,
			bank_account_id: statement.bankAccount,
			number: statement.number,
			format_code: statement.format.code,
			format_version: statement.format.version,
			name: statement.name,
			content: Buffer.from(content),
			digest: Buffer.from(statement.sha256, 'hex'),
			from_on: statement.from,
			to_on: statement.to,
			opening: toText(statement.opening),
			closing: toText(statement.closing),
			line_count: statement.rowCount,
			imported_at: statement.importedAt,
			imported_by: statement.importedBy,
			assertion_number: statement.assertion ?? null,
		});
		const shown = lines.map(({row, id}, index) => ({
			book_id: book.id,
			statement_id: statement.id,
			position: index + 1,
			file_line: row.line,
			row_id: id,
		}));
		for (const some of chunks(shown)) await trx('bank_statement_lines').insert(some);
	},
});

const createAccountTable = (
	trx: Knex,
): Pick<StatementStore, 'listBankAccounts' | 'insertBankAccount'> => ({
	async listBankAccounts(book) {
		const rows: BankAccountRow[] = await trx('bank_accounts')
			.where({book_id: book.id})
			.orderBy('account_code');
		return rows.map(toBankAccount(book.code));
	},
	async insertBankAccount(book, account, at) {
		await trx('bank_accounts').insert({
			book_id: book.id,
			id: account.id,
			account_code: account.account,
			bank: account.bank,
			account_number: account.accountNumber,
			opened_on: account.openedOn,
			recorded_at: at,
			recorded_by: account.recordedBy,
		});
	},
});

const createStatementTable = (
	trx: Knex,
): Pick<
	StatementStore,
	'listStatements' | 'findStatement' | 'statementFile' | 'findFile' | 'nextStatementNumber'
> => ({
	async listStatements(book, {bankAccount, after, limit}) {
		const rows: StatementTableRow[] = await statements(trx, book)
			.modify((query) => {
				if (bankAccount !== undefined) void query.where('statement.bank_account_id', bankAccount);
				if (after !== undefined) {
					void query.whereRaw('(statement.imported_at, statement.id) > (?::timestamptz, ?::uuid)', [
						after.at,
						after.id,
					]);
				}
			})
			.orderBy([{column: 'statement.imported_at'}, {column: 'statement.id'}])
			.limit(limit);
		return rows.map(toStatement(book.code));
	},
	async findStatement(book, id) {
		const row: StatementTableRow | undefined = await statements(trx, book)
			.where('statement.id', id)
			.first();
		return row && toStatement(book.code)(row);
	},
	async statementFile(book, id) {
		const row: {content: Buffer} = await trx('bank_statements')
			.where({book_id: book.id, id})
			.first('content');
		return row.content;
	},
	async findFile(book, account, sha256) {
		const row: StatementTableRow | undefined = await statements(trx, book)
			.where({'statement.bank_account_id': account, digest: Buffer.from(sha256, 'hex')})
			.first();
		return row && toStatement(book.code)(row);
	},
	async nextStatementNumber(book, account) {
		return (await lastNumber(trx, 'bank_statements', book, account)) + 1;
	},
});

/** Without the files, which lists leave where they are. */
const statements = (trx: Knex, book: Book) =>
	trx('bank_statements as statement')
		.join('statement_formats as format', (join) => {
			join
				.on('format.code', 'statement.format_code')
				.andOn('format.version', 'statement.format_version');
		})
		.where('statement.book_id', book.id)
		.select(
			...[
				...['id', 'bank_account_id', 'number', 'format_code', 'format_version', 'name'],
				...['from_on', 'to_on', 'opening', 'closing', 'line_count', 'imported_at'],
				...['imported_by', 'assertion_number'],
			].map((column) => `statement.${column}`),
			'format.status as format_status',
			trx.raw('octet_length(statement.content) as bytes'),
			trx.raw(`encode(statement.digest, 'hex') as sha256`),
		);

const createRowReader = (
	trx: Knex,
): Pick<StatementStore, 'statementRows' | 'knownRows' | 'links' | 'movedUpTo'> => ({
	...createLinkReader(trx),
	async statementRows(book, id, {after, limit}) {
		const rows: ShownTableRow[] = await trx('bank_statement_lines as line')
			.join('bank_rows as movement', (join) => {
				join.on('movement.book_id', 'line.book_id').andOn('movement.id', 'line.row_id');
			})
			.where({'line.book_id': book.id, 'line.statement_id': id})
			.where('line.position', '>', after)
			.orderBy('line.position')
			.limit(limit)
			.select(
				'line.position',
				'line.file_line',
				'movement.*',
				trx.raw(`(select part.match_id from bank_match_rows part
					where part.book_id = movement.book_id and part.row_id = movement.id
						and not exists (select from bank_unmatches undone
							where undone.book_id = part.book_id and undone.match_id = part.match_id)
				) as match_id`),
			);
		return rows.map(toShownRow);
	},
	async knownRows(book, account, {from, to}) {
		const {rows} = await trx.raw<{rows: KnownTableRow[]}>(
			`select movement.*, brought.number as statement, brought.format_code as format
			from bank_rows movement
			join lateral (
				select statement.number, statement.format_code from bank_statement_lines line
				join bank_statements statement
					on statement.book_id = line.book_id and statement.id = line.statement_id
				where line.book_id = movement.book_id and line.row_id = movement.id
				order by statement.number limit 1
			) brought on true
			where movement.book_id = :book and movement.bank_account_id = :account
				and movement.booked_on between :from and :to
			order by movement.number`,
			{book: book.id, account, from, to},
		);
		return rows.map((row): KnownRow => ({
			id: row.id as BankRowId,
			bookedOn: row.booked_on as LocalDate,
			amount: rupiah(row.amount),
			reference: row.reference,
			description: row.description,
			balance: rupiah(row.balance),
			statement: row.statement,
			format: row.format,
		}));
	},
});

const createLinkReader = (trx: Knex): Pick<StatementStore, 'links' | 'movedUpTo'> => ({
	async links(book, account) {
		const {rows} = await trx.raw<{rows: LinkRow[]}>(linksSql, {book: book.id, account});
		return rows.map((row): Link => ({
			id: row.id as BankStatementId,
			number: row.number,
			from: row.from_on as LocalDate,
			to: row.to_on as LocalDate,
			opening: rupiah(row.opening),
			closing: rupiah(row.closing),
			freshRows: row.fresh_rows,
			fresh: rupiah(row.fresh),
		}));
	},
	async movedUpTo(book, id, day) {
		const {rows} = await trx.raw<{rows: {moved: string}[]}>(
			`select coalesce(sum(movement.amount), 0)::numeric(38, 2) as moved
			from bank_statement_lines line
			join bank_rows movement on movement.book_id = line.book_id and movement.id = line.row_id
			where line.book_id = :book and line.statement_id = :id and movement.booked_on <= :day`,
			{book: book.id, id, day},
		);
		return rupiah(rows[0]!.moved);
	},
});

type KnownTableRow = ShownTableRow & {statement: number; format: string};

type LinkRow = {
	id: string;
	number: number;
	from_on: string;
	to_on: string;
	opening: string;
	closing: string;
	fresh_rows: number;
	fresh: string;
};

// What each statement shows that none before it in the order of days does: the first to show it.
const linksSql = `
	with shown as (
		select line.statement_id, movement.amount, row_number() over (
			partition by line.row_id order by statement.from_on, statement.to_on, statement.number
		) as place
		from bank_statement_lines line
		join bank_statements statement
			on statement.book_id = line.book_id and statement.id = line.statement_id
		join bank_rows movement on movement.book_id = line.book_id and movement.id = line.row_id
		where line.book_id = :book and statement.bank_account_id = :account
	), fresh as (
		select statement_id, count(*) as fresh_rows, sum(amount) as fresh
		from shown where place = 1 group by statement_id
	)
	select statement.id, statement.number, statement.from_on, statement.to_on, statement.opening,
		statement.closing, coalesce(fresh.fresh_rows, 0) as fresh_rows,
		coalesce(fresh.fresh, 0)::numeric(38, 2) as fresh
	from bank_statements statement
	left join fresh on fresh.statement_id = statement.id
	where statement.book_id = :book and statement.bank_account_id = :account
	order by statement.from_on, statement.to_on, statement.number
`;

async function lastNumber(
	trx: Knex,
	table: 'bank_statements' | 'bank_rows',
	book: Book,
	account: string,
): Promise<number> {
	const row: {number: number} | undefined = await trx(table)
		.where({book_id: book.id, bank_account_id: account})
		.orderBy('number', 'desc')
		.first('number');
	return row?.number ?? 0;
}

async function insertNewRows(
	trx: Knex,
	book: Book,
	account: string,
	lines: readonly ImportedLine[],
): Promise<void> {
	const last = await lastNumber(trx, 'bank_rows', book, account);
	const added = lines
		.filter(({isNew}) => isNew)
		.map((line, index) => ({
			book_id: book.id,
			id: line.id,
			bank_account_id: account,
			number: last + index + 1,
			booked_on: line.row.bookedOn,
			amount: toText(line.row.amount),
			reference: line.row.reference,
			description: line.row.description,
			balance: toText(line.row.balance),
			occurrence: line.occurrence,
		}));
	for (const some of chunks(added)) await trx('bank_rows').insert(some);
}

const chunkRows = 500;

/** In parts that one statement of SQL can carry. */
const chunks = <Item>(items: readonly Item[]): Item[][] =>
	Array.from({length: Math.ceil(items.length / chunkRows)}, (_, index) =>
		items.slice(index * chunkRows, (index + 1) * chunkRows),
	);
