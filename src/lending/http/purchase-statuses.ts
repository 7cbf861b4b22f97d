import type {PurchaseCode} from '../index.ts';

export const purchaseStatuses: Record<PurchaseCode, number> = {
	'lending/purchase-not-murabahah': 422,
	'lending/down-payment-two-minimums': 422,
	'lending/down-payment-minimum': 422,
	'lending/no-wakalah': 409,
	'lending/purchase-open': 409,
	'lending/advance-above-principal': 422,
	'lending/no-advance': 409,
	'lending/purchase-above-advance': 422,
	'lending/goods-not-bought': 409,
	'lending/no-down-payment-asked': 409,
	'lending/down-payment-too-high': 422,
	'lending/down-payment-too-low': 409,
	'lending/no-down-payment-held': 409,
	'lending/proceeds-above-cost': 422,
	'lending/paper-twice': 422,
	'lending/paper-counted': 409,
	'lending/pays-more-than-claimed': 422,
	'lending/held-before-sale': 409,
	'lending/unknown-purchase-step': 404,
	'lending/purchase-step-not-last': 409,
};
