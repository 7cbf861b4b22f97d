import {z} from 'zod';
import {writeForm} from '../../files/form.ts';
import {mediaTypes} from '../../files/format.ts';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {amountOrZero, bookCode, date, id, page, pageQuery, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {Permission} from '../../kernel/permission.ts';
import {
	type ImportKind,
	type ImportWork,
	approveImport,
	askForUndo,
	cityKinds,
	cooperativeKinds,
	definitionOf,
	fileBytesMax,
	getCooperativeBook,
	getImport,
	readCopy,
	readTemplate,
	rejectImport,
	resumeImport,
	uploadFile,
} from '../index.ts';
import {findingAnswer, importAnswer, presentFinding, presentImport} from './present.ts';

/** Where imports of some kinds are, and who may do what with them. */
export type ImportsAt = {
	readonly path: string;
	readonly templates: string;
	readonly kinds: readonly ImportKind[];
	readonly permissions: Readonly<Record<'read' | 'upload' | 'approve' | 'undo', Permission>>;
};

const inBook = z.strictObject({book: bookCode()});
const ofImport = z.strictObject({book: bookCode(), import: id()});
const common = {tag: 'imports'} as const;

const uploadBody = (kinds: readonly ImportKind[]) =>
	z.strictObject({
		kind: z.enum(kinds),
		name: text({max: 120}).meta({description: 'What the file is called.'}),
		contentBase64: z.string().meta({
			description: `An XLSX or a CSV of at most ${fileBytesMax} bytes, as base64.`,
			contentEncoding: 'base64',
		}),
		numberFormat: z
			.enum(['id', 'en'])
			.optional()
			.meta({
				description:
					'Which signs the file uses, where "1.250" could be a thousand or one and a quarter: ' +
					'id for 1.250.000,00, en for 1,250,000.00. Without it such a value is a finding.',
			}),
		dateOrder: z
			.enum(['dmy', 'mdy'])
			.optional()
			.meta({
				description:
					'Whether 03/04/2025 is the third of April or the fourth of March. Without it such a ' +
					'value is a finding.',
			}),
		opening: z
			.strictObject({
				cutOffOn: date().meta({description: 'The last day of the old books.'}),
				document: text({max: 120}).meta({description: 'The paper that proves the balances.'}),
				controls: z
					.strictObject({
						debit: amountOrZero(),
						credit: amountOrZero(),
						loansPrincipal: amountOrZero().meta({
							description: 'Principal outstanding of all loans, by the old list of loans.',
						}),
					})
					.meta({
						description: 'Typed from the old books: what the rows and the loans must come to.',
					}),
			})
			.optional()
			.meta({description: 'Of opening balances, and of nothing else.'}),
	});

/** Base64 takes four characters for three bytes; the rest of the body is small. */
const bytesMax = Math.ceil(fileBytesMax / 3) * 4 + 10_000;

const uploading = ({
	path,
	templates,
	kinds,
	permissions,
}: ImportsAt): readonly Route<ImportWork>[] => [
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: `${templates}/{kind}`,
		permission: permissions.upload,
		summary: 'The template of a kind as XLSX, with look-ups, drop-downs and an example.',
		params: z.strictObject({book: bookCode(), kind: z.enum(kinds)}),
		status: 200,
		files: [mediaTypes.xlsx],
		handle: async (work: ImportWork, {params: {book, kind}}) => {
			const sheets = await readTemplate(work, book, kind);
			const {title} = definitionOf(kind);
			const bytes = await writeForm(sheets, {title, writtenAt: work.now()});
			return fileOf(`templat-${kind}`, bytes);
		},
	}),
	route({
		...common,
		kind: 'write',
		method: 'POST',
		path: path,
		permission: permissions.upload,
		summary: 'Uploads a table, which is then read and checked in full by a worker.',
		description:
			'Nothing is written to the books before another person approved what the check shows. ' +
			'The same file while it is under way is refused, naming the import that has it; rows that ' +
			'were posted before are recognised and never posted twice.',
		params: inBook,
		body: uploadBody(kinds),
		bytesMax,
		status: 202,
		response: importAnswer,
		refusals: [409, 413],
		handle: async (work: ImportWork, {params, body: {name, ...body}, language}) => {
			const {kind, contentBase64, numberFormat, dateOrder, opening} = body;
			const one = await uploadFile(work, {
				book: params.book,
				kind,
				fileName: name,
				contentBase64,
				...(numberFormat === undefined ? {} : {numberFormat}),
				...(dateOrder === undefined ? {} : {dateOrder}),
				...(opening === undefined ? {} : {opening}),
			});
			const location = `${path.replace('{book}', one.book)}/${one.id}`;
			return {body: presentImport(language)(one), headers: {Location: location}};
		},
	}),
];

const fileOf = (name: string, bytes: Uint8Array) => ({
	headers: {
		'Content-Disposition': `attachment; filename="${name}.xlsx"`,
		'X-Content-Type-Options': 'nosniff',
		'Cache-Control': 'private, no-store',
	},
	content: {type: mediaTypes.xlsx, body: Buffer.from(bytes)},
});

const reading = ({path, kinds, permissions}: ImportsAt): readonly Route<ImportWork>[] => [
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: path,
		permission: permissions.read,
		summary: 'The imports of a book, the newest first.',
		params: inBook,
		query: z.strictObject(pageQuery),
		status: 200,
		response: page(importAnswer),
		handle: async (work: ImportWork, {params, query, language}) => {
			const {cursor, limit = limitDefault} = query;
			const book = await getCooperativeBook(work, params.book);
			const before = readCursor(cursor, z.uuid());
			const found = await work.imports.listImports(book, {
				kinds: kinds,
				limit: limit + 1,
				...(before === undefined ? {} : {before}),
			});
			return {body: toPage(found, limit, presentImport(language), (one) => one.id)};
		},
	}),
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: `${path}/{import}`,
		permission: permissions.read,
		summary: 'How far an import is, and what it would write.',
		params: ofImport,
		status: 200,
		response: importAnswer,
		handle: async (work: ImportWork, {params, language}) => {
			const {one} = await getImport(work, {...params, kinds});
			return {body: presentImport(language)(one)};
		},
	}),
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: `${path}/{import}/findings`,
		permission: permissions.read,
		summary: 'All that is wrong with an upload: sheet, row, column, value, what would be right.',
		params: ofImport,
		query: z.strictObject(pageQuery),
		status: 200,
		response: page(findingAnswer),
		handle: async (work: ImportWork, {params, query, language}) => {
			const {cursor, limit = limitDefault} = query;
			const {book, one} = await getImport(work, {...params, kinds});
			const after = readCursor(cursor, z.int()) ?? 0;
			const found = await work.imports.listFindings(book, one.id, {after, limit: limit + 1});
			const present = presentFinding(language);
			return {body: toPage(found, limit, present, ({number}) => number)};
		},
	}),
];

const copying = ({path, kinds, permissions}: ImportsAt): readonly Route<ImportWork>[] => [
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: `${path}/{import}/copy`,
		permission: permissions.upload,
		summary: 'A copy of the upload as XLSX with the findings beside the rows.',
		description: 'Put right, it can be uploaded as it is: the column of findings is left out.',
		params: ofImport,
		status: 200,
		files: [mediaTypes.xlsx],
		refusals: [410],
		handle: async (work: ImportWork, {params, language}) => {
			const {one, sheets} = await readCopy(work, {...params, kinds}, language);
			const bytes = await writeForm(sheets, {title: one.fileName, writtenAt: work.now()});
			return fileOf(`impor-${one.kind}-${one.id}`, bytes);
		},
	}),
];

const deciding = ({path, kinds, permissions}: ImportsAt): readonly Route<ImportWork>[] => [
	route({
		...common,
		kind: 'write',
		method: 'POST',
		path: `${path}/{import}/approve`,
		permission: permissions.approve,
		summary: 'Another person approves what the preview shows; a worker posts it.',
		params: ofImport,
		body: z.strictObject({
			previewDigest: z.string().meta({description: 'Of the preview that was read.'}),
		}),
		status: 202,
		response: importAnswer,
		refusals: [403, 409],
		handle: async (work: ImportWork, {params, body, language}) => ({
			body: presentImport(language)(await approveImport(work, {...params, ...body, kinds})),
		}),
	}),
	route({
		...common,
		kind: 'write',
		method: 'POST',
		path: `${path}/{import}/reject`,
		permission: permissions.approve,
		summary: 'Another person turns an import down.',
		params: ofImport,
		body: z.strictObject({reason: text({min: 5, max: 200})}),
		status: 200,
		response: importAnswer,
		refusals: [403, 409],
		handle: async (work: ImportWork, {params, body, language}) => ({
			body: presentImport(language)(await rejectImport(work, {...params, ...body, kinds})),
		}),
	}),
];

const workingOn = ({path, kinds, permissions}: ImportsAt): readonly Route<ImportWork>[] => [
	route({
		...common,
		kind: 'write',
		method: 'POST',
		path: `${path}/{import}/resume`,
		permission: permissions.approve,
		summary: 'Goes on with an import that stopped, once what stopped it was put right.',
		params: ofImport,
		status: 202,
		response: importAnswer,
		refusals: [409],
		handle: async (work: ImportWork, {params, language}) => ({
			body: presentImport(language)(await resumeImport(work, {...params, kinds})),
		}),
	}),
	route({
		...common,
		kind: 'write',
		method: 'POST',
		path: `${path}/{import}/undo`,
		permission: permissions.undo,
		summary: 'Another person takes an import back: every entry by its mirror, as one act.',
		params: ofImport,
		body: z.strictObject({
			effectiveOn: date(),
			reason: text({min: 5, max: 200}),
			document: text({max: 120}),
		}),
		status: 202,
		response: importAnswer,
		refusals: [403, 409],
		handle: async (work: ImportWork, {params, body, language}) => ({
			body: presentImport(language)(await askForUndo(work, {...params, ...body, kinds})),
		}),
	}),
];

const routesAt = (at: ImportsAt): readonly Route<ImportWork>[] =>
	[uploading, reading, copying, deciding, workingOn].flatMap((routesOf) => routesOf(at));

// What a cooperative brings in of its own, and what the city brings in of it.
export const importRoutes: readonly Route<ImportWork>[] = [
	...routesAt({
		path: '/v1/books/{book}/imports',
		templates: '/v1/books/{book}/import-templates',
		kinds: cooperativeKinds,
		permissions: {
			read: 'import:read',
			upload: 'import:upload',
			approve: 'import:approve',
			undo: 'import:undo',
		},
	}),
	...routesAt({
		path: '/v1/books/{book}/allocation-imports',
		templates: '/v1/books/{book}/allocation-import-templates',
		kinds: cityKinds,
		permissions: {
			read: 'allocation:read',
			upload: 'allocation:import',
			approve: 'allocation:import-approve',
			undo: 'allocation:import-approve',
		},
	}),
];
