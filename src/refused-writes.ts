import type {Knex} from 'knex';
import type {Transactor} from './db/transaction.ts';
import type {Actor} from './kernel/actor.ts';
import type {CallerScope} from './kernel/scope.ts';

type By = {readonly scope: CallerScope; readonly actor: Actor};

/**
 * Does what a refused write asked to have done nevertheless, in a transaction of its own once its
 * own has ended: what was tried stays in the record.
 */
export const rememberRefused =
	<Work extends object>(
		transact: Transactor,
		workOver: (trx: Knex, scope: CallerScope, actor: Actor) => Work,
	) =>
	async <T>(
		{scope, actor}: By,
		perform: (enlisting: (work: Work) => Work) => Promise<T>,
	): Promise<T> => {
		let remaining: ((work: Work) => Promise<void>)[] = [];
		try {
			return await perform((work) => {
				// What is tried once more asks for it once more.
				remaining = [];
				const evenIfRefused = (run: (work: Work) => Promise<void>) => remaining.push(run);
				return {...work, evenIfRefused};
			});
		} catch (error) {
			for (const run of remaining) {
				await transact({scope}, async (trx) => run(workOver(trx, scope, actor)));
			}
			throw error;
		}
	};
