import {z} from 'zod';
import {date} from '../../http/fields.ts';
import type {Route} from '../../http/route.ts';
import {addDays, daysBetween} from '../../kernel/local-date.ts';
import {subtract, sum, toText} from '../../kernel/money.ts';
import {
	type DueLoan,
	type MaturingLoan,
	type ReportWork,
	type SettledLoan,
	type WrittenOffLoan,
	leftOf,
	requirePeriod,
	settledTotals,
} from '../index.ts';
import {from, periodOf} from './collection-routes.ts';
import {balanceLinks, registerLinks} from './loan-links.ts';
import {loanList} from './loan-list.ts';
import {loanQuery, memberCells, personQuery, rowLimit} from './loan-report.ts';
import {loanFields, loanIdentity} from './portfolio-routes.ts';

const loanCells = (
	loan: Parameters<typeof memberCells>[0] & {
		readonly number: number;
		readonly akad: string;
		readonly loan: string;
	},
	seesMembers: (book: string) => boolean,
) => ({
	book: loan.book,
	number: loan.number,
	...memberCells(loan, seesMembers),
	akad: loan.akad,
	loan: loan.loan,
});

const listQuery = {...loanQuery, ...personQuery, ...rowLimit};

const due = loanList({
	name: 'due',
	summary: 'Whom to call: all that is due on or before a day, the longest late first.',
	query: z.strictObject(listQuery),
	// As a telephone shows it: who, how to reach them, how much; the rest to the right.
	fields: [
		['member', 'text', 'Anggota', 'Member', 'Masked for who may not see members.'],
		[
			'phone',
			'text',
			'Telepon',
			'Phone',
			'Its last three digits; null for who may not see members.',
		],
		['total', 'amount', 'Tagihan', 'To be paid', 'All that fell due up to the day, unpaid.'],
		['daysPastDue', 'count', 'Hari tunggakan', 'Days past due'],
		['overdue', 'amount', 'Tunggakan', 'Arrears', 'Of it, what fell due before the day.'],
		['dueToday', 'amount', 'Jatuh tempo hari itu', 'Due that day'],
		['owed', 'amount', 'Sisa tagihan', 'Owed', 'All that is still to be paid.'],
		['number', 'count', 'Nomor', 'Number'],
		['akad', 'text', 'Akad', 'Akad'],
		['officer', 'text', 'Petugas', 'Officer'],
		['memberNumber', 'count', 'No. anggota', 'Member number'],
		['book', 'text', 'Koperasi', 'Cooperative'],
		loanIdentity,
	] as const,
	links: (row, link) => ({owed: balanceLinks(row, link).owed}),
	totals: [
		['loans', 'count', 'Pembiayaan', 'Loans'],
		['total', 'amount', 'Tagihan', 'To be paid'],
		['overdue', 'amount', 'Tunggakan', 'Arrears'],
		['dueToday', 'amount', 'Jatuh tempo hari itu', 'Due that day'],
		['owed', 'amount', 'Sisa tagihan', 'Owed'],
	] as const,
	loans: async (work, {scope}) => work.reports.dueLoans(scope),
	toRow: (loan: DueLoan, seesMembers) => ({
		...loanCells(loan, seesMembers),
		total: toText(loan.total),
		daysPastDue: loan.daysPastDue,
		overdue: toText(loan.overdue),
		dueToday: toText(subtract(loan.total, loan.overdue)),
		owed: toText(loan.owed),
		officer: loan.officer ?? null,
	}),
	totalsOf(loans) {
		const total = sum(loans.map((loan) => loan.total));
		const overdue = sum(loans.map((loan) => loan.overdue));
		return {
			loans: loans.length,
			total: toText(total),
			overdue: toText(overdue),
			dueToday: toText(subtract(total, overdue)),
			owed: toText(sum(loans.map(({owed}) => owed))),
		};
	},
});

const maturities = loanList({
	name: 'maturities',
	summary: 'Loans whose last instalment falls due within days, with what they owe.',
	query: z.strictObject({
		...listQuery,
		from: from(),
		until: date().optional().meta({
			description: 'The last day, also one to come; without it the day of the report.',
		}),
	}),
	fields: [
		...loanFields,
		['maturesOn', 'date', 'Jatuh tempo akhir', 'Matures on', 'By the schedule in force.'],
		['principal', 'amount', 'Sisa pokok', 'Principal outstanding'],
		['owed', 'amount', 'Sisa tagihan', 'Owed'],
		['overdue', 'amount', 'Tunggakan', 'Arrears'],
		['daysPastDue', 'count', 'Hari tunggakan', 'Days past due'],
		loanIdentity,
	] as const,
	totals: [
		['loans', 'count', 'Pembiayaan', 'Loans'],
		['principal', 'amount', 'Sisa pokok', 'Principal outstanding'],
		['owed', 'amount', 'Sisa tagihan', 'Owed'],
		['overdue', 'amount', 'Tunggakan', 'Arrears'],
	] as const,
	links: (row, link) => balanceLinks(row, link),
	async loans(work, {query, scope}) {
		const range = {from: query.from, to: query.until ?? scope.asOf};
		requirePeriod(range.from, range.to);
		return work.reports.maturingLoans(scope, range);
	},
	toRow: (loan: MaturingLoan, seesMembers) => ({
		...loanCells(loan, seesMembers),
		maturesOn: loan.maturesOn,
		principal: toText(loan.principal),
		owed: toText(loan.owed),
		overdue: toText(loan.overdue),
		daysPastDue: loan.daysPastDue,
	}),
	totalsOf: (loans) => ({
		loans: loans.length,
		principal: toText(sum(loans.map(({principal}) => principal))),
		owed: toText(sum(loans.map(({owed}) => owed))),
		overdue: toText(sum(loans.map(({overdue}) => overdue))),
	}),
});

const settlements = loanList({
	name: 'settlements',
	summary: 'Loans that were paid to the end in a period: at once, or by their last payment.',
	query: z.strictObject({...listQuery, from: from()}),
	fields: [
		...loanFields,
		['settledOn', 'date', 'Lunas', 'Settled on'],
		['isEarly', 'flag', 'Dilunasi sekaligus', 'At once', 'All that was owed was paid at once.'],
		['document', 'text', 'Bukti', 'Document'],
		['principal', 'amount', 'Pokok', 'Principal', 'Of the payment that settled it.'],
		['margin', 'amount', 'Margin', 'Margin', 'Of the payment that settled it.'],
		['discount', 'amount', 'Muqasah', 'Discount', 'Margin left to the member (DSN-MUI 153/2022).'],
		['maturedOn', 'date', 'Jatuh tempo akhir', 'Would have matured on'],
		['daysEarly', 'count', 'Lebih awal (hari)', 'Days early', 'Below zero: after its end.'],
		loanIdentity,
	] as const,
	totals: [
		['loans', 'count', 'Pembiayaan', 'Loans'],
		['early', 'count', 'Dilunasi sekaligus', 'Settled at once'],
		['principal', 'amount', 'Pokok', 'Principal'],
		['margin', 'amount', 'Margin', 'Margin'],
		['discount', 'amount', 'Muqasah', 'Discount'],
	] as const,
	links: ({book, loan, settledOn}, {lines}) => ({
		settledOn: lines(book!, {loan: loan!, from: settledOn!, asOf: settledOn!}),
	}),
	loans: async (work, {query, scope}) => work.reports.settledLoans(periodOf(scope, query)),
	toRow: (loan: SettledLoan, seesMembers) => ({
		...loanCells(loan, seesMembers),
		settledOn: loan.settledOn,
		isEarly: loan.isEarly,
		document: loan.document ?? null,
		principal: toText(loan.principal),
		margin: toText(loan.margin),
		discount: toText(loan.discount),
		maturedOn: loan.maturedOn ?? null,
		daysEarly: loan.maturedOn === undefined ? 0 : daysBetween(loan.settledOn, loan.maturedOn),
	}),
	totalsOf(loans) {
		const totals = settledTotals(loans);
		return {
			loans: totals.loans,
			early: totals.early,
			principal: toText(totals.principal),
			margin: toText(totals.margin),
			discount: toText(totals.discount),
		};
	},
});

const registerFields = [
	['opening', 'amount', 'Saldo awal', 'Opening', 'In the register before the period.'],
	['writtenOff', 'amount', 'Dihapusbukukan', 'Written off', 'In the period, net of reversals.'],
	['recovered', 'amount', 'Pemulihan', 'Recovered', 'Came of it in the period, net of reversals.'],
	['closing', 'amount', 'Saldo akhir', 'Closing', 'opening + written off - recovered = 9.1.01.'],
] as const;

const writeOffs = loanList({
	name: 'write-offs',
	summary: 'The register of written-off loans over a period, with what was recovered.',
	description: 'The debt stays: the register is account 9.1.01, loan by loan, and equals it.',
	query: z.strictObject({...listQuery, from: from()}),
	fields: [
		...loanFields,
		['writtenOffOn', 'date', 'Dihapusbukukan pada', 'Written off on'],
		...registerFields,
		loanIdentity,
	] as const,
	totals: [['loans', 'count', 'Pembiayaan', 'Loans'], ...registerFields] as const,
	links: (row, link, {from}) => registerLinks(row, {from, before: addDays(from, -1)}, link),
	loans: async (work, {query, scope}) => work.reports.writtenOffLoans(periodOf(scope, query)),
	toRow: (loan: WrittenOffLoan, seesMembers) => ({
		...loanCells(loan, seesMembers),
		writtenOffOn: loan.writtenOffOn,
		opening: toText(loan.opening),
		writtenOff: toText(loan.writtenOff),
		recovered: toText(loan.recovered),
		closing: toText(leftOf(loan)),
	}),
	totalsOf: (loans) => ({
		loans: loans.length,
		opening: toText(sum(loans.map(({opening}) => opening))),
		writtenOff: toText(sum(loans.map(({writtenOff}) => writtenOff))),
		recovered: toText(sum(loans.map(({recovered}) => recovered))),
		closing: toText(sum(loans.map((loan) => leftOf(loan)))),
	}),
});

export const loanListRoutes: readonly Route<ReportWork>[] = [
	due,
	maturities,
	settlements,
	writeOffs,
];
