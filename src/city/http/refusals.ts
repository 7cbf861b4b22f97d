import type {RefusalTable} from '../../http/problem.ts';
import {type CityCode, cityTexts} from '../index.ts';

const statuses: Record<CityCode, number> = {
	'city/not-a-city-book': 422,
	'city/no-policy': 422,
	'city/balance-date-not-past': 422,
	'city/date-in-future': 422,
	'city/from-after-as-of': 422,
	'city/known-at-in-future': 422,
	'city/same-person': 403,
	'city/before-decree': 422,
	'city/council-missing': 422,
	'city/write-off-open': 409,
	'city/writes-off-more': 422,
	'city/not-provided-for': 409,
	'city/before-write-off': 422,
	'city/write-off-decided': 409,
	'city/unknown-write-off': 404,
	'city/write-off-not-confirmed': 409,
	'city/recovers-more': 422,
	'city/unknown-claim': 404,
	'city/unknown-pengurus': 422,
	'city/claim-over-debt': 422,
	'city/claim-state': 409,
	'city/before-found': 422,
	'city/before-stated': 422,
	'city/instalments-not-claim': 422,
	'city/instalments-not-forward': 422,
	'city/claim-overpaid': 422,
	'city/claim-has-payments': 409,
	'city/unknown-payment': 404,
	'city/law-broken': 409,
};

export const cityRefusals: RefusalTable = {texts: cityTexts, statuses};
