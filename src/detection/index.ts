// The door of detection: all that other rooms may see of it.
export {
	type Detection,
	type DetectionRun,
	type Evidence,
	type Found,
	countBySource,
} from './detection.ts';
export {type Detector, type DetectorPolicy, type Sentence, type Severity} from './detector.ts';
export {severities} from './detector.ts';
export {type DetectionCode, detectionTexts} from './errors.ts';
export type {
	DetectionPosition,
	DetectionQuestion,
	DetectionStore,
	DetectionWork,
	RecordedDetection,
} from './ports.ts';
export {type RunOutcome, type RunRequest, runDetectors} from './commands/run-detectors.ts';
export {type DetectorInForce, readDetections, readDetectors} from './queries/read-detections.ts';
export {detectAndRaise} from './commands/detect-and-raise.ts';
