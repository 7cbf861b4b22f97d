import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {ChoreName, ChoreRun} from '../chore.ts';
import type {ChoreStore} from '../ports.ts';

/** The runs of the chores in PostgreSQL, within one transaction. */
export const createChoreStore = (trx: Knex): ChoreStore => ({
	...createRunReader(trx),
	...createRunWriter(trx),
});

const createRunReader = (
	trx: Knex,
): Pick<ChoreStore, 'standing' | 'find' | 'latest' | 'successes' | 'list'> => ({
	async standing(chore) {
		const [row] = await trx('chore_runs')
			.where({chore})
			.select(
				trx.raw(`max(day) filter (where state = 'done') as last_done`),
				trx.raw(`min(day) filter (where state <> 'done') as first_open`),
			);
		const {last_done, first_open} = row as Record<string, LocalDate | null>;
		return {lastDone: last_done ?? undefined, firstOpen: first_open ?? undefined};
	},
	async find(chore, day) {
		const row: RunRow | undefined = await trx('chore_runs').where({chore, day}).first();
		return row && toRun(row);
	},
	async latest() {
		const {rows} = await trx.raw<{rows: RunRow[]}>(
			'select distinct on (chore) * from chore_runs order by chore, day desc',
		);
		return rows.map(toRun);
	},
	async successes() {
		const rows = await trx('chore_runs')
			.whereNotNull('succeeded_at')
			.groupBy('chore')
			.select<{chore: ChoreName; at: Date}[]>('chore', trx.raw('max(succeeded_at) as at'));
		return new Map(rows.map(({chore, at}) => [chore, at]));
	},
	async list({chore, state, after, limit}) {
		const rows: RunRow[] = await trx('chore_runs')
			.modify((query) => {
				if (chore !== undefined) void query.where({chore});
				if (state !== undefined) void query.where({state});
				if (after !== undefined) {
					void query.whereRaw('(day < ? or (day = ? and chore > ?))', [
						after.day,
						after.day,
						after.chore,
					]);
				}
			})
			.orderBy([{column: 'day', order: 'desc'}, {column: 'chore'}])
			.limit(limit);
		return rows.map(toRun);
	},
});

const createRunWriter = (trx: Knex): Pick<ChoreStore, 'begin' | 'note' | 'end' | 'recordTurn'> => ({
	async begin(chore, day, at) {
		const {rows} = await trx.raw<{rows: RunRow[]}>(
			`insert into chore_runs (chore, day, is_nightly, state, turns, started_at, outcome)
			values (?, ?, true, 'running', 1, ?, '{}')
			on conflict (chore, day) do update set state = 'running', turns = chore_runs.turns + 1,
				started_at = excluded.started_at, ended_at = null, fault = null
			where chore_runs.state <> 'done'
			returning *`,
			[chore, day, at],
		);
		return rows[0] && toRun(rows[0]);
	},
	async note({chore, day, turns}, place, outcome) {
		const count = await trx('chore_runs')
			.where({chore, day, turns, state: 'running'})
			.update({place, outcome: JSON.stringify(outcome)});
		return count === 1;
	},
	async end({chore, day, turns}, {at, outcome, fault}) {
		const count = await trx('chore_runs')
			.where({chore, day, turns, state: 'running'})
			.update({
				state: fault === undefined ? 'done' : 'failed',
				ended_at: at,
				outcome: JSON.stringify(outcome),
				fault: fault ?? null,
				...(fault === undefined ? {succeeded_at: at} : {}),
			});
		return count === 1;
	},
	async recordTurn(chore, day, {startedAt, at, nextAt, outcome, fault}) {
		const state = fault === undefined ? 'done' : 'failed';
		const succeededAt = fault === undefined ? at : null;
		await trx.raw(
			`insert into chore_runs (chore, day, is_nightly, state, turns, started_at, ended_at,
				succeeded_at, outcome, fault, next_at)
			values (?, ?, false, ?, 1, ?, ?, ?, ?, ?, ?)
			on conflict (chore, day) do update set state = excluded.state,
				turns = chore_runs.turns + 1, started_at = excluded.started_at,
				ended_at = excluded.ended_at, outcome = excluded.outcome, fault = excluded.fault,
				next_at = excluded.next_at,
				succeeded_at = coalesce(excluded.succeeded_at, chore_runs.succeeded_at)`,
			[
				...[chore, day, state, startedAt, at, succeededAt],
				...[JSON.stringify(outcome), fault ?? null, nextAt],
			],
		);
	},
});

type RunRow = {
	chore: string;
	day: LocalDate;
	is_nightly: boolean;
	state: ChoreRun['state'];
	turns: number;
	started_at: Date;
	ended_at: Date | null;
	place: string | null;
	outcome: Record<string, unknown>;
	fault: string | null;
	next_at: Date | null;
};

const toRun = (row: RunRow): ChoreRun => ({
	chore: row.chore as ChoreName,
	day: row.day,
	state: row.state,
	turns: row.turns,
	startedAt: row.started_at,
	endedAt: row.ended_at ?? undefined,
	place: row.place ?? undefined,
	outcome: row.outcome,
	fault: row.fault ?? undefined,
	nextAt: row.next_at ?? undefined,
});
