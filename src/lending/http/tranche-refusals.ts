import type {TrancheCode} from '../index.ts';

export const trancheStatuses: Record<TrancheCode, number> = {
	'lending/product-tranches': 422,
	'lending/nothing-left-to-disburse': 409,
	'lending/tranche-above-approved': 422,
	'lending/not-in-tranches': 422,
	'lending/tranches-used-up': 409,
	'lending/tranche-while-late': 409,
	'lending/no-instalment-left': 422,
	'lending/unknown-tranche': 404,
	'lending/tranche-not-last': 409,
	'lending/restructured-after-tranche': 409,
	'lending/season-length': 422,
};
