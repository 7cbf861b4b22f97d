import {z} from 'zod';
import {amountText} from '../../http/fields.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {addDays} from '../../kernel/local-date.ts';
import {toText} from '../../kernel/money.ts';
import {
	type NoteAmounts,
	type NoteRow,
	type Notes,
	type NotesWork,
	type PeriodAxes,
	noteNames,
} from '../index.ts';
import {type LineLinks, linksOf} from './line-links.ts';
import {type PolicyMeta, metaAnswer, withMeta} from './meta.ts';
import {linksAnswer} from './schemas.ts';

const amounts = {
	opening: amountText(),
	increase: amountText(),
	decrease: amountText(),
	closing: amountText(),
};

export const notesAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(
		z.strictObject({
			note: z.enum(noteNames),
			account: z.string(),
			nameId: z.string(),
			nameEn: z.string(),
			kind: z.string().nullable().meta({description: 'Of the movement of the provision.'}),
			fund: z.string().nullable().meta({description: 'The allocation, where a table has them.'}),
			agreement: z.string().nullable(),
			kelurahan: z.string().nullable(),
			...amounts,
			links: linksAnswer('On the side of its table; increases are its lines on that side.'),
		}),
	),
	classes: z
		.array(
			z.strictObject({
				policy: z.string(),
				class: z.string(),
				nameId: z.string(),
				nameEn: z.string(),
				loans: z.number(),
				principal: amountText(),
				provision: amountText().meta({description: 'What the policy requires.'}),
				netRealisableValue: amountText(),
			}),
		)
		.meta({description: 'Loans of a cooperative by class under each policy in force.'}),
	totals: z.array(z.strictObject({note: z.enum(noteNames), ...amounts})).meta({
		description: 'Of each table; its closing is that of its accounts in the balance sheet.',
	}),
});

export type NotesAnswer = z.output<typeof notesAnswer>;

const written = ({opening, increase, decrease, closing}: NoteAmounts) => ({
	opening: toText(opening),
	increase: toText(increase),
	decrease: toText(decrease),
	closing: toText(closing),
});

export async function presentNotes(
	work: NotesWork,
	book: BookCode,
	axes: PeriodAxes,
	{notes, allocations, classes}: Notes,
): Promise<NotesAnswer> {
	const link = await linksOf(work, book, axes);
	const policies: PolicyMeta[] = classes.map(({policy}) => ({
		kind: 'provisioning',
		code: policy.code,
		legalBasis: policy.legalBasis,
		status: policy.status === 'provisional' ? 'provisional' : 'found',
		effectiveFrom: policy.effectiveFrom,
	}));
	return withMeta(
		work,
		{report: 'notes', book, axes, policies},
		{
			rows: notes.flatMap(({note, side, rows}) =>
				rows.map((row) => {
					const allocation = row.fund === undefined ? undefined : allocations.get(row.fund);
					const {code, nameId, nameEn} = row.account;
					return {
						note,
						account: code,
						nameId,
						nameEn,
						kind: row.kind ?? null,
						fund: row.fund ?? null,
						agreement: allocation?.agreementNumber ?? null,
						kelurahan: allocation?.kelurahanCode ?? null,
						...written(row),
						links: linksOfRow(link, row, side, axes),
					};
				}),
			),
			classes: classes.flatMap(({policy, classes: found}) =>
				found.map((one) => ({
					policy: policy.code,
					class: one.class.code,
					nameId: one.class.nameId,
					nameEn: one.class.nameEn,
					loans: one.loans,
					principal: toText(one.principal),
					provision: toText(one.provision),
					netRealisableValue: toText(one.netRealisableValue),
				})),
			),
			totals: notes.map(({note, totals}) => ({note, ...written(totals)})),
		},
	);
}

function linksOfRow(
	link: LineLinks,
	{account, fund, kind}: NoteRow,
	side: 'debit' | 'credit',
	{from}: PeriodAxes,
): Record<string, string> {
	const lines = {
		accounts: [account.code],
		...(fund === undefined ? {} : {fund}),
		...(kind === undefined ? {} : {kinds: [kind]}),
	};
	return {
		opening: link({...lines, asOf: addDays(from, -1)}),
		increase: link({...lines, from, side}),
		decrease: link({...lines, from, side: side === 'debit' ? 'credit' : 'debit'}),
		closing: link(lines),
	};
}
