import type {BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {getBook} from '../../ledger/index.ts';
import {policiesOn} from '../../provisioning/index.ts';
import {type Detection, type DetectionRun, countBySource, toDetections} from '../detection.ts';
import {refuse} from '../errors.ts';
import type {DetectionWork} from '../ports.ts';

export type RunRequest = {
	readonly asOf: LocalDate;
	/** Over this book alone; what is alike in others is seen all the same. */
	readonly book?: BookCode;
	readonly isNightly?: boolean;
};

export type RunOutcome = {
	readonly run: DetectionRun;
	/** Of every book that was looked at, whatever the scope of who asked: present it by scope. */
	readonly detections: readonly Detection[];
};

/**
 * Looks at all books, or one, as the system does, and records what every detector saw. Who may read
 * of it what is decided by the scope of who reads.
 * @throws DomainError `detection/date-in-future`, `ledger/unknown-book`,
 * `detection/night-already-run`.
 */
export async function runDetectors(
	work: DetectionWork,
	{asOf, book: code, isNightly = false}: RunRequest,
): Promise<RunOutcome> {
	const today = work.today();
	if (asOf > today) throw refuse('detection/date-in-future', {date: asOf, today}, 'asOf');
	const book = code === undefined ? undefined : await getBook(work, code);
	const startedAt = work.now();
	const policies = policiesOn(await work.detection.policyVersions(), asOf);
	return work.detection.asSystem(async () => {
		const detections: Detection[] = [];
		const names: string[] = [];
		for (const detector of work.detection.detectors) {
			const policy = policies.find((one) => one.code === detector.name);
			// A detector without a policy on that day had nothing to go by; the run names who had.
			if (!policy) continue;
			names.push(detector.name);
			const sight = {asOf, ...(book === undefined ? {} : {book})};
			const found = await work.detection.detect(detector, policy, sight);
			detections.push(...toDetections(detector, policy, found));
		}
		const run: DetectionRun = {
			id: work.newId(),
			asOf,
			...(code === undefined ? {} : {book: code}),
			isNightly,
			startedAt,
			endedAt: work.now(),
			runBy: work.actor.name,
			counts: countBySource(names, detections),
			policies: Object.fromEntries(policies.map((one) => [one.code, one.version])),
		};
		await work.detection.insertRun(run, book, detections);
		return {run, detections};
	});
}
