import type {RefusalTable} from '../../http/problem.ts';
import {type DetectionCode, detectionTexts} from '../index.ts';

const statuses: Record<DetectionCode, number> = {
	'detection/date-in-future': 422,
	'detection/unknown-detector': 422,
	'detection/night-already-run': 409,
	'detection/law-broken': 409,
};

export const detectionRefusals: RefusalTable = {texts: detectionTexts, statuses};
