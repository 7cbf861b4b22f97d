import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {page} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {OversightWork} from '../../oversight/index.ts';
import {type DetectionWork, detectAndRaise, readDetections, readDetectors} from '../index.ts';
import {
	detectionAnswer,
	detectionPosition,
	detectionQuery,
	detectorAnswer,
	positionOf,
	presentDetection,
	presentDetector,
	presentRun,
	runAnswer,
	runBody,
} from './contract.ts';

/** What is seen is read here, and what is grave goes into the register. */
type DetectingWork = DetectionWork & OversightWork;

export const detectionRoutes: readonly Route<DetectingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/detectors',
		permission: 'detection:read',
		tag: 'detections',
		summary: 'What each detector looks for, by which thresholds, and what honest looks the same.',
		status: 200,
		response: page(detectorAnswer),
		handle: async (work: DetectingWork) => {
			const detectors = await readDetectors(work, work.today());
			return {body: {items: detectors.map(presentDetector), nextCursor: null}};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/detections',
		permission: 'detection:read',
		tag: 'detections',
		summary: 'What the detectors saw, by the last run over each book or by a run that is named.',
		query: detectionQuery,
		status: 200,
		response: page(detectionAnswer),
		handle: async (work: DetectingWork, {query}) => {
			const {cursor, limit = limitDefault, run, detector, severity, book} = query;
			const after = readCursor(cursor, detectionPosition);
			const found = await readDetections(work, {
				limit,
				...(run === undefined ? {} : {run}),
				...(detector === undefined ? {} : {detector}),
				...(severity === undefined ? {} : {severity}),
				...(book === undefined ? {} : {book}),
				...(after === undefined ? {} : {after}),
			});
			return {body: toPage(found, limit, presentDetection, positionOf)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/detections/runs',
		permission: 'detection:run',
		tag: 'detections',
		summary: 'Runs every detector now and records what each saw.',
		description:
			'A run looks at all books, for what is alike in two cooperatives is seen from neither ' +
			'alone; the answer counts what is within your scope, and no more can be read of it.',
		body: runBody,
		status: 201,
		response: runAnswer,
		handle: async (work: DetectingWork, {body: {asOf, book}}) => {
			const wanted = {asOf, ...(book === undefined ? {} : {book})};
			const {run} = await detectAndRaise(work, wanted);
			return {body: presentRun(run, await work.detection.countsOf(run.id))};
		},
	}),
];
