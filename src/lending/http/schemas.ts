import {z} from 'zod';
import {
	amount,
	amountOrZero,
	amountText,
	count,
	date,
	dateText,
	id,
	papers,
	text,
} from '../../http/fields.ts';
import type {AllocationId, LoanId, MemberId, RepaymentId} from '../../kernel/ids.ts';
import {add, toText, zero} from '../../kernel/money.ts';
import {rate, rateText} from '../../kernel/rate.ts';
import {
	type Disbursement,
	type BeforeSale,
	type Instalment,
	type Loan,
	type LoanApplication,
	type LoanReversal,
	type NewRepayment,
	type PreviewedPayment,
	type Repayment,
	akads,
	approvedPrincipal,
	leftToDisburse,
	loanStatuses,
	periodUnits,
	methods,
} from '../index.ts';
import {productCode, shareText} from './product-fields.ts';
import {effectiveRateText} from './schedule-contract.ts';
import {wayFields, withoutGap} from './way-fields.ts';

export const akad = z.enum(akads);
export const periodUnit = z.enum(periodUnits).meta({
	description: 'A season is 2 to 12 months from harvest to harvest, and is classified by season.',
});

export const loanBody = z.strictObject({
	member: id<MemberId>(),
	allocation: id<AllocationId>().meta({description: 'The fund it is lent from.'}),
	product: productCode().optional().meta({
		description: 'The version in force on the day of the application; needed for jasa.',
	}),
	akad,
	purpose: text({max: 200}),
	principal: amount().meta({description: 'Qardh: the sum lent. Murabahah: the cost of the goods.'}),
	margin: amountOrZero().optional().meta({description: 'Murabahah and ijarah only, in rupiah.'}),
	nisbah: shareText().optional().meta({
		description: "Mudharabah and musyarakah: the part of the profit that is the cooperative's.",
	}),
	instalments: count({min: 1, max: 600}),
	period: z.strictObject({unit: periodUnit, every: count({min: 1, max: 366})}).optional(),
	firstDueOn: date().optional(),
	appliedOn: date(),
});

export const loanAnswer = z.strictObject({
	id: z.string(),
	cooperative: z.string(),
	number: z.number(),
	member: z.string(),
	allocation: z.string(),
	product: z.strictObject({code: z.string(), version: z.number()}).nullable(),
	akad,
	purpose: z.string(),
	principal: amountText(),
	approved: amountText().nullable().meta({
		description: 'What may be paid out in all: the principal less what was given up.',
	}),
	disbursed: amountText().meta({description: 'Paid out, net of what was taken back.'}),
	leftToDisburse: amountText(),
	margin: amountText(),
	nisbah: z.string().nullable(),
	instalments: z.number(),
	period: z.strictObject({unit: periodUnit, every: z.number()}),
	firstDueOn: dateText().nullable(),
	status: z.enum(loanStatuses),
	appliedOn: dateText(),
	appliedBy: z.string(),
	decidedOn: dateText().nullable(),
	decidedBy: z.string().nullable(),
	decisionReason: z.string().nullable(),
	disbursedOn: dateText().nullable(),
	disbursedBy: z.string().nullable(),
	disbursementEntry: z.number().nullable(),
	downPayment: amountText().nullable().meta({description: 'Paid of the price before the sale.'}),
	scheduleRule: z.string().nullable(),
	officer: z.string().nullable(),
});

export const decisionBody = z.strictObject({decidedOn: date(), reason: text({max: 500})});
export const disbursementBody = z.strictObject({
	disbursedOn: date(),
	document: text({max: 100}),
	amount: amount().optional().meta({
		description: 'A part, where the product is paid out in tranches; all that is left without it.',
	}),
	attachments: papers().optional(),
});

export const repaymentBody = z.strictObject({
	paidOn: date(),
	amount: amount(),
	...wayFields,
	excess: z.enum(['refuse', 'deposit']).optional().meta({
		description: "Money beyond what is owed: refused without it, or kept as the member's deposit.",
	}),
});

/** A payment as a query asks about it: by cash and today without more. */
export const repaymentQuery = z.strictObject({
	...repaymentBody.partial({paidOn: true, method: true}).shape,
});

const splitAnswer = z.strictObject({
	principal: amountText(),
	margin: amountText(),
	total: amountText(),
});

export const repaymentPreview = z.strictObject({
	paidOn: dateText(),
	amount: amountText().meta({description: 'What of the money pays the loan.'}),
	principal: amountText(),
	margin: amountText(),
	excess: amountText().meta({description: "What is kept as the member's deposit."}),
	owedAfter: splitAnswer,
	isLast: z.boolean().meta({description: 'Nothing is owed after it: the loan ends.'}),
});

export const repaymentAnswer = z.strictObject({
	id: z.string(),
	loan: z.string(),
	receiptNumber: z.number(),
	paidOn: dateText(),
	method: z.enum(methods),
	employer: z.string().nullable(),
	amount: amountText(),
	principal: amountText(),
	margin: amountText(),
	entry: z.number(),
	receivedBy: z.string(),
	isReversed: z.boolean(),
});

export const loanReversalBody = z.strictObject({
	repayment: id<RepaymentId>().optional().meta({
		description: 'The repayment to take back; without it, what was disbursed.',
	}),
	tranche: count({min: 1, max: 999}).optional().meta({
		description: 'The latest tranche, to take back that one alone; without it, all of them.',
	}),
	effectiveOn: date(),
	reason: text({max: 500}),
	document: text({max: 100}),
});

export const instalmentAnswer = z.strictObject({
	number: z.number(),
	dueOn: dateText(),
	principal: amountText(),
	margin: amountText(),
	total: amountText(),
	owedAfter: amountText(),
});

export const loanScheduleAnswer = z.strictObject({
	rows: z.array(instalmentAnswer),
	rule: z.string().nullable(),
	version: z.number().nullable(),
	effectiveOn: dateText().nullable(),
	effectiveAnnualRatePercent: effectiveRateText(),
});

export const beforeSaleAnswer = z.strictObject({
	advance: amountText().meta({description: 'Money with the agent (wakalah), not spent yet.'}),
	goods: amountText().meta({description: "Goods bought and the cooperative's, at cost."}),
	downPayment: amountText().meta({description: 'Paid beforehand and not yet part of the price.'}),
	claim: amountText().meta({description: 'Asked of who withdrew after the goods were bought.'}),
});

export const loanStatementAnswer = z.strictObject({
	loan: loanAnswer,
	asOf: dateText(),
	owed: z.strictObject({principal: amountText(), margin: amountText(), total: amountText()}),
	daysPastDue: z.number(),
	overdue: amountText(),
	instalmentsPaid: z.number(),
	beforeSale: beforeSaleAnswer,
	repayments: z.array(repaymentAnswer),
});

type LoanBody = z.output<typeof loanBody>;

export const toApplication = ({
	period,
	firstDueOn,
	margin,
	product,
	nisbah,
	...terms
}: LoanBody): LoanApplication => ({
	...terms,
	...(product === undefined ? {} : {product}),
	...(nisbah === undefined ? {} : {nisbah: rate(nisbah)}),
	margin: margin ?? zero,
	periodUnit: period?.unit ?? 'month',
	periodEvery: period?.every ?? 1,
	...(firstDueOn === undefined ? {} : {firstDueOn}),
});

export const toDisbursement = (
	loan: LoanId,
	{amount: part, ...body}: z.output<typeof disbursementBody>,
): Disbursement => ({...body, loan, ...(part === undefined ? {} : {amount: part})});

export const toReversal = (
	loan: LoanId,
	{repayment, tranche, ...body}: z.output<typeof loanReversalBody>,
): LoanReversal => ({
	...body,
	loan,
	...(repayment === undefined ? {} : {repayment}),
	...(tranche === undefined ? {} : {tranche}),
});

export const toNewRepayment = (
	loan: LoanId,
	{excess, ...body}: z.output<typeof repaymentBody>,
): NewRepayment => ({...withoutGap(body), loan, ...(excess === undefined ? {} : {excess})});

export function presentPreviewed({
	owedAfter,
	extras: _,
	...payment
}: PreviewedPayment): z.output<typeof repaymentPreview> {
	return {
		paidOn: payment.paidOn,
		isLast: payment.isLast,
		amount: toText(payment.amount),
		principal: toText(payment.principal),
		margin: toText(payment.margin),
		excess: toText(payment.excess),
		owedAfter: {
			principal: toText(owedAfter.principal),
			margin: toText(owedAfter.margin),
			total: toText(add(owedAfter.principal, owedAfter.margin)),
		},
	};
}

function presentApproved(loan: Loan): string | null {
	const approved = approvedPrincipal(loan);
	return approved === undefined ? null : toText(approved);
}

export const presentLoan = (loan: Loan): z.output<typeof loanAnswer> => ({
	id: loan.id,
	cooperative: loan.book,
	number: loan.number,
	member: loan.member,
	allocation: loan.allocation,
	product: loan.product ?? null,
	akad: loan.akad,
	purpose: loan.purpose,
	principal: toText(loan.principal),
	approved: presentApproved(loan),
	disbursed: toText(loan.disbursed ?? zero),
	leftToDisburse: toText(leftToDisburse(loan)),
	margin: toText(loan.margin),
	nisbah: loan.nisbah === undefined ? null : rateText(loan.nisbah),
	instalments: loan.instalments,
	period: {unit: loan.periodUnit, every: loan.periodEvery},
	firstDueOn: loan.firstDueOn ?? null,
	status: loan.status,
	appliedOn: loan.appliedOn,
	appliedBy: loan.appliedBy,
	decidedOn: loan.decidedOn ?? null,
	decidedBy: loan.decidedBy ?? null,
	decisionReason: loan.decisionReason ?? null,
	disbursedOn: loan.disbursedOn ?? null,
	disbursedBy: loan.disbursedBy ?? null,
	disbursementEntry: loan.disbursementEntry ?? null,
	downPayment: loan.downPayment === undefined ? null : toText(loan.downPayment),
	scheduleRule: loan.scheduleRule ?? null,
	officer: loan.officer ?? null,
});

export const presentBeforeSale = (held: BeforeSale): z.output<typeof beforeSaleAnswer> => ({
	advance: toText(held.advance),
	goods: toText(held.goods),
	downPayment: toText(held.downPayment),
	claim: toText(held.claim),
});

export const presentRepayment = (one: Repayment): z.output<typeof repaymentAnswer> => ({
	id: one.id,
	loan: one.loan,
	receiptNumber: one.receiptNumber,
	paidOn: one.paidOn,
	method: one.method,
	employer: one.employer ?? null,
	amount: toText(one.amount),
	principal: toText(one.principal),
	margin: toText(one.margin),
	entry: one.entryNumber,
	receivedBy: one.receivedBy,
	isReversed: one.isReversed,
});

export const presentInstalment = (one: Instalment): z.output<typeof instalmentAnswer> => ({
	number: one.number,
	dueOn: one.dueOn,
	principal: toText(one.principal),
	margin: toText(one.margin),
	total: toText(add(one.principal, one.margin)),
	owedAfter: toText(one.owedAfter),
});
