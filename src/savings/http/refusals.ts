import type {RefusalTable} from '../../http/problem.ts';
import {type SavingsCode, savingsTexts} from '../index.ts';

const statuses: Record<SavingsCode, number> = {
	'savings/unknown': 404,
	'savings/member-left': 409,
	'savings/before-member-joined': 422,
	'savings/locked': 422,
	'savings/below-zero': 422,
	'savings/has-debts': 409,
	'savings/leaving-in-future': 422,
	'savings/not-left': 409,
	'savings/already-reversed': 409,
	'savings/reversal-of-reversal': 409,
	'savings/part-of-leaving': 409,
	'savings/obligation-not-later': 422,
	'savings/date-in-future': 422,
	'savings/law-broken': 409,
};

export const savingsRefusals: RefusalTable = {texts: savingsTexts, statuses};
