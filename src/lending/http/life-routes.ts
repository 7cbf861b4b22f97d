import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {bookCode, date, id, page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId, RepaymentId} from '../../kernel/ids.ts';
import {
	type LendingWork,
	getWriteOff,
	previewRestructuring,
	quoteLoan,
	recordRecovery,
	restructureLoan,
	reverseRecovery,
	reverseWriteOff,
	settleLoan,
	verifyLoan,
	withdrawLoan,
	writeOffLoan,
} from '../index.ts';
import {
	endingReversalBody,
	presentPreview,
	presentQuote,
	presentRecovery,
	presentRestructured,
	presentSettlement,
	presentWriteOff,
	presentWrittenOff,
	previewAnswer,
	previewQuery,
	quoteAnswer,
	recoveryAnswer,
	recoveryBody,
	restructuredAnswer,
	restructuringAnswer,
	restructuringBody,
	settlementAnswer,
	settlementBody,
	stepBody,
	writeOffAnswer,
	writeOffBody,
	writtenOffAnswer,
} from './life-schemas.ts';
import {loanAnswer, presentLoan} from './schemas.ts';
import {withoutGap} from './way-fields.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});
const tag = 'loans';

const before: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/verify',
		permission: 'loan:verify',
		tag,
		summary: 'Tells that what was applied for was checked; not by the person who applied.',
		params: ofLoan,
		body: stepBody,
		status: 200,
		response: loanAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentLoan(await verifyLoan(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/withdraw',
		permission: 'loan:apply',
		tag,
		summary: 'Withdraws an application before its money is out.',
		params: ofLoan,
		body: stepBody,
		status: 200,
		response: loanAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentLoan(await withdrawLoan(work, {...body, loan: params.id})),
		}),
	}),
];

const settlements: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/quote',
		permission: 'loan:read',
		tag,
		summary: 'What pays a loan off on a day; today without one.',
		params: ofLoan,
		query: z.strictObject({on: date().optional()}),
		status: 200,
		response: quoteAnswer,
		handle: async (work: LendingWork, {params, query}) => ({
			body: presentQuote(await quoteLoan(work, params.id, query.on)),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/settle',
		permission: 'loan:repay',
		tag,
		summary: 'Pays a loan off by its quote and ends it; margin not due yet is not asked for.',
		params: ofLoan,
		body: settlementBody,
		status: 201,
		response: settlementAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentSettlement(await settleLoan(work, {...withoutGap(body), loan: params.id})),
		}),
	}),
];

const restructurings: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/reschedule/preview',
		permission: 'loan:read',
		tag,
		summary: 'The schedule that new terms would make of what is owed; nothing is written.',
		params: ofLoan,
		query: previewQuery,
		status: 200,
		response: previewAnswer,
		handle: async (work: LendingWork, {params, query: {effectiveOn, ...terms}}) => ({
			body: presentPreview(
				await previewRestructuring(work, {
					...withoutGaps(terms),
					loan: params.id,
					effectiveOn: effectiveOn ?? work.today(),
				}),
			),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/reschedule',
		permission: 'loan:reschedule',
		tag,
		summary: 'Agrees a new schedule for exactly what is owed; not by the person who applied.',
		params: ofLoan,
		body: restructuringBody,
		status: 201,
		response: restructuringAnswer,
		handle: async (
			work: LendingWork,
			{params, body: {effectiveOn, reason, document, ...terms}},
		) => {
			const {version, ...preview} = await restructureLoan(work, {
				...withoutGaps(terms),
				loan: params.id,
				effectiveOn,
				reason,
				document,
			});
			return {body: {...presentPreview(preview), version}};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/restructured-loans',
		permission: 'loan:read',
		tag,
		summary: 'Loans on a schedule agreed anew up to a day, with how late they were by the old one.',
		query: z.strictObject({
			cooperative: bookCode().optional(),
			asOf: date().optional(),
			...pageQuery,
		}),
		status: 200,
		response: page(restructuredAnswer),
		handle: async (work: LendingWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative, asOf} = query;
			const after = readCursor(cursor, z.object({book: z.string(), number: z.int()}));
			const found = await work.loanLife.listRestructured({
				...(cooperative === undefined ? {} : {book: cooperative}),
				asOf: asOf ?? work.today(),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = ({book, number}: (typeof found)[number]) => ({book, number});
			return {body: toPage(found, limit, presentRestructured, position)};
		},
	}),
];

const writeOffs: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/write-off',
		permission: 'loan:write-off',
		tag,
		summary: 'Takes a loan off the balance sheet; the debt stays. Not by the person who applied.',
		params: ofLoan,
		body: writeOffBody,
		status: 201,
		response: writeOffAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentWriteOff(await writeOffLoan(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/write-off',
		permission: 'loan:read',
		tag,
		summary: 'What was written off of a loan, and what still came of it.',
		params: ofLoan,
		status: 200,
		response: writtenOffAnswer,
		handle: async (work: LendingWork, {params}) => ({
			body: presentWrittenOff(await getWriteOff(work, params.id)),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/write-off/reverse',
		permission: 'loan:reverse',
		tag,
		summary: 'Takes a write-off back: the loan owes what it owed.',
		params: ofLoan,
		body: endingReversalBody,
		status: 204,
		handle: async (work: LendingWork, {params, body}) => {
			await reverseWriteOff(work, {...body, loan: params.id});
			return {};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/recoveries',
		permission: 'loan:repay',
		tag,
		summary: 'Takes what still comes of a written-off loan and gives a numbered receipt.',
		params: ofLoan,
		body: recoveryBody,
		status: 201,
		response: recoveryAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentRecovery(await recordRecovery(work, {...body, loan: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/recoveries/{recovery}/reverse',
		permission: 'loan:reverse',
		tag,
		summary: 'Takes a recovery back.',
		params: ofLoan.extend({recovery: id<RepaymentId>()}),
		body: endingReversalBody,
		status: 204,
		handle: async (work: LendingWork, {params, body}) => {
			await reverseRecovery(work, {...body, loan: params.id, recovery: params.recovery});
			return {};
		},
	}),
];

/** How a loan is checked, withdrawn, paid off, eased and written off. */
export const loanLifeRoutes: readonly Route<LendingWork>[] = [
	...before,
	...settlements,
	...restructurings,
	...writeOffs,
];

type Terms = {readonly [Name in keyof z.output<typeof previewQuery>]: unknown};

/** What is not named stays as it is. */
const withoutGaps = <T extends Partial<Terms>>(terms: T) =>
	Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)) as {
		[Name in keyof T]?: Exclude<T[Name], undefined>;
	};
