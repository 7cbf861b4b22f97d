import {loanAccounts, writtenOffAccounts} from '../../cooperatives/index.ts';
import type {BookCode, LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {Axes} from '../index.ts';
import {type LinesBehind, hrefOf} from './line-links.ts';

/** By the name of a figure of a row, where it comes from. */
export type RowLinks = Readonly<Record<string, string>>;

/** What the links of a report over loans are written with; all of them as of its day and moment. */
export type LoanLinks = {
	/** The lines of a book. */
	readonly lines: (book: string, behind: LinesBehind) => string;
	/** Another report over the same loans, but for what is named. */
	readonly report: (name: string, named: Readonly<Record<string, string>>) => string;
};

/** `question` has what the report was asked by, as it was asked. */
export const loanLinks = (axes: Axes, question: Readonly<Record<string, unknown>>): LoanLinks => ({
	lines: (book, behind) => hrefOf(book as BookCode, axes, behind),
	report(name, named) {
		const {book, region, kelurahan, fund, officer, group} = question;
		const asked: Record<string, unknown> = {book, region, kelurahan, fund, officer, group};
		const days = {asOf: axes.asOf, knownAt: axes.knownAt?.toISOString()};
		const query = Object.entries({...asked, ...days, ...named})
			.filter(([, value]) => value !== undefined)
			.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
			.join('&');
		return `/v1/reports/${name}?${query}`;
	},
});

/** The lines of what a loan owes, margin in it, and of its principal: debits less credits. */
export const balanceLinks = (
	{book, loan}: {readonly book: string | null; readonly loan: string | null},
	{lines}: Pick<LoanLinks, 'lines'>,
): {readonly owed: string; readonly principal: string} => ({
	owed: lines(book!, {accounts: loanAccounts.owed, loan: loan as LoanId}),
	principal: lines(book!, {accounts: loanAccounts.principal, loan: loan as LoanId}),
});

/** The register of one written-off loan; what was recovered are credits less debits. */
export function registerLinks(
	{book, loan}: {readonly book: string | null; readonly loan: string | null},
	{from, before}: {readonly from: LocalDate; readonly before: LocalDate},
	{lines}: Pick<LoanLinks, 'lines'>,
): RowLinks {
	const register = {accounts: writtenOffAccounts, loan: loan as LoanId};
	return {
		opening: lines(book!, {...register, asOf: before}),
		writtenOff: lines(book!, {...register, kinds: ['write-off'], from}),
		recovered: lines(book!, {...register, exceptKinds: ['write-off'], from}),
		closing: lines(book!, register),
	};
}
