import {assert} from '../kernel/assert.ts';
import {type Rupiah, compare, portion, rupiah} from '../kernel/money.ts';
import type {Lateness} from './lateness.ts';
import type {Frequency, Ladder, Policy, PolicyClass} from './policy.ts';

/** What has to be known of a loan on a day to say of which class it is. */
export type LoanFacts = Lateness & {
	readonly frequency: Frequency;
	/** All that the member has still to pay, margin in it. */
	readonly owed: Rupiah;
	/** Net of deferred margin. */
	readonly principal: Rupiah;
	readonly collateral: Rupiah;
};

/**
 * The class of a loan by its lateness: the first whose bound it is not beyond, and the next one
 * where that class asks for collateral that the loan has not.
 */
export function classify(policy: Policy, facts: LoanFacts): PolicyClass {
	const ladder = policy.ladders.find(({frequency}) => frequency === facts.frequency);
	assert(ladder, `The policy ${policy.code} knows loans that are paid ${facts.frequency}.`);
	const value = measured(ladder, facts);
	const passed = ladder.upTo.filter((bound) => value > bound).length;
	const found = policy.classes.slice(passed).find((one) => isCovered(one, facts));
	assert(found, `The policy ${policy.code} has a class for every loan.`);
	return found;
}

function measured({measure}: Ladder, facts: Lateness): number {
	switch (measure) {
		case 'days':
			return facts.daysPastDue;
		case 'months':
			return facts.monthsPastDue;
		case 'missed':
			return facts.missedPayments;
	}
}

const sen = rupiah('0.01');

// Collateral has no less than sen, so what is asked for may be rounded up to them.
const isCovered = ({collateralMin}: PolicyClass, {owed, collateral}: LoanFacts): boolean =>
	collateralMin === undefined || compare(collateral, portion(owed, collateralMin, 'up', sen)) >= 0;

/** Of two classes of one policy the worse. */
export const worse = (one: PolicyClass, other: PolicyClass | undefined): PolicyClass =>
	other !== undefined && other.position > one.position ? other : one;
