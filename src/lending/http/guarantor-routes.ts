import {z} from 'zod';
import {count, date, dateText, id, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId, MemberId} from '../../kernel/ids.ts';
import {
	type Guarantor,
	type LendingWork,
	getLoan,
	guaranteeLoan,
	releaseGuarantor,
} from '../index.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});

const guarantorAnswer = z.strictObject({
	number: z.number(),
	member: z.string(),
	name: z.string(),
	guaranteedOn: dateText(),
	document: z.string(),
	recordedBy: z.string(),
	releasedOn: dateText().nullable(),
	releaseReason: z.string().nullable(),
	releasedBy: z.string().nullable(),
});

const presentGuarantor = (one: Guarantor): z.output<typeof guarantorAnswer> => ({
	number: one.number,
	member: one.member,
	name: one.memberName,
	guaranteedOn: one.guaranteedOn,
	document: one.document,
	recordedBy: one.recordedBy,
	releasedOn: one.releasedOn ?? null,
	releaseReason: one.releaseReason ?? null,
	releasedBy: one.releasedBy ?? null,
});

/** Who answers for a loan beside its member. */
export const guarantorRoutes: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/guarantors',
		permission: 'loan:read',
		tag: 'loans',
		summary: 'Who answers for a loan, and who did.',
		params: ofLoan,
		status: 200,
		response: z.strictObject({items: z.array(guarantorAnswer)}),
		handle: async (work: LendingWork, {params}) => {
			const {loan, book} = await getLoan(work, params.id);
			const guarantors = await work.groups.guarantors(book, loan.id);
			return {body: {items: guarantors.map(presentGuarantor)}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/guarantors',
		permission: 'loan:apply',
		tag: 'loans',
		summary: 'A member of the cooperative answers for the loan.',
		params: ofLoan,
		body: z.strictObject({
			member: id<MemberId>(),
			guaranteedOn: date(),
			document: text({max: 100}),
		}),
		status: 201,
		response: guarantorAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentGuarantor(await guaranteeLoan(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/guarantors/release',
		permission: 'loan:approve',
		tag: 'loans',
		summary: 'Releases a guarantor, for a reason. They stay on the list.',
		params: ofLoan,
		body: z.strictObject({
			number: count({min: 1, max: 1000}),
			releasedOn: date(),
			reason: text({max: 500}),
		}),
		status: 200,
		response: guarantorAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentGuarantor(await releaseGuarantor(work, {...body, loan: params.id})),
		}),
	}),
];
