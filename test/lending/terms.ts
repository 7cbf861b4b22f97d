import {localDate} from '../../src/kernel/local-date.ts';
import {type Rupiah, rupiah, toText} from '../../src/kernel/money.ts';
import {percent} from '../../src/kernel/rate.ts';
import type {Instalment} from '../../src/lending/loan.ts';
import {buildSchedule} from '../../src/lending/schedule.ts';
import type {ScheduleMethod, ScheduleTerms} from '../../src/lending/schedule-terms.ts';

/** Terms with a method, a principal, a yearly percentage and a count; monthly, in whole rupiah. */
export const termsOf = (
	method: ScheduleMethod,
	principal: string,
	yearlyPercent: string,
	instalments: number,
	others: Partial<ScheduleTerms> = {},
): ScheduleTerms => ({
	method,
	principal: rupiah(principal),
	yearlyRate: percent(yearlyPercent),
	instalments,
	period: {unit: 'month', every: 1},
	disbursedOn: localDate('2026-01-15'),
	dayCount: 'rate/12',
	moneyQuantum: rupiah('1'),
	rounding: 'half-even',
	roundsComponentsSeparately: false,
	principalGraceInstalments: 0,
	marginDeferredInstalments: 0,
	...others,
});

const short = (amount: Rupiah): string => toText(amount).replace(/\.00$/u, '');

/** The rows as `due-date principal margin total balance`, sen only where there are any. */
export const rowsOf = (terms: ScheduleTerms): string[] =>
	buildSchedule(terms).rows.map(({dueOn, principal, margin, total, balance}) =>
		[dueOn, ...[principal, margin, total, balance].map(short)].join(' '),
	);

/** The rows without their dates, where the dates are not what is tested. */
export const amountsOf = (terms: ScheduleTerms): string[] =>
	rowsOf(terms).map((row) => row.slice('2026-01-15 '.length));

/** Instalments from `due-date principal margin`, what is owed after each counted from the end. */
export function instalmentsOf(...rows: readonly string[]): Instalment[] {
	let owedAfter = rupiah('0');
	return rows
		.map((row, index) => ({row: row.split(' '), number: index + 1}))
		.reverse()
		.map(({row: [dueOn = '', principal = '', margin = ''], number}) => {
			const instalment = {
				number,
				dueOn: localDate(dueOn),
				principal: rupiah(principal),
				margin: rupiah(margin),
				owedAfter,
			};
			owedAfter = owedAfter.plus(principal).plus(margin) as Rupiah;
			return instalment;
		})
		.reverse();
}
