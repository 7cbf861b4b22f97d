import type {RefusalTable} from '../../http/problem.ts';
import {type LendingCode, lendingTexts} from '../index.ts';

const statuses: Record<LendingCode, number> = {
	'lending/unknown-loan': 404,
	'lending/member-of-another-cooperative': 422,
	'lending/qardh-with-margin': 422,
	'lending/murabahah-without-margin': 422,
	'lending/applied-in-future': 422,
	'lending/before-member-joined': 422,
	'lending/wrong-status': 409,
	'lending/same-person': 409,
	'lending/decision-before-application': 422,
	'lending/disbursed-before-approval': 422,
	'lending/fund-cash-too-low': 422,
	'lending/repays-more-than-owed': 422,
	'lending/paid-before-disbursement': 422,
	'lending/unknown-repayment': 404,
	'lending/already-reversed': 409,
	'lending/already-remitted': 409,
	'lending/has-repayments': 409,
	'lending/schedule-grace-too-long': 422,
	'lending/schedule-deferral-too-long': 422,
	'lending/schedule-first-due-before-disbursement': 422,
	'lending/schedule-fixed-equal-principal': 422,
	'lending/schedule-fixed-too-low': 422,
	'lending/schedule-fixed-too-high': 422,
	'lending/schedule-rounding-too-coarse': 422,
	'lending/schedule-margin-above-instalment': 422,
	'lending/schedule-beyond-calendar': 422,
	'lending/schedule-principal-missing': 422,
	'lending/schedule-cost-not-principal': 422,
	'lending/schedule-cost-without-murabahah': 422,
	'lending/schedule-rate-missing': 422,
	'lending/schedule-margin-not-fixed': 422,
};

export const lendingRefusals: RefusalTable = {texts: lendingTexts, statuses};
