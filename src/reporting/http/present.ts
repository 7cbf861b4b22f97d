import type {z} from 'zod';
import type {BookCode} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import type {Axes, ReportWork, TrialBalance} from '../index.ts';
import {linksOf} from './line-links.ts';
import {withMeta} from './meta.ts';
import type {trialBalanceAnswer} from './schemas.ts';

/** The trial balance of a book. */
export const presentTrialBalance = async (
	work: ReportWork,
	book: BookCode,
	axes: Axes,
	{rows, totals}: TrialBalance,
): Promise<z.output<typeof trialBalanceAnswer>> => {
	const link = await linksOf(work, book, axes);
	return withMeta(
		work,
		{report: 'trial-balance', book, axes},
		{
			rows: rows.map(({code, debit, credit, ...row}) => {
				const lines = link({accounts: [code]});
				return {
					account: code,
					...row,
					debit: toText(debit),
					credit: toText(credit),
					links: {debit: lines, credit: lines},
				};
			}),
			totals: {debit: toText(totals.debit), credit: toText(totals.credit)},
		},
	);
};
