import type {Knex} from 'knex';
import type {Replica} from './db/replica.ts';
import type {Transactor} from './db/transaction.ts';
import type {Runner} from './http/route.ts';
import {type Actor, stranger} from './kernel/actor.ts';
import {DomainError, Unavailable} from './kernel/errors.ts';
import type {PrimaryReason, ReadFrom} from './kernel/read-from.ts';
import type {CallerScope} from './kernel/scope.ts';

type ReaderOptions<Work> = {
	readonly transact: Transactor;
	/** Without one all is read from the primary. */
	readonly replica: Replica | undefined;
	readonly workOver: (trx: Knex, scope: CallerScope, actor: Actor) => Work;
};

/**
 * How what is read is read: from the primary, and where a route lets a replica answer and there is
 * one that holds what is needed, from that. What it cannot answer, the primary is asked.
 */
export const createReader =
	<Work extends object>({transact, replica, workOver}: ReaderOptions<Work>): Runner<Work>['read'] =>
	async (scope, actor, run, {secondsMax, need} = {}) => {
		const settings = {scope, isReadOnly: true, isSnapshot: true, secondsMax};
		const over = async (by: Transactor, from?: ReadFrom) =>
			by(settings, async (trx) => {
				const work = workOver(trx, scope, actor ?? stranger);
				return run(from === undefined ? work : {...work, readFrom: from}, from);
			});
		if (replica === undefined || need === undefined) return over(transact);
		const from = await replica.stand(need, actor?.userId);
		if (from.server === 'primary') return over(transact, from);
		try {
			return await over(replica.transact, from);
		} catch (error) {
			const because = whyAskAgain(error, from.lagSeconds);
			if (because === undefined) throw error;
			return over(transact, {server: 'primary', because});
		}
	};

/**
 * Why the primary is asked what a replica did not answer; undefined where it would say the same.
 * Of what is not there yet nobody is told that it does not exist.
 */
function whyAskAgain(error: unknown, lagSeconds: number): PrimaryReason | undefined {
	if (error instanceof DomainError) return lagSeconds > 0 ? 'behind' : undefined;
	if (error instanceof Unavailable) return 'away';
	// Whatever PostgreSQL ends there (PostgreSQL, "Hot Standby": a question in the way of replaying).
	const isPostgres =
		error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/u.test(String(error.code));
	return isPostgres ? 'cancelled' : undefined;
}

/** Who wrote is not answered from before it. */
export function notingWrites<Work>(
	runner: Runner<Work>,
	replica: Replica | undefined,
): Runner<Work> {
	if (replica === undefined) return runner;
	return {
		...runner,
		write: async (request, run) =>
			runner.write(request, run).finally(() => {
				replica.noteWrite(request.actor.userId);
			}),
		post: async (request, posting) =>
			runner.post(request, posting).finally(() => {
				replica.noteWrite(request.actor.userId);
			}),
	};
}

/** How the replica stands, in a sentence for everybody; the service does its work without it. */
export async function checkReplica(
	replica: Pick<Replica, 'look'>,
): Promise<{readonly isGood: boolean; readonly told: string}> {
	const from = await replica.look();
	return from.server === 'replica'
		? {isGood: true, told: `${from.lagSeconds.toFixed(1)} s behind`}
		: {isGood: false, told: `reports are read from the primary: ${from.because}`};
}
