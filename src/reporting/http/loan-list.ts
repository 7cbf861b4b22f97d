import type {z} from 'zod';
import type {Route} from '../../http/route.ts';
import type {Rows} from '../../kernel/rows.ts';
import type {ReportWork} from '../index.ts';
import {type FieldRow, type Fields, addTotals, noTotals} from './field-table.ts';
import {type Asked, type LoanQuestion, type LoanReport, loanReport} from './loan-report.ts';

/** A report with a row a loan, whose totals are the sums of its rows: amounts and counts. */
export type LoanList<
	Of extends Fields,
	Totals extends Fields,
	Query extends z.ZodType<LoanQuestion>,
	Loan,
> = Omit<LoanReport<Of, Totals, Query>, 'read' | 'open'> & {
	readonly loans: (work: ReportWork, asked: Asked<z.output<Query>>) => Promise<Rows<Loan>>;
	readonly toRow: (loan: Loan, seesMembers: (book: string) => boolean) => FieldRow<Of>;
	/** Of some of the loans; all of them come to the sum. */
	readonly totalsOf: (loans: readonly Loan[]) => FieldRow<Totals>;
};

/** The route of a list of loans, which goes through them batch by batch. */
export function loanList<
	Of extends Fields,
	Totals extends Fields,
	Query extends z.ZodType<LoanQuestion>,
	Loan,
>({loans, toRow, totalsOf, ...report}: LoanList<Of, Totals, Query, Loan>): Route<ReportWork> {
	return loanReport({
		...report,
		async open(work, asked) {
			const read = await loans(work, asked);
			let totals = noTotals(report.totals);
			return {
				async *rows() {
					totals = noTotals(report.totals);
					for await (const batch of read()) {
						totals = addTotals(report.totals, totals, totalsOf(batch));
						yield batch.map((loan) => toRow(loan, asked.seesMembers));
					}
				},
				totals: () => totals,
			};
		},
	});
}
