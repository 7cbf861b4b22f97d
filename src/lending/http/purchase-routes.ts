import {z} from 'zod';
import {amount, amountOrZero, countText, date, id, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId} from '../../kernel/ids.ts';
import {
	type LendingWork,
	type TakenStep,
	cancelPurchase,
	giveAdvance,
	payCancellation,
	recordPurchase,
	returnDownPayment,
	reversePurchaseStep,
	takeDownPayment,
} from '../index.ts';
import {endingReversalBody} from './life-schemas.ts';
import {beforeSaleAnswer, presentBeforeSale} from './schemas.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});
const ofStep = ofLoan.extend({entry: countText({min: 1, max: 999_999_999})});
const tag = 'loans';
const method = z.enum(['cash', 'bank']);
const paid = z.strictObject({paidOn: date(), amount: amount(), method});

const stepAnswer = z.strictObject({
	loan: z.string(),
	entry: z.number().meta({description: 'By which the step is taken back.'}),
	document: z.string(),
	beforeSale: beforeSaleAnswer,
});

const presentStep = (step: TakenStep): z.output<typeof stepAnswer> => ({
	loan: step.loan.id,
	entry: step.entryNumber,
	document: step.document,
	beforeSale: presentBeforeSale(step.held),
});

const purchase: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/purchase-advance',
		permission: 'loan:disburse',
		tag,
		summary: "Gives a member money to buy the goods as the cooperative's agent (wakalah).",
		params: ofLoan,
		body: z.strictObject({
			givenOn: date(),
			amount: amount(),
			document: text({max: 100}).meta({description: 'The akad wakalah.'}),
		}),
		status: 201,
		response: stepAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentStep(await giveAdvance(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/purchase',
		permission: 'loan:disburse',
		tag,
		summary: 'Records what the agent bought; the rest of the money is back in the bank.',
		params: ofLoan,
		body: z.strictObject({
			boughtOn: date(),
			cost: amount(),
			supplier: text({max: 200}),
			document: text({max: 100}).meta({description: "The supplier's invoice."}),
		}),
		status: 201,
		response: stepAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentStep(await recordPurchase(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/purchase/cancel',
		permission: 'loan:reverse',
		tag,
		summary:
			'Ends a purchase from which the member withdrew: its real cost is kept from the down payment.',
		params: ofLoan,
		body: z.strictObject({
			cancelledOn: date(),
			proceeds: amountOrZero().meta({description: 'What came back for the goods, to the bank.'}),
			costs: z
				.array(
					z.strictObject({
						document: text({max: 100}),
						description: text({max: 200}),
						spentOn: date(),
						amount: amount(),
					}),
				)
				.max(20),
			method: method.meta({description: 'How the rest of the down payment is given back.'}),
			reason: text({max: 500}),
			document: text({max: 100}),
		}),
		status: 201,
		response: stepAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentStep(await cancelPurchase(work, {...body, loan: params.id})),
		}),
	}),
];

const beforehand: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/down-payment',
		permission: 'loan:repay',
		tag,
		summary: 'Takes what a member pays before the sale (urbun) and gives a numbered receipt.',
		params: ofLoan,
		body: paid,
		status: 201,
		response: stepAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentStep(await takeDownPayment(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/down-payment/return',
		permission: 'loan:disburse',
		tag,
		summary: 'Gives all of a down payment back to who withdraws before anything was bought.',
		params: ofLoan,
		body: z.strictObject({
			returnedOn: date(),
			method,
			reason: text({max: 500}),
			document: text({max: 100}),
		}),
		status: 201,
		response: stepAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentStep(await returnDownPayment(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/purchase/claim-payments',
		permission: 'loan:repay',
		tag,
		summary: 'Takes what a cancelled purchase cost beyond the down payment.',
		params: ofLoan,
		body: paid,
		status: 201,
		response: stepAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentStep(await payCancellation(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/purchase-steps/{entry}/reverse',
		permission: 'loan:reverse',
		tag,
		summary: 'Takes a step before the sale back, by its entry; last first.',
		params: ofStep,
		body: endingReversalBody,
		status: 204,
		handle: async (work: LendingWork, {params, body}) => {
			await reversePurchaseStep(work, {...body, loan: params.id, entry: params.entry});
			return {};
		},
	}),
];

/** Goods bought before they are sold, and what is paid beforehand. */
export const purchaseRoutes: readonly Route<LendingWork>[] = [...purchase, ...beforehand];
