import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {BookCode} from '../kernel/ids.ts';
import {type LocalDate, endOfMonth} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	isPositive,
	isZero,
	negate,
	subtract,
	sum,
	zero,
} from '../kernel/money.ts';
import {type EntryDraft, type Line, credit, debit} from '../ledger/index.ts';
import {type LoanFacts, classify, worse} from './classify.ts';
import {refuse} from './errors.ts';
import type {Policy} from './policy.ts';
import {requiredProvision} from './provision.ts';

/** The policy that a cooperative books by, from a day on. */
export type PolicyChoice = {
	readonly effectiveFrom: LocalDate;
	readonly policy: string;
	readonly reason: string;
	readonly decidedBy: string;
	readonly decidedAt: Date;
};

/** A document by which a provision was booked. */
export type ProvisionRun = {
	/** Within the cooperative, from 1. */
	readonly number: number;
	/** The first day of the month whose last day it is of. */
	readonly month: LocalDate;
	readonly policy: string;
	readonly version: number;
	readonly bookedBefore: Rupiah;
	readonly required: Rupiah;
	readonly entryNumber: number;
	readonly bookedBy: string;
};

/** What a loan brings to a provision: its fund, its facts, and a class by hand where it has one. */
export type FundedLoan = LoanFacts & {
	readonly fund: string;
	/** The position of the class by hand. */
	readonly manual?: number;
};

/** An amount of one fund; of none for what was booked without naming one. */
export type FundAmount = {readonly fund?: string; readonly amount: Rupiah};

/** A new choice takes effect after the newest there is. */
export function decideChoice(effectiveFrom: LocalDate, newest: PolicyChoice | undefined): void {
	if (!newest || effectiveFrom > newest.effectiveFrom) return;
	const values = {effectiveFrom, newest: newest.effectiveFrom};
	throw refuse('provisioning/choice-not-later', values, 'effectiveFrom');
}

/**
 * The day as of which a month is provided for, its last one: it has come, and no later month was
 * booked, for that one stands on what was booked then.
 */
export function decideMonth(
	month: LocalDate,
	today: LocalDate,
	last: Pick<ProvisionRun, 'month'> | undefined,
): LocalDate {
	const lastDay = endOfMonth(month);
	const name = month.slice(0, 7);
	if (lastDay > today) {
		throw refuse('provisioning/month-not-over', {month: name, lastDay}, 'month');
	}
	if (last && month < last.month) {
		const values = {month: name, last: last.month.slice(0, 7)};
		throw refuse('provisioning/later-month-booked', values, 'month');
	}
	return lastDay;
}

/** What a policy requires for the loans of each fund, by fund. */
export function requiredByFund(policy: Policy, loans: readonly FundedLoan[]): FundAmount[] {
	const required = new Map<string, Rupiah>();
	for (const loan of loans) {
		const manual = loan.manual === undefined ? undefined : policy.classes[loan.manual - 1];
		const amount = requiredProvision(worse(classify(policy, loan), manual), loan);
		required.set(loan.fund, add(required.get(loan.fund) ?? zero, amount));
	}
	return [...required].map(([fund, amount]) => ({fund, amount}));
}

/**
 * What is to be booked for each fund so that what is booked becomes what is required: above zero
 * more, below zero less. What was booked for no fund is required for none.
 */
export function buildChanges(
	required: readonly FundAmount[],
	booked: readonly FundAmount[],
): FundAmount[] {
	const changes = new Map<string | undefined, Rupiah>();
	for (const {fund, amount} of [
		...required,
		...booked.map((one) => ({...one, amount: negate(one.amount)})),
	]) {
		changes.set(fund, add(changes.get(fund) ?? zero, amount));
	}
	return [...changes]
		.filter(([, amount]) => !isZero(amount))
		.map(([fund, amount]) => ({...(fund === undefined ? {} : {fund}), amount}))
		.sort((a, b) => ((a.fund ?? '') < (b.fund ?? '') ? -1 : 1));
}

export const totalOf = (amounts: readonly FundAmount[]): Rupiah =>
	sum(amounts.map(({amount}) => amount));

/**
 * The entry of a month's provision: the differences alone, per fund. More is expense against the
 * allowance; less gives expense back. What was booked before is never edited.
 */
export function draftProvision(
	book: BookCode,
	run: Pick<ProvisionRun, 'number' | 'month' | 'policy' | 'version'>,
	changes: readonly FundAmount[],
): EntryDraft {
	const {lossExpense, allowance} = cooperativeAccounts;
	const lines = changes.flatMap(({fund, amount}): Line[] => {
		const about = fund === undefined ? {} : {fund};
		const size = isPositive(amount) ? amount : subtract(zero, amount);
		return isPositive(amount)
			? [debit(lossExpense, size, about), credit(allowance, size, about)]
			: [debit(allowance, size, about), credit(lossExpense, size, about)];
	});
	const month = run.month.slice(0, 7);
	return {
		book,
		effectiveOn: endOfMonth(run.month),
		kind: 'provision',
		reason: `Penyisihan pembiayaan ${month} menurut ${run.policy} versi ${run.version}`,
		document: `PNY-${run.number}`,
		lines,
	};
}
