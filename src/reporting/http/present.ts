import type {z} from 'zod';
import type {BookCode} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import type {Axes, ReportWork, TrialBalance} from '../index.ts';
import {withMeta} from './meta.ts';
import type {trialBalanceAnswer} from './schemas.ts';

/** The trial balance of a book. */
export const presentTrialBalance = async (
	work: ReportWork,
	book: BookCode,
	axes: Axes,
	{rows, totals}: TrialBalance,
): Promise<z.output<typeof trialBalanceAnswer>> =>
	withMeta(
		work,
		{report: 'trial-balance', book, axes},
		{
			rows: rows.map(({code, debit, credit, ...row}) => ({
				account: code,
				...row,
				debit: toText(debit),
				credit: toText(credit),
			})),
			totals: {debit: toText(totals.debit), credit: toText(totals.credit)},
		},
	);
