import {z} from 'zod';
import {
	amount,
	amountOrZero,
	amountText,
	count,
	date,
	dateText,
	percentText,
} from '../../http/fields.ts';
import {assert} from '../../kernel/assert.ts';
import {type Rupiah, equals, toText} from '../../kernel/money.ts';
import {rate} from '../../kernel/rate.ts';
import {
	type LendingCode,
	type LendingFinding,
	type Schedule,
	type ScheduleTerms,
	effectiveAnnualPercent,
	findTermFaults,
	refuseAll,
} from '../index.ts';

const rounding = z.enum(['half-even', 'half-up', 'up', 'down']);
const instalmentsMax = 600;

/** What the `schedule` command and `/v1/schedules/preview` take. Amounts and rates are text. */
export const scheduleRequest = z.strictObject({
	method: z.enum(['flat', 'equal-principal', 'annuity', 'murabahah']).meta({
		description:
			'flat: the margin on the whole principal over the whole term, spread evenly. equal-principal: equal principal, the margin on what is left. annuity: level instalments, the margin on what is left. murabahah: cost + margin in level instalments, the margin in proportion to each.',
	}),
	principal: amount()
		.optional()
		.meta({description: 'What is lent; under murabahah the cost, which may be given instead.'}),
	annualRatePercent: percentText()
		.optional()
		.meta({description: 'Per cent a year; not read where a margin is given.'}),
	instalments: count({min: 1, max: instalmentsMax}),
	period: z.strictObject({
		unit: z.enum(['day', 'week', 'month']),
		every: count({min: 1, max: 366}),
	}),
	disbursementDate: date(),
	firstDueDate: date().optional().meta({
		description:
			'Seeds the day of all due dates; without it one period after the disbursement. A day that a month lacks falls on its last day, without drift.',
	}),
	dayCount: z.enum(['rate/12', 'actual/365', 'actual/364', 'actual/360']).meta({
		description:
			'rate/12: a month is 1/12 of a year, a week 1/52, a day 1/365, also in a first period of another length. actual/N: the days from one due date to the next over N.',
	}),
	moneyQuantum: amount().meta({description: 'The smallest part of money that a row may hold.'}),
	rounding: rounding.meta({description: 'How every part is rounded to its quantum.'}),
	instalmentMultiple: amount().optional().meta({
		description:
			'Principal + margin of each row but the last is a multiple of this under flat, annuity and murabahah. It does not bear on equal-principal, on a row within a grace, nor on a fixed instalment.',
	}),
	instalmentRounding: rounding
		.optional()
		.meta({description: 'How the multiple is reached; without it as `rounding`.'}),
	marginQuantum: amount()
		.optional()
		.meta({description: 'The margin of each row is a multiple of this, not of moneyQuantum.'}),
	roundComponentsSeparately: z.boolean().optional().meta({
		description:
			'Under flat and murabahah the shares of principal and margin are each rounded to the multiple before they are added: 416.67 + 12.50 in twenties is 420 + 20 = 440, not 420. With marginQuantum equal to the multiple both parts of a row are multiples.',
	}),
	principalGraceInstalments: count({min: 0, max: instalmentsMax})
		.optional()
		.meta({description: 'The first rows that bear margin only.'}),
	marginDeferredInstalments: count({min: 0, max: instalmentsMax})
		.optional()
		.meta({description: 'The first rows whose margin is collected with the row after them.'}),
	fixedInstalment: amount().optional().meta({
		description:
			'What each row but the last pays in all; refused where it does not cover the margin or pays off early.',
	}),
	cost: amount().optional().meta({description: 'Murabahah only: what the goods cost.'}),
	margin: amountOrZero()
		.optional()
		.meta({description: 'Murabahah and flat: the agreed margin, instead of one from the rate.'}),
});

export type ScheduleRequest = z.output<typeof scheduleRequest>;

/** What `/v1/schedules/preview` takes: what is paid at disbursement bears on the effective rate. */
export const previewRequest = scheduleRequest.extend({
	disbursementFees: amountOrZero()
		.optional()
		.meta({description: 'What is taken off when it is paid out.'}),
});

export const scheduleAnswer = z.strictObject({
	rows: z.array(
		z.strictObject({
			number: z.number(),
			dueDate: dateText(),
			principal: amountText(),
			margin: amountText(),
			total: amountText(),
			balance: amountText(),
		}),
	),
	totals: z.strictObject({principal: amountText(), margin: amountText(), total: amountText()}),
	rule: z.string(),
});

/** The internal rate of return of all that is paid, with the fees taken when it is paid out. */
export const effectiveRateText = () =>
	z
		.string()
		.nullable()
		.meta({
			description:
				'The effective annual rate in per cent: the internal rate of return of what is paid, fees at disbursement in it, every day counted as 1/365 of a year. Null where there is none: a share of profit is not known beforehand.',
			examples: ['23.8097'],
		});

export const previewAnswer = scheduleAnswer.extend({
	effectiveAnnualRatePercent: effectiveRateText(),
});

/**
 * The terms that a request stands for.
 * @throws DomainError `lending/schedule-…` with every contradiction within the request.
 */
export function toTerms(request: ScheduleRequest): ScheduleTerms {
	const {method, instalments, period, dayCount, moneyQuantum, rounding} = request;
	const principal = request.principal ?? request.cost;
	const terms = {
		method,
		yearlyRate: request.annualRatePercent ?? rate('0'),
		instalments,
		period,
		disbursedOn: request.disbursementDate,
		...(request.firstDueDate === undefined ? {} : {firstDueOn: request.firstDueDate}),
		dayCount,
		moneyQuantum,
		rounding,
		roundsComponentsSeparately: request.roundComponentsSeparately ?? false,
		principalGraceInstalments: request.principalGraceInstalments ?? 0,
		marginDeferredInstalments: request.marginDeferredInstalments ?? 0,
		...optionalTerms(request),
	};
	const ofTerms = findTermFaults(terms);
	const faults = [...findRequestFaults(request), ...ofTerms];
	refuseAll(faults.map((fault) => ({...fault, path: `body.${fault.path}`})));
	assert(principal !== undefined, 'A request without principal and cost is refused.');
	return {...terms, principal};
}

const optionalNames = [
	'instalmentMultiple',
	'instalmentRounding',
	'marginQuantum',
	'fixedInstalment',
	'margin',
] as const;

const optionalTerms = (
	request: ScheduleRequest,
): Pick<ScheduleTerms, (typeof optionalNames)[number]> =>
	Object.fromEntries(
		optionalNames
			.filter((name) => request[name] !== undefined)
			.map((name) => [name, request[name]]),
	);

/** What the fields of a request say against each other. */
function findRequestFaults(request: ScheduleRequest): LendingFinding[] {
	const {method, principal, cost, margin} = request;
	const faults: LendingFinding[] = [];
	const find = (code: LendingCode, path: string, values: Record<string, string> = {}): void => {
		faults.push({code, path, values});
	};
	if (cost !== undefined && method !== 'murabahah') {
		find('lending/schedule-cost-without-murabahah', 'cost');
	} else if (principal === undefined && cost === undefined) {
		find('lending/schedule-principal-missing', 'principal');
	} else if (principal !== undefined && cost !== undefined && !equals(principal, cost)) {
		const values = {principal: toText(principal), cost: toText(cost)};
		find('lending/schedule-cost-not-principal', 'cost', values);
	}
	if (margin !== undefined && method !== 'flat' && method !== 'murabahah') {
		find('lending/schedule-margin-not-fixed', 'margin');
	}
	if (request.annualRatePercent === undefined && margin === undefined) {
		find('lending/schedule-rate-missing', 'annualRatePercent');
	}
	return faults;
}

export const presentSchedule = ({
	rows,
	totals,
	rule,
}: Schedule): z.output<typeof scheduleAnswer> => ({
	rows: rows.map(({number, dueOn, principal, margin, total, balance}) => ({
		number,
		dueDate: dueOn,
		principal: toText(principal),
		margin: toText(margin),
		total: toText(total),
		balance: toText(balance),
	})),
	totals: {
		principal: toText(totals.principal),
		margin: toText(totals.margin),
		total: toText(totals.total),
	},
	rule,
});

/** The schedule with its effective rate. */
export function presentPreview(
	schedule: Schedule,
	{disbursedOn, principal}: ScheduleTerms,
	fees: Rupiah | undefined,
): z.output<typeof previewAnswer> {
	const {rows} = schedule;
	const flows = {disbursedOn, principal, rows, ...(fees === undefined ? {} : {fees})};
	return {
		...presentSchedule(schedule),
		effectiveAnnualRatePercent: effectiveAnnualPercent(flows) ?? null,
	};
}
