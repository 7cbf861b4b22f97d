import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {bookCode, date, id, page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId, MemberId} from '../../kernel/ids.ts';
import {add, toText} from '../../kernel/money.ts';
import {
	type LendingWork,
	applyForLoan,
	approveLoan,
	arrearsOn,
	buildSchedule,
	disburseLoan,
	getEffectiveRate,
	getLoan,
	instalmentsPaid,
	previewRepayment,
	recordRepayment,
	rejectLoan,
	reverseLoanOperation,
} from '../index.ts';
import {collateralRoutes} from './collateral-routes.ts';
import {latePayerRoutes} from './late-payer-routes.ts';
import {collectionRoutes} from './collection-routes.ts';
import {loanCustodyRoutes} from './custody-routes.ts';
import {loanEventRoutes} from './event-routes.ts';
import {groupRoutes} from './group-routes.ts';
import {guarantorRoutes} from './guarantor-routes.ts';
import {jointRoutes} from './joint-routes.ts';
import {lateChargeRoutes} from './late-charge-routes.ts';
import {conversionRoutes} from './conversion-routes.ts';
import {loanLifeRoutes} from './life-routes.ts';
import {payrollRoutes} from './payroll-routes.ts';
import {productRoutes} from './product-routes.ts';
import {trancheRoutes} from './tranche-routes.ts';
import {purchaseRoutes} from './purchase-routes.ts';
import {presentPreview, previewAnswer, previewRequest, toTerms} from './schedule-contract.ts';
import {
	decisionBody,
	disbursementBody,
	loanAnswer,
	loanBody,
	loanReversalBody,
	loanScheduleAnswer,
	loanStatementAnswer,
	presentBeforeSale,
	presentInstalment,
	presentLoan,
	presentPreviewed,
	presentRepayment,
	repaymentAnswer,
	repaymentBody,
	repaymentPreview,
	repaymentQuery,
	toApplication,
	toDisbursement,
	toNewRepayment,
	toReversal,
} from './schemas.ts';
import {withoutGap} from './way-fields.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});

const loanPages: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans',
		permission: 'loan:read',
		tag: 'loans',
		summary: 'Loans, by cooperative and number.',
		query: z.strictObject({
			cooperative: bookCode().optional(),
			member: id<MemberId>().optional(),
			status: loanAnswer.shape.status.optional(),
			...pageQuery,
		}),
		status: 200,
		response: page(loanAnswer),
		handle: async (work: LendingWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative, member, status} = query;
			const after = readCursor(cursor, z.object({book: z.string(), number: z.int()}));
			const loans = await work.lending.listLoans({
				...(cooperative === undefined ? {} : {book: cooperative}),
				...(member === undefined ? {} : {member}),
				...(status === undefined ? {} : {status}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = ({book, number}: (typeof loans)[number]) => ({book, number});
			return {body: toPage(loans, limit, presentLoan, position)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}',
		permission: 'loan:read',
		tag: 'loans',
		summary: 'One loan.',
		params: ofLoan,
		status: 200,
		response: loanAnswer,
		handle: async (work: LendingWork, {params}) => ({
			body: presentLoan((await getLoan(work, params.id)).loan),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/schedule',
		permission: 'loan:read',
		tag: 'loans',
		summary: 'The schedule in force on a day; today without one.',
		params: ofLoan,
		query: z.strictObject({asOf: date().optional()}),
		status: 200,
		response: loanScheduleAnswer,
		handle: async (work: LendingWork, {params, query}) => {
			const {loan, book} = await getLoan(work, params.id);
			const found = await work.lending.findSchedule(book, loan.id, query.asOf);
			return {
				body: {
					rows: (found?.instalments ?? []).map(presentInstalment),
					rule: found?.rule ?? null,
					version: found?.version ?? null,
					effectiveOn: found?.effectiveOn ?? null,
					effectiveAnnualRatePercent: (await getEffectiveRate(work, book, loan)) ?? null,
				},
			};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/statement',
		permission: 'loan:read',
		tag: 'loans',
		summary: 'What was paid of a loan, what is owed and how late it is, today.',
		params: ofLoan,
		status: 200,
		response: loanStatementAnswer,
		handle: async (work: LendingWork, {params}) => {
			const {loan, book} = await getLoan(work, params.id);
			const owed = await work.lending.owed(book, loan);
			const total = add(owed.principal, owed.margin);
			const {instalments = []} = (await work.lending.findSchedule(book, loan.id)) ?? {};
			const isRunning = loan.status === 'disbursed';
			const {daysPastDue, overdue} = arrearsOn(work.today(), isRunning ? instalments : [], total);
			const repayments = await work.lending.repayments(book, loan.id);
			return {
				body: {
					loan: presentLoan(loan),
					asOf: work.today(),
					owed: {
						principal: toText(owed.principal),
						margin: toText(owed.margin),
						total: toText(add(owed.principal, owed.margin)),
					},
					daysPastDue,
					overdue: toText(overdue),
					instalmentsPaid: isRunning ? instalmentsPaid(instalments, total) : 0,
					beforeSale: presentBeforeSale(await work.purchases.beforeSale(book, loan.id)),
					repayments: repayments.map(presentRepayment),
				},
			};
		},
	}),
];

const loanSteps: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans',
		permission: 'loan:apply',
		tag: 'loans',
		summary: 'A member applies for a loan.',
		body: loanBody,
		status: 201,
		response: loanAnswer,
		handle: async (work: LendingWork, {body}) => ({
			body: presentLoan(await applyForLoan(work, toApplication(body))),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/approve',
		permission: 'loan:approve',
		tag: 'loans',
		summary: 'Approves a loan; not by the person who applied.',
		params: ofLoan,
		body: decisionBody,
		status: 200,
		response: loanAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentLoan(await approveLoan(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/reject',
		permission: 'loan:approve',
		tag: 'loans',
		summary: 'Rejects a loan; not by the person who applied.',
		params: ofLoan,
		body: decisionBody,
		status: 200,
		response: loanAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentLoan(await rejectLoan(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/disburse',
		permission: 'loan:disburse',
		tag: 'loans',
		summary: "Pays an approved loan, or a tranche of it, out of its fund's bank account.",
		params: ofLoan,
		body: disbursementBody,
		status: 200,
		response: loanAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentLoan(await disburseLoan(work, toDisbursement(params.id, body))),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/repayments/preview',
		permission: 'loan:read',
		tag: 'loans',
		summary:
			'What a payment would pay of a loan, and what would be owed after; nothing is written.',
		description:
			'Refused with what would refuse the payment itself. Before a payment that is already there ' +
			'it is refused as well, for that one would be split anew.',
		params: ofLoan,
		query: repaymentQuery,
		status: 200,
		response: repaymentPreview,
		handle: async (work: LendingWork, {params, query}) => {
			const {excess, paidOn, method = 'cash', ...wanted} = query;
			const given = {
				...(excess === undefined ? {} : {excess}),
				...(paidOn === undefined ? {} : {paidOn}),
			};
			const payment = {...withoutGap({...wanted, method}), ...given};
			return {body: presentPreviewed(await previewRepayment(work, params.id, payment))};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/repayments',
		permission: 'loan:repay',
		tag: 'loans',
		summary: "Takes a member's payment and gives a numbered receipt.",
		params: ofLoan,
		body: repaymentBody,
		status: 201,
		response: repaymentAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentRepayment(await recordRepayment(work, toNewRepayment(params.id, body))),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/reverse',
		permission: 'loan:reverse',
		tag: 'loans',
		summary: 'Takes back a repayment, the latest tranche, or all that was disbursed.',
		params: ofLoan,
		body: loanReversalBody,
		status: 204,
		handle: async (work: LendingWork, {params, body}) => {
			await reverseLoanOperation(work, toReversal(params.id, body));
			return {};
		},
	}),
];

const preview: Route<LendingWork> = route({
	kind: 'open',
	method: 'POST',
	path: '/v1/schedules/preview',
	permission: 'schedule:preview',
	tag: 'loans',
	summary: 'The schedule that terms would make; nothing is written.',
	body: previewRequest,
	status: 200,
	response: previewAnswer,
	handle: async (_work: LendingWork, {body}) => {
		const terms = toTerms(body);
		return {body: presentPreview(buildSchedule(terms), terms, body.disbursementFees)};
	},
});

export const lendingRoutes: readonly Route<LendingWork>[] = [
	...loanPages,
	...loanSteps,
	preview,
	...productRoutes,
	...loanEventRoutes,
	...trancheRoutes,
	...loanLifeRoutes,
	...conversionRoutes,
	...purchaseRoutes,
	...loanCustodyRoutes,
	...groupRoutes,
	...collectionRoutes,
	...jointRoutes,
	...guarantorRoutes,
	...lateChargeRoutes,
	...latePayerRoutes,
	...collateralRoutes,
	...payrollRoutes,
];
