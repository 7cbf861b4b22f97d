import {isOnePerson} from '../kernel/actor.ts';
import type {LoanId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, compare, isZero, sum, toText} from '../kernel/money.ts';
import {arrearsOn, lateInstalments} from './arrears.ts';
import {type LendingFinding, refuse, refuseAll} from './errors.ts';
import type {Loan, Repayment, ScheduleVersion} from './loan.ts';
import type {LateFine} from './product.ts';
import type {MoneyMethod} from './method.ts';

/**
 * What a late payer is asked for besides the loan: `tazir` is the fine that the akad agreed on, of
 * one late instalment (DSN-MUI 17/2000); `tawidh` makes up for costs that the lateness really made
 * and that no akad may fix beforehand (DSN-MUI 43/2004, 129/2019).
 */
export type LateChargeKind = 'tazir' | 'tawidh';

/** What was really spent because of the default, with the paper that proves it. */
export type Cost = {
	readonly document: string;
	readonly description: string;
	readonly spentOn: LocalDate;
	readonly amount: Rupiah;
};

export type LateChargePayment = Pick<
	Repayment,
	'paidOn' | 'receiptNumber' | 'entryNumber' | 'receivedBy'
> & {readonly method: MoneyMethod};

export type LateChargeWaiver = {
	readonly waivedOn: LocalDate;
	readonly reason: string;
	readonly waivedBy: string;
};

export type LateCharge = {
	readonly loan: LoanId;
	/** From 1, within the loan. */
	readonly number: number;
	readonly kind: LateChargeKind;
	readonly chargedOn: LocalDate;
	readonly amount: Rupiah;
	/** Which instalment of which schedule a fine is for. */
	readonly instalment?: {readonly version: number; readonly number: number};
	readonly costs: readonly Cost[];
	/** Why the officer holds the member to be able and to delay on purpose. */
	readonly statement: string;
	readonly chargedBy: string;
	/** In force: a payment that was taken back is none. */
	readonly payment?: LateChargePayment;
	readonly waiver?: LateChargeWaiver;
};

export type LateChargeState = 'open' | 'paid' | 'waived';

export function stateOfCharge({payment, waiver}: LateCharge): LateChargeState {
	if (waiver) return 'waived';
	return payment ? 'paid' : 'open';
}

/** An officer's statement that a fine is due. */
export type NewTazir = {
	readonly loan: LoanId;
	readonly chargedOn: LocalDate;
	/** The member is able and delays on purpose; without it nothing may be asked for. */
	readonly isWilful: boolean;
	readonly statement: string;
};

/** What has to be known to judge a fine. */
export type TazirFacts = {
	readonly loan: Loan;
	/** What the product agreed on. */
	readonly fine: LateFine | undefined;
	/** In force on the day. */
	readonly schedule: Pick<ScheduleVersion, 'version' | 'instalments'> | undefined;
	/** Principal and margin on the day. */
	readonly owed: Rupiah;
	readonly charges: readonly LateCharge[];
	readonly chargedBy: string;
};

/**
 * The fines of a day: one for each late instalment that was not fined before, of the sum that the
 * product agreed on.
 * @throws DomainError `lending/not-wilful`, `lending/no-late-fine`, `lending/loan-not-late`,
 * `lending/tazir-charged-already`.
 */
export function decideTazir(wanted: NewTazir, facts: TazirFacts): LateCharge[] {
	const {loan, fine, schedule, owed, charges, chargedBy} = facts;
	const {chargedOn, statement} = wanted;
	const values = {number: String(loan.number), date: chargedOn};
	if (!fine) throw refuse('lending/no-late-fine', values);
	requireWilful(wanted.isWilful, "ta'zir", '17/2000');
	const {instalments = [], version = 0} = schedule ?? {};
	if (arrearsOn(chargedOn, instalments, owed).daysPastDue === 0) {
		throw refuse('lending/loan-not-late', values, 'chargedOn');
	}
	const fined = new Set(
		charges
			.filter(({instalment}) => instalment?.version === version)
			.map(({instalment}) => instalment!.number),
	);
	const late = lateInstalments(chargedOn, instalments, owed)
		.filter(({principal, margin}) => !isZero(add(principal, margin)))
		.filter(({number}) => !fined.has(number));
	if (late.length === 0) throw refuse('lending/tazir-charged-already', values, 'chargedOn');
	return late.map(({number: instalment}, index) => ({
		loan: loan.id,
		number: charges.length + index + 1,
		kind: 'tazir',
		chargedOn,
		amount: fine.amount,
		instalment: {version, number: instalment},
		costs: [],
		statement,
		chargedBy,
	}));
}

/** An officer's claim of what a member's lateness really cost. */
export type NewTawidh = {
	readonly loan: LoanId;
	readonly claimedOn: LocalDate;
	readonly amount: Rupiah;
	readonly costs: readonly Cost[];
	readonly isWilful: boolean;
	readonly statement: string;
};

export type TawidhFacts = {
	readonly loan: Loan;
	/** Of the days of the costs, those on which the loan was late. */
	readonly lateDays: ReadonlySet<LocalDate>;
	readonly charges: readonly LateCharge[];
	readonly chargedBy: string;
};

/**
 * A compensation of at most the real costs, each spent while the loan was late.
 * @throws DomainError `lending/not-wilful`, or with one finding for each cost that is none.
 */
export function decideTawidh(wanted: NewTawidh, facts: TawidhFacts): LateCharge {
	const {loan, charges, chargedBy} = facts;
	const {claimedOn, amount, costs, statement} = wanted;
	requireWilful(wanted.isWilful, "ta'widh", '43/2004');
	refuseAll(costFindings(wanted, facts.lateDays));
	const spent = sum(costs.map((cost) => cost.amount));
	if (compare(amount, spent) > 0) {
		const values = {amount: toText(amount), costs: toText(spent)};
		throw refuse('lending/tawidh-above-costs', values, 'amount');
	}
	return {
		loan: loan.id,
		number: charges.length + 1,
		kind: 'tawidh',
		chargedOn: claimedOn,
		amount,
		costs,
		statement,
		chargedBy,
	};
}

const costFindings = (
	{costs, claimedOn}: NewTawidh,
	lateDays: ReadonlySet<LocalDate>,
): LendingFinding[] =>
	costs.flatMap(({document, spentOn}, index): LendingFinding[] => {
		const path = `costs[${index}].spentOn`;
		const values = {document, date: spentOn, claimedOn};
		if (spentOn > claimedOn) return [{code: 'lending/cost-after-claim', path, values}];
		if (lateDays.has(spentOn)) return [];
		return [{code: 'lending/cost-not-of-lateness', path, values}];
	});

function requireWilful(isWilful: boolean, kind: string, fatwa: string): void {
	if (!isWilful) throw refuse('lending/not-wilful', {kind, fatwa}, 'isWilful');
}

/** @throws DomainError `lending/late-charge-ended`, `lending/before-late-charge`. */
export function decideChargePayment(charge: LateCharge, paidOn: LocalDate): void {
	requireState(charge, 'open');
	requireAfterCharge(charge, paidOn, 'paidOn');
}

/**
 * Another person than who charged may waive it.
 * @throws DomainError `lending/waiver-same-person`, `lending/late-charge-ended`, …
 */
export function decideWaiver(charge: LateCharge, {waivedOn, waivedBy}: LateChargeWaiver): void {
	requireState(charge, 'open');
	if (isOnePerson(charge.chargedBy, waivedBy)) {
		throw refuse('lending/waiver-same-person', {person: waivedBy});
	}
	requireAfterCharge(charge, waivedOn, 'waivedOn');
}

/** The charge is where an operation starts. @throws DomainError `lending/late-charge-ended`. */
export function requireState(charge: LateCharge, wanted: LateChargeState): void {
	const state = stateOfCharge(charge);
	if (state === wanted) return;
	throw refuse('lending/late-charge-ended', {charge: String(charge.number), state, wanted});
}

function requireAfterCharge({chargedOn}: LateCharge, date: LocalDate, path: string): void {
	if (date < chargedOn) throw refuse('lending/before-late-charge', {date, chargedOn}, path);
}
