import {type Language, fill} from '../kernel/errors.ts';
import type {BookCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {rupiah, toDisplay} from '../kernel/money.ts';
import type {Detector, DetectorPolicy, Sentence, Severity} from './detector.ts';

/**
 * What stands behind a detection, as a reference within its book: whoever may read the book follows
 * it there. An entry has its number, a user their name, all others their identity.
 */
export type Evidence =
	| {
			readonly kind: 'loan' | 'member' | 'repayment' | 'pengurus' | 'allocation' | 'nik-attempt';
			readonly id: string;
	  }
	| {readonly kind: 'entry'; readonly number: number}
	| {readonly kind: 'user'; readonly name: string};

/** What one detector saw of one subject of a book. A finding is raised from exactly this. */
export type Detection = {
	readonly book: BookCode;
	/** The name of the detector. */
	readonly source: string;
	/** A key that stays the same from run to run, such as `loan:<uuid>`. */
	readonly subject: string;
	readonly severity: Severity;
	readonly sentence: Sentence;
	readonly evidence: readonly Evidence[];
};

/** One row of a detector's question to the database. */
export type Found = {
	readonly book: BookCode;
	readonly subject: string;
	/** Where this case is worse or better than the policy says of all. */
	readonly severity?: Severity;
	readonly figures: Readonly<Record<string, string | number>>;
	readonly evidence: readonly Evidence[];
};

/** A run of the detectors over one book or all. */
export type DetectionRun = {
	readonly id: string;
	readonly asOf: LocalDate;
	/** Undefined where it was over all books. */
	readonly book?: BookCode;
	readonly isNightly: boolean;
	readonly startedAt: Date;
	readonly endedAt: Date;
	readonly runBy: string;
	/** How many each detector found. */
	readonly counts: Readonly<Record<string, number>>;
	/** The version of its policy that each detector went by. */
	readonly policies: Readonly<Record<string, number>>;
};

/** Puts what was found into sentences. */
export const toDetections = (
	detector: Detector,
	policy: Pick<DetectorPolicy, 'severity' | 'thresholds'>,
	found: readonly Found[],
): Detection[] =>
	found.map(({book, subject, severity, figures, evidence}) => {
		const say = (language: Language): string =>
			fill(
				detector.sentence[language],
				shownFigures(detector, {...policy.thresholds, ...figures}, language),
			);
		return {
			book,
			source: detector.name,
			subject,
			severity: severity ?? policy.severity,
			sentence: {id: say('id'), en: say('en')},
			evidence,
		};
	});

/** Rupiah as Indonesians write them, in either language; other numbers with its decimal sign. */
const shownFigures = (
	{amounts = []}: Detector,
	figures: Found['figures'],
	language: Language,
): Record<string, string> =>
	Object.fromEntries(
		Object.entries(figures).map(([name, value]) => {
			if (amounts.includes(name)) return [name, toDisplay(rupiah(String(value)))];
			if (typeof value === 'string') return [name, value];
			return [name, language === 'id' ? String(value).replace('.', ',') : String(value)];
		}),
	);

/** How many detections each detector has, those without any as nought. */
export const countBySource = (
	names: readonly string[],
	detections: readonly Pick<Detection, 'source'>[],
): Record<string, number> => {
	const counts: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
	for (const {source} of detections) counts[source] = (counts[source] ?? 0) + 1;
	return counts;
};
