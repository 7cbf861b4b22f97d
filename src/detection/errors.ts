import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const detectionTexts = {
	'detection/date-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'detection/unknown-detector': {
		id: 'Pendeteksi {detector} tidak ada; pilih salah satu: {options}.',
		en: 'There is no detector {detector}; choose one of: {options}.',
	},
	'detection/night-already-run': {
		id: 'Pendeteksi untuk hari itu sudah dijalankan malam ini.',
		en: 'The detectors have had their nightly run for that day.',
	},
	'detection/law-broken': {
		id: 'Hukum pendeteksian {law} dilanggar: {explanation}',
		en: 'The law of detections {law} would be broken: {explanation}',
	},
} as const satisfies RefusalTexts;

export type DetectionCode = keyof typeof detectionTexts;
export const refuse = refuser(detectionTexts);
