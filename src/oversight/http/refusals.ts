import type {RefusalTable} from '../../http/problem.ts';
import {type OversightCode, oversightTexts} from '../index.ts';

const statuses: Record<OversightCode, number> = {
	'oversight/unknown': 404,
	'oversight/source-malformed': 422,
	'oversight/subject-malformed': 422,
	'oversight/personal-data': 422,
	'oversight/too-much-evidence': 422,
	'oversight/evidence-unknown': 422,
	'oversight/no-evidence': 422,
	'oversight/closed': 409,
	'oversight/not-closed': 409,
	'oversight/raised-again': 409,
	'oversight/closing-proposed': 409,
	'oversight/not-proposed': 409,
	'oversight/not-owner': 403,
	'oversight/proposed-by-same': 403,
	'oversight/may-not-close': 403,
	'oversight/concerned': 403,
	'oversight/owner-unchanged': 409,
	'oversight/owner-without-right': 422,
	'oversight/due-date-unchanged': 409,
	'oversight/due-date-past': 422,
	'oversight/place-outside-scope': 422,
	'oversight/address-malformed': 422,
	'oversight/date-in-future': 422,
	'oversight/law-broken': 409,
};

export const oversightRefusals: RefusalTable = {texts: oversightTexts, statuses};
