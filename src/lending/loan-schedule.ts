import {type LocalDate, daysBetween} from '../kernel/local-date.ts';
import {type Rupiah, add, rupiah, subtract, zero} from '../kernel/money.ts';
import {type Rate, rate} from '../kernel/rate.ts';
import {akadRules} from './akad.ts';
import {startOfPeriod} from './due-dates.ts';
import {type Instalment, type Loan, calendarUnit} from './loan.ts';
import {type Product, firstDueBy} from './product.ts';
import {buildSchedule} from './schedule.ts';
import type {Schedule, ScheduleMethod, ScheduleTerms} from './schedule-terms.ts';
import {type Calendar, shiftDueDates} from './working-days.ts';

export type LoanTerms = Pick<
	Loan,
	'akad' | 'principal' | 'margin' | 'instalments' | 'periodUnit' | 'periodEvery' | 'firstDueOn'
>;

/** What besides the loan itself decides its schedule. */
export type PlanningFacts = {
	readonly product?: Product;
	readonly holidays?: ReadonlySet<LocalDate>;
	/** Where a schedule is running already: what it leaves for money that goes out within it. */
	readonly running?: {
		/** As they were moved off closed days. */
		readonly dueDates: readonly LocalDate[];
		/** How many instalments of the loan fell due before. */
		readonly passed: number;
	};
};

export type LoanSchedule = {readonly instalments: Instalment[]; readonly rule: string};

const noHolidays: ReadonlySet<LocalDate> = new Set();

/**
 * The schedule of a loan disbursed on a day. Without a product: whole rupiah, the last instalment
 * takes the rest; murabahah and ijarah pay their price in equal instalments, the others equal
 * principals, and what a share akad earns is in no schedule, for nobody knows it beforehand.
 */
export function planSchedule(
	loan: LoanTerms,
	disbursedOn: LocalDate,
	{product, holidays = noHolidays, running}: PlanningFacts = {},
): LoanSchedule {
	const plain = termsOf(loan, disbursedOn, product);
	const schedule = buildSchedule(running ? within(plain, running) : plain);
	const calendar: Calendar = {restDays: product?.restDays ?? [], holidays};
	const shift = running ? 'none' : (product?.workingDayShift ?? 'none');
	const dates = shiftDueDates(
		schedule.rows.map(({dueOn}) => dueOn),
		shift,
		calendar,
	);
	let owed = schedule.totals.total;
	const instalments = rowsOf(schedule, product).map(({principal, margin}, index) => {
		owed = subtract(owed, add(principal, margin));
		return {number: index + 1, dueOn: dates[index]!, principal, margin, owedAfter: owed};
	});
	const moved = shift === 'none' ? '' : ` Due dates on closed days: ${shift}.`;
	return {instalments, rule: `${schedule.rule}${moved}`};
}

/** The terms of money that goes out while a schedule is running: what is left of its days. */
function within(
	{firstDueOn: _, ...terms}: ScheduleTerms,
	{dueDates, passed}: NonNullable<PlanningFacts['running']>,
): ScheduleTerms {
	const {disbursedOn, period} = terms;
	const [next] = dueDates;
	const days = daysBetween(disbursedOn, next!);
	const of = daysBetween(startOfPeriod(next!, period), next!);
	const left = (count: number) => Math.min(Math.max(count - passed, 0), dueDates.length - 1);
	return {
		...terms,
		instalments: dueDates.length,
		dueDates,
		...(days < of ? {firstPeriod: {days, of}} : {}),
		principalGraceInstalments: left(terms.principalGraceInstalments),
		marginDeferredInstalments: left(terms.marginDeferredInstalments),
	};
}

/** A bullet collects its principal with the last instalment, whatever each row would bear of it. */
function rowsOf(
	{rows, totals}: Schedule,
	product: Product | undefined,
): readonly {readonly principal: Rupiah; readonly margin: Rupiah}[] {
	if (product?.method !== 'bullet') return rows;
	return rows.map(({margin}, index) => ({
		margin,
		principal: index === rows.length - 1 ? totals.principal : zero,
	}));
}

function termsOf(
	loan: LoanTerms,
	disbursedOn: LocalDate,
	product: Product | undefined,
): ScheduleTerms {
	const firstDueOn = loan.firstDueOn ?? (product && firstDueBy(product, disbursedOn));
	const hasAgreedMargin = akadRules[loan.akad].earning === 'agreed';
	return {
		method: methodOf(loan, product),
		principal: loan.principal,
		yearlyRate: yearlyRateOf(product),
		instalments: loan.instalments,
		period: {unit: calendarUnit(loan.periodUnit), every: loan.periodEvery},
		disbursedOn,
		...(firstDueOn === undefined ? {} : {firstDueOn}),
		dayCount: product?.dayCount ?? 'rate/12',
		moneyQuantum: rupiah('1'),
		rounding: product?.rounding ?? 'down',
		...(product?.instalmentMultiple === undefined
			? {}
			: {instalmentMultiple: product.instalmentMultiple, instalmentRounding: product.rounding}),
		roundsComponentsSeparately: false,
		principalGraceInstalments: product?.principalGraceInstalments ?? 0,
		marginDeferredInstalments: product?.marginDeferredInstalments ?? 0,
		...(hasAgreedMargin ? {margin: loan.margin} : {}),
	};
}

const yearlyRateOf = (product: Product | undefined): Rate => product?.yearlyRate ?? rate('0');

// A bullet of a loan at a rate bears the flat margin of each period, which is that of the whole
// principal; one with an agreed margin spreads it as its price does.
function methodOf({akad}: LoanTerms, product: Product | undefined): ScheduleMethod {
	if (akadRules[akad].earning === 'agreed') return 'murabahah';
	const method = product?.method;
	if (method === 'flat' || method === 'annuity') return method;
	if (method === 'bullet' && akad === 'jasa') return 'flat';
	return 'equal-principal';
}
