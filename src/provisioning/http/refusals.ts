import type {RefusalTable} from '../../http/problem.ts';
import {type ProvisioningCode, provisioningTexts} from '../index.ts';

const statuses: Record<ProvisioningCode, number> = {
	'provisioning/unknown-policy': 422,
	'provisioning/policy-not-in-force': 422,
	'provisioning/unknown-class': 422,
	'provisioning/class-not-worse': 422,
	'provisioning/no-manual-class': 409,
	'provisioning/class-before-last': 422,
	'provisioning/nothing-owed': 409,
	'provisioning/date-in-future': 422,
	'provisioning/known-at-in-future': 422,
	'provisioning/not-a-cooperative': 422,
	'provisioning/region-outside-scope': 404,
	'provisioning/choice-not-later': 409,
	'provisioning/no-policy-chosen': 409,
	'provisioning/month-not-over': 422,
	'provisioning/later-month-booked': 409,
	'provisioning/law-broken': 409,
};

export const provisioningRefusals: RefusalTable = {texts: provisioningTexts, statuses};
