import type {Service} from '../compose.ts';
import type {Logger} from '../http/log.ts';
import {everywhere} from '../kernel/scope.ts';
import {sealMonths} from '../ledger/index.ts';
import {startChore} from './chore.ts';

const by = {
	scope: everywhere,
	actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(chore)'},
};

/** Seals the months that are over, of every book, a book at a time. */
export const startSealing = ({inTransaction}: Pick<Service, 'inTransaction'>, log: Logger) =>
	startChore({
		name: 'months sealed',
		everyMinutes: 60,
		log,
		run: async () => {
			const books = await inTransaction({...by, isReadOnly: true}, async ({ledger}) =>
				ledger.listBooks(),
			);
			let count = 0;
			for (const {code} of books) {
				count += await inTransaction(by, async (work) => sealMonths(work, code));
			}
			return count === 0 ? undefined : {count};
		},
	});
