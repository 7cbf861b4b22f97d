import type {Service, Work} from './compose.ts';
import {importQueue} from './db/job-queue.ts';
import {
	type CheckedImport,
	type PostingPlace,
	RowRefused,
	beginCheck,
	checkPage,
	compareRows,
	endCheck,
	keepPiece,
	postNextRows,
	stageFile,
	stopImport,
	tryImport,
	undoImport,
} from './imports/index.ts';
import {assert} from './kernel/assert.ts';
import {everywhere} from './kernel/scope.ts';
import {type Book, getBook} from './ledger/index.ts';
import {type QueueWorker, type QueueWorkerOptions, startQueueWorker} from './queue-worker.ts';

export type ImportWorkerOptions = QueueWorkerOptions & {
	readonly service: Pick<Service, 'inTransaction'>;
	/** Told of rows that were read and checked, and of rows that were posted. */
	readonly observeRows?: (step: 'staged' | 'posted', rows: number) => void;
};

const actor = {userId: '00000000-0000-0000-0000-000000000000', name: '(chore)'};

/** Checks, posts and takes back imports; every row tells whether it was posted. */
export const startImportWorker = async (options: ImportWorkerOptions): Promise<QueueWorker> =>
	startQueueWorker({queue: importQueue, run: async (id) => workOnImport(id, options)}, options);

/** One import and the transactions in which it is worked on, each of its book alone. */
type Working = {
	readonly id: string;
	readonly within: <T>(run: (one: Work, book: Book) => Promise<T>) => Promise<T>;
	readonly told: NonNullable<ImportWorkerOptions['observeRows']>;
};

/** Does whatever an import waits for; where that is nobody's fault but ours it throws. */
export async function workOnImport(
	id: string,
	{
		service: {inTransaction},
		observeRows = () => undefined,
	}: Pick<ImportWorkerOptions, 'service' | 'observeRows'>,
): Promise<void> {
	const code = await inTransaction({scope: everywhere, actor, isReadOnly: true}, async (one) =>
		one.imports.bookOfImport(id),
	);
	if (code === undefined) return;
	const scope = {all: false, regions: [], cooperatives: [code]} as const;
	const working: Working = {
		id,
		within: async (run) =>
			inTransaction({scope, actor}, async (one) => run(one, await getBook(one, code))),
		told: observeRows,
	};
	const status = await working.within(
		async (one, book) => (await one.imports.findImport(book, id))?.status,
	);
	if (status === 'waiting' || status === 'checking') await check(working);
	if (status === 'approved') await post(working);
	if (status === 'undoing') {
		await orStopped(working, async () =>
			working.within(async (one, book) => undoImport(one, book, id)),
		);
	}
}

async function check(working: Working): Promise<void> {
	const {id, within, told} = working;
	const found = await within(async (one, book) => {
		const begun = await beginCheck(one, book, id);
		return begun && {begun, content: await one.imports.importFile(book, id)};
	});
	if (!found) return;
	const {begun, content} = found;
	assert(content, 'What is to be checked is not forgotten.');
	let rows = 0;
	for await (const piece of stageFile(begun, content)) {
		rows += piece.rows.length;
		const goesOn = await within(async (one, book) => keepPiece(one, book, begun, piece));
		if (!goesOn) return;
		told('staged', piece.rows.length);
	}
	await within(async (one, book) => compareRows(one, book, begun));
	await checkPages(working, begun, rows);
	const hasFindings = await within(
		async (one, book) => (await one.imports.countFindings(book, id)) > 0,
	);
	const tried = hasFindings
		? undefined
		: await within(async (one, book) => tryImport(one, book, begun));
	await within(async (one, book) => endCheck(one, book, begun, {rows, tried}));
}

async function checkPages(
	{id, within}: Working,
	begun: CheckedImport,
	rows: number,
): Promise<void> {
	let place: PostingPlace | undefined;
	let done = 0;
	do {
		place = await within(async (one, book) => {
			const next = await checkPage(one, book, begun, place);
			done += 1000;
			const progress = Math.min(90, Math.floor((done * 90) / Math.max(rows, 1)));
			await one.imports.changeImport(book, id, {progress});
			return next;
		});
	} while (place);
}

async function post(working: Working): Promise<void> {
	const {id, within, told} = working;
	await orStopped(working, async () => {
		for (;;) {
			const posted = await within(async (one, book) => postNextRows(one, book, id));
			told('posted', posted.rows);
			if (!posted.hasMore) return;
		}
	});
}

/** What is refused stops the import at its row; it is nobody's fault but the state of things. */
async function orStopped({id, within}: Working, run: () => Promise<void>): Promise<void> {
	try {
		await run();
	} catch (error) {
		if (!(error instanceof RowRefused)) throw error;
		await within(async (one, book) => stopImport(one, book, id, error));
	}
}
