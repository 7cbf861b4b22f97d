import type {LocalDate} from '../../kernel/local-date.ts';
import {getBook} from '../../ledger/index.ts';
import {policiesOn} from '../../provisioning/index.ts';
import type {Detector, DetectorPolicy} from '../detector.ts';
import {refuse} from '../errors.ts';
import type {DetectionQuestion, DetectionWork, RecordedDetection} from '../ports.ts';

/**
 * What was detected within the scope, one more than asked for where there are more: by a run, or by
 * the last one over each book.
 * @throws DomainError `detection/unknown-detector`, `ledger/unknown-book`.
 */
export async function readDetections(
	work: DetectionWork,
	question: DetectionQuestion,
): Promise<RecordedDetection[]> {
	const {detector, book, limit} = question;
	const names = work.detection.detectors.map(({name}) => name);
	if (detector !== undefined && !names.includes(detector)) {
		const values = {detector, options: names.join(', ')};
		throw refuse('detection/unknown-detector', values, 'query.detector');
	}
	if (book !== undefined) await getBook(work, book);
	return work.detection.listDetections({...question, limit: limit + 1});
}

/** A detector with the version of its policy that is in force. */
export type DetectorInForce = Detector & {readonly policy: DetectorPolicy | undefined};

export async function readDetectors(
	work: DetectionWork,
	on: LocalDate,
): Promise<DetectorInForce[]> {
	const policies = policiesOn(await work.detection.policyVersions(), on);
	return work.detection.detectors.map((detector) => ({
		...detector,
		policy: policies.find(({code}) => code === detector.name),
	}));
}
