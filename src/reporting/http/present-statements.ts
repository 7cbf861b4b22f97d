import {z} from 'zod';
import {amountText} from '../../http/fields.ts';
import type {AccountCode, BookCode} from '../../kernel/ids.ts';
import {type LocalDate, addDays} from '../../kernel/local-date.ts';
import {type Rupiah, toText} from '../../kernel/money.ts';
import {getBook, yearClosingKind} from '../../ledger/index.ts';
import {
	type Axes,
	type BalanceSheet,
	type CashFlow,
	type IncomeStatement,
	type IndirectCashFlow,
	type Movements,
	type PeriodAxes,
	type ReportWork,
	type StatementRow,
	cashOf,
	flowSections,
} from '../index.ts';
import {type LineLinks, linksOf} from './line-links.ts';
import {metaAnswer, withMeta} from './meta.ts';
import {linksAnswer} from './schemas.ts';

const named = {account: z.string(), nameId: z.string(), nameEn: z.string()};
const part = z.array(
	z.strictObject({
		...named,
		amount: amountText(),
		links: linksAnswer('Assets and expenses are debits less credits, all else the other way.'),
	}),
);
const movement = {
	opening: amountText(),
	increase: amountText(),
	decrease: amountText(),
	closing: amountText(),
};

export const balanceSheetAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.strictObject({assets: part, liabilities: part, equity: part, memo: part}),
	totals: z.strictObject({
		assets: amountText(),
		liabilities: amountText(),
		equity: amountText().meta({description: 'With the surplus that no closing has carried.'}),
		surplus: amountText(),
	}),
});

export const incomeAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.strictObject({income: part, expenses: part}),
	totals: z.strictObject({income: amountText(), expenses: amountText(), surplus: amountText()}),
});

export const movementAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(
		z.strictObject({
			...named,
			...movement,
			links: linksAnswer('Credits less debits; increases are credits, decreases debits.'),
		}),
	),
	totals: z.strictObject(movement),
});

export const directFlowAnswer = z.strictObject({
	meta: metaAnswer,
	method: z.literal('direct'),
	rows: z.array(
		z.strictObject({
			kind: z.string(),
			receipts: amountText(),
			payments: amountText(),
			links: linksAnswer('Receipts are debits of cash and bank, payments credits.'),
		}),
	),
	totals: z.strictObject({
		opening: amountText(),
		receipts: amountText(),
		payments: amountText(),
		net: amountText(),
		closing: amountText(),
	}),
});

export const indirectFlowAnswer = z.strictObject({
	meta: metaAnswer,
	method: z.literal('indirect'),
	rows: z.array(
		z.strictObject({
			section: z.enum(['surplus', ...flowSections]).meta({
				description:
					'The surplus; what moved it without money; what operations tied up or set free; what ' +
					'was put into things that last; what finances it.',
			}),
			account: z.string().nullable().meta({description: 'Null of the surplus.'}),
			nameId: z.string(),
			nameEn: z.string(),
			amount: amountText().meta({description: 'What it brought in; below zero, what it took.'}),
			links: linksAnswer('Credits less debits.'),
		}),
	),
	totals: z.strictObject({
		operating: amountText(),
		investing: amountText(),
		financing: amountText(),
		opening: amountText(),
		net: amountText(),
		closing: amountText(),
	}),
});

export const cashFlowAnswer = z.discriminatedUnion('method', [
	directFlowAnswer,
	indirectFlowAnswer,
]);

const presentPart = (
	rows: readonly StatementRow[],
	linkOf: (code: AccountCode) => string,
): z.output<typeof part> =>
	rows.map(({code, nameId, nameEn, amount}) => ({
		account: code,
		nameId,
		nameEn,
		amount: toText(amount),
		links: {amount: linkOf(code)},
	}));

/** Every amount as its text. */
const written = <Amounts extends Readonly<Record<string, Rupiah>>>(amounts: Amounts) =>
	Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, toText(amount)])) as {
		[Name in keyof Amounts]: string;
	};

export async function presentBalanceSheet(
	work: ReportWork,
	book: BookCode,
	axes: Axes,
	sheet: BalanceSheet,
): Promise<z.output<typeof balanceSheetAnswer>> {
	const link = await linksOf(work, book, axes);
	const laid = (rows: readonly StatementRow[]) =>
		presentPart(rows, (code) => link({accounts: [code]}));
	return withMeta(
		work,
		{report: 'balance-sheet', book, axes},
		{
			rows: {
				assets: laid(sheet.assets),
				liabilities: laid(sheet.liabilities),
				equity: laid(sheet.equity),
				memo: laid(sheet.memo),
			},
			totals: written({...sheet.totals, surplus: sheet.surplus}),
		},
	);
}

/** What a year's closing moves is neither income nor expense. */
const earned = (link: LineLinks, from: LocalDate) => (code: AccountCode) =>
	link({accounts: [code], exceptKinds: [yearClosingKind], from});

export async function presentIncomeStatement(
	work: ReportWork,
	book: BookCode,
	axes: PeriodAxes,
	{income, expenses, totals}: IncomeStatement,
): Promise<z.output<typeof incomeAnswer>> {
	const linkOf = earned(await linksOf(work, book, axes), axes.from);
	return withMeta(
		work,
		{report: 'income-statement', book, axes},
		{
			rows: {income: presentPart(income, linkOf), expenses: presentPart(expenses, linkOf)},
			totals: written(totals),
		},
	);
}

export async function presentMovements(
	work: ReportWork,
	report: 'equity-changes' | 'benevolence-funds',
	book: BookCode,
	axes: PeriodAxes,
	{rows, totals}: Movements,
): Promise<z.output<typeof movementAnswer>> {
	const link = await linksOf(work, book, axes);
	const {from} = axes;
	return withMeta(
		work,
		{report, book, axes},
		{
			rows: rows.map(({code, nameId, nameEn, ...amounts}) => ({
				account: code,
				nameId,
				nameEn,
				...written(amounts),
				links: {
					opening: link({accounts: [code], asOf: addDays(from, -1)}),
					increase: link({accounts: [code], from, side: 'credit'}),
					decrease: link({accounts: [code], from, side: 'debit'}),
					closing: link({accounts: [code]}),
				},
			})),
			totals: written(totals),
		},
	);
}

export async function presentCashFlow(
	work: ReportWork,
	book: BookCode,
	axes: PeriodAxes,
	{rows, totals}: CashFlow,
): Promise<z.output<typeof directFlowAnswer>> {
	const link = await linksOf(work, book, axes);
	const accounts = cashOf(await getBook(work, book));
	const {from} = axes;
	return withMeta(
		work,
		{report: 'cash-flow', book, axes},
		{
			method: 'direct' as const,
			rows: rows.map(({kind, ...amounts}) => ({
				kind,
				...written(amounts),
				links: {
					receipts: link({accounts, kinds: [kind], side: 'debit', from}),
					payments: link({accounts, kinds: [kind], side: 'credit', from}),
				},
			})),
			totals: written(totals),
		},
	);
}

export async function presentIndirectCashFlow(
	work: ReportWork,
	book: BookCode,
	axes: PeriodAxes,
	{surplus, rows, totals}: IndirectCashFlow,
): Promise<z.output<typeof indirectFlowAnswer>> {
	const link = await linksOf(work, book, axes);
	const chart = await work.ledger.accounts(await getBook(work, book));
	const results = [...chart.values()]
		.filter((account) => account.class === 'income' || account.class === 'expense')
		.map(({code}) => code);
	const {from} = axes;
	const exceptKinds = [yearClosingKind];
	return withMeta(
		work,
		{report: 'cash-flow', book, axes},
		{
			method: 'indirect' as const,
			rows: [
				{
					section: 'surplus' as const,
					account: null,
					nameId: 'Sisa hasil usaha periode ini',
					nameEn: 'Surplus of the period',
					amount: toText(surplus),
					links: {amount: link({accounts: results, exceptKinds, from})},
				},
				...rows.map(({section, code, nameId, nameEn, amount}) => ({
					section,
					account: code,
					nameId,
					nameEn,
					amount: toText(amount),
					links: {amount: link({accounts: [code], exceptKinds, from})},
				})),
			],
			totals: written(totals),
		},
	);
}
