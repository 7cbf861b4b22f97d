import {z} from 'zod';
import {bookCode, date, dateText, id, momentText, pageQuery, text} from '../../http/fields.ts';
import {
	type DetectionRun,
	type DetectorInForce,
	type RecordedDetection,
	severities,
} from '../index.ts';

const sentence = z.strictObject({id: z.string(), en: z.string()});
const severity = z.enum(severities);

export const runBody = z.strictObject({
	asOf: date(),
	book: bookCode().optional().meta({description: 'This book alone; all without it.'}),
});

export const runAnswer = z.strictObject({
	id: z.string(),
	asOf: dateText(),
	book: z.string().nullable(),
	startedAt: momentText(),
	endedAt: momentText(),
	runBy: z.string(),
	detectors: z
		.array(
			z.strictObject({detector: z.string(), policyVersion: z.number(), detections: z.number()}),
		)
		.meta({description: 'What each detector found within your scope.'}),
});

export const presentRun = (
	run: DetectionRun,
	counts: Readonly<Record<string, number>>,
): z.output<typeof runAnswer> => ({
	id: run.id,
	asOf: run.asOf,
	book: run.book ?? null,
	startedAt: run.startedAt.toISOString(),
	endedAt: run.endedAt.toISOString(),
	runBy: run.runBy,
	detectors: Object.keys(run.counts).map((detector) => ({
		detector,
		policyVersion: run.policies[detector]!,
		detections: counts[detector] ?? 0,
	})),
});

export const detectionQuery = z.strictObject({
	run: id().optional().meta({description: 'A run; the last one over each book without it.'}),
	detector: text({max: 40}).optional(),
	severity: severity.optional(),
	book: bookCode().optional(),
	...pageQuery,
});

export const detectionPosition = z.object({
	book: z.string(),
	detector: z.string(),
	subject: z.string(),
});

export const positionOf = ({book, source, subject}: RecordedDetection) => ({
	book,
	detector: source,
	subject,
});

const evidence = z
	.union([
		z.strictObject({
			kind: z.enum(['loan', 'member', 'repayment', 'pengurus', 'allocation', 'nik-attempt']),
			id: z.string(),
		}),
		z.strictObject({kind: z.literal('entry'), number: z.number()}),
		z.strictObject({kind: z.literal('user'), name: z.string()}),
	])
	.meta({description: 'A reference within the book; the first twenty where there are more.'});

export const detectionAnswer = z.strictObject({
	book: z.string(),
	run: z.string(),
	asOf: dateText(),
	recordedAt: momentText(),
	detector: z.string(),
	subject: z.string().meta({description: 'The same from run to run, such as loan:<uuid>.'}),
	severity,
	sentence,
	evidence: z.array(evidence),
});

export const presentDetection = (one: RecordedDetection): z.output<typeof detectionAnswer> => ({
	book: one.book,
	run: one.run,
	asOf: one.asOf,
	recordedAt: one.recordedAt.toISOString(),
	detector: one.source,
	subject: one.subject,
	severity: one.severity,
	sentence: one.sentence,
	evidence: [...one.evidence],
});

export const detectorAnswer = z.strictObject({
	name: z.string(),
	looksFor: sentence,
	falsePositive: sentence.meta({description: 'What honest thing can look the same.'}),
	policy: z
		.strictObject({
			version: z.number(),
			effectiveFrom: dateText(),
			severity,
			legalBasis: z.string(),
			status: z.enum(['in-force', 'provisional']),
			thresholds: z.array(z.strictObject({name: z.string(), value: z.number(), meaning: sentence})),
		})
		.nullable()
		.meta({description: 'What it goes by today; null where nothing is in force.'}),
});

export const presentDetector = ({
	name,
	looksFor,
	falsePositive,
	thresholds,
	policy,
}: DetectorInForce): z.output<typeof detectorAnswer> => ({
	name,
	looksFor,
	falsePositive,
	policy:
		policy === undefined
			? null
			: {
					version: policy.version,
					effectiveFrom: policy.effectiveFrom,
					severity: policy.severity,
					legalBasis: policy.legalBasis,
					status: policy.status,
					thresholds: Object.entries(thresholds).map(([threshold, meaning]) => ({
						name: threshold,
						value: policy.thresholds[threshold]!,
						meaning,
					})),
				},
});
