import type {LocalDate} from '../kernel/local-date.ts';
import type {Rounding, Rupiah} from '../kernel/money.ts';
import type {Rate} from '../kernel/rate.ts';

export type ScheduleMethod = 'flat' | 'equal-principal' | 'annuity' | 'murabahah';
export type DayCount = 'rate/12' | 'actual/365' | 'actual/364' | 'actual/360';
export type SchedulePeriod = {readonly unit: 'day' | 'week' | 'month'; readonly every: number};

/** Everything that decides a schedule. */
export type ScheduleTerms = {
	readonly method: ScheduleMethod;
	/** What is lent; under murabahah the cost of the goods. */
	readonly principal: Rupiah;
	/** Yearly rate as a pure number: 0.12 for 12 % a year. Not read when `margin` is given. */
	readonly yearlyRate: Rate;
	readonly instalments: number;
	readonly period: SchedulePeriod;
	readonly disbursedOn: LocalDate;
	/** Seeds the day of all due dates; without it, one period after the disbursement. */
	readonly firstDueOn?: LocalDate;
	/** The due dates themselves, where a schedule that is running has them already. */
	readonly dueDates?: readonly LocalDate[];
	/**
	 * Under `rate/12`, how many days of the first period count: of a tranche paid out within one, so
	 * that it bears no margin for the days before it. The other day counts count days anyway.
	 */
	readonly firstPeriod?: {readonly days: number; readonly of: number};
	readonly dayCount: DayCount;
	/** The smallest part of money that a row may hold. */
	readonly moneyQuantum: Rupiah;
	readonly rounding: Rounding;
	/**
	 * Principal + margin of a row is a multiple of this under flat, annuity and murabahah; the last
	 * takes the rest. It does not bear on equal principal, whose rows are not level, nor on a
	 * fixed instalment.
	 */
	readonly instalmentMultiple?: Rupiah;
	readonly instalmentRounding?: Rounding;
	/** The margin of a row is a multiple of this instead of the money quantum. */
	readonly marginQuantum?: Rupiah;
	/**
	 * Under flat and murabahah the level is the principal's share rounded to the multiple plus the
	 * margin's share rounded to the multiple, rather than their sum rounded once: 416.67 + 12.50 in
	 * multiples of 20 is then 420 + 20 = 440, and not 420. The margin of a row stays at its own
	 * quantum, so that it can neither run out early nor exceed what was agreed.
	 */
	readonly roundsComponentsSeparately: boolean;
	/** The first rows bear margin only. */
	readonly principalGraceInstalments: number;
	/** The margin of the first rows is collected with the row that follows them. */
	readonly marginDeferredInstalments: number;
	/** The level total of each row (annuity, flat, murabahah); the last takes the rest. */
	readonly fixedInstalment?: Rupiah;
	/** The agreed margin in rupiah (murabahah, flat), instead of one from the rate. */
	readonly margin?: Rupiah;
};

export type ScheduleRow = {
	readonly number: number;
	readonly dueOn: LocalDate;
	readonly principal: Rupiah;
	readonly margin: Rupiah;
	readonly total: Rupiah;
	/** Principal that is left once this row is paid. */
	readonly balance: Rupiah;
};

export type Schedule = {
	readonly rows: readonly ScheduleRow[];
	readonly totals: {readonly principal: Rupiah; readonly margin: Rupiah; readonly total: Rupiah};
	/** One sentence that states how the parts were found and rounded. */
	readonly rule: string;
};
