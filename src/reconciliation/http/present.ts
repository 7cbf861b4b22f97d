import {z} from 'zod';
import {amountText, dateText, momentText} from '../../http/fields.ts';
import {toText} from '../../kernel/money.ts';
import {type Reconciliation, differencesOf, items} from '../index.ts';

export const pairField = z.enum(['city-book', 'city-stated', 'stated-book']).meta({
	description: "Whose figure less whose: the city's, the book's here, what was stated.",
});

const about = {allocation: z.string(), item: z.enum(items)};

export const reconciliationAnswer = z.strictObject({
	id: z.string(),
	book: z.string(),
	month: z.string(),
	number: z.number(),
	booksKept: z.enum(['here', 'elsewhere']),
	preparedBy: z.string(),
	preparedAt: momentText(),
	lines: z.array(
		z.strictObject({
			...about,
			agreementNumber: z.string(),
			city: amountText().optional(),
			book: amountText().optional(),
			stated: amountText().optional(),
		}),
	),
	differences: z.array(
		z.strictObject({
			...about,
			against: pairField,
			amount: amountText(),
			explained: amountText(),
			open: amountText(),
		}),
	),
	explanations: z.array(
		z.strictObject({
			...about,
			against: pairField,
			amount: amountText(),
			reason: z.string(),
			document: z.string(),
			explainedBy: z.string(),
		}),
	),
	signatures: z.array(
		z.strictObject({
			side: z.enum(['cooperative', 'city']),
			signedBy: z.string(),
			signedAt: momentText(),
		}),
	),
	asOf: dateText(),
});

export const presentReconciliation = (
	one: Reconciliation,
): z.output<typeof reconciliationAnswer> => ({
	id: one.id,
	book: one.book,
	month: one.asOf.slice(0, 7),
	number: one.number,
	booksKept: one.booksKept,
	preparedBy: one.preparedBy,
	preparedAt: one.preparedAt.toISOString(),
	lines: one.lines.map(({allocation, agreementNumber, item, figures: {city, book, stated}}) => ({
		allocation,
		agreementNumber,
		item,
		...(city === undefined ? {} : {city: toText(city)}),
		...(book === undefined ? {} : {book: toText(book)}),
		...(stated === undefined ? {} : {stated: toText(stated)}),
	})),
	differences: differencesOf(one).map(({amount, explained, open, ...rest}) => ({
		...rest,
		amount: toText(amount),
		explained: toText(explained),
		open: toText(open),
	})),
	explanations: one.explanations.map(({amount, ...rest}) => ({...rest, amount: toText(amount)})),
	signatures: one.signatures.map(({side, signedBy, signedAt}) => ({
		side,
		signedBy,
		signedAt: signedAt.toISOString(),
	})),
	asOf: one.asOf,
});
