import {z} from 'zod';
import {amount, amountText, dateText, date, id, momentText, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import {type LendingWork, getLoan, recordProfitShare} from '../index.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});

const profitShareAnswer = z.strictObject({
	receiptNumber: z.number(),
	paidOn: dateText(),
	amount: amountText(),
	entry: z.number(),
});

const eventAnswer = z.strictObject({
	sequence: z.number(),
	kind: z.string(),
	occurredOn: dateText(),
	recordedAt: momentText(),
	actor: z.string(),
	reason: z.string().nullable(),
	document: z.string().nullable(),
	entry: z.number().nullable(),
	detail: z.record(z.string(), z.string()),
});

/** What happened to a loan, and a share of profit, which is no instalment. */
export const loanEventRoutes: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/events',
		permission: 'loan:read',
		tag: 'loans',
		summary: "Every step of a loan's life, in its order.",
		params: ofLoan,
		status: 200,
		response: z.strictObject({items: z.array(eventAnswer)}),
		handle: async (work: LendingWork, {params}) => {
			const {loan, book} = await getLoan(work, params.id);
			const events = await work.lending.listEvents(book, loan.id);
			const items = events.map(({entryNumber, recordedAt, ...event}) => ({
				...event,
				recordedAt: recordedAt.toISOString(),
				reason: event.reason ?? null,
				document: event.document ?? null,
				entry: entryNumber ?? null,
				detail: {...event.detail},
			}));
			return {body: {items}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/profit-shares',
		permission: 'loan:repay',
		tag: 'loans',
		summary: 'Takes a share of profit that was really made (mudharabah, musyarakah).',
		params: ofLoan,
		body: z.strictObject({
			paidOn: date(),
			amount: amount(),
			method: z.enum(['cash', 'bank']),
			reason: text({max: 500}),
		}),
		status: 201,
		response: profitShareAnswer,
		handle: async (work: LendingWork, {params, body}) => {
			const {receiptNumber, entryNumber} = await recordProfitShare(work, {
				...body,
				loan: params.id,
			});
			const {paidOn, amount: shared} = body;
			return {
				body: {receiptNumber, paidOn, amount: toText(shared), entry: entryNumber},
			};
		},
	}),
];
