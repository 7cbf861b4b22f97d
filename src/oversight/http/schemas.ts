import {z} from 'zod';
import {
	bookCode,
	count,
	date,
	dateText,
	id,
	momentText,
	pageQuery,
	regionCodeField,
	text,
} from '../../http/fields.ts';
import type {AttachmentId, AuditFindingId, LoanId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {
	type AuditFinding,
	type Evidence,
	type FindingStep,
	type LevelAddress,
	type OversightPolicy,
	evidenceMax,
	findingStates,
	isOverdue,
	levels,
	severities,
	stepKinds,
} from '../index.ts';

const severity = z.enum(severities);
const level = z.enum(levels).meta({description: 'Who has it before them.'});
const state = z.enum(findingStates);
const userName = () => text({max: 64}).meta({description: 'The name of a user.'});

const evidenceKinds = {
	entry: z.literal('entry'),
	loan: z.literal('loan'),
	member: z.literal('member'),
	attachment: z.literal('attachment'),
	document: z.literal('document'),
	user: z.literal('user'),
};

const piece = z
	.discriminatedUnion('kind', [
		z.strictObject({
			kind: evidenceKinds.entry,
			number: count({min: 1, max: 2_000_000_000}),
			book: bookCode().optional(),
		}),
		z.strictObject({kind: evidenceKinds.loan, loan: id<LoanId>()}),
		z.strictObject({kind: evidenceKinds.member, member: id<MemberId>()}),
		z.strictObject({kind: evidenceKinds.attachment, attachment: id<AttachmentId>()}),
		z.strictObject({kind: evidenceKinds.document, document: text({max: 100})}),
		z.strictObject({kind: evidenceKinds.user, user: userName()}),
	])
	.transform((given): Evidence => {
		if (given.kind !== 'entry') return given;
		const {book, ...entry} = given;
		return book === undefined ? entry : {...entry, book};
	});

const evidence = z.array(piece).max(evidenceMax).meta({
	description: 'What it points to: entries, loans, members, attachments, papers, users.',
});

const note = text({max: 2000});

export const ofFinding = z.strictObject({id: id<AuditFindingId>()});

export const findingsQuery = z.strictObject({
	state: state.optional(),
	severity: severity.optional(),
	level: level.optional(),
	overdue: z
		.enum(['true', 'false'])
		.optional()
		.meta({description: 'Only those whose due date has passed and that are not closed.'}),
	owner: userName().optional(),
	source: text({max: 64}).optional().meta({description: 'What raised it.'}),
	book: bookCode().optional(),
	region: regionCodeField().optional(),
	...pageQuery,
});

export const findingsPosition = z.object({
	isClosed: z.boolean(),
	dueOn: z.iso.date(),
	book: z.string(),
	number: z.int32(),
});

export const positionOf = ({state: stands, dueOn, book, number}: AuditFinding) => ({
	isClosed: stands === 'closed',
	dueOn,
	book,
	number,
});

export const newFinding = z.strictObject({
	book: bookCode(),
	subject: text({max: 200}).meta({
		description: 'The same each time it is seen; while it is not closed it is raised once.',
		examples: ['loan:0190b1c0-0000-7000-8000-000000000000'],
	}),
	severity,
	sentence: z
		.strictObject({id: text({max: 500}), en: text({max: 500})})
		.meta({description: 'What was found, without personal data.'}),
	evidence,
	owner: userName().optional(),
});

export const assignmentBody = z.strictObject({owner: userName()});
export const noteBody = z.strictObject({note, evidence: evidence.default([])});
export const proposalBody = z.strictObject({note, evidence});
export const judgementBody = z.strictObject({note});
export const reopeningBody = z.strictObject({reason: note});
export const dueDateBody = z.strictObject({dueOn: date(), reason: note});

const evidenceAnswer = z.array(
	z.strictObject({
		kind: z.enum(['entry', 'loan', 'member', 'attachment', 'document', 'user']),
		number: z.number().optional(),
		book: z.string().optional(),
		loan: z.string().optional(),
		member: z.string().optional(),
		attachment: z.string().optional(),
		document: z.string().optional(),
		user: z.string().optional(),
	}),
);

export const findingAnswer = z.strictObject({
	id: z.string(),
	book: z.string(),
	bookName: z.string(),
	number: z.number().meta({description: 'Of its book, never used again.'}),
	source: z.string(),
	subject: z.string(),
	severity,
	sentence: z.strictObject({id: z.string(), en: z.string()}),
	evidence: evidenceAnswer,
	raisedAt: momentText(),
	raisedBy: z.string(),
	follows: z
		.number()
		.nullable()
		.meta({description: 'The one before about the same, that had been closed.'}),
	state,
	level,
	owner: z.string().nullable(),
	dueOn: dateText(),
	isOverdue: z.boolean(),
});

export const presentFinding =
	(today: LocalDate) =>
	(finding: AuditFinding): z.output<typeof findingAnswer> => ({
		id: finding.id,
		book: finding.book,
		bookName: finding.bookName,
		number: finding.number,
		source: finding.source,
		subject: finding.subject,
		severity: finding.severity,
		sentence: finding.sentence,
		evidence: [...finding.evidence],
		raisedAt: finding.raisedAt.toISOString(),
		raisedBy: finding.raisedBy,
		follows: finding.follows ?? null,
		state: finding.state,
		level: finding.level,
		owner: finding.owner ?? null,
		dueOn: finding.dueOn,
		isOverdue: isOverdue(finding, today),
	});

export const findingWithSteps = findingAnswer.extend({
	events: z.array(
		z.strictObject({
			number: z.number(),
			kind: z.enum(stepKinds),
			occurredOn: dateText(),
			recordedAt: momentText(),
			recordedBy: z.string(),
			note: z.string().nullable(),
			evidence: evidenceAnswer,
			state,
			level,
			owner: z.string().nullable(),
			dueOn: dateText(),
			policyVersion: z.number().nullable(),
		}),
	),
});

export const presentSteps = (
	today: LocalDate,
	finding: AuditFinding,
	steps: readonly FindingStep[],
): z.output<typeof findingWithSteps> => ({
	...presentFinding(today)(finding),
	events: steps.map((step) => ({
		number: step.number,
		kind: step.kind,
		occurredOn: step.occurredOn,
		recordedAt: step.recordedAt.toISOString(),
		recordedBy: step.recordedBy,
		note: step.note ?? null,
		evidence: [...step.evidence],
		state: step.state,
		level: step.level,
		owner: step.owner ?? null,
		dueOn: step.dueOn,
		policyVersion: step.policyVersion ?? null,
	})),
});

const byLevel = z.strictObject({
	cooperative: z.number(),
	dinas: z.number(),
	inspektorat: z.number(),
	'wali-kota': z.number(),
});

export const policyAnswer = z.strictObject({
	version: z.number(),
	effectiveFrom: dateText(),
	legalBasis: z.string(),
	status: z.enum(['in-force', 'provisional']),
	days: z
		.strictObject({low: byLevel, medium: byLevel, high: byLevel, critical: byLevel})
		.meta({description: 'How many days a finding may take at a level before it goes up.'}),
	closers: z
		.strictObject({
			low: z.array(z.string()),
			medium: z.array(z.string()),
			high: z.array(z.string()),
			critical: z.array(z.string()),
		})
		.meta({description: 'The roles that may confirm a closing.'}),
});

export const presentPolicy = (policy: OversightPolicy): z.output<typeof policyAnswer> => ({
	version: policy.version,
	effectiveFrom: policy.effectiveFrom,
	legalBasis: policy.legalBasis,
	status: policy.status,
	days: policy.days,
	closers: {
		low: [...policy.closers.low],
		medium: [...policy.closers.medium],
		high: [...policy.closers.high],
		critical: [...policy.closers.critical],
	},
});

export const addressBody = z.strictObject({
	place: text({max: 32}).meta({
		description: 'A region code, and all within it; or the code of one book.',
		examples: ['17.71', 'KOP-1771011001'],
	}),
	level,
	address: text({max: 254}).meta({format: 'email'}),
});

export const addressAnswer = z.strictObject({
	place: z.string(),
	level,
	address: z.string(),
	effectiveAt: momentText(),
	setBy: z.string(),
});

export const presentAddress = (one: LevelAddress): z.output<typeof addressAnswer> => ({
	...one,
	effectiveAt: one.effectiveAt.toISOString(),
});
