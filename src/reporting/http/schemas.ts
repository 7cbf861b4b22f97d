import {z} from 'zod';
import {amountText, date, moment} from '../../http/fields.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {Axes, ReportWork} from '../index.ts';
import {metaAnswer} from './meta.ts';

export const axesQuery = {
	asOf: date().optional().meta({description: 'Up to and including this day; today without it.'}),
	knownAt: moment().optional().meta({description: 'As the books stood at this moment.'}),
};

/** The day and the moment that a report is of; today without a day. */
export const toAxes = (
	work: Pick<ReportWork, 'today'>,
	{asOf, knownAt}: {readonly asOf?: LocalDate | undefined; readonly knownAt?: string | undefined},
): Axes => ({
	asOf: asOf ?? work.today(),
	...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
});

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
