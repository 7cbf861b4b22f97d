import {createHash} from 'node:crypto';
import type {Book} from '../../ledger/index.ts';
import {type ImportFinding, found, foundRefused} from '../finding.ts';
import type {Import, Person} from '../import.ts';
import type {ImportKind} from '../kind.ts';
import type {ImportWork, NumberedRow, PostingPlace} from '../ports.ts';
import {type Preview, createPreview} from '../preview.ts';
import {keyOf, parentKeyOf} from '../row-key.ts';
import {checkRows} from './check-rows.ts';
import {planOpening, postOpening} from './opening-steps.ts';
import {stepsOf} from './posting-steps.ts';
import type {StagedPiece} from './stage-file.ts';
import type {StepContext} from './step.ts';

const pageRows = 1000;
/** Of more than these nobody reads on; the rest is found when these are put right. */
const trialFindingsMax = 1000;

/** An import and which attempt at its check this is: one that was taken for dead ends by itself. */
export type CheckedImport = Import & {readonly attempts: number};

/** Begins a check, anew where one was cut off. @returns the import where it is to be checked. */
export async function beginCheck(
	work: ImportWork,
	book: Book,
	id: string,
): Promise<CheckedImport | undefined> {
	const one = await work.imports.findImport(book, id, 'held');
	if (one?.status !== 'waiting' && one?.status !== 'checking') return undefined;
	const attempts = one.attempts + 1;
	await work.imports.changeImport(book, id, {status: 'checking', progress: 0, attempts});
	await work.imports.clearStaged(book, id);
	return {...one, status: 'checking', attempts};
}

/** Keeps what was read of a file so far. False where the import was turned down meanwhile. */
export async function keepPiece(
	work: ImportWork,
	book: Book,
	one: CheckedImport,
	{rows, findings}: StagedPiece,
): Promise<boolean> {
	if (!(await isStillChecked(work, book, one))) return false;
	await work.imports.addRows(book, one, rows);
	await work.imports.addFindings(book, one.id, findings);
	return true;
}

async function isStillChecked(
	work: ImportWork,
	book: Book,
	{id, attempts}: CheckedImport,
): Promise<boolean> {
	const now = await work.imports.findImport(book, id, 'held');
	return now?.status === 'checking' && now.attempts === attempts;
}

type Parents = {
	readonly code: 'imports/group-unknown' | 'imports/loan-unknown' | 'imports/agreement-unknown';
	/** The sheet in which the row is looked for that another belongs to. */
	readonly expected: string;
};

const parentsOf: Readonly<Partial<Record<ImportKind, Parents>>> = {
	groups: {code: 'imports/group-unknown', expected: 'Kelompok'},
	loans: {code: 'imports/loan-unknown', expected: 'Pembiayaan'},
	allocations: {code: 'imports/agreement-unknown', expected: 'Alokasi'},
};

/** Finds what only shows when all rows are there: the same twice, what is known, what is alone. */
export async function compareRows(work: ImportWork, book: Book, one: CheckedImport): Promise<void> {
	if (!(await isStillChecked(work, book, one))) return;
	const {imports} = work;
	const repeated = await imports.repeatedRows(book, one.id);
	const {known, differing} = await imports.recogniseRows(book, one);
	const orphans = await imports.orphanRows(book, one);
	const {code: parent, expected} = parentsOf[one.kind] ?? parentsOf.loans!;
	// An agreement may have been made by hand.
	const onRecord =
		one.kind === 'allocations' ? await imports.fundsByAgreement(book) : new Map<string, unknown>();
	const alone = orphans.filter(({values}) => !onRecord.has(values.agreement ?? ''));
	await imports.addFindings(book, one.id, [
		...repeated.map((row) => found('imports/duplicate-row', row, {expected: String(row.first)})),
		...differing.map((row) => found('imports/known-differs', row, {expected: row.import})),
		...alone.map((row) => {
			const value = row.values.loan ?? row.values.group ?? row.values.agreement ?? '';
			return found(parent, row, {expected, value});
		}),
	]);
	await imports.changeImport(book, one.id, {rowsKnown: known});
}

/** Holds a page of rows against what is on record. @returns where the next page begins. */
export async function checkPage(
	work: ImportWork,
	book: Book,
	one: CheckedImport,
	after: PostingPlace | undefined,
): Promise<PostingPlace | undefined> {
	if (!(await isStillChecked(work, book, one))) return undefined;
	const rows = await work.imports.rowsToPost(book, one.id, {
		limit: pageRows,
		...(after === undefined ? {} : {after}),
	});
	const inFile = rows.toSorted((a, b) => a.number - b.number);
	await work.imports.addFindings(book, one.id, await checkRows(work, book, one, inFile));
	const last = rows.at(-1);
	return rows.length < pageRows ? undefined : last;
}

// In a trial it is not known yet who will approve; it is somebody who may.
const anybody: Person = {userId: '00000000-0000-0000-0000-000000000000', name: '(pemeriksa)'};

export type Tried = {
	readonly preview: Pick<Preview, 'entries' | 'kinds' | 'accounts' | 'first'>;
	readonly findings: readonly ImportFinding[];
};

/**
 * Posts all rows as they would be posted, with every law on, and takes all of it back: the dry run.
 * What a row is refused is its finding.
 */
export async function tryImport(work: ImportWork, book: Book, one: Import): Promise<Tried> {
	const preview = createPreview();
	const findings: ImportFinding[] = [];
	const base = {
		book,
		one,
		maker: one.uploadedBy,
		checker: anybody,
		targets: new Map<string, string>(),
		members: new Map(),
	};
	// Members are judged in full by what was looked up: they write no entry.
	if (one.kind === 'members') return {preview: preview.made({new: 0, known: 0}), findings};
	await work.steps.trial(preview.add, async (attempt) => {
		if (one.kind === 'opening-balances') {
			const rows = await allRows(work, book, one);
			findings.push(...(await planOpening(work, book, one, rows)).findings);
			if (findings.length > 0) return;
			const refusal = await attempt(async (as) => postOpening({...base, as}, rows));
			if (refusal) findings.push(foundRefused(refusal, {sheet: rows[0]!.sheet, row: 0}));
			return;
		}
		findings.push(...(await tryRows(work, base, attempt)));
	});
	return {preview: preview.made({new: 0, known: 0}), findings};
}

type Attempt = Parameters<Parameters<ImportWork['steps']['trial']>[1]>[0];

async function tryRows(
	work: ImportWork,
	base: Omit<StepContext, 'as'>,
	attempt: Attempt,
): Promise<ImportFinding[]> {
	const {book, one, targets} = base;
	const {post, proof} = stepsOf(one.kind);
	const findings: ImportFinding[] = [];
	const refused = new Set<string>();
	let after: PostingPlace | undefined;
	const tried: NumberedRow[] = [];
	for (;;) {
		const page = {limit: pageRows, ...(after === undefined ? {} : {after})};
		const rows = await work.imports.rowsToPost(book, one.id, page);
		for (const row of rows) {
			const parent = parentKeyOf(row);
			if (parent !== undefined && refused.has(parent)) continue;
			let target: string | undefined;
			const refusal = await attempt(async (as) => {
				target = await post({...base, as}, row);
			});
			const key = keyOf(row);
			if (refusal) {
				refused.add(key);
				findings.push(foundRefused(refusal, row));
			} else if (target !== undefined) targets.set(key, target);
			if (proof && row.part === 'loans') tried.push(row);
		}
		if (rows.length < pageRows || findings.length > trialFindingsMax) break;
		after = rows.at(-1);
	}
	if (!proof) return findings;
	await attempt(async (as) => {
		findings.push(...(await proof({...base, as}, tried)));
	});
	return findings;
}

/** All rows of an import that are to be posted at once. */
export const allRows = async (
	work: ImportWork,
	book: Book,
	one: Import,
): Promise<readonly NumberedRow[]> => work.imports.listRows(book, one.id, {after: 0, limit: 1000});

/** Ends a check: with its findings, or with the preview that is to be approved. */
export async function endCheck(
	work: ImportWork,
	book: Book,
	one: CheckedImport,
	{rows, tried}: {readonly rows: number; readonly tried: Tried | undefined},
): Promise<void> {
	const now = await work.imports.findImport(book, one.id, 'held');
	if (now?.status !== 'checking' || now.attempts !== one.attempts) return;
	if (tried) await work.imports.addFindings(book, one.id, tried.findings);
	const findingCount = await work.imports.countFindings(book, one.id);
	const common = {rows, findingCount, progress: 100, checkedAt: work.now()};
	if (findingCount > 0 || !tried) {
		await work.imports.changeImport(book, one.id, {...common, status: 'faulty'});
		return;
	}
	const known = now.rowsKnown;
	const preview: Preview = {...tried.preview, rows: {new: rows - known, known}};
	// What is approved is this file and these figures.
	const digest = createHash('sha256')
		.update(JSON.stringify([one.sha256, one.kind, preview]))
		.digest('hex');
	const change = {...common, status: 'ready', preview, previewDigest: digest} as const;
	await work.imports.changeImport(book, one.id, change);
}
