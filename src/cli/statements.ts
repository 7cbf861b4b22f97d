import type {Work} from '../compose.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import type {BookCode} from '../kernel/ids.ts';
import {localDate} from '../kernel/local-date.ts';
import {
	type Axes,
	readBalanceSheet,
	readBenevolenceFunds,
	readCashFlow,
	readEquityChanges,
	readIncomeStatement,
} from '../reporting/index.ts';
import {
	presentBalanceSheet,
	presentCashFlow,
	presentIncomeStatement,
	presentMovements,
} from '../reporting/http/present-statements.ts';

export const statementNames = [
	'balance-sheet',
	'income-statement',
	'equity-changes',
	'benevolence-funds',
	'cash-flow',
] as const;
export type StatementName = (typeof statementNames)[number];

export const isStatement = (name: string): name is StatementName =>
	statementNames.some((known) => known === name);

type Rows = readonly Readonly<Record<string, string>>[];

/** A financial statement as JSON would have it, and its rows flat, with the totals last. */
export async function runStatement(
	work: Work,
	name: StatementName,
	axes: Axes,
	options: {readonly book?: string; readonly from?: string},
): Promise<{readonly json: unknown; readonly rows: Rows}> {
	if (options.book === undefined) throw new StartupFailure(`The report ${name} needs --book.`);
	const book = options.book as BookCode;
	if (name === 'balance-sheet') {
		const json = presentBalanceSheet(work, axes, await readBalanceSheet(work, book, axes));
		return {json, rows: [...sections(json.rows), ...sums(json.totals)]};
	}
	if (options.from === undefined) throw new StartupFailure(`The report ${name} needs --from.`);
	const period = {...axes, from: localDate(options.from)};
	switch (name) {
		case 'income-statement': {
			const statement = await readIncomeStatement(work, book, period);
			const json = presentIncomeStatement(work, period, statement);
			return {json, rows: [...sections(json.rows), ...sums(json.totals)]};
		}
		case 'cash-flow': {
			const json = presentCashFlow(work, period, await readCashFlow(work, book, period));
			const {receipts, payments, ...others} = json.totals;
			const total = {kind: 'Jumlah', receipts, payments};
			const rest = Object.entries(others).map(([kind, amount]) => ({
				kind,
				receipts: amount,
				payments: '',
			}));
			return {json, rows: [...json.rows, total, ...rest]};
		}
		case 'equity-changes':
		case 'benevolence-funds': {
			const read = name === 'equity-changes' ? readEquityChanges : readBenevolenceFunds;
			const json = presentMovements(work, name, period, await read(work, book, period));
			const total = {account: 'Jumlah', nameId: '', nameEn: '', ...json.totals};
			return {json, rows: [...json.rows, total]};
		}
	}
}

type Part = readonly {account: string; nameId: string; nameEn: string; amount: string}[];

const sections = (parts: Readonly<Record<string, Part>>): Rows =>
	Object.entries(parts).flatMap(([section, rows]) => rows.map((row) => ({section, ...row})));

const sums = (totals: Readonly<Record<string, string>>): Rows =>
	Object.entries(totals).map(([section, amount]) => ({
		section,
		account: 'Jumlah',
		nameId: '',
		nameEn: '',
		amount,
	}));
