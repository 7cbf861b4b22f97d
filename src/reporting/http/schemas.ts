import {z} from 'zod';
import {amountText, date, moment} from '../../http/fields.ts';
import {metaAnswer} from './meta.ts';

export const axesQuery = {
	asOf: date().optional().meta({description: 'Up to and including this day; today without it.'}),
	knownAt: moment().optional().meta({description: 'As the books stood at this moment.'}),
};

/** Of each figure by its name, the question to the general ledger that gives its lines. */
export const linksAnswer = (description: string) =>
	z.record(z.string(), z.string()).meta({
		description: `By the name of a figure, where the lines behind it are. ${description}`,
	});

export const trialBalanceAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(
		z.strictObject({
			account: z.string(),
			nameId: z.string(),
			nameEn: z.string(),
			class: z.string(),
			debit: amountText(),
			credit: amountText(),
			links: linksAnswer('Its debits less its credits are the balance.'),
		}),
	),
	totals: z.strictObject({debit: amountText(), credit: amountText()}),
});
