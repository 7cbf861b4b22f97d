import {z} from 'zod';
import {fileBytesMax} from '../../cooperatives/index.ts';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	amountOrZero,
	amountText,
	bookCode,
	dateText,
	id,
	momentText,
	page,
	pageQuery,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {BankAccountId, BankStatementId} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import {getBook} from '../../ledger/index.ts';
import {
	type BankStatement,
	type BankingWork,
	type Gap,
	type Import,
	type ShownRow,
	chainOf,
	gapsOf,
	getStatement,
	importStatement,
	paperOf,
} from '../index.ts';

const inBook = z.strictObject({book: bookCode()});
const ofStatement = z.strictObject({book: bookCode(), statement: id<BankStatementId>()});

const statementBody = z.strictObject({
	bankAccount: id<BankAccountId>(),
	format: text({max: 31}).meta({
		description: 'The code of a format of /v1/statement-formats; its newest version reads it.',
		examples: ['bri-csv'],
	}),
	name: text({max: 120}).meta({description: 'What the file is called.'}),
	contentBase64: z.string().meta({
		description: `The file as the bank gave it, of at most ${fileBytesMax} bytes, as base64.`,
		contentEncoding: 'base64',
	}),
	openingBalance: amountOrZero()
		.optional()
		.meta({description: 'Where the file carries no balances; where it does, the two must agree.'}),
	closingBalance: amountOrZero().optional(),
});

/** Base64 takes four characters for three bytes; the rest of the body is small. */
const bytesMax = Math.ceil(fileBytesMax / 3) * 4 + 10_000;

const statementFields = {
	id: z.string(),
	book: z.string(),
	bankAccount: z.string(),
	number: z.number(),
	format: z.strictObject({
		code: z.string(),
		version: z.number(),
		status: z.enum(['found', 'provisional']),
	}),
	name: z.string(),
	bytes: z.number(),
	sha256: z.string(),
	from: dateText(),
	to: dateText(),
	openingBalance: amountText(),
	closingBalance: amountText(),
	rows: z.number().meta({description: 'How many movements the file shows.'}),
	importedAt: momentText(),
	importedBy: z.string(),
	assertion: z.number().nullable().meta({
		description:
			'By which the ledger was told of the closing balance; null where the day was not over.',
	}),
};

const gapAnswer = z
	.strictObject({
		statement: z.number().meta({description: 'The number of the statement before.'}),
		closing: amountText(),
		opening: amountText(),
		difference: amountText(),
	})
	.nullable()
	.meta({
		description:
			'That something is missing before it: it does not begin where the one before it ended. ' +
			'Null where it does.',
	});

const statementAnswer = z.strictObject(statementFields);
const oneAnswer = z.strictObject({...statementFields, gapBefore: gapAnswer});
const importAnswer = z.strictObject({
	...statementFields,
	gapBefore: gapAnswer,
	newRows: z.number().meta({description: 'Movements that no earlier statement had.'}),
	matched: z.number().meta({description: 'Movements that the rules matched.'}),
});

const rowAnswer = z.strictObject({
	row: z.string(),
	line: z.number().meta({description: 'The line of the file.'}),
	bookedOn: dateText(),
	amount: amountText().meta({description: 'Above zero what came in, below zero what went out.'}),
	balance: amountText(),
	reference: z.string(),
	description: z.string(),
	match: z.string().nullable(),
});

const presentStatement = (one: BankStatement): z.output<typeof statementAnswer> => ({
	id: one.id,
	book: one.book,
	bankAccount: one.bankAccount,
	number: one.number,
	format: {code: one.format.code, version: one.format.version, status: one.format.status},
	name: one.name,
	bytes: one.bytes,
	sha256: one.sha256,
	from: one.from,
	to: one.to,
	openingBalance: toText(one.opening),
	closingBalance: toText(one.closing),
	rows: one.rowCount,
	importedAt: one.importedAt.toISOString(),
	importedBy: one.importedBy,
	assertion: one.assertion ?? null,
});

const presentGap = (gap: Gap | undefined): z.output<typeof gapAnswer> =>
	gap === undefined
		? null
		: {
				statement: gap.before.number,
				closing: toText(gap.before.closing),
				opening: toText(gap.opening),
				difference: toText(gap.difference),
			};

/** A statement with what is missing before it, as the statements stand now. */
async function presentOne(
	work: BankingWork,
	statement: BankStatement,
): Promise<z.output<typeof oneAnswer>> {
	const book = await getBook(work, statement.book);
	const gaps = gapsOf(chainOf(await work.banking.links(book, statement.bankAccount)));
	return {
		...presentStatement(statement),
		gapBefore: presentGap(gaps.find(({after}) => after.id === statement.id)),
	};
}

const presentImport = async (
	work: BankingWork,
	{statement, newRows, matched}: Import,
): Promise<z.output<typeof importAnswer>> => ({
	...(await presentOne(work, statement)),
	newRows,
	matched: matched.length,
});

const presentRow = (one: ShownRow): z.output<typeof rowAnswer> => ({
	row: one.id,
	line: one.line,
	bookedOn: one.bookedOn,
	amount: toText(one.amount),
	balance: toText(one.balance),
	reference: one.reference,
	description: one.description,
	match: one.match ?? null,
});

const fileKinds = {
	csv: ['text/csv', 'csv'],
	mt940: ['text/plain', 'sta'],
	'camt.053': ['application/xml', 'xml'],
} as const;

const position = z.object({at: z.string(), id: z.string()});

const importing: readonly Route<BankingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/bank-statements',
		permission: 'bank:import',
		tag: 'banking',
		summary: "Imports a bank's file: whole, or with every fault of it named and nothing kept.",
		description:
			'Movements that an earlier statement has are recognised. The closing balance of a day ' +
			'that is over becomes an assertion of the ledger, and what the rules find is matched.',
		params: inBook,
		body: statementBody,
		bytesMax,
		status: 201,
		response: importAnswer,
		handle: async (work: BankingWork, {params, body}) => {
			const {openingBalance, closingBalance, ...wanted} = body;
			const balances = {
				...(openingBalance === undefined ? {} : {opening: openingBalance}),
				...(closingBalance === undefined ? {} : {closing: closingBalance}),
			};
			const done = await importStatement(work, {...wanted, book: params.book, balances});
			return {body: await presentImport(work, done)};
		},
	}),
];

const readings: readonly Route<BankingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/bank-statements',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'The statements that were imported, without their files.',
		params: inBook,
		query: z.strictObject({bankAccount: id<BankAccountId>().optional(), ...pageQuery}),
		status: 200,
		response: page(statementAnswer),
		handle: async (work: BankingWork, {params, query}) => {
			const {cursor, limit = limitDefault, bankAccount} = query;
			const after = readCursor(cursor, position);
			const statements = await work.banking.listStatements(await getBook(work, params.book), {
				...(bankAccount === undefined ? {} : {bankAccount}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const at = ({importedAt, id: last}: BankStatement) => ({
				at: importedAt.toISOString(),
				id: last,
			});
			return {body: toPage(statements, limit, presentStatement, at)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/bank-statements/{statement}',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'One statement, and whether something is missing before it.',
		params: ofStatement,
		status: 200,
		response: oneAnswer,
		handle: async (work: BankingWork, {params}) => {
			const {statement} = await getStatement(work, params.book, params.statement);
			return {body: await presentOne(work, statement)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/bank-statements/{statement}/rows',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'The movements of a statement, each with its match.',
		params: ofStatement,
		query: z.strictObject(pageQuery),
		status: 200,
		response: page(rowAnswer),
		handle: async (work: BankingWork, {params, query}) => {
			const {cursor, limit = limitDefault} = query;
			const {book, statement} = await getStatement(work, params.book, params.statement);
			const rows = await work.banking.statementRows(book, statement.id, {
				after: readCursor(cursor, z.int()) ?? 0,
				limit: limit + 1,
			});
			return {body: toPage(rows, limit, presentRow, (row) => row.position)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/bank-statements/{statement}/file',
		permission: 'bank:read',
		tag: 'banking',
		summary: 'The file as it was imported, byte for byte.',
		params: ofStatement,
		status: 200,
		files: Object.values(fileKinds).map(([type]) => type),
		handle: async (work: BankingWork, {params}) => {
			const {book, statement} = await getStatement(work, params.book, params.statement);
			const formats = await work.banking.listFormats();
			const {kind} = formats.find(({code}) => code === statement.format.code)!;
			const [type, extension] = fileKinds[kind];
			return {
				headers: {
					'Content-Disposition': `attachment; filename="${paperOf(statement.number)}.${extension}"`,
					'X-Content-Type-Options': 'nosniff',
					'Cache-Control': 'private, no-store',
				},
				content: {type, body: await work.banking.statementFile(book, statement.id)},
			};
		},
	}),
];

export const statementRoutes: readonly Route<BankingWork>[] = [...importing, ...readings];
