import type {RefusalTable} from '../../http/problem.ts';
import {type SurplusCode, surplusTexts} from '../index.ts';

const statuses: Record<SurplusCode, number> = {
	'surplus/rule-not-later': 422,
	'surplus/parts-not-whole': 422,
	'surplus/percent-not-positive': 422,
	'surplus/percent-too-fine': 422,
	'surplus/wrong-account': 422,
	'surplus/part-twice': 422,
	'surplus/no-general-reserve': 422,
	'surplus/no-saving-product': 422,
	'surplus/no-rule': 409,
	'surplus/year-not-closed': 409,
	'surplus/closed-elsewhere': 409,
	'surplus/loss': 409,
	'surplus/nothing-earned': 409,
	'surplus/already-distributed': 409,
	'surplus/decided-too-early': 422,
	'surplus/decided-in-future': 422,
	'surplus/same-person': 409,
	'surplus/less-held': 409,
	'surplus/unknown': 404,
	'surplus/already-reversed': 409,
	'surplus/paid-out': 409,
	'surplus/reversal-too-early': 422,
	'surplus/no-share': 422,
	'surplus/above-left': 422,
	'surplus/paid-too-early': 422,
	'surplus/product-needed': 422,
	'surplus/unknown-payout': 404,
	'surplus/payout-reversed': 409,
	'surplus/year-distributed': 409,
	'surplus/law-broken': 409,
};

export const surplusRefusals: RefusalTable = {texts: surplusTexts, statuses};
