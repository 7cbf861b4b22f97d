import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {withEveryBook} from '../../db/transaction.ts';
import type {BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {Evidence, Found} from '../detection.ts';
import type {DetectorPolicy, Severity} from '../detector.ts';
import {refuse} from '../errors.ts';
import type {DetectionQuestion, DetectionStore, RecordedDetection} from '../ports.ts';
import {detectors} from './catalogue.ts';

type FoundRow = {
	book: string;
	subject: string;
	severity: Severity | null;
	figures: Record<string, string | number>;
	evidence: Evidence[];
};

type PolicyRow = {
	detector: string;
	version: number;
	effective_from: LocalDate;
	severity: Severity;
	thresholds: Record<string, number>;
	legal_basis: string;
	status: DetectorPolicy['status'];
};

type DetectionRow = {
	book: string;
	run_id: string;
	as_of: LocalDate;
	ended_at: Date;
	detector: string;
	subject: string;
	severity: Severity;
	sentence_id: string;
	sentence_en: string;
	evidence: Evidence[];
};

/** So many rows are written at once: one statement for all would be one value of many megabytes. */
const rowsInStatementMax = 1000;

export const createDetectionStore = (trx: Knex): DetectionStore => ({
	detectors,
	asSystem: async (run) => withEveryBook(trx, run),
	...createDetecting(trx),
	...createRecords(trx),
});

const createDetecting = (trx: Knex): Pick<DetectionStore, 'policyVersions' | 'detect'> => ({
	async policyVersions() {
		const rows: PolicyRow[] = await trx('detector_policies').orderBy(['detector', 'version']);
		return rows.map(toPolicy);
	},
	async detect({name}, {thresholds}, {asOf, book}) {
		const detector = detectors.find((one) => one.name === name);
		if (!detector) return [];
		const {rows} = await trx.raw<{rows: FoundRow[]}>(
			`select book.code as book, found.subject, found.severity, found.figures, found.evidence
			from (${detector.sql}) found
			join books book on book.id = found.book_id
			order by book.code, found.subject`,
			{...thresholds, ...detector.constants, asOf, books: book === undefined ? null : [book.id]},
		);
		return rows.map(toFound);
	},
});

const createRecords = (
	trx: Knex,
): Pick<DetectionStore, 'insertRun' | 'countsOf' | 'listDetections'> => ({
	async insertRun(run, book, detections) {
		await trx('detection_runs').insert({
			id: run.id,
			as_of: run.asOf,
			book_id: book?.id ?? null,
			is_nightly: run.isNightly,
			started_at: run.startedAt,
			ended_at: run.endedAt,
			run_by: run.runBy,
			counts: JSON.stringify(run.counts),
			policies: JSON.stringify(run.policies),
		});
		for (let from = 0; from < detections.length; from += rowsInStatementMax) {
			const rows = detections.slice(from, from + rowsInStatementMax);
			await trx.raw(insertSql, {run: run.id, rows: JSON.stringify(rows)});
		}
	},
	async countsOf(run) {
		const {rows} = await trx.raw<{rows: {detector: string; count: number}[]}>(
			`select detector, count(*)::integer as count from detections where run_id = ?
			group by detector`,
			[run],
		);
		return Object.fromEntries(rows.map(({detector, count}) => [detector, count]));
	},
	async listDetections(question) {
		const {rows} = await trx.raw<{rows: DetectionRow[]}>(pageSql(question), {
			run: question.run ?? null,
			detector: question.detector ?? null,
			severity: question.severity ?? null,
			book: question.book ?? null,
			afterBook: question.after?.book ?? null,
			afterDetector: question.after?.detector ?? null,
			afterSubject: question.after?.subject ?? null,
			limit: question.limit,
		});
		return rows.map(toRecorded);
	},
});

const insertSql = `
	insert into detections (book_id, run_id, detector, subject, severity, sentence_id, sentence_en,
		evidence)
	select book.id, :run, seen.source, seen.subject, seen.severity, seen.sentence ->> 'id',
		seen.sentence ->> 'en', seen.evidence
	from jsonb_to_recordset(cast(:rows as jsonb)) as seen (book text, source text, subject text,
		severity text, sentence jsonb, evidence jsonb)
	join books book on book.code = seen.book`;

// Without a run, the last one over all books, or over the book itself where that came after it.
const lastRuns = `
	last_whole as (
		select id, ended_at from detection_runs where book_id is null
		order by ended_at desc, id desc limit 1
	),
	last_own as (
		select distinct on (book_id) book_id, id from detection_runs
		where book_id is not null and not exists (select from last_whole
			where (last_whole.ended_at, last_whole.id) > (detection_runs.ended_at, detection_runs.id))
		order by book_id, ended_at desc, id desc
	),
	wanted as (
		select book.id as book_id, book.code,
			coalesce(last_own.id, (select id from last_whole)) as run_id
		from books book left join last_own on last_own.book_id = book.id
	)`;
const namedRun = `
	wanted as (select id as book_id, code, cast(:run as uuid) as run_id from books)`;

const pageSql = ({run}: DetectionQuestion): string => `
	with ${run === undefined ? lastRuns : namedRun}
	select wanted.code as book, seen.run_id, run.as_of, run.ended_at, seen.detector, seen.subject,
		seen.severity, seen.sentence_id, seen.sentence_en, seen.evidence
	from wanted
	join detections seen on seen.book_id = wanted.book_id and seen.run_id = wanted.run_id
	join detection_runs run on run.id = seen.run_id
	where (cast(:book as text) is null or wanted.code = :book)
		and (cast(:detector as text) is null or seen.detector = :detector)
		and (cast(:severity as text) is null or seen.severity = :severity)
		and (cast(:afterBook as text) is null or (wanted.code, seen.detector, seen.subject)
			> (cast(:afterBook as text), cast(:afterDetector as text), cast(:afterSubject as text)))
	order by wanted.code, seen.detector, seen.subject
	limit :limit`;

const toPolicy = (row: PolicyRow): DetectorPolicy => ({
	code: row.detector,
	version: row.version,
	effectiveFrom: row.effective_from,
	severity: row.severity,
	thresholds: row.thresholds,
	legalBasis: row.legal_basis,
	status: row.status,
});

const toFound = (row: FoundRow): Found => ({
	book: row.book as BookCode,
	subject: row.subject,
	...(row.severity === null ? {} : {severity: row.severity}),
	figures: row.figures,
	evidence: row.evidence,
});

const toRecorded = (row: DetectionRow): RecordedDetection => ({
	book: row.book as BookCode,
	run: row.run_id,
	asOf: row.as_of,
	recordedAt: row.ended_at,
	source: row.detector,
	subject: row.subject,
	severity: row.severity,
	sentence: {id: row.sentence_id, en: row.sentence_en},
	evidence: row.evidence,
});

/** The laws of this room as PostgreSQL names them, should the code have let one through. */
export const detectionConstraints: ConstraintRefusals = {
	detection_runs_night_key: () => refuse('detection/night-already-run'),
	detection_append_only: (explanation) =>
		refuse('detection/law-broken', {law: 'detection_append_only', explanation}),
};
