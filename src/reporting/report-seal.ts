import {createHash} from 'node:crypto';

/** What a report states of itself, whatever it is of. */
export type SealedMeta = {
	readonly [name: string]: unknown;
	/** SHA-256 of the report but for when and by whom it was asked for. */
	readonly digest: string;
	readonly isEmpty: boolean;
	readonly notes: readonly Note[];
};

/** A sentence about a report that nobody must overlook, with a code for scripts. */
export type Note = {readonly code: string; readonly id: string; readonly en: string};

export const noData: Note = {
	code: 'report/no-data',
	id: 'Tidak ada data.',
	en: 'There is no data.',
};

type Body = {readonly meta: Readonly<Record<string, unknown>>; readonly rows?: unknown};

/** A report with its digest and, where it has no row, that it has none. */
export function sealReport(body: Body): Body & {readonly meta: SealedMeta} {
	const {generatedAt: _, askedBy: __, replica: ___, digest, ...lasting} = body.meta;
	const isEmpty = hasNoRow(body.rows);
	return {
		...body,
		meta: {
			...body.meta,
			digest: typeof digest === 'string' ? digest : digestOf({...body, meta: lasting}),
			isEmpty,
			notes: isEmpty ? [noData] : [],
		},
	};
}

const digestOf = (body: unknown): string =>
	createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** Rows are a list, or lists under the names of their parts. */
function hasNoRow(rows: unknown): boolean {
	if (Array.isArray(rows)) return rows.length === 0;
	if (typeof rows !== 'object' || rows === null) return false;
	return Object.values(rows).every((part) => Array.isArray(part) && part.length === 0);
}
