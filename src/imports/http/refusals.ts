import type {RefusalTable} from '../../http/problem.ts';
import {importTexts} from '../index.ts';

// What a finding says of a row or a file stands in an answer, and is a refusal only of an upload.
const unprocessable = 422;

const statuses: Readonly<Record<string, number>> = {
	...Object.fromEntries(Object.keys(importTexts).map((code) => [code, unprocessable])),
	'imports/unknown': 404,
	'imports/unknown-kind': 404,
	'imports/file-too-large': 413,
	'imports/file-known': 409,
	'imports/wrong-status': 409,
	'imports/same-person': 403,
	'imports/nothing-new': 409,
	'imports/preview-differs': 409,
	'imports/moved-since': 409,
	'imports/forgotten': 410,
	'imports/member-used': 409,
	'imports/group-used': 409,
	'imports/opening-exists': 409,
	'imports/law-broken': 409,
};

export const importRefusals: RefusalTable = {texts: importTexts, statuses};
