import {z} from 'zod';
import {amountText, dateText, id} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import {type LendingWork, type LoanTranche, getLoan, giveUpRest} from '../index.ts';
import {stepBody} from './life-schemas.ts';
import {loanAnswer, presentLoan} from './schemas.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});
const tag = 'loans';

const trancheAnswer = z.strictObject({
	number: z.number(),
	disbursedOn: dateText(),
	document: z.string(),
	principal: amountText(),
	margin: amountText(),
	entry: z.number(),
	isReversed: z.boolean(),
});

const presentTranche = (one: LoanTranche): z.output<typeof trancheAnswer> => ({
	number: one.number,
	disbursedOn: one.disbursedOn,
	document: one.document,
	principal: toText(one.principal),
	margin: toText(one.margin),
	entry: one.entryNumber,
	isReversed: one.reversedBy !== undefined,
});

/** What was paid out of a loan part by part, and the part that is not wanted any more. */
export const trancheRoutes: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/tranches',
		permission: 'loan:read',
		tag,
		summary: 'What was paid out of a loan part by part, in its order; taken back ones as well.',
		params: ofLoan,
		status: 200,
		response: z.strictObject({items: z.array(trancheAnswer)}),
		handle: async (work: LendingWork, {params}) => {
			const {loan, book} = await getLoan(work, params.id);
			const tranches = await work.lending.tranches(book, loan.id);
			return {body: {items: tranches.map(presentTranche)}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/give-up',
		permission: 'loan:apply',
		tag,
		summary: 'The member does not want what is left to disburse: no more goes out.',
		params: ofLoan,
		body: stepBody,
		status: 200,
		response: loanAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentLoan(await giveUpRest(work, {...body, loan: params.id})),
		}),
	}),
];
