import type {Service} from '../compose.ts';
import type {Logger} from '../http/log.ts';
import {forgetImports} from '../imports/index.ts';
import {everywhere} from '../kernel/scope.ts';
import {startChore} from './chore.ts';

const by = {
	scope: everywhere,
	actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(chore)'},
};

/** Forgets what was uploaded by imports that ended long enough ago: it tells of people. */
export const startForgetting = ({inTransaction}: Pick<Service, 'inTransaction'>, log: Logger) =>
	startChore({
		name: 'imports forgotten',
		everyMinutes: 60,
		log,
		run: async () => {
			const count = await inTransaction(by, forgetImports);
			return count === 0 ? undefined : {count};
		},
	});
