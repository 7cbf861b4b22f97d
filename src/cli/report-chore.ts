import type {Service} from '../compose.ts';
import type {Logger} from '../http/log.ts';
import {everywhere} from '../kernel/scope.ts';
import {expireJobs} from '../reporting/index.ts';
import {startChore} from './chore.ts';

const by = {
	scope: everywhere,
	actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(chore)'},
};

/** Forgets the files of report jobs that were kept long enough. */
export const startExpiry = ({inTransaction}: Pick<Service, 'inTransaction'>, log: Logger) =>
	startChore({
		name: 'report jobs expired',
		everyMinutes: 60,
		log,
		run: async () => {
			const count = await inTransaction(by, expireJobs);
			return count === 0 ? undefined : {count};
		},
	});
