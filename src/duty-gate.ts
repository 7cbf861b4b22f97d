import type {Within} from './approval-gate.ts';
import {type SeparationStore, loanApproval, requireApart, requireNoKin} from './approvals/index.ts';
import {type Actor, personsOf} from './kernel/actor.ts';
import type {LocalDate} from './kernel/local-date.ts';
import type {LendingStore} from './lending/index.ts';

/**
 * The loans' store with the question of separation before every step of a loan's life: whoever took
 * a step takes none that is kept apart from it, nor one that decides on their own or their family's
 * loan, nor approves more than they may. What came of a conversion moves no money by its first
 * steps.
 */
export const dutyBound = (
	lending: LendingStore,
	{
		separations,
		actor,
		today,
		within,
	}: {
		readonly separations: SeparationStore;
		readonly actor: Actor;
		readonly today: () => LocalDate;
		readonly within: Within;
	},
): LendingStore => {
	let known: ReturnType<SeparationStore['versions']> | undefined;
	return {
		...lending,
		async insertEvent(book, id, event, by) {
			const loan = await lending.findLoan(id);
			if (loan) {
				const persons = personsOf(actor.name);
				requireNoKin(event.kind, await separations.standingTie(persons, loan.member));
			}
			if (loan && event.kind === 'approved') {
				await within([{name: loanApproval, amount: loan.principal}]);
			}
			const events = await lending.listEvents(book, id);
			if (!events.some(({kind}) => kind === 'came-of-conversion')) {
				const done = events.map(({kind, actor: doer}) => ({duty: `loan.${kind}`, by: doer}));
				const duty = {duty: `loan.${event.kind}`, by: by.actor};
				known ??= separations.versions();
				requireApart(await known, duty, done, today());
			}
			await lending.insertEvent(book, id, event, by);
		},
	};
};
