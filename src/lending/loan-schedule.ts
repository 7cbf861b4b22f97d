import type {LocalDate} from '../kernel/local-date.ts';
import {add, rupiah, subtract} from '../kernel/money.ts';
import {rate} from '../kernel/rate.ts';
import type {Instalment, Loan} from './loan.ts';
import {buildSchedule} from './schedule.ts';

type LoanTerms = Pick<
	Loan,
	'akad' | 'principal' | 'margin' | 'instalments' | 'periodUnit' | 'periodEvery' | 'firstDueOn'
>;

/**
 * The schedule of a loan disbursed on a day: whole rupiah, the last instalment takes the rest.
 * Qardh pays equal principals without margin; murabahah pays its price in equal instalments.
 */
export function planSchedule(
	loan: LoanTerms,
	disbursedOn: LocalDate,
): {instalments: Instalment[]; rule: string} {
	const schedule = buildSchedule({
		method: loan.akad === 'qardh' ? 'equal-principal' : 'murabahah',
		principal: loan.principal,
		yearlyRate: rate('0'),
		instalments: loan.instalments,
		period: {unit: loan.periodUnit, every: loan.periodEvery},
		disbursedOn,
		...(loan.firstDueOn === undefined ? {} : {firstDueOn: loan.firstDueOn}),
		dayCount: 'rate/12',
		moneyQuantum: rupiah('1'),
		rounding: 'down',
		roundsComponentsSeparately: false,
		principalGraceInstalments: 0,
		marginDeferredInstalments: 0,
		...(loan.akad === 'murabahah' ? {margin: loan.margin} : {}),
	});
	let owed = schedule.totals.total;
	const instalments = schedule.rows.map(({number, dueOn, principal, margin}) => {
		owed = subtract(owed, add(principal, margin));
		return {number, dueOn, principal, margin, owedAfter: owed};
	});
	return {instalments, rule: schedule.rule};
}
