import type {LocalDate} from '../../kernel/local-date.ts';
import type {Rupiah} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {ReportWork, Subject} from '../ports.ts';
import {addTurnovers, onNormalSide} from '../turnover.ts';

/** The day, the moment and the last entry for which a balance is explained. */
export type Point = {
	readonly book: Book;
	readonly asOf: LocalDate;
	/** The moment asked for; undefined where the books are asked for as they stand now. */
	readonly knownAt: Date | undefined;
	readonly upTo: number;
};

/** A balance as every report has it: from the rollups, but for a loan, which is in none. */
export async function balanceOn(
	work: ReportWork,
	subject: Subject,
	{book, knownAt, upTo}: Point,
	asOf: LocalDate,
): Promise<Rupiah> {
	const {account, fund, loan} = subject;
	if (loan !== undefined) {
		return onNormalSide(account, await work.reports.loanTurnover(book, subject, {asOf, upTo}));
	}
	const turnovers = await work.ledger.turnovers(book, {
		asOf,
		account: account.code,
		...(knownAt === undefined ? {} : {knownAt}),
	});
	const asked = turnovers.filter((turnover) => fund === undefined || turnover.fund === fund);
	const sides = asked.map(({debits, credits}) => ({debit: debits, credit: credits}));
	return onNormalSide(account, addTurnovers(sides));
}
