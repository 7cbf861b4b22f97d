import type {Knex} from 'knex';
import {TookTooLong, Unavailable} from '../kernel/errors.ts';
import type {CallerScope} from '../kernel/scope.ts';
import {type ConstraintRefusals, toRefusal} from './constraint-errors.ts';
import {orUnavailable} from './unavailable.ts';

export type TransactionSettings = {
	readonly scope: CallerScope;
	readonly isReadOnly?: boolean;
	/** A report reads one snapshot, however long it takes. */
	readonly isSnapshot?: boolean;
	/** How long one question may take; as long as it does without it. */
	readonly secondsMax?: number | undefined;
};

// Serialization failure and deadlock: PostgreSQL asks us to try again, and nothing was written.
const retried = new Set(['40001', '40P01']);
// Somebody else, in another process, answered the same key meanwhile: the next try finds that.
const keyTaken = 'idempotency_keys_pkey';
const attemptsMax = 4;

export type Transactor = <T>(
	settings: TransactionSettings,
	run: (trx: Knex.Transaction) => Promise<T>,
) => Promise<T>;

/**
 * The only way to a writer: runs in one transaction whose scope of books PostgreSQL enforces,
 * again (at most three times) when PostgreSQL asks for it. A throw rolls everything back.
 */
export function createTransactor(knex: Knex, refusals: ConstraintRefusals): Transactor {
	return async (settings, run) => retrying(async () => once(knex, settings, run), refusals);
}

/** The same with one try: for a server beside which there is another to ask. */
export const createTrier =
	(knex: Knex): Transactor =>
	async (settings, run) =>
		orUnavailable(async () => once(knex, settings, run));

/**
 * Tries a transaction, and again (at most three times) where what stood in the way is gone then.
 * @throws DomainError for what a room's table names, Unavailable when trying does not help.
 */
export async function retrying<T>(run: () => Promise<T>, refusals: ConstraintRefusals): Promise<T> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await orUnavailable(run);
		} catch (error) {
			if (!isWorthRetrying(error)) throw toRefusal(error, refusals);
			if (attempt === attemptsMax) {
				// Who asks again and again is not served better by asking once more at once.
				throw new Unavailable('The database asked too often to try again.', {cause: error});
			}
		}
	}
}

const once = async <T>(
	knex: Knex,
	settings: TransactionSettings,
	run: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> =>
	knex
		.transaction(
			async (trx) => {
				await setScope(trx, settings.scope);
				if (settings.secondsMax !== undefined) await limitQuestions(trx, settings.secondsMax);
				return run(trx);
			},
			{
				...(settings.isReadOnly ? {readOnly: true} : {}),
				...(settings.isSnapshot ? {isolationLevel: 'repeatable read'} : {}),
			},
		)
		.catch((error: unknown) => {
			if (settings.secondsMax === undefined || !wasEnded(error)) throw error;
			const told = `A question took more than ${settings.secondsMax} s.`;
			throw new TookTooLong(told, {cause: error});
		});

const limitQuestions = async (trx: Knex, seconds: number): Promise<void> => {
	await trx.raw(`select set_config('statement_timeout', ?, true)`, [`${seconds}s`]);
};

/** Whether PostgreSQL ended a question that it was told to end. */
const wasEnded = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === '57014';

/** Whether the same once more may succeed, for what stood in the way is gone then. */
export const isWorthRetrying = (error: unknown): boolean =>
	error instanceof Error &&
	(('code' in error && retried.has(String(error.code))) ||
		('constraint' in error && error.constraint === keyTaken));

/** Names the books of this transaction; the setting ends with it, so it cannot leak to the next. */
export async function setScope(trx: Knex.Transaction, scope: CallerScope): Promise<void> {
	if (scope.all) {
		await trx.raw(`select set_config('bergulir.all_books', 'on', true)`);
		return;
	}
	await trx.raw(
		`select set_config('bergulir.all_books', 'off', true), set_config('bergulir.books', (
			select coalesce(array_agg(id), '{}')::text from books
			where code = any (?::text[]) or region_code = any (?::text[])
				or exists (select from unnest(?::text[]) region where region_code like region || '.%')
		), true)`,
		[[...scope.cooperatives], [...scope.regions], [...scope.regions]],
	);
}

/**
 * Adds a book to those this transaction may touch: the mirror side of an operation over two books.
 */
export async function includeBook(trx: Knex, bookId: number): Promise<void> {
	await trx.raw(
		`select set_config('bergulir.books', (bergulir_books() || ?::integer)::text, true)`,
		[bookId],
	);
}

// For what reads whole tables: joins by hashing in memory, whatever the planner expects of a few
// rows, for what grows with the square is found out too late; and no time spent on compiling.
const wideReading = [
	['bergulir.all_books', 'on'],
	['work_mem', '64MB'],
	['jit', 'off'],
	['enable_nestloop', 'off'],
	['enable_mergejoin', 'off'],
] as const;

/**
 * Runs something over every book within a transaction of whatever scope, and sets the scope back:
 * for what the service sees as a whole and shows each caller a part of. When it throws, so does
 * this, and the rollback sets it back.
 */
export async function withEveryBook<T>(trx: Knex, run: () => Promise<T>): Promise<T> {
	const {rows} = await trx.raw<{rows: Record<string, string | null>[]}>(
		`select ${wideReading.map((_, index) => `current_setting(?, true) as "${index}"`).join(', ')}`,
		wideReading.map(([name]) => name),
	);
	const set = async (values: readonly (string | null)[]): Promise<void> => {
		await trx.raw(
			`select ${wideReading.map(() => 'set_config(?, ?, true)').join(', ')}`,
			wideReading.flatMap(([name], index) => [name, values[index] ?? '']),
		);
	};
	await set(wideReading.map(([, value]) => value));
	const result = await run();
	await set(wideReading.map((_, index) => rows[0]![String(index)] ?? null));
	return result;
}
