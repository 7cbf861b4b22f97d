import type {Service} from '../compose.ts';
import {takeCheckpoint} from '../evidence/index.ts';
import type {Logger} from '../http/log.ts';
import {DomainError} from '../kernel/errors.ts';
import {everywhere} from '../kernel/scope.ts';
import {startChore} from './chore.ts';

const by = {
	scope: everywhere,
	actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(chore)'},
};

/** Takes a checkpoint where anything is new since the last one. */
export function startCheckpoints(
	{inTransaction}: Pick<Service, 'inTransaction'>,
	{everyMinutes, log}: {readonly everyMinutes: number; readonly log: Logger},
) {
	let last = 0;
	return startChore({
		name: 'checkpoint',
		everyMinutes,
		log,
		run: async () => {
			try {
				const {sequence, logSize} = await inTransaction(by, takeCheckpoint);
				const isNew = sequence > last;
				last = sequence;
				return isNew ? {sequence, logSize} : undefined;
			} catch (error) {
				const isIdle = error instanceof DomainError && error.code === 'evidence/nothing-recorded';
				if (isIdle) return undefined;
				throw error;
			}
		},
	});
}
