import {z} from 'zod';
import {writeCursor} from '../../http/cursor.ts';
import {
	bookCode,
	date,
	dateText,
	momentText,
	pageQuery,
	regionCodeField,
} from '../../http/fields.ts';
import type {Language} from '../../kernel/errors.ts';
import {
	type FindingQuestion,
	type FindingsReport,
	type OversightWork,
	daysOverdue,
	levels,
	severities,
} from '../index.ts';

export const reportQuery = z.strictObject({
	asOf: date()
		.optional()
		.meta({description: 'As it was recorded by the end of this day; today without it.'}),
	book: bookCode().optional(),
	region: regionCodeField().optional(),
	...pageQuery,
});

export const reportPosition = z.object({
	dueOn: z.iso.date(),
	book: z.string(),
	number: z.int32(),
});

const counts = {open: z.number(), overdue: z.number(), closed: z.number()};

export const reportAnswer = z.strictObject({
	meta: z.strictObject({
		report: z.literal('findings'),
		asOf: dateText(),
		region: z.string().nullable(),
		book: z.string().nullable(),
		generatedAt: momentText(),
		askedBy: z.string(),
		policyVersion: z.number(),
		legalBasis: z.string(),
		isProvisional: z.boolean().meta({
			description: 'Whether due dates rest on numbers that no regulation of the city sets yet.',
		}),
	}),
	rows: z.array(
		z.strictObject({
			book: z.string(),
			cooperative: z.string(),
			number: z.number(),
			id: z.string(),
			severity: z.enum(severities),
			level: z.enum(levels),
			state: z.string(),
			owner: z.string().nullable(),
			dueOn: dateText(),
			daysOverdue: z.number(),
			raisedAt: momentText(),
			source: z.string(),
			sentence: z.string(),
		}),
	),
	nextCursor: z.string().nullable(),
	totals: z
		.strictObject({
			...counts,
			bySeverity: z.array(z.strictObject({severity: z.enum(severities), ...counts})),
			byLevel: z.array(z.strictObject({level: z.enum(levels), ...counts})),
		})
		.meta({description: 'Of all findings, on every page; those overdue are among those open.'}),
});

/** The report as it is shown, over HTTP and at the command line. */
export function presentReport(
	work: Pick<OversightWork, 'actor' | 'now'>,
	{asOf, region, book, limit}: FindingQuestion & {readonly limit: number},
	{policy, rows, totals}: FindingsReport,
	language: Language,
): z.output<typeof reportAnswer> {
	const shown = rows.slice(0, limit);
	const last = shown.at(-1);
	return {
		meta: {
			report: 'findings',
			asOf,
			region: region ?? null,
			book: book ?? null,
			generatedAt: work.now().toISOString(),
			askedBy: work.actor.name,
			policyVersion: policy.version,
			legalBasis: policy.legalBasis,
			isProvisional: policy.status === 'provisional',
		},
		rows: shown.map((row) => ({
			book: row.book,
			cooperative: row.bookName,
			number: row.number,
			id: row.id,
			severity: row.severity,
			level: row.level,
			state: row.state,
			owner: row.owner ?? null,
			dueOn: row.dueOn,
			daysOverdue: daysOverdue(row, asOf),
			raisedAt: row.raisedAt.toISOString(),
			source: row.source,
			sentence: row.sentence[language],
		})),
		nextCursor:
			rows.length > limit && last !== undefined
				? writeCursor({dueOn: last.dueOn, book: last.book, number: last.number})
				: null,
		totals: {
			...totals,
			bySeverity: [...totals.bySeverity],
			byLevel: [...totals.byLevel],
		},
	};
}
