import type {ConversionCode} from '../index.ts';

export const conversionStatuses: Record<ConversionCode, number> = {
	'lending/conversion-inah': 422,
	'lending/conversion-into-jasa': 422,
	'lending/conversion-of-akad': 409,
	'lending/conversion-margin-due': 409,
	'lending/converted': 409,
	'lending/came-of-conversion': 409,
	'lending/not-converted': 409,
	'lending/paid-since-conversion': 409,
};
