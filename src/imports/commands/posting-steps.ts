import {assert} from '../../kernel/assert.ts';
import type {ImportKind} from '../kind.ts';
import {allocationSteps} from './fund-steps.ts';
import {collectionSteps, loanSteps, savingSteps} from './money-steps.ts';
import {groupSteps, memberSteps} from './person-steps.ts';
import type {RowSteps} from './step.ts';

const steps: Readonly<Partial<Record<ImportKind, RowSteps>>> = {
	members: memberSteps,
	loans: loanSteps,
	savings: savingSteps,
	groups: groupSteps,
	collections: collectionSteps,
	allocations: allocationSteps,
};

/** How the rows of a kind are posted one by one; opening balances are posted as a whole. */
export function stepsOf(kind: ImportKind): RowSteps {
	const found = steps[kind];
	assert(found, `Rows of ${kind} are posted one by one.`);
	return found;
}
