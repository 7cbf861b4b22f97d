import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	amountOrZero,
	amountText,
	bookCode,
	countText,
	date,
	dateText,
	id,
	page,
	pageQuery,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {toText} from '../../kernel/money.ts';
import {getBook} from '../../ledger/index.ts';
import {
	type Collateral,
	type LendingWork,
	collateralKinds,
	getLoan,
	releaseCollateral,
	revalueCollateral,
	takeCollateral,
	valueOn,
} from '../index.ts';

const ofLoan = z.strictObject({id: id<LoanId>()});
const ofCollateral = z.strictObject({
	id: id<LoanId>(),
	number: countText({min: 1, max: 1_000_000}),
});

const appraisalBody = z.strictObject({
	appraisedOn: date(),
	value: amountOrZero(),
	appraiser: text({max: 100}),
});

const collateralBody = z.strictObject({
	kind: z.enum(collateralKinds),
	description: text({max: 500}),
	owner: text({max: 100}),
	document: text({max: 100}).meta({description: 'The number of the certificate, BPKB, receipt.'}),
	place: text({max: 200}).meta({description: 'Where it is kept.'}),
	takenOn: date(),
	appraisal: appraisalBody,
});

const releaseBody = z.strictObject({releasedOn: date(), handedTo: text({max: 100})});

const collateralAnswer = z.strictObject({
	loan: z.string(),
	number: z.number(),
	kind: z.enum(collateralKinds),
	description: z.string(),
	owner: z.string(),
	document: z.string(),
	place: z.string(),
	takenOn: dateText(),
	takenBy: z.string(),
	value: amountText().nullable().meta({
		description: 'By the last appraisal up to the day asked for; null where it is not held.',
	}),
	appraisals: z.array(
		z.strictObject({
			number: z.number(),
			appraisedOn: dateText(),
			value: amountText(),
			appraiser: z.string(),
			recordedBy: z.string(),
		}),
	),
	release: z
		.strictObject({
			releasedOn: dateText(),
			handedTo: z.string(),
			earlyReason: z.string().nullable(),
			releasedBy: z.string(),
		})
		.nullable(),
});

function presentCollateral(
	collateral: Collateral,
	on: LocalDate,
): z.output<typeof collateralAnswer> {
	const {release, appraisals, ...shown} = collateral;
	const value = valueOn(collateral, on);
	return {
		...shown,
		value: value === undefined ? null : toText(value),
		appraisals: appraisals.map((one) => ({...one, value: toText(one.value)})),
		release: release ? {...release, earlyReason: release.earlyReason ?? null} : null,
	};
}

const collateralPages: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/loans/{id}/collateral',
		permission: 'member:read',
		tag: 'collateral',
		summary: 'What secures a loan, with what it is worth on a day; today without one.',
		params: ofLoan,
		query: z.strictObject({asOf: date().optional()}),
		status: 200,
		response: z.strictObject({items: z.array(collateralAnswer)}),
		handle: async (work: LendingWork, {params, query}) => {
			const {loan, book} = await getLoan(work, params.id);
			const on = query.asOf ?? work.today();
			const found = await work.collateral.collateralOfLoan(book, loan.id);
			return {body: {items: found.map((one) => presentCollateral(one, on))}};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/cooperatives/{book}/collateral',
		permission: 'member:read',
		tag: 'collateral',
		summary: 'What a cooperative holds and held for its loans, with its worth on a day.',
		params: z.strictObject({book: bookCode()}),
		query: z.strictObject({asOf: date().optional(), ...pageQuery}),
		status: 200,
		response: page(collateralAnswer),
		handle: async (work: LendingWork, {params, query}) => {
			const {cursor, limit = limitDefault} = query;
			const on = query.asOf ?? work.today();
			const after = readCursor(cursor, z.object({loan: id<LoanId>(), number: z.int()}));
			const found = await work.collateral.listCollateral(await getBook(work, params.book), {
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const present = (one: Collateral) => presentCollateral(one, on);
			const position = ({loan, number}: Collateral) => ({loan, number});
			return {body: toPage(found, limit, present, position)};
		},
	}),
];

const collateralSteps: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/collateral',
		permission: 'collateral:record',
		tag: 'collateral',
		summary: 'Takes something that secures a loan, with its first appraisal.',
		params: ofLoan,
		body: collateralBody,
		status: 201,
		response: collateralAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentCollateral(await takeCollateral(work, {...body, loan: params.id}), work.today()),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/collateral/{number}/appraisals',
		permission: 'collateral:record',
		tag: 'collateral',
		summary: 'Values it anew; what it was worth before stays.',
		params: ofCollateral,
		body: appraisalBody,
		status: 201,
		response: collateralAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentCollateral(
				await revalueCollateral(work, {
					loan: params.id,
					collateral: params.number,
					appraisal: body,
				}),
				work.today(),
			),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/collateral/{number}/release',
		permission: 'collateral:record',
		tag: 'collateral',
		summary: 'Gives the collateral of a settled loan back.',
		params: ofCollateral,
		body: releaseBody,
		status: 200,
		response: collateralAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentCollateral(
				await releaseCollateral(work, {...body, loan: params.id, collateral: params.number}),
				work.today(),
			),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/loans/{id}/collateral/{number}/release-early',
		permission: 'collateral:release-early',
		tag: 'collateral',
		summary: 'Gives collateral back although the loan is not settled, for a reason.',
		params: ofCollateral,
		body: releaseBody.extend({reason: text({max: 500})}),
		status: 200,
		response: collateralAnswer,
		handle: async (work: LendingWork, {params, body: {reason, ...body}}) => ({
			body: presentCollateral(
				await releaseCollateral(work, {
					...body,
					earlyReason: reason,
					loan: params.id,
					collateral: params.number,
				}),
				work.today(),
			),
		}),
	}),
];

/** What secures the loans. */
export const collateralRoutes: readonly Route<LendingWork>[] = [
	...collateralPages,
	...collateralSteps,
];
