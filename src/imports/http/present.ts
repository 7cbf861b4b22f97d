import {z} from 'zod';
import {amountText, dateText, momentText} from '../../http/fields.ts';
import type {Language} from '../../kernel/errors.ts';
import {toText} from '../../kernel/money.ts';
import {type Import, type ImportFinding, importKinds, importStatuses} from '../index.ts';

const lineAnswer = z.strictObject({
	account: z.string(),
	side: z.enum(['debit', 'credit']),
	amount: amountText(),
});

const previewAnswer = z
	.strictObject({
		rows: z.strictObject({
			new: z.number(),
			known: z.number().meta({description: 'Posted by an earlier import; not posted again.'}),
		}),
		entries: z.number(),
		kinds: z.array(z.strictObject({kind: z.string(), entries: z.number(), amount: amountText()})),
		accounts: z.array(
			z.strictObject({account: z.string(), debit: amountText(), credit: amountText()}),
		),
		first: z
			.array(
				z.strictObject({kind: z.string(), effectiveOn: dateText(), lines: z.array(lineAnswer)}),
			)
			.meta({description: 'The first entries, line by line.'}),
	})
	.nullable()
	.meta({description: 'What would be written, as the trial wrote it and took it back.'});

export const importAnswer = z.strictObject({
	id: z.string(),
	book: z.string(),
	kind: z.enum(importKinds),
	status: z.enum(importStatuses),
	name: z.string(),
	bytes: z.number(),
	sha256: z.string(),
	uploadedAt: momentText(),
	uploadedBy: z.string(),
	rows: z.number(),
	rowsKnown: z.number(),
	rowsPosted: z.number(),
	findings: z.number(),
	progress: z.number().meta({description: 'In percent, of the step that is under way.'}),
	preview: previewAnswer,
	previewDigest: z.string().nullable().meta({description: 'By which it is approved.'}),
	opening: z
		.strictObject({
			cutOffOn: dateText(),
			document: z.string(),
			controls: z.strictObject({
				debit: amountText(),
				credit: amountText(),
				loansPrincipal: amountText(),
			}),
		})
		.nullable(),
	decidedBy: z.string().nullable(),
	decidedAt: momentText().nullable(),
	reason: z.string().nullable(),
	stoppedAt: z
		.strictObject({sheet: z.string(), row: z.number(), code: z.string(), message: z.string()})
		.nullable()
		.meta({description: 'At which row it stopped, and why.'}),
	postedAt: momentText().nullable(),
	undo: z
		.strictObject({
			by: z.string(),
			effectiveOn: dateText(),
			reason: z.string(),
			document: z.string(),
			undoneAt: momentText().nullable(),
		})
		.nullable(),
	forgottenAt: momentText().nullable(),
});

const momentOf = (at: Date | undefined): string | null => at?.toISOString() ?? null;

export const presentImport =
	(language: Language) =>
	(one: Import): z.output<typeof importAnswer> => ({
		id: one.id,
		book: one.book,
		kind: one.kind,
		status: one.status,
		name: one.fileName,
		bytes: one.bytes,
		sha256: one.sha256,
		uploadedAt: one.uploadedAt.toISOString(),
		uploadedBy: one.uploadedBy.name,
		rows: one.rows,
		rowsKnown: one.rowsKnown,
		rowsPosted: one.rowsPosted,
		findings: one.findingCount,
		progress: one.progress,
		preview: (one.preview as z.output<typeof previewAnswer> | undefined) ?? null,
		previewDigest: one.previewDigest ?? null,
		opening: one.opening
			? {
					cutOffOn: one.opening.cutOffOn,
					document: one.opening.document,
					controls: {
						debit: toText(one.opening.controls.debit),
						credit: toText(one.opening.controls.credit),
						loansPrincipal: toText(one.opening.controls.loansPrincipal),
					},
				}
			: null,
		decidedBy: one.decidedBy?.name ?? null,
		decidedAt: momentOf(one.decidedAt),
		reason: one.reason ?? null,
		stoppedAt: one.stoppedAt
			? {
					sheet: one.stoppedAt.sheet,
					row: one.stoppedAt.row,
					code: one.stoppedAt.code,
					message: one.stoppedAt.text[language],
				}
			: null,
		postedAt: momentOf(one.postedAt),
		undo: one.undo
			? {
					by: one.undo.by.name,
					effectiveOn: one.undo.effectiveOn,
					reason: one.undo.reason,
					document: one.undo.document,
					undoneAt: momentOf(one.undo.undoneAt),
				}
			: null,
		forgottenAt: momentOf(one.forgottenAt),
	});

export const findingAnswer = z.strictObject({
	code: z.string(),
	sheet: z.string(),
	row: z.number().meta({description: 'As the spreadsheet numbers it; 0 of the file itself.'}),
	column: z.string(),
	value: z.string().meta({description: 'What stands there; of what is personal, as lists do.'}),
	message: z.string().meta({description: 'What is wrong, and what would be right.'}),
});

export const presentFinding =
	(language: Language) =>
	({code, sheet, row, column, value, text}: ImportFinding): z.output<typeof findingAnswer> => ({
		code,
		sheet,
		row,
		column,
		value,
		message: text[language],
	});
