import type {RefusalTable} from '../../http/problem.ts';
import {type ReceiptCode, receiptTexts} from '../index.ts';

const statuses: Record<ReceiptCode, number> = {
	'receipts/unknown': 404,
	'receipts/code-malformed': 422,
	'receipts/code-mistyped': 422,
	'receipts/unknown-code': 404,
	'receipts/law-broken': 409,
};

export const receiptRefusals: RefusalTable = {texts: receiptTexts, statuses};

/** The status of a page that says what was refused; whatever evidence refuses is a conflict. */
export const statusOfRefusal = (code: string): number =>
	new Map(Object.entries(statuses)).get(code) ?? 409;
