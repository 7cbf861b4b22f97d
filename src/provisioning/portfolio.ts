import type {AllocationId, BookCode, LoanId} from '../kernel/ids.ts';
import {type Rupiah, ratioText, subtract, sum, zero} from '../kernel/money.ts';
import type {LoanFacts} from './classify.ts';
import type {Policy, PolicyClass} from './policy.ts';
import {netRealisableValue} from './provision.ts';

/** What one policy says of one loan on a day. */
export type LoanClass = {
	readonly policy: string;
	/** Positions of classes: by lateness, by hand where one stands, and the worse of them. */
	readonly computed: number;
	readonly manual?: number;
	readonly position: number;
	/** Principal outstanding, less collateral where the class deducts it. */
	readonly base: Rupiah;
	readonly provision: Rupiah;
};

/** A loan with what each policy says of it. */
export type ClassifiedLoan = LoanFacts & {
	readonly book: BookCode;
	readonly loan: LoanId;
	readonly number: number;
	readonly fund: AllocationId;
	readonly classes: readonly LoanClass[];
};

/** The loans of one class under one policy, added up. */
export type ClassSum = {
	readonly policy: string;
	readonly position: number;
	readonly loans: number;
	readonly owed: Rupiah;
	readonly principal: Rupiah;
	readonly collateral: Rupiah;
	readonly base: Rupiah;
	readonly provision: Rupiah;
};

export type ClassTotal = Omit<ClassSum, 'policy' | 'position'> & {
	readonly class: PolicyClass;
	/** Of all principal outstanding, four decimals; undefined where there is none. */
	readonly share: string | undefined;
	readonly netRealisableValue: Rupiah;
};

export type PolicyTotals = {
	readonly policy: Policy;
	/** Every class, also one without a loan. */
	readonly classes: readonly ClassTotal[];
	readonly loans: number;
	readonly owed: Rupiah;
	readonly principal: Rupiah;
	readonly collateral: Rupiah;
	readonly provision: Rupiah;
	readonly netRealisableValue: Rupiah;
	/** What is booked less what this policy requires. */
	readonly bookedOver: Rupiah;
};

const nothing = {
	loans: 0,
	owed: zero,
	principal: zero,
	collateral: zero,
	base: zero,
	provision: zero,
};

const shareDecimals = 4;

/** The totals of a policy from the sums of its classes, beside what is booked. */
export function buildPolicyTotals(
	policy: Policy,
	sums: readonly ClassSum[],
	booked: Rupiah,
): PolicyTotals {
	const own = sums.filter((one) => one.policy === policy.code);
	const total = (name: 'owed' | 'principal' | 'collateral' | 'provision'): Rupiah =>
		sum(own.map((one) => one[name]));
	const [principal, provision] = [total('principal'), total('provision')];
	return {
		policy,
		classes: policy.classes.map((one) => {
			const {
				policy: _,
				position: __,
				...found
			} = own.find(({position}) => position === one.position) ?? {
				...nothing,
				policy: policy.code,
				position: one.position,
			};
			return {
				...found,
				class: one,
				share: ratioText(found.principal, principal, shareDecimals),
				netRealisableValue: netRealisableValue(found.principal, found.provision),
			};
		}),
		loans: own.reduce((before, {loans}) => before + loans, 0),
		owed: total('owed'),
		principal,
		collateral: total('collateral'),
		provision,
		netRealisableValue: netRealisableValue(principal, provision),
		bookedOver: subtract(booked, provision),
	};
}

/** What the control accounts say, beside the loans one by one. */
export type Control = {
	/** By the ledger's totals, over the accounts a loan is made of. */
	readonly owed: Rupiah;
	readonly principal: Rupiah;
	/** The allowance that is booked. */
	readonly allowance: Rupiah;
};

/** The control accounts less the loans; nothing, or the two have parted. */
export const controlDifferences = (
	control: Control,
	totals: Pick<PolicyTotals, 'owed' | 'principal'>,
): {readonly owed: Rupiah; readonly principal: Rupiah} => ({
	owed: subtract(control.owed, totals.owed),
	principal: subtract(control.principal, totals.principal),
});
