import {z} from 'zod';
import {amount, amountText, count, date, dateText, id, papers, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import {sum, toText} from '../../kernel/money.ts';
import {toPercentText} from '../../kernel/rate.ts';
import {
	type CityShare,
	type FundWork,
	type Held,
	accrueCityShare,
	endAllocation,
	getAllocation,
	payCityShare,
	readNotRemitted,
	reallocateFund,
	returnFund,
} from '../index.ts';
import {
	endingAnswer,
	endingBody,
	presentEnding,
	presentReturn,
	presentSharePayment,
	presentTranche,
	returnAnswer,
	returnBody,
	sharePaymentAnswer,
	trancheAnswer,
} from './schemas.ts';

const ofAllocation = z.strictObject({id: id<AllocationId>()});
const contract = {kind: 'write', tag: 'fund', params: ofAllocation, status: 201} as const;

const moneyRoutes: readonly Route<FundWork>[] = [
	route({
		...contract,
		method: 'POST',
		path: '/v1/allocations/{id}/returns',
		permission: 'remittance:record',
		summary: 'Records that unlent money went back to the city, in both books at once.',
		body: returnBody,
		response: returnAnswer,
		handle: async (work: FundWork, {params, body}) => ({
			body: presentReturn(await returnFund(work, {...body, allocation: params.id})),
		}),
	}),
	route({
		...contract,
		method: 'POST',
		path: '/v1/allocations/{id}/reallocate',
		permission: 'tranche:record',
		summary: "Moves a fund's free money on to another agreement: the revolving itself.",
		body: z.strictObject({
			to: id<AllocationId>().meta({description: 'The agreement that receives it.'}),
			document: text({max: 100}),
			budgetYear: count({min: 2000, max: 2199}),
			movedOn: date(),
			amount: amount(),
			reason: text({max: 500}),
		}),
		response: z.strictObject({return: returnAnswer, tranche: trancheAnswer}),
		handle: async (work: FundWork, {params, body}) => {
			const {fundReturn, tranche} = await reallocateFund(work, {...body, from: params.id});
			return {body: {return: presentReturn(fundReturn), tranche: presentTranche(tranche)}};
		},
	}),
	route({
		...contract,
		method: 'POST',
		path: '/v1/allocations/{id}/end',
		permission: 'allocation:end',
		summary: 'Ends an agreement before its tenor: all that is left falls due on one day.',
		body: endingBody,
		response: endingAnswer,
		handle: async (work: FundWork, {params, body}) => ({
			body: presentEnding(await endAllocation(work, {...body, allocation: params.id})),
		}),
	}),
];

const shareAnswer = z.strictObject({
	allocation: z.string(),
	number: z.number(),
	accruedOn: dateText(),
	earned: amountText().meta({description: 'All income of the fund by that day.'}),
	share: z.string().meta({description: 'In percent.'}),
	amount: amountText().meta({description: 'More, or below zero less, than had been booked.'}),
	entry: z.number(),
	cityEntry: z.number(),
});

const presentShare = (one: CityShare): z.output<typeof shareAnswer> => ({
	allocation: one.allocationId,
	number: one.number,
	accruedOn: one.accruedOn,
	earned: toText(one.earned),
	share: toPercentText(one.rate, 4),
	amount: toText(one.amount),
	entry: one.entryNumber,
	cityEntry: one.cityEntryNumber,
});

const shareRoutes: readonly Route<FundWork>[] = [
	route({
		...contract,
		method: 'POST',
		path: '/v1/allocations/{id}/city-shares',
		permission: 'remittance:record',
		summary: "Books what of the fund's income is the city's, by difference, in both books.",
		body: z.strictObject({accruedOn: date()}),
		response: shareAnswer,
		handle: async (work: FundWork, {params, body}) => ({
			body: presentShare(await accrueCityShare(work, {...body, allocation: params.id})),
		}),
	}),
	route({
		...contract,
		method: 'POST',
		path: '/v1/allocations/{id}/city-share-payments',
		permission: 'remittance:record',
		summary: "Records a payment of the city's share; what was earned by then is booked first.",
		body: z.strictObject({
			document: text({max: 100}),
			paidOn: date(),
			amount: amount(),
			method: z.enum(['cash', 'bank']),
			attachments: papers().optional(),
		}),
		response: sharePaymentAnswer,
		handle: async (work: FundWork, {params, body}) => ({
			body: presentSharePayment(await payCityShare(work, {...body, allocation: params.id})),
		}),
	}),
];

const heldAnswer = z.strictObject({
	collectedOn: dateText(),
	entry: z.number().meta({description: "The payment's entry in the cooperative's book."}),
	document: z.string(),
	collected: amountText(),
	held: amountText().meta({description: 'What of it the city has not got.'}),
	days: z.number().meta({description: 'Days since the member paid.'}),
	isLate: z.boolean().meta({description: "Longer than the programme's remittance days."}),
});

const presentHeld = (one: Held): z.output<typeof heldAnswer> => ({
	collectedOn: one.collectedOn,
	entry: one.entryNumber,
	document: one.document,
	collected: toText(one.amount),
	held: toText(one.held),
	days: one.days,
	isLate: one.isLate,
});

const totalHeld = (rows: readonly Held[]) => toText(sum(rows.map(({held}) => held)));

const notRemittedRoute = route({
	kind: 'read',
	method: 'GET',
	path: '/v1/allocations/{id}/not-remitted',
	permission: 'allocation:read',
	tag: 'fund',
	summary: 'Each payment of a member of which the city has not got all, and for how many days.',
	description: 'What was remitted is of the earliest collected first.',
	params: ofAllocation,
	query: z.strictObject({asOf: date().optional()}),
	status: 200,
	response: z.strictObject({
		asOf: dateText(),
		rows: z.array(heldAnswer),
		totals: z.strictObject({held: amountText(), late: amountText()}),
	}),
	handle: async (work: FundWork, {params, query}) => {
		const allocation = await getAllocation(work, params.id);
		const asOf = query.asOf ?? work.today();
		const rows = await readNotRemitted(work, allocation, asOf);
		const late = rows.filter(({isLate}) => isLate);
		const totals = {held: totalHeld(rows), late: totalHeld(late)};
		return {body: {asOf, rows: rows.map(presentHeld), totals}};
	},
});

export const fundLifeRoutes: readonly Route<FundWork>[] = [
	...moneyRoutes,
	...shareRoutes,
	notRemittedRoute,
];
