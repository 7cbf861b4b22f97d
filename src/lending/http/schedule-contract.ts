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
import {type Rupiah, equals, toText} from '../../kernel/money.ts';
import {rate} from '../../kernel/rate.ts';
import {type Schedule, type ScheduleTerms, refuse} from '../index.ts';

const rounding = z.enum(['half-even', 'half-up', 'up', 'down']);
const instalmentsMax = 600;

/** What the `schedule` command and `/v1/schedules/preview` take. Amounts and rates are text. */
export const scheduleRequest = z.strictObject({
	method: z.enum(['flat', 'equal-principal', 'annuity', 'murabahah']),
	principal: amount().optional(),
	annualRatePercent: percentText().optional(),
	instalments: count({min: 1, max: instalmentsMax}),
	period: z.strictObject({
		unit: z.enum(['day', 'week', 'month']),
		every: count({min: 1, max: 366}),
	}),
	disbursementDate: date(),
	firstDueDate: date().optional(),
	dayCount: z.enum(['rate/12', 'actual/365', 'actual/364', 'actual/360']),
	moneyQuantum: amount(),
	rounding,
	instalmentMultiple: amount().optional(),
	instalmentRounding: rounding.optional(),
	marginQuantum: amount().optional(),
	roundComponentsSeparately: z.boolean().optional(),
	principalGraceInstalments: count({min: 0, max: instalmentsMax}).optional(),
	marginDeferredInstalments: count({min: 0, max: instalmentsMax}).optional(),
	fixedInstalment: amount().optional(),
	cost: amount().optional(),
	margin: amountOrZero().optional(),
});

export type ScheduleRequest = z.output<typeof scheduleRequest>;

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

/** The terms that a request stands for. @throws DomainError `lending/schedule-…`. */
export function toTerms(request: ScheduleRequest): ScheduleTerms {
	const hasFixedMargin = request.method === 'flat' || request.method === 'murabahah';
	if (request.margin !== undefined && !hasFixedMargin) {
		throw refuse('lending/schedule-margin-not-fixed', {}, 'body.margin');
	}
	if (request.annualRatePercent === undefined && request.margin === undefined) {
		throw refuse('lending/schedule-rate-missing', {}, 'body.annualRatePercent');
	}
	const optional = Object.fromEntries(
		(
			[
				'instalmentMultiple',
				'instalmentRounding',
				'marginQuantum',
				'fixedInstalment',
				'margin',
			] as const
		)
			.filter((name) => request[name] !== undefined)
			.map((name) => [name, request[name]]),
	);
	return {
		...optional,
		method: request.method,
		principal: principalOf(request),
		yearlyRate: request.annualRatePercent ?? rate('0'),
		instalments: request.instalments,
		period: request.period,
		disbursedOn: request.disbursementDate,
		...(request.firstDueDate === undefined ? {} : {firstDueOn: request.firstDueDate}),
		dayCount: request.dayCount,
		moneyQuantum: request.moneyQuantum,
		rounding: request.rounding,
		roundsComponentsSeparately: request.roundComponentsSeparately ?? false,
		principalGraceInstalments: request.principalGraceInstalments ?? 0,
		marginDeferredInstalments: request.marginDeferredInstalments ?? 0,
	};
}

function principalOf({principal, cost}: ScheduleRequest): Rupiah {
	const stated = principal ?? cost;
	if (stated === undefined)
		throw refuse('lending/schedule-principal-missing', {}, 'body.principal');
	if (cost !== undefined && !equals(stated, cost)) {
		const values = {principal: toText(stated), cost: toText(cost)};
		throw refuse('lending/schedule-cost-not-principal', values, 'body.cost');
	}
	return stated;
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
