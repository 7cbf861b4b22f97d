import {ByteWriter, type ColumnSource, ParquetWriter} from 'hyparquet-writer';

/** How a column's values, which come as text, are kept in Parquet. */
export type ParquetKind = 'text' | 'integer' | 'boolean';

export type ParquetColumn = {readonly name: string; readonly kind: ParquetKind};

type Texts = readonly (string | null)[];

const rowsInGroup = 5000;

const elements = {
	text: {type: 'BYTE_ARRAY', converted_type: 'UTF8'},
	integer: {type: 'INT64'},
	boolean: {type: 'BOOLEAN'},
} as const;

/**
 * Rows of text as an Apache Parquet file, piece by piece. Amounts and days stay text: no type of
 * floating point is written, so no rupiah is lost on the way.
 */
export async function* writeParquet(
	columns: readonly ParquetColumn[],
	batches: AsyncIterable<readonly Texts[]>,
): AsyncGenerator<Uint8Array> {
	const bytes = new ByteWriter();
	const writer = new ParquetWriter({
		writer: bytes,
		createdBy: 'Bergulir',
		schema: [
			{name: 'root', num_children: columns.length},
			...columns.map(({name, kind}) => ({
				name,
				repetition_type: 'OPTIONAL' as const,
				...elements[kind],
			})),
		],
	});
	const flush = (): Uint8Array => {
		const written = bytes.getBytes().slice();
		bytes.index = 0;
		return written;
	};
	let rows: Texts[] = [];
	const write = async (): Promise<Uint8Array> => {
		const columnData = columns.map(({name, kind}, at): ColumnSource => ({
			name,
			data: rows.map((row) => valueOf(row[at] ?? null, kind)),
		}));
		await writer.write({columnData, rowGroupSize: rows.length});
		rows = [];
		return flush();
	};
	for await (const batch of batches) {
		rows.push(...batch);
		if (rows.length >= rowsInGroup) yield await write();
	}
	if (rows.length > 0) yield await write();
	await writer.finish();
	yield flush();
}

function valueOf(text: string | null, kind: ParquetKind): string | bigint | boolean | null {
	if (text === null || kind === 'text') return text;
	return kind === 'integer' ? BigInt(text) : text === 'true';
}
