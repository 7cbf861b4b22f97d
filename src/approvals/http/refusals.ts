import type {RefusalTable} from '../../http/problem.ts';
import {type ApprovalCode, approvalTexts} from '../index.ts';

const statuses: Record<ApprovalCode, number> = {
	'approval/needed': 403,
	'approval/unknown': 404,
	'approval/decided': 409,
	'approval/expired': 409,
	'approval/changed': 409,
	'approval/own': 403,
	'approval/not-own': 403,
	'approval/not-permitted': 403,
	'approval/second-factor-needed': 403,
	'approval/maker-not-permitted': 409,
	'approval/preview-differs': 409,
	'approval/unknown-write': 422,
	'approval/no-amount': 422,
	'approval/lifted-with-limit': 422,
	'approval/policy-past': 422,
	'approval/policy-scope': 403,
	'approval/moved': 409,
	'limit/exceeded': 403,
	'limit/past': 422,
	'separation/same-person': 403,
	'separation/own-loan': 403,
	'separation/unknown-pair': 422,
	'separation/held': 409,
	'separation/past': 422,
	'separation/tie-held': 409,
	'separation/unknown-tie': 404,
	'separation/own-tie': 403,
	'separation/unknown-cooperative': 404,
	'separation/unknown-member': 422,
};

/** The sentences of this room's refusals, and the status that each is answered with. */
export const approvalRefusals: RefusalTable = {texts: approvalTexts, statuses};
