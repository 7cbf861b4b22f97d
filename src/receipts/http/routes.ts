import {z} from 'zod';
import {bookCode, text} from '../../http/fields.ts';
import {type Answer, type Route, route} from '../../http/route.ts';
import {DomainError, type Language} from '../../kernel/errors.ts';
import {type ReceiptWork, checkReceipt, readReceipt} from '../index.ts';
import {presentAskPage, presentCheckPage, presentRefusalPage} from './check-page.ts';
import {papers, presentReceiptPage} from './receipt-page.ts';
import {checkAnswer, presentCheck, presentReceipt, receiptAnswer} from './schemas.ts';

const codeText = () =>
	text({max: 100}).meta({
		description: 'The check code printed on a receipt, in groups or not.',
		examples: ['7Z2K-Q9XM-4T0B-C6WD-H3RF'],
	});

/** A page has no problem document: who scanned a code is told on a page what is wrong with it. */
async function checkOnPage(work: ReceiptWork, code: string, language: Language): Promise<Answer> {
	try {
		return presentCheckPage(await checkReceipt(work, code), language);
	} catch (error) {
		if (error instanceof DomainError) return presentRefusalPage(error, language);
		throw error;
	}
}

const publicRoutes: readonly Route<ReceiptWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/public/receipts/{code}',
		permission: 'public',
		tag: 'public',
		summary: 'Whether the payment of a receipt is in the ledger, for whoever holds its check code.',
		description:
			'Amount, date, cooperative and the entries, each with the proof that it is under a signed ' +
			'checkpoint where one covers it; what was taken back stays and says since when. Nothing of ' +
			'who paid, on which loan, or who received. Whether it was remitted to the city is not said.',
		params: z.strictObject({code: codeText()}),
		status: 200,
		response: checkAnswer,
		refusals: [404, 409],
		handle: async (work: ReceiptWork, {params: {code}}) => ({
			body: presentCheck(await checkReceipt(work, code)),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/kuitansi',
		permission: 'public',
		tag: 'public',
		summary: 'The page on which a check code is typed, and what is found by it.',
		query: z.strictObject({kode: codeText().optional()}),
		status: 200,
		files: ['text/html'],
		refusals: [404, 409],
		handle: async (work: ReceiptWork, {query: {kode}, language}) =>
			kode === undefined ? presentAskPage(language) : checkOnPage(work, kode, language),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/kuitansi/{code}',
		permission: 'public',
		tag: 'public',
		summary: 'The page that the QR code of a receipt opens.',
		description: 'The same as /v1/public/receipts/{code}, for people; in English where asked for.',
		params: z.strictObject({code: codeText()}),
		status: 200,
		files: ['text/html'],
		refusals: [404, 409],
		handle: async (work: ReceiptWork, {params: {code}, language}) =>
			checkOnPage(work, code, language),
	}),
];

const ofReceipt = z.strictObject({
	book: bookCode(),
	receipt: text({max: 20}).meta({
		description: 'The number on the paper: KW of receipts, SS and PS of slips of savings.',
		examples: ['KW-12'],
	}),
});

const counterRoutes: readonly Route<ReceiptWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/receipts/{receipt}',
		permission: 'loan:read',
		tag: 'receipts',
		summary: 'A receipt with all that is printed on it.',
		params: ofReceipt,
		status: 200,
		response: receiptAnswer,
		handle: async (work: ReceiptWork, {params}) => ({
			body: presentReceipt(await readReceipt(work, params)),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books/{book}/receipts/{receipt}/print',
		permission: 'loan:read',
		tag: 'receipts',
		summary: 'A receipt to be printed, with the QR code that opens its public page.',
		params: ofReceipt,
		query: z.strictObject({
			paper: z.enum(papers).default('80mm').meta({
				description: 'A roll of 58 or 80 mm, or a sheet of A5.',
			}),
		}),
		status: 200,
		files: ['text/html'],
		handle: async (work: ReceiptWork, {params, query: {paper}}) =>
			presentReceiptPage(await readReceipt(work, params), paper),
	}),
];

export const receiptRoutes: readonly Route<ReceiptWork>[] = [...publicRoutes, ...counterRoutes];
