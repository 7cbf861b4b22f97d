import type {BookCode, NewId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Book, LedgerWork} from '../ledger/index.ts';
import type {Detection, DetectionRun, Found} from './detection.ts';
import type {Detector, DetectorPolicy, Severity} from './detector.ts';

/** Which day, and which book; all without one. */
export type Sight = {readonly asOf: LocalDate; readonly book?: Book};

/** Where a page of detections ended. */
export type DetectionPosition = {
	readonly book: string;
	readonly detector: string;
	readonly subject: string;
};

export type DetectionQuestion = {
	/** The last run over each book without one. */
	readonly run?: string;
	readonly detector?: string;
	readonly severity?: Severity;
	readonly book?: BookCode;
	readonly after?: DetectionPosition;
	readonly limit: number;
};

export type RecordedDetection = Detection & {
	readonly run: string;
	readonly asOf: LocalDate;
	readonly recordedAt: Date;
};

/** What detection asks of its database, within one transaction. */
export type DetectionStore = {
	readonly detectors: readonly Detector[];
	/** Every version of every policy. */
	readonly policyVersions: () => Promise<DetectorPolicy[]>;
	/**
	 * Runs something over all books whatever the scope of the caller, and takes that back after it:
	 * what is alike in two cooperatives is seen from neither of them alone.
	 */
	readonly asSystem: <T>(run: () => Promise<T>) => Promise<T>;
	readonly detect: (detector: Detector, policy: DetectorPolicy, sight: Sight) => Promise<Found[]>;
	readonly insertRun: (
		run: DetectionRun,
		book: Book | undefined,
		detections: readonly Detection[],
	) => Promise<void>;
	/** How many of a run's detections are within the scope, by detector. */
	readonly countsOf: (run: string) => Promise<Record<string, number>>;
	readonly listDetections: (question: DetectionQuestion) => Promise<RecordedDetection[]>;
};

export type DetectionWork = LedgerWork & {
	readonly today: () => LocalDate;
	readonly newId: NewId;
	readonly detection: DetectionStore;
};
