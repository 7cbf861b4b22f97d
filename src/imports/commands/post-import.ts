import {DomainError} from '../../kernel/errors.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {Book} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {type Import, decideApproval, keptDays, requireAnother, requireStatus} from '../import.ts';
import type {ImportWork, NumberedRow} from '../ports.ts';
import {keyOf} from '../row-key.ts';
import {allRows} from './check-import.ts';
import {postOpening, undoOpening} from './opening-steps.ts';
import {stepsOf} from './posting-steps.ts';
import type {StepContext} from './step.ts';
import {type NamedImport, getImport} from './upload-file.ts';

/** How many rows share a transaction: others wait for the book no longer than these take. */
const batchRows = 200;

/**
 * A second person approves what was shown; from then on a worker posts it.
 * @throws DomainError what {@link decideApproval} refuses.
 */
export async function approveImport(
	work: ImportWork,
	wanted: NamedImport & {readonly previewDigest: string},
): Promise<Import> {
	const {book, one} = await getImport(work, wanted, 'held');
	decideApproval(one, work.actor, wanted.previewDigest);
	const {userId, name} = work.actor;
	const decision = {by: {userId, name}, at: work.now()};
	await work.imports.changeImport(book, one.id, {status: 'approved', progress: 0, decision});
	await work.imports.enqueueImport(one.id);
	return (await getImport(work, wanted)).one;
}

/** Goes on with an import that stopped. @throws DomainError `imports/wrong-status`. */
export async function resumeImport(work: ImportWork, wanted: NamedImport): Promise<Import> {
	const {book, one} = await getImport(work, wanted, 'held');
	requireStatus(one, 'stopped', 'approved');
	await work.imports.changeImport(book, one.id, {status: 'approved', stoppedAt: null});
	await work.imports.enqueueImport(one.id);
	return (await getImport(work, wanted)).one;
}

/**
 * Another person than who uploaded it takes an import back: every entry by its mirror, as one act.
 * @throws DomainError `imports/wrong-status`, `imports/same-person`, `imports/undo-date`.
 */
export async function askForUndo(
	work: ImportWork,
	wanted: NamedImport & {
		readonly effectiveOn: LocalDate;
		readonly reason: string;
		readonly document: string;
	},
): Promise<Import> {
	const {book, one} = await getImport(work, wanted, 'held');
	requireStatus(one, 'posted', 'stopped');
	requireAnother(one, work.actor);
	const {effectiveOn, reason, document} = wanted;
	const today = work.today();
	const from = one.opening?.cutOffOn ?? book.openedOn;
	if (effectiveOn > today || effectiveOn < from) {
		throw refuse('imports/undo-date', {date: effectiveOn, from, today}, 'effectiveOn');
	}
	const {userId, name} = work.actor;
	const undo = {by: {userId, name}, effectiveOn, reason, document};
	await work.imports.changeImport(book, one.id, {status: 'undoing', undo, stoppedAt: null});
	await work.imports.enqueueImport(one.id);
	return (await getImport(work, wanted)).one;
}

/** A row that could be posted when it was tried, and cannot any more. */
export class RowRefused extends Error {
	override readonly name = 'RowRefused';
	readonly row: Pick<NumberedRow, 'sheet' | 'row'>;
	readonly refusal: DomainError;

	constructor(row: Pick<NumberedRow, 'sheet' | 'row'>, refusal: DomainError) {
		super(`Row ${row.row} is refused: ${refusal.message}`, {cause: refusal});
		this.row = row;
		this.refusal = refusal;
	}
}

async function atRow<T>(row: Pick<NumberedRow, 'sheet' | 'row'>, run: () => Promise<T>) {
	try {
		return await run();
	} catch (error) {
		throw error instanceof DomainError ? new RowRefused(row, error) : error;
	}
}

const contextOf = (work: ImportWork, book: Book, one: Import): StepContext => ({
	book,
	one,
	maker: one.uploadedBy,
	checker: one.undo?.by ?? one.decidedBy!,
	as: work.steps.as,
	targets: new Map(),
	members: new Map(),
});

/** How many rows were posted, and whether there are more. */
export type PostedRows = {readonly rows: number; readonly hasMore: boolean};

/**
 * Posts the next rows of an approved import; with a row's mark that it was posted, so that nothing
 * is posted twice however often this is cut off.
 * @throws RowRefused; then nothing of these rows is posted.
 */
export async function postNextRows(work: ImportWork, book: Book, id: string): Promise<PostedRows> {
	const one = await work.imports.findImport(book, id, 'held');
	if (one?.status !== 'approved') return {rows: 0, hasMore: false};
	const isWhole = one.kind === 'opening-balances';
	const limit = isWhole ? one.rows : batchRows;
	const rows = await work.imports.rowsToPost(book, id, {limit});
	const context = contextOf(work, book, one);
	const posted: {number: number; target?: string}[] = [];
	if (isWhole) {
		const all = await allRows(work, book, one);
		await atRow({sheet: all[0]!.sheet, row: 0}, async () => postOpening(context, all));
		posted.push(...rows.map(({number}) => ({number})));
	} else {
		const {post} = stepsOf(one.kind);
		for (const row of rows) {
			const target = await atRow(row, async () => post(context, row));
			if (target !== undefined) context.targets.set(keyOf(row), target);
			posted.push({number: row.number, ...(target === undefined ? {} : {target})});
		}
	}
	await work.imports.markPosted(book, id, posted);
	const rowsPosted = one.rowsPosted + posted.length;
	const isOver = rows.length < limit || isWhole;
	const wanted = Math.max(one.rows - one.rowsKnown, 1);
	const progress = isOver ? 100 : Math.floor((rowsPosted * 99) / wanted);
	await work.imports.changeImport(book, id, {
		rowsPosted,
		progress,
		...(isOver ? {status: 'posted', postedAt: work.now()} : {}),
	});
	return {rows: posted.length, hasMore: !isOver};
}

/** Keeps at which row posting or undoing stopped, and why. */
export async function stopImport(
	work: ImportWork,
	book: Book,
	id: string,
	{row, refusal}: RowRefused,
): Promise<void> {
	const one = await work.imports.findImport(book, id, 'held');
	if (one?.status !== 'approved' && one?.status !== 'undoing') return;
	const [rest] = await work.imports.rowsToPost(book, id, {limit: 1});
	const status = one.status === 'undoing' && !rest ? 'posted' : 'stopped';
	const {sheet, row: number} = row;
	const text = {id: refusal.sentence('id'), en: refusal.sentence('en')};
	const stoppedAt = {sheet, row: number, code: refusal.code, text};
	await work.imports.changeImport(book, id, {status, stoppedAt});
}

/**
 * Takes back all that an import posted, the last first, in one transaction: all of it or nothing.
 * @throws RowRefused.
 */
export async function undoImport(work: ImportWork, book: Book, id: string): Promise<void> {
	const one = await work.imports.findImport(book, id, 'held');
	if (one?.status !== 'undoing') return;
	const context = contextOf(work, book, one);
	if (one.kind === 'opening-balances') {
		await atRow({sheet: '', row: 0}, async () => undoOpening(context));
	}
	let before: number | undefined;
	for (;;) {
		const page = {limit: 1000, ...(before === undefined ? {} : {before})};
		const rows = await work.imports.rowsToUndo(book, id, page);
		for (const row of rows) {
			const {target} = row;
			if (target === undefined) continue;
			await atRow(row, async () => stepsOf(one.kind).undo(context, {...row, target}));
		}
		before = rows.at(-1)?.postOrder;
		const numbers = rows.map(({number}) => number);
		if (numbers.length > 0) await work.imports.markUndone(book, id, numbers);
		if (rows.length < 1000) break;
	}
	const undoneAt = work.now();
	await work.imports.changeImport(book, id, {status: 'undone', undoneAt, progress: 100});
}

/** Forgets what was uploaded by imports that ended long enough ago; how many those were. */
export const forgetImports = async (work: Pick<ImportWork, 'imports' | 'now'>): Promise<number> => {
	const now = work.now();
	return work.imports.forgetImports(new Date(now.getTime() - keptDays * 86_400_000), now);
};
