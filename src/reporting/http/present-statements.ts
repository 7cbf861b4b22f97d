import {z} from 'zod';
import {amountText} from '../../http/fields.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {type Rupiah, toText} from '../../kernel/money.ts';
import type {
	Axes,
	BalanceSheet,
	CashFlow,
	IncomeStatement,
	Movements,
	PeriodAxes,
	ReportWork,
	StatementRow,
} from '../index.ts';
import {metaAnswer, withMeta} from './meta.ts';

const named = {account: z.string(), nameId: z.string(), nameEn: z.string()};
const part = z.array(z.strictObject({...named, amount: amountText()}));
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
	rows: z.array(z.strictObject({...named, ...movement})),
	totals: z.strictObject(movement),
});

export const cashFlowAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(z.strictObject({kind: z.string(), receipts: amountText(), payments: amountText()})),
	totals: z.strictObject({
		opening: amountText(),
		receipts: amountText(),
		payments: amountText(),
		net: amountText(),
		closing: amountText(),
	}),
});

const presentPart = (rows: readonly StatementRow[]) =>
	rows.map(({code, nameId, nameEn, amount}) => ({
		account: code,
		nameId,
		nameEn,
		amount: toText(amount),
	}));

/** Every amount as its text. */
const written = <Amounts extends Readonly<Record<string, Rupiah>>>(amounts: Amounts) =>
	Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, toText(amount)])) as {
		[Name in keyof Amounts]: string;
	};

export const presentBalanceSheet = async (
	work: ReportWork,
	book: BookCode,
	axes: Axes,
	sheet: BalanceSheet,
): Promise<z.output<typeof balanceSheetAnswer>> =>
	withMeta(
		work,
		{report: 'balance-sheet', book, axes},
		{
			rows: {
				assets: presentPart(sheet.assets),
				liabilities: presentPart(sheet.liabilities),
				equity: presentPart(sheet.equity),
				memo: presentPart(sheet.memo),
			},
			totals: written({...sheet.totals, surplus: sheet.surplus}),
		},
	);

export const presentIncomeStatement = async (
	work: ReportWork,
	book: BookCode,
	axes: PeriodAxes,
	{income, expenses, totals}: IncomeStatement,
): Promise<z.output<typeof incomeAnswer>> =>
	withMeta(
		work,
		{report: 'income-statement', book, axes},
		{
			rows: {income: presentPart(income), expenses: presentPart(expenses)},
			totals: written(totals),
		},
	);

export const presentMovements = async (
	work: ReportWork,
	report: 'equity-changes' | 'benevolence-funds',
	book: BookCode,
	axes: PeriodAxes,
	{rows, totals}: Movements,
): Promise<z.output<typeof movementAnswer>> =>
	withMeta(
		work,
		{report, book, axes},
		{
			rows: rows.map(({code, nameId, nameEn, ...amounts}) => ({
				account: code,
				nameId,
				nameEn,
				...written(amounts),
			})),
			totals: written(totals),
		},
	);

export const presentCashFlow = async (
	work: ReportWork,
	book: BookCode,
	axes: PeriodAxes,
	{rows, totals}: CashFlow,
): Promise<z.output<typeof cashFlowAnswer>> =>
	withMeta(
		work,
		{report: 'cash-flow', book, axes},
		{
			rows: rows.map(({kind, ...amounts}) => ({kind, ...written(amounts)})),
			totals: written(totals),
		},
	);
