import type {RefusalTable} from '../../http/problem.ts';
import {type EvidenceCode, evidenceTexts} from '../index.ts';

const statuses: Record<EvidenceCode, number> = {
	'evidence/unknown-checkpoint': 404,
	'evidence/nothing-recorded': 409,
	'evidence/entry-not-covered': 409,
	'evidence/book-not-covered': 409,
	'evidence/checkpoints-reversed': 422,
	'evidence/contradicted': 409,
	'evidence/log-contradicted': 409,
	'evidence/journal-rewritten': 409,
	'evidence/trail-rewritten': 409,
	'evidence/key-not-in-use': 503,
	'evidence/no-signing-key': 503,
	'evidence/law-broken': 409,
};

export const evidenceRefusals: RefusalTable = {texts: evidenceTexts, statuses};
