import type {Knex} from 'knex';
import {sealedAbout} from '../../kernel/personal-data.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import type {ImportFinding} from '../finding.ts';
import type {NumberedRow, PostingTables, RowPlace, StagingTables} from '../ports.ts';
import {contentOf, isKeyRead, keyOf, orderOf, parentKeyOf} from '../row-key.ts';

const rowAbout = (id: string, number: number): string =>
	sealedAbout('import_rows', 'sealed', `${id}/${number}`);
const findingAbout = (id: string, number: number): string =>
	sealedAbout('import_findings', 'sealed', `${id}/${number}`);

type SealedRow = {
	number: number;
	part: string;
	sheet: string;
	row_number: number;
	sealed: string | null;
};

const openRow = (
	secrets: SecretBox,
	id: string,
	{number, part, sheet, row_number: row, sealed}: SealedRow,
): NumberedRow => {
	const [values, unread] =
		sealed === null
			? [{}, {}]
			: (JSON.parse(secrets.open(sealed, rowAbout(id, number))) as [
					Record<string, string>,
					Record<string, string>,
				]);
	return {number, part, sheet, row, values, unread};
};

const toPlace = (row: {sheet: string; row_number: number; number: number}): RowPlace => ({
	sheet: row.sheet,
	row: row.row_number,
	number: row.number,
});

/** Rows as they were read, and what was found wrong with them; both sealed. */
export const createStagingTables = (trx: Knex, secrets: SecretBox): StagingTables => ({
	...createFindingTable(trx, secrets),
	...createRowQuestions(trx, secrets),
	async clearStaged(book, id) {
		for (const table of ['import_findings', 'import_rows']) {
			await trx(table).where({book_id: book.id, import_id: id}).delete();
		}
	},
	async addRows(book, {id, kind}, rows) {
		if (rows.length === 0) return;
		const digest = (text: string): Buffer => secrets.digests(text, `import/${kind}`)[0];
		await trx.raw(
			`insert into import_rows (book_id, import_id, kind, number, part, sheet, row_number,
				posting_order, key, parent_key, content, sealed)
			select ?, ?, ?, * from unnest(?::integer[], ?::text[], ?::text[], ?::integer[], ?::text[],
				?::bytea[], ?::bytea[], ?::bytea[], ?::text[])`,
			[
				book.id,
				id,
				kind,
				rows.map(({number}) => number),
				rows.map(({part}) => part),
				rows.map(({sheet}) => sheet),
				rows.map(({row}) => row),
				rows.map(orderOf),
				// A row whose key could not be read is the same as no other.
				rows.map((row) => digest(isKeyRead(row) ? keyOf(row) : `${keyOf(row)}#${row.number}`)),
				rows.map((row) => {
					const parent = isKeyRead(row) ? parentKeyOf(row) : undefined;
					return parent === undefined ? null : digest(parent);
				}),
				rows.map((row) => digest(contentOf(row))),
				rows.map(({values, unread, number}) =>
					secrets.seal(JSON.stringify([values, unread]), rowAbout(id, number)),
				),
			] as never,
		);
	},
	async listRows(book, id, {after, limit}) {
		const rows: SealedRow[] = await trx('import_rows')
			.where({book_id: book.id, import_id: id})
			.where('number', '>', after)
			.orderBy('number')
			.limit(limit)
			.select('number', 'part', 'sheet', 'row_number', 'sealed');
		return rows.map((row) => openRow(secrets, id, row));
	},
});

const createFindingTable = (
	trx: Knex,
	secrets: SecretBox,
): Pick<StagingTables, 'addFindings' | 'listFindings' | 'countFindings'> => ({
	async addFindings(book, id, findings) {
		if (findings.length === 0) return;
		const {rows} = await trx.raw<{rows: [{last: number}]}>(
			`select coalesce(max(number), 0) as last from import_findings
			where book_id = ? and import_id = ?`,
			[book.id, id],
		);
		const start = rows[0].last + 1;
		await trx.raw(
			`insert into import_findings (book_id, import_id, number, sheet, row_number, code, sealed)
			select ?, ?, * from unnest(?::integer[], ?::text[], ?::integer[], ?::text[], ?::text[])`,
			[
				book.id,
				id,
				findings.map((_, index) => start + index),
				findings.map(({sheet}) => sheet),
				findings.map(({row}) => row),
				findings.map(({code}) => code),
				findings.map(({column, value, text}, index) =>
					secrets.seal(JSON.stringify({column, value, text}), findingAbout(id, start + index)),
				),
			] as never,
		);
	},
	async listFindings(book, id, {after, limit}) {
		const rows: {
			number: number;
			sheet: string;
			row_number: number;
			code: string;
			sealed: string | null;
		}[] = await trx('import_findings')
			.where({book_id: book.id, import_id: id})
			.where('number', '>', after)
			.orderBy('number')
			.limit(limit);
		return rows.map(({number, sheet, row_number: row, code, sealed}) => {
			const said =
				sealed === null
					? {column: '', value: '', text: {id: code, en: code}}
					: (JSON.parse(secrets.open(sealed, findingAbout(id, number))) as Pick<
							ImportFinding,
							'column' | 'value' | 'text'
						>);
			return {number, sheet, row, code, ...said};
		});
	},
	async countFindings(book, id) {
		const [row] = await trx('import_findings')
			.where({book_id: book.id, import_id: id})
			.count<{count: number}[]>('* as count');
		return row!.count;
	},
});

const createRowQuestions = (
	trx: Knex,
	secrets: SecretBox,
): Pick<StagingTables, 'repeatedRows' | 'recogniseRows' | 'orphanRows'> => ({
	async repeatedRows(book, id) {
		const {rows} = await trx.raw<{
			rows: {sheet: string; row_number: number; number: number; first: number}[];
		}>(
			`select * from (
				select sheet, row_number, number, first_value(row_number) over same as first,
					row_number() over same as place
				from import_rows where book_id = ? and import_id = ?
				window same as (partition by key order by number)
			) rows where place > 1 order by number`,
			[book.id, id],
		);
		return rows.map((row) => ({...toPlace(row), first: row.first}));
	},
	async recogniseRows(book, {id, kind}) {
		const {rows: known} = await trx.raw<{rows: unknown[]}>(
			`update import_rows row set outcome = 'known'
			from import_rows earlier
			where row.book_id = ? and row.import_id = ? and row.outcome = 'new'
				and earlier.book_id = row.book_id and earlier.kind = row.kind
				and earlier.key = row.key and earlier.outcome = 'posted'
				and earlier.content = row.content
			returning 1`,
			[book.id, id],
		);
		const {rows} = await trx.raw<{
			rows: {sheet: string; row_number: number; number: number; import: string}[];
		}>(
			`select row.sheet, row.row_number, row.number, earlier.import_id as import
			from import_rows row
			join import_rows earlier on earlier.book_id = row.book_id and earlier.kind = row.kind
				and earlier.key = row.key and earlier.outcome = 'posted'
			where row.book_id = ? and row.import_id = ? and row.kind = ? and row.outcome = 'new'
			order by row.number`,
			[book.id, id, kind],
		);
		const differing = rows.map((row) => ({...toPlace(row), import: row.import}));
		return {known: known.length, differing};
	},
	async orphanRows(book, {id}) {
		const {rows} = await trx.raw<{rows: SealedRow[]}>(
			`select row.sheet, row.part, row.row_number, row.number, row.sealed from import_rows row
			where row.book_id = ? and row.import_id = ? and row.parent_key is not null
				and not exists (select from import_rows parent where parent.book_id = row.book_id
					and parent.import_id = row.import_id and parent.key = row.parent_key)
				and not exists (select from import_rows parent where parent.book_id = row.book_id
					and parent.kind = row.kind and parent.key = row.parent_key
					and parent.outcome = 'posted')
			order by row.number`,
			[book.id, id],
		);
		return rows.map((row) => openRow(secrets, id, row));
	},
});

/** Rows on their way into the books and out of them again. */
export const createPostingTables = (trx: Knex, secrets: SecretBox): PostingTables => ({
	async rowsToPost(book, id, {after, limit}) {
		const rows: (SealedRow & {posting_order: string})[] = await trx('import_rows')
			.where({book_id: book.id, import_id: id, outcome: 'new'})
			.modify((query) => {
				if (after === undefined) return;
				void query.whereRaw('(posting_order, number) > (?, ?)', [after.order, after.number]);
			})
			.orderBy(['posting_order', 'number'])
			.limit(limit)
			.select('number', 'part', 'sheet', 'row_number', 'sealed', 'posting_order');
		return rows.map((row) => ({...openRow(secrets, id, row), order: row.posting_order}));
	},
	async markPosted(book, id, posted) {
		await trx.raw(
			`update import_rows row set outcome = 'posted', target = done.target,
				post_order = done.place + (select count(*) from import_rows
					where book_id = ? and import_id = ? and outcome = 'posted')
			from unnest(?::integer[], ?::uuid[]) with ordinality as done (number, target, place)
			where row.book_id = ? and row.import_id = ? and row.number = done.number`,
			[
				book.id,
				id,
				posted.map(({number}) => number),
				posted.map(({target}) => target ?? null),
				book.id,
				id,
			] as never,
		);
	},
	async rowsToUndo(book, id, {before, limit}) {
		const rows: (SealedRow & {target: string | null; post_order: number})[] = await trx(
			'import_rows',
		)
			.where({book_id: book.id, import_id: id, outcome: 'posted'})
			.modify((query) => {
				if (before !== undefined) void query.where('post_order', '<', before);
			})
			.orderBy('post_order', 'desc')
			.limit(limit);
		return rows.map((row) => ({
			...openRow(secrets, id, row),
			postOrder: row.post_order,
			...(row.target === null ? {} : {target: row.target}),
		}));
	},
	async markUndone(book, id, numbers) {
		await trx('import_rows')
			.where({book_id: book.id, import_id: id})
			.whereRaw('number = any (?)', [[...numbers]])
			.update({outcome: 'undone'});
	},
	async postedTarget(book, kind, key) {
		const digests = secrets.digests(key, `import/${kind}`);
		const row: {target: string | null} | undefined = await trx('import_rows')
			.where({book_id: book.id, kind, outcome: 'posted'})
			.whereRaw('key = any (?::bytea[])', [[...digests]] as never)
			.first('target');
		return row?.target ?? undefined;
	},
});
