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
import type {AllocationId, ClearingId, MemberId, RepaymentId} from '../../kernel/ids.ts';
import {type LocalDate, daysBetween} from '../../kernel/local-date.ts';
import {add, toText, zero} from '../../kernel/money.ts';
import {
	type Clearing,
	type DepositLine,
	type LendingWork,
	type UnclearedDeduction,
	clearPayroll,
	getClearing,
	getDeposit,
	moneyMethods,
	reverseClearing,
	reverseDepositWithdrawal,
	withdrawDeposit,
} from '../index.ts';
import {employer} from './way-fields.ts';

const rowsMax = 400;
const method = z.enum(moneyMethods);
const reversal = {effectiveOn: date(), reason: text({max: 500}), document: text({max: 100})};
const tag = 'payroll';

const deductionAnswer = z.strictObject({
	repayment: z.string(),
	receiptNumber: z.number(),
	cooperative: z.string(),
	employer: z.string(),
	loan: z.string(),
	loanNumber: z.number(),
	member: z.string(),
	memberNumber: z.number(),
	name: z.string(),
	deductedOn: dateText(),
	ageDays: z.number().meta({description: 'Days since it was deducted, today.'}),
	amount: amountText(),
	principal: amountText(),
});

const presentDeduction =
	(today: LocalDate) =>
	(one: UnclearedDeduction): z.output<typeof deductionAnswer> => ({
		repayment: one.repayment,
		receiptNumber: one.receiptNumber,
		cooperative: one.book,
		employer: one.employer,
		loan: one.loan.id,
		loanNumber: one.loan.number,
		member: one.loan.member,
		memberNumber: one.memberNumber,
		name: one.memberName,
		deductedOn: one.paidOn,
		ageDays: daysBetween(one.paidOn, today),
		amount: toText(one.amount),
		principal: toText(one.principal),
	});

const clearingAnswer = z.strictObject({
	id: z.string(),
	cooperative: z.string(),
	employer: z.string(),
	receivedOn: dateText(),
	method,
	amount: amountText(),
	document: z.string(),
	repayments: z.array(z.string()),
	entry: z.number(),
	recordedBy: z.string(),
	isReversed: z.boolean(),
});

const presentClearing = (one: Clearing): z.output<typeof clearingAnswer> => ({
	id: one.id,
	cooperative: one.cooperative,
	employer: one.employer,
	receivedOn: one.receivedOn,
	method: one.method,
	amount: toText(one.amount),
	document: one.document,
	repayments: [...one.repayments],
	entry: one.entryNumber,
	recordedBy: one.recordedBy,
	isReversed: one.isReversed,
});

const ofClearing = z.strictObject({id: id<ClearingId>()});

const clearings: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/payroll-deductions',
		permission: 'loan:read',
		tag,
		summary: 'What employers deducted and no transfer has handed over, the oldest first.',
		query: z.strictObject({
			cooperative: bookCode().optional(),
			employer: text({max: 100}).optional(),
			...pageQuery,
		}),
		status: 200,
		response: page(deductionAnswer),
		handle: async (work: LendingWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative, employer: deductedBy} = query;
			const after = readCursor(cursor, z.object({paidOn: z.string(), id: z.string()}));
			const found = await work.payroll.uncleared({
				...(cooperative === undefined ? {} : {book: cooperative}),
				...(deductedBy === undefined ? {} : {employer: deductedBy}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = ({paidOn, repayment}: UnclearedDeduction) => ({paidOn, id: repayment});
			return {body: toPage(found, limit, presentDeduction(work.today()), position)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/payroll-clearings',
		permission: 'loan:repay',
		tag,
		summary: "Takes an employer's transfer, which hands over whole deductions.",
		description: 'From then on the principal in them is held for the city, and not before.',
		body: z.strictObject({
			cooperative: bookCode(),
			employer: employer(),
			receivedOn: date(),
			method,
			amount: amount(),
			document: text({max: 100}),
			repayments: z
				.array(id<RepaymentId>())
				.min(1)
				.max(rowsMax)
				.meta({description: 'The deductions that came in; they sum to the amount.'}),
		}),
		status: 201,
		response: clearingAnswer,
		handle: async (work: LendingWork, {body}) => ({
			body: presentClearing(await clearPayroll(work, body)),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/payroll-clearings/{id}',
		permission: 'loan:read',
		tag,
		summary: "An employer's transfer, and the deductions that it handed over.",
		params: ofClearing,
		status: 200,
		response: clearingAnswer,
		handle: async (work: LendingWork, {params}) => ({
			body: presentClearing((await getClearing(work, params.id)).clearing),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/payroll-clearings/{id}/reverse',
		permission: 'loan:reverse',
		tag,
		summary: "Takes an employer's transfer back: the employer owes its deductions again.",
		params: ofClearing,
		body: z.strictObject(reversal),
		status: 204,
		handle: async (work: LendingWork, {params, body}) => {
			await reverseClearing(work, {...body, clearing: params.id});
			return {};
		},
	}),
];

const depositAnswer = z.strictObject({
	member: z.string(),
	balance: amountText(),
	places: z.array(z.strictObject({allocation: z.string().nullable(), balance: amountText()})).meta({
		description: 'With which fund it lies; null: with the cooperative itself.',
	}),
	movements: z.array(
		z.strictObject({
			entry: z.number(),
			effectiveOn: dateText(),
			kind: z.string(),
			document: z.string(),
			allocation: z.string().nullable(),
			change: amountText().meta({description: 'Below zero what went out.'}),
			reverses: z.number().nullable(),
		}),
	),
});

function presentDeposit(
	member: MemberId,
	lines: readonly DepositLine[],
): z.output<typeof depositAnswer> {
	const places = new Map<string | null, DepositLine['change']>();
	for (const {fund = null, change} of lines) {
		places.set(fund, add(places.get(fund) ?? zero, change));
	}
	return {
		member,
		balance: toText(lines.reduce((total, {change}) => add(total, change), zero)),
		places: [...places].map(([allocation, balance]) => ({allocation, balance: toText(balance)})),
		movements: lines.map(({fund, change, reverses, ...line}) => ({
			...line,
			allocation: fund ?? null,
			change: toText(change),
			reverses: reverses ?? null,
		})),
	};
}

const ofMember = z.strictObject({id: id<MemberId>()});

const deposits: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/members/{id}/deposit',
		permission: 'loan:read',
		tag,
		summary: 'What the cooperative keeps for a member (titipan), and what moved it.',
		params: ofMember,
		status: 200,
		response: depositAnswer,
		handle: async (work: LendingWork, {params}) => {
			const {lines} = await getDeposit(work, params.id);
			return {body: presentDeposit(params.id, lines)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members/{id}/deposit/withdraw',
		permission: 'loan:repay',
		tag,
		summary: 'Pays a member what is kept for them, from where it lies.',
		params: ofMember,
		body: z.strictObject({
			allocation: id<AllocationId>().optional().meta({
				description: "The fund that it lies with; the cooperative's own money without it.",
			}),
			withdrawnOn: date(),
			method,
			amount: amount(),
			document: text({max: 100}),
		}),
		status: 201,
		response: z.strictObject({entry: z.number(), amount: amountText(), document: z.string()}),
		handle: async (work: LendingWork, {params, body: {allocation, ...body}}) => {
			const {number, document} = await withdrawDeposit(work, {
				...body,
				...(allocation === undefined ? {} : {allocation}),
				member: params.id,
			});
			return {body: {entry: number, amount: toText(body.amount), document}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members/{id}/deposit/reverse',
		permission: 'loan:reverse',
		tag,
		summary: 'Takes a withdrawal of a deposit back.',
		params: ofMember,
		body: z.strictObject({entry: z.int().min(1), ...reversal}),
		status: 204,
		handle: async (work: LendingWork, {params, body}) => {
			await reverseDepositWithdrawal(work, {...body, member: params.id});
			return {};
		},
	}),
];

/** What employers owe of members' pay, and what is kept for members. */
export const payrollRoutes: readonly Route<LendingWork>[] = [...clearings, ...deposits];
