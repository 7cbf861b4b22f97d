import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	amount,
	amountText,
	bookCode,
	date,
	dateText,
	id,
	page,
	pageQuery,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {ClaimId, DepositMovementId, LoanId, MemberId} from '../../kernel/ids.ts';
import {toText, zero} from '../../kernel/money.ts';
import {
	type Claim,
	type ClaimMovement,
	type DepositMovement,
	type LendingWork,
	depositKinds,
	depositWithGroup,
	getClaim,
	listDeposits,
	payForAnother,
	payFromDeposits,
	repayClaim,
	reverseClaimRepayment,
	reverseDeposit,
	moneyMethods,
	withdrawFromGroup,
} from '../index.ts';
import {ofGroup} from './group-routes.ts';
import {presentRepayment, repaymentAnswer} from './schemas.ts';

const method = z.enum(moneyMethods);
const ofClaim = z.strictObject({id: id<ClaimId>()});
const reversal = {effectiveOn: date(), reason: text({max: 500}), document: text({max: 100})};

const movementAnswer = z.strictObject({
	id: z.string(),
	member: z.string(),
	kind: z.enum(depositKinds),
	effectiveOn: dateText(),
	amount: amountText(),
	document: z.string(),
	entry: z.number(),
	reverses: z.string().nullable(),
	recordedBy: z.string(),
});

const presentMovement = (one: DepositMovement): z.output<typeof movementAnswer> => ({
	id: one.id,
	member: one.member,
	kind: one.kind,
	effectiveOn: one.effectiveOn,
	amount: toText(one.amount),
	document: one.document,
	entry: one.entryNumber,
	reverses: one.reverses ?? null,
	recordedBy: one.recordedBy,
});

const depositsAnswer = z.strictObject({
	balances: z.array(
		z.strictObject({
			member: z.string(),
			number: z.number(),
			name: z.string(),
			balance: amountText(),
		}),
	),
	movements: z.array(movementAnswer),
});

const deposits: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/groups/{id}/deposits',
		permission: 'loan:read',
		tag: 'groups',
		summary: "What each member has in the group's deposit, and what moved it.",
		params: ofGroup,
		status: 200,
		response: depositsAnswer,
		handle: async (work: LendingWork, {params}) => {
			const {balances, members, movements} = await listDeposits(work, params.id);
			return {
				body: {
					balances: members.map(({member, memberNumber, memberName}) => ({
						member,
						number: memberNumber,
						name: memberName,
						balance: toText(balances.get(member) ?? zero),
					})),
					movements: movements.map(presentMovement),
				},
			};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/groups/{id}/deposits',
		permission: 'loan:repay',
		tag: 'groups',
		summary: "A member brings a deposit that stands for the group's debts.",
		params: ofGroup,
		body: z.strictObject({member: id<MemberId>(), receivedOn: date(), method, amount: amount()}),
		status: 201,
		response: movementAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentMovement(await depositWithGroup(work, {...body, group: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/groups/{id}/deposits/withdraw',
		permission: 'loan:repay',
		tag: 'groups',
		summary: 'A member takes what they have in the deposit.',
		params: ofGroup,
		body: z.strictObject({
			member: id<MemberId>(),
			withdrawnOn: date(),
			method,
			amount: amount(),
			document: text({max: 100}),
		}),
		status: 201,
		response: movementAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentMovement(await withdrawFromGroup(work, {...body, group: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/groups/{id}/deposits/pay',
		permission: 'loan:repay',
		tag: 'groups',
		summary: "The group's deposits pay what is late of a member's loan.",
		description: 'Whoever paid a part of it for another has a claim on that member.',
		params: ofGroup,
		body: z.strictObject({
			loan: id<LoanId>(),
			paidOn: date(),
			method: method.meta({description: 'How the money that was kept comes to the fund.'}),
			document: text({max: 100}).meta({description: 'The minutes of the decision.'}),
			parts: z
				.array(z.strictObject({member: id<MemberId>(), amount: amount()}))
				.min(1)
				.max(100),
		}),
		status: 201,
		response: repaymentAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentRepayment(await payFromDeposits(work, {...body, group: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/groups/{id}/deposits/reverse',
		permission: 'loan:reverse',
		tag: 'groups',
		summary: 'Takes a deposit or a withdrawal back.',
		params: ofGroup,
		body: z.strictObject({movement: id<DepositMovementId>(), ...reversal}),
		status: 204,
		handle: async (work: LendingWork, {params, body}) => {
			await reverseDeposit(work, {...body, group: params.id});
			return {};
		},
	}),
];

const claimAnswer = z.strictObject({
	id: z.string(),
	loan: z.string(),
	loanNumber: z.number(),
	member: z.string(),
	payer: z.string(),
	incurredOn: dateText(),
	entry: z.number(),
	amount: amountText(),
	balance: amountText(),
});

const presentClaim = (claim: Claim): z.output<typeof claimAnswer> => ({
	id: claim.id,
	loan: claim.loan,
	loanNumber: claim.loanNumber,
	member: claim.member,
	payer: claim.payer,
	incurredOn: claim.incurredOn,
	entry: claim.entryNumber,
	amount: toText(claim.amount),
	balance: toText(claim.balance),
});

const claimMovementAnswer = z.strictObject({
	id: z.string(),
	kind: z.enum(['repaid', 'taken-back']),
	effectiveOn: dateText(),
	amount: amountText(),
	document: z.string(),
	entry: z.number(),
	reverses: z.string().nullable(),
	recordedBy: z.string(),
});

const presentClaimMovement = (one: ClaimMovement): z.output<typeof claimMovementAnswer> => ({
	id: one.id,
	kind: one.kind,
	effectiveOn: one.effectiveOn,
	amount: toText(one.amount),
	document: one.document,
	entry: one.entryNumber,
	reverses: one.reverses ?? null,
	recordedBy: one.recordedBy,
});

const claims: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/joint-payments',
		permission: 'loan:repay',
		tag: 'groups',
		summary: "Another member of the group, or a guarantor, pays on a member's loan.",
		description: 'The loan is repaid as usual, and the payer has a claim on the member for it.',
		params: z.strictObject({id: id<LoanId>()}),
		body: z.strictObject({payer: id<MemberId>(), paidOn: date(), method, amount: amount()}),
		status: 201,
		response: z.strictObject({claim: z.string(), repayment: repaymentAnswer}),
		handle: async (work: LendingWork, {params, body}) => {
			const {claim, repayment} = await payForAnother(work, {...body, loan: params.id});
			return {body: {claim, repayment: presentRepayment(repayment)}};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/claims',
		permission: 'loan:read',
		tag: 'groups',
		summary: 'Claims of members who paid for another, with what is left of each.',
		query: z.strictObject({
			cooperative: bookCode().optional(),
			loan: id<LoanId>().optional(),
			payer: id<MemberId>().optional(),
			...pageQuery,
		}),
		status: 200,
		response: page(claimAnswer),
		handle: async (work: LendingWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative, loan, payer} = query;
			const after = readCursor(cursor, z.object({book: z.string(), id: z.uuid()}));
			const found = await work.groups.listClaims({
				...(cooperative === undefined ? {} : {book: cooperative}),
				...(loan === undefined ? {} : {loan}),
				...(payer === undefined ? {} : {payer}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = ({book, id: last}: (typeof found)[number]) => ({book, id: last});
			return {body: toPage(found, limit, presentClaim, position)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/claims/{id}',
		permission: 'loan:read',
		tag: 'groups',
		summary: 'One claim, with what was repaid of it.',
		params: ofClaim,
		status: 200,
		response: z.strictObject({
			...claimAnswer.shape,
			movements: z.array(claimMovementAnswer),
		}),
		handle: async (work: LendingWork, {params}) => {
			const {claim, book} = await getClaim(work, params.id);
			const movements = await work.groups.claimMovements(book, claim.id);
			return {
				body: {...presentClaim(claim), movements: movements.map(presentClaimMovement)},
			};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/claims/{id}/repayments',
		permission: 'loan:repay',
		tag: 'groups',
		summary: 'The member repays who paid for them, through the cooperative.',
		description: "It is kept as the payer's deposit.",
		params: ofClaim,
		body: z.strictObject({paidOn: date(), method, amount: amount()}),
		status: 201,
		response: claimMovementAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentClaimMovement(await repayClaim(work, {...body, claim: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/claims/{id}/reverse',
		permission: 'loan:reverse',
		tag: 'groups',
		summary: 'Takes the repayment of a claim back.',
		params: ofClaim,
		body: z.strictObject({repayment: id<string>(), ...reversal}),
		status: 204,
		handle: async (work: LendingWork, {params, body: {repayment, ...body}}) => {
			await reverseClaimRepayment(work, {...body, claim: params.id, movement: repayment});
			return {};
		},
	}),
];

export const jointRoutes: readonly Route<LendingWork>[] = [...deposits, ...claims];
