import {z} from 'zod';
import {
	amount,
	amountText,
	countText,
	date,
	dateText,
	id,
	papers,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import {
	type LateCharge,
	type LendingWork,
	chargeTazir,
	claimTawidh,
	getLoan,
	payLateCharge,
	reverseChargePayment,
	stateOfCharge,
	waiveLateCharge,
} from '../index.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});
const ofCharge = z.strictObject({
	id: id<LoanId>(),
	number: countText({min: 1, max: 1_000_000}),
});
const method = z.enum(['cash', 'bank']);

const isWilful = z.boolean().meta({
	description:
		'The officer states that the member is able and delays on purpose. Whoever is unable, or met with force majeure, is charged nothing (DSN-MUI 17/2000, 43/2004).',
});
const statement = text({max: 500}).meta({description: 'On what the officer bases it.'});

const costFields = z.strictObject({
	document: text({max: 100}),
	description: text({max: 200}),
	spentOn: date(),
	amount: amount(),
});

const chargeAnswer = z.strictObject({
	number: z.number(),
	kind: z.enum(['tazir', 'tawidh']),
	state: z.enum(['open', 'paid', 'waived']),
	chargedOn: dateText(),
	chargedBy: z.string(),
	amount: amountText(),
	instalment: z.strictObject({version: z.number(), number: z.number()}).nullable(),
	statement: z.string(),
	costs: z.array(
		z.strictObject({
			document: z.string(),
			description: z.string(),
			spentOn: dateText(),
			amount: amountText(),
		}),
	),
	payment: z
		.strictObject({
			paidOn: dateText(),
			method,
			receiptNumber: z.number(),
			entry: z.number(),
			receivedBy: z.string(),
		})
		.nullable(),
	waiver: z
		.strictObject({waivedOn: dateText(), reason: z.string(), waivedBy: z.string()})
		.nullable(),
});
const chargesAnswer = z.strictObject({items: z.array(chargeAnswer)});

function presentCharge(charge: LateCharge): z.output<typeof chargeAnswer> {
	const {payment, waiver, loan: _, ...shown} = charge;
	return {
		...shown,
		state: stateOfCharge(charge),
		amount: toText(charge.amount),
		instalment: charge.instalment ?? null,
		costs: charge.costs.map((cost) => ({...cost, amount: toText(cost.amount)})),
		payment: payment
			? {
					paidOn: payment.paidOn,
					method: payment.method,
					receiptNumber: payment.receiptNumber,
					entry: payment.entryNumber,
					receivedBy: payment.receivedBy,
				}
			: null,
		waiver: waiver ?? null,
	};
}

const chargeMakers: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/late-charges',
		permission: 'loan:read',
		tag: 'late payers',
		summary: 'The fines and compensations of a loan, with what became of each.',
		params: ofLoan,
		status: 200,
		response: chargesAnswer,
		handle: async (work: LendingWork, {params}) => {
			const {loan, book} = await getLoan(work, params.id);
			const charges = await work.lateCharges.listCharges(book, loan.id);
			return {body: {items: charges.map(presentCharge)}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/tazir',
		permission: 'collection:record',
		tag: 'late payers',
		summary: 'Fines each late instalment once, by the sum that the product agreed on.',
		params: ofLoan,
		body: z.strictObject({chargedOn: date(), isWilful, statement}),
		status: 201,
		response: chargesAnswer,
		handle: async (work: LendingWork, {params, body}) => {
			const charges = await chargeTazir(work, {...body, loan: params.id});
			return {body: {items: charges.map(presentCharge)}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/tawidh',
		permission: 'collection:record',
		tag: 'late payers',
		summary: 'Claims what the lateness really cost, at most the sum of the costs given.',
		params: ofLoan,
		body: z.strictObject({
			claimedOn: date(),
			amount: amount(),
			costs: z.array(costFields).min(1).max(50),
			isWilful,
			statement,
		}),
		status: 201,
		response: chargeAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentCharge(await claimTawidh(work, {...body, loan: params.id})),
		}),
	}),
];

const chargeEnders: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/late-charges/{number}/pay',
		permission: 'loan:repay',
		tag: 'late payers',
		summary: 'Takes a charge: a sharia fine into the benevolence fund, never into income.',
		params: ofCharge,
		body: z.strictObject({paidOn: date(), method, attachments: papers().optional()}),
		status: 200,
		response: chargeAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentCharge(
				await payLateCharge(work, {...body, loan: params.id, charge: params.number}),
			),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/late-charges/{number}/waive',
		permission: 'late-charge:waive',
		tag: 'late payers',
		summary: 'Lets a charge go, for a reason; not by the person who made it.',
		params: ofCharge,
		body: z.strictObject({waivedOn: date(), reason: text({max: 500})}),
		status: 200,
		response: chargeAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentCharge(
				await waiveLateCharge(work, {...body, loan: params.id, charge: params.number}),
			),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/late-charges/{number}/reverse',
		permission: 'loan:reverse',
		tag: 'late payers',
		summary: 'Takes the payment of a charge back; the charge is open again.',
		params: ofCharge,
		body: z.strictObject({
			effectiveOn: date(),
			reason: text({max: 500}),
			document: text({max: 100}),
		}),
		status: 200,
		response: chargeAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentCharge(
				await reverseChargePayment(work, {...body, loan: params.id, charge: params.number}),
			),
		}),
	}),
];

/** Ta'zir and ta'widh. */
export const lateChargeRoutes: readonly Route<LendingWork>[] = [...chargeMakers, ...chargeEnders];
