import type {Knex} from 'knex';
import {fetchInBatches} from '../../db/fetch-in-batches.ts';
import {sealedAbout} from '../../kernel/personal-data.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import {type ExportColumn, exportColumn, exportedTables} from '../export-tables.ts';
import type {ExportStore} from '../ports.ts';

type CatalogueRow = {table: string; name: string; type: string};

/** What an export reads of PostgreSQL, by its own catalogue, so that no column is forgotten. */
export const createExportStore = (trx: Knex, secrets: SecretBox): ExportStore => ({
	async exportTables() {
		const {rows} = await trx.raw<{rows: CatalogueRow[]}>(
			`select class.relname as "table", attribute.attname as name,
				format_type(attribute.atttypid, null) as type
			from pg_class class
			join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0
				and not attribute.attisdropped
			where class.relnamespace = 'public'::regnamespace and class.relname = any (?)
			order by class.relname, attribute.attnum`,
			[Object.keys(exportedTables)],
		);
		return Object.keys(exportedTables)
			.sort()
			.map((name) => ({
				name,
				columns: rows
					.filter(({table}) => table === name)
					.flatMap((row) => exportColumn(name, row) ?? []),
			}));
	},
	async *exportRows(book, table, isPersonal) {
		const key = await keyOf(trx, table.name);
		const hasSeals = isPersonal && table.columns.some(({isSealed}) => isSealed);
		const columns = table.columns.map((column, at) => `${valueOf(column, isPersonal)} as c${at}`);
		// By what a sealed value is bound to its row.
		const own = hasSeals ? ', id::text as own' : '';
		const question = `select ${columns.join(', ')}${own} from "${table.name}"
			where book_id = :book order by ${key.join(', ')}`;
		type Row = Record<string, string | null>;
		for await (const rows of fetchInBatches<Row>(trx, question, {book: book.id})) {
			yield rows.map((row) =>
				table.columns.map(({isSealed, name}, at) => {
					const value = row[`c${at}`] ?? null;
					if (!isSealed || value === null || value === 'erased') return value;
					return secrets.open(value, sealedAbout(table.name, name, row.own!));
				}),
			);
		}
	},
	async keptFiles(book, kind) {
		return trx(kind)
			.where({book_id: book.id})
			.orderBy('id')
			.select(
				'id',
				'name',
				kind === 'attachments'
					? 'media_type as mediaType'
					: trx.raw(`'application/octet-stream' as "mediaType"`),
			);
	},
	async keptContent(book, kind, id) {
		const row: {content: Buffer} = await trx(kind).where({book_id: book.id, id}).first('content');
		return row.content;
	},
});

/** The columns of a table's primary key, in which order its rows are written. */
async function keyOf(trx: Knex, table: string): Promise<string[]> {
	const {rows} = await trx.raw<{rows: {name: string}[]}>(
		`select quote_ident(attribute.attname) as name
		from pg_index index
		join unnest(index.indkey) with ordinality as key (attnum, place) on true
		join pg_attribute attribute on attribute.attrelid = index.indrelid
			and attribute.attnum = key.attnum
		where index.indrelid = to_regclass(?) and index.indisprimary
		order by key.place`,
		[`public.${table}`],
	);
	return rows.map(({name}) => name);
}

function valueOf({column, type, isPersonal}: ExportColumn, isAsked: boolean): string {
	if (isPersonal && !isAsked) return 'null::text';
	const name = `"${column}"`;
	switch (type) {
		case 'bytea':
			return `encode(${name}, 'hex')`;
		case 'timestamp with time zone':
			return `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
		default:
			return `${name}::text`;
	}
}
