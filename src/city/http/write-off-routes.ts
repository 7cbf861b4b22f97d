import {z} from 'zod';
import {getAllocation} from '../../fund/index.ts';
import {amount, amountText, date, dateText, id, momentText, page, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {AllocationId, FundWriteOffId} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import {
	type CityWork,
	type FundWriteOff,
	confirmFundWriteOff,
	getFundWriteOff,
	proposeFundWriteOff,
	recordFundRecovery,
	rejectFundWriteOff,
	reverseFundWriteOff,
	writeOffSteps,
} from '../index.ts';

const ofAllocation = z.strictObject({id: id<AllocationId>()});
const ofWriteOff = z.strictObject({id: id<FundWriteOffId>()});

const writeOffBody = z.strictObject({
	step: z.enum(writeOffSteps).meta({
		description: 'Off the books with the claim kept (bersyarat), or its end (mutlak).',
	}),
	amount: amount(),
	effectiveOn: date(),
	decree: text({max: 100}).meta({description: 'The number of the decree (surat keputusan).'}),
	decreeOn: date(),
	councilDocument: text({max: 100})
		.optional()
		.meta({description: 'By which the council (DPRD) agreed, where the policy asks for it.'}),
	reason: text({max: 500}),
});

const decisionBody = z.strictObject({reason: text({max: 500})});

const reversalBody = z.strictObject({
	effectiveOn: date(),
	reason: text({max: 500}),
	document: text({max: 100}),
});

const writeOffAnswer = z.strictObject({
	id: z.string(),
	number: z.number(),
	city: z.string(),
	cooperative: z.string(),
	allocation: z.string(),
	step: z.enum(writeOffSteps),
	amount: amountText(),
	effectiveOn: dateText(),
	decree: z.string(),
	decreeOn: dateText(),
	councilDocument: z.string().nullable(),
	reason: z.string(),
	proposedBy: z.string(),
	recordedAt: momentText(),
	decision: z
		.strictObject({
			outcome: z.enum(['confirmed', 'rejected']),
			reason: z.string(),
			decidedBy: z.string(),
			recordedAt: momentText(),
			cityEntry: z.number().nullable(),
			entry: z.number().nullable().meta({description: "In the cooperative's book."}),
			isReversed: z.boolean(),
		})
		.nullable(),
});

const presentWriteOff = ({decision, ...one}: FundWriteOff): z.output<typeof writeOffAnswer> => ({
	...one,
	amount: toText(one.amount),
	councilDocument: one.councilDocument ?? null,
	recordedAt: one.recordedAt.toISOString(),
	decision: decision
		? {
				outcome: decision.outcome,
				reason: decision.reason,
				decidedBy: decision.decidedBy,
				recordedAt: decision.recordedAt.toISOString(),
				cityEntry: decision.entryNumber ?? null,
				entry: decision.cooperativeEntry ?? null,
				isReversed: decision.isReversed,
			}
		: null,
});

const readings: readonly Route<CityWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/allocations/{id}/write-offs',
		permission: 'city:read',
		tag: 'city',
		summary: 'What was proposed to be written off of an allocation, and what became of it.',
		params: ofAllocation,
		status: 200,
		response: page(writeOffAnswer),
		handle: async (work: CityWork, {params}) => {
			const {id: allocation} = await getAllocation(work, params.id);
			const all = await work.city.writeOffsOf(allocation);
			return {body: {items: all.map(presentWriteOff), nextCursor: null}};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/fund-write-offs/{id}',
		permission: 'city:read',
		tag: 'city',
		summary: 'One write-off.',
		params: ofWriteOff,
		status: 200,
		response: writeOffAnswer,
		handle: async (work: CityWork, {params}) => ({
			body: presentWriteOff(await getFundWriteOff(work, params.id)),
		}),
	}),
];

const decision = (
	verb: 'confirm' | 'reject',
	summary: string,
	decide: typeof confirmFundWriteOff,
): Route<CityWork> =>
	route({
		kind: 'write',
		method: 'POST',
		path: `/v1/fund-write-offs/{id}/${verb}`,
		permission: 'fund:write-off',
		tag: 'city',
		summary,
		params: ofWriteOff,
		body: decisionBody,
		status: 200,
		response: writeOffAnswer,
		handle: async (work: CityWork, {params, body}) => ({
			body: presentWriteOff(await decide(work, {...body, writeOff: params.id})),
		}),
	});

export const writeOffRoutes: readonly Route<CityWork>[] = [
	...readings,
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/allocations/{id}/write-offs',
		permission: 'fund:write-off',
		tag: 'city',
		summary: 'Proposes to write off what a cooperative will not pay; another person confirms.',
		params: ofAllocation,
		body: writeOffBody,
		status: 201,
		response: writeOffAnswer,
		handle: async (work: CityWork, {params, body: {councilDocument, ...body}}) => {
			const writeOff = await proposeFundWriteOff(work, {
				...body,
				allocation: params.id,
				...(councilDocument === undefined ? {} : {councilDocument}),
			});
			return {body: presentWriteOff(writeOff)};
		},
	}),
	decision('confirm', 'Confirms a write-off and books it.', confirmFundWriteOff),
	decision('reject', 'Rejects a write-off; it stays on record.', rejectFundWriteOff),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/fund-write-offs/{id}/reverse',
		permission: 'fund:reverse',
		tag: 'city',
		summary: 'Takes a write-off back, in every book in which it is.',
		params: ofWriteOff,
		body: reversalBody,
		status: 200,
		response: writeOffAnswer,
		handle: async (work: CityWork, {params, body}) => ({
			body: presentWriteOff(await reverseFundWriteOff(work, {...body, writeOff: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/allocations/{id}/recoveries',
		permission: 'remittance:record',
		tag: 'city',
		summary: 'Records a remittance of what the city had written off conditionally.',
		params: ofAllocation,
		body: z.strictObject({
			document: text({max: 100}),
			remittedOn: date(),
			amount: amount(),
			method: z.enum(['cash', 'bank']),
		}),
		status: 201,
		response: z.strictObject({
			id: z.string(),
			allocation: z.string(),
			number: z.number().meta({description: 'Among the remittances of the allocation.'}),
			document: z.string(),
			remittedOn: dateText(),
			amount: amountText(),
			entry: z.number(),
			cityEntry: z.number(),
		}),
		handle: async (work: CityWork, {params, body}) => {
			const one = await recordFundRecovery(work, {...body, allocation: params.id});
			return {
				body: {
					id: one.id,
					allocation: one.allocationId,
					number: one.number,
					document: one.document,
					remittedOn: one.remittedOn,
					amount: toText(one.amount),
					entry: one.entryNumber,
					cityEntry: one.cityEntryNumber,
				},
			};
		},
	}),
];
