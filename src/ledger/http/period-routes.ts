import {z} from 'zod';
import {bookCode, countText, month, page} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {
	type LedgerWork,
	closeYear,
	confirmClose,
	getBook,
	getTrialBalance,
	reopenPeriod,
	requestClose,
} from '../index.ts';
import {
	frozenAnswer,
	periodAnswer,
	presentFrozen,
	presentPeriod,
	reopenBody,
	yearBody,
} from './period-schemas.ts';
import {entryAnswer, presentEntry} from './schemas.ts';

const inBook = z.strictObject({book: bookCode()});
const inMonth = z.strictObject({book: bookCode(), month: month()});
const inYear = z.strictObject({book: bookCode(), year: countText({min: 1900, max: 2199})});
const sequence = countText({min: 1, max: 10_000});

export const periodRoutes: readonly Route<LedgerWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/periods',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'Every closing of a month that was asked for, reopened ones too.',
		params: inBook,
		status: 200,
		response: page(periodAnswer),
		handle: async (work: LedgerWork, {params}) => {
			const periods = await work.ledger.periods(await getBook(work, params.book));
			return {body: {items: periods.map(presentPeriod), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/periods',
		permission: 'period:close',
		tag: 'ledger',
		summary: 'Asks for a month to be closed; another person confirms it.',
		params: inBook,
		body: z.strictObject({month: month()}),
		status: 201,
		response: periodAnswer,
		handle: async (work: LedgerWork, {params, body}) => ({
			body: presentPeriod(await requestClose(work, params.book, body.month)),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/periods/{month}/confirm',
		permission: 'period:close',
		tag: 'ledger',
		summary: 'Confirms that a month is closed; not by the person who asked for it.',
		description:
			'Months close in their order. The trial balance of the month is signed at this moment.',
		params: inMonth,
		status: 200,
		response: periodAnswer,
		handle: async (work: LedgerWork, {params}) => ({
			body: presentPeriod(await confirmClose(work, params.book, params.month)),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/periods/{month}/reopen',
		permission: 'period:reopen',
		tag: 'ledger',
		summary: 'Opens a closed month again, the latest first, for a reason.',
		description: 'Not by the person who confirmed it. The closing and what was signed of it stay.',
		params: inMonth,
		body: reopenBody,
		status: 200,
		response: periodAnswer,
		handle: async (work: LedgerWork, {params, body}) => ({
			body: presentPeriod(await reopenPeriod(work, params.book, params.month, body.reason)),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/periods/{month}/trial-balance',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: "A month's trial balance as it was signed when the month was closed.",
		params: inMonth,
		query: z.strictObject({
			sequence: sequence
				.optional()
				.meta({description: 'Which of its closings; the newest when left out.'}),
		}),
		status: 200,
		response: frozenAnswer,
		handle: async (work: LedgerWork, {params, query}) => {
			const frozen = await getTrialBalance(work, params.book, params.month, query.sequence);
			const chart = await work.ledger.accounts(await getBook(work, params.book));
			return {body: presentFrozen(frozen, chart)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books/{book}/years/{year}/close',
		permission: 'period:close',
		tag: 'ledger',
		summary: "Carries a year's income and expenses into equity, by an entry of 31 December.",
		description:
			'December is still open. The entry is reversed on its own day, and the year closed again.',
		params: inYear,
		body: yearBody,
		status: 201,
		response: entryAnswer,
		handle: async (work: LedgerWork, {params, body}) => ({
			body: presentEntry(await closeYear(work, params.book, {...body, year: params.year})),
		}),
	}),
];
