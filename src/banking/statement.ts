import type {Finding} from '../kernel/errors.ts';
import {type LocalDate, earlier, later} from '../kernel/local-date.ts';
import {type Rupiah, add, equals, subtract, sum, toText, zero} from '../kernel/money.ts';
import {endOf} from './bank-account.ts';
import {fault, refuse, refuseAll} from './errors.ts';

/** A movement as a file shows it. */
export type FileRow = {
	/** The line of the file on which it begins. */
	readonly line: number;
	readonly bookedOn: LocalDate;
	/** Above zero what came in, below zero what went out. */
	readonly amount: Rupiah;
	/** By what the bank or its customer calls it; empty where it has no name. */
	readonly reference: string;
	readonly description: string;
};

/** A balance that a file shows after so many of its movements. */
export type ShownBalance = {
	readonly line: number;
	readonly column: string;
	readonly after: number;
	readonly balance: Rupiah;
};

/** What a file says, the oldest movement first, before anything of it is believed. */
export type ReadStatement = {
	readonly rows: readonly FileRow[];
	readonly balances: readonly ShownBalance[];
	/** The account that the file names, and where. */
	readonly account?: {readonly line: number; readonly number: string};
	/** The day of its closing balance, where it gives one. */
	readonly closingOn?: LocalDate;
};

/** What is told of a statement besides its file. */
export type GivenBalances = {readonly opening?: Rupiah; readonly closing?: Rupiah};

/** A movement with what the account held after it. */
export type StatementRow = FileRow & {readonly balance: Rupiah};

/** A statement that is consistent in itself. */
export type Statement = {
	readonly from: LocalDate;
	readonly to: LocalDate;
	readonly opening: Rupiah;
	readonly closing: Rupiah;
	readonly rows: readonly StatementRow[];
};

/** What a statement is called, by its number (rekening koran). */
export const paperOf = (number: number): string => `RK-${number}`;

/** More movements than this of one file are not a month of a cooperative. */
export const rowsMax = 20_000;

/** What cannot be read in a file: where it stands, what it is and what would be right. */
export const unreadable = (
	line: number,
	column: string,
	value: string,
	expected: string,
): Finding =>
	fault('banking/file-unreadable', `contentBase64[${line}]`, {
		line: String(line),
		column,
		value: value.slice(0, 60),
		expected,
	});

export type StatementFacts = {
	readonly accountNumber: string;
	readonly openedOn: LocalDate;
	readonly today: LocalDate;
};

/**
 * Judges what a file says: that it is of this account and of days that were, and that its balances
 * are what its movements make.
 * @throws DomainError `banking/…` with one finding for each fault.
 */
export function decideStatement(
	read: ReadStatement,
	given: GivenBalances,
	facts: StatementFacts,
): Statement {
	if (read.rows.length > rowsMax) {
		const values = {count: String(read.rows.length), max: String(rowsMax)};
		throw refuse('banking/too-many-rows', values, 'contentBase64');
	}
	const days = daysOf(read);
	const opening = given.opening ?? openingOf(read);
	const closing = given.closing ?? closingOf(read, opening);
	if (opening === undefined || closing === undefined) {
		throw refuse('banking/balance-missing', {}, 'openingBalance');
	}
	refuseAll([
		...accountFindings(read, facts),
		...dayFindings(read, facts),
		...balanceFindings(read, given, {opening, closing}),
	]);
	let balance = opening;
	const rows = read.rows.map((row) => {
		balance = add(balance, row.amount);
		return {...row, balance};
	});
	return {...days, opening, closing, rows};
}

function daysOf({rows, closingOn}: ReadStatement): {from: LocalDate; to: LocalDate} {
	const days = rows.map(({bookedOn}) => bookedOn);
	const first = days[0] ?? closingOn;
	if (first === undefined) throw refuse('banking/no-rows', {}, 'contentBase64');
	return {from: days.reduce(earlier, first), to: days.reduce(later, closingOn ?? first)};
}

const moved = (rows: readonly FileRow[]): Rupiah => sum(rows.map(({amount}) => amount));

/** What the account held before the first movement, by the first balance that is shown. */
function openingOf({rows, balances}: ReadStatement): Rupiah | undefined {
	const first = balances[0];
	return first && subtract(first.balance, moved(rows.slice(0, first.after)));
}

function closingOf(
	{rows, balances}: ReadStatement,
	opening: Rupiah | undefined,
): Rupiah | undefined {
	const last = balances.at(-1);
	if (last) return add(last.balance, moved(rows.slice(last.after)));
	// A file without balances does not close by itself.
	return opening === undefined || rows.length > 0 ? undefined : opening;
}

function accountFindings({account}: ReadStatement, facts: StatementFacts): Finding[] {
	if (account === undefined || isSameAccount(account.number, facts.accountNumber)) return [];
	const values = {
		line: String(account.line),
		value: endOf(account.number),
		expected: endOf(facts.accountNumber),
	};
	return [fault('banking/other-account', `contentBase64[${account.line}]`, values)];
}

/** Banks put their code before and noughts in front of a number; its digits stay. */
const isSameAccount = (shown: string, known: string): boolean =>
	shown.replace(/\D/gu, '').endsWith(known);

const dayFindings = ({rows, closingOn}: ReadStatement, facts: StatementFacts): Finding[] =>
	[
		...rows.map(({line, bookedOn}) => ({line, day: bookedOn})),
		...(closingOn === undefined ? [] : [{line: 1, day: closingOn}]),
	].flatMap(({line, day}) => {
		const path = `contentBase64[${line}]`;
		const values = {line: String(line), value: day};
		if (day > facts.today) {
			return [fault('banking/row-in-future', path, {...values, expected: facts.today})];
		}
		if (day < facts.openedOn) {
			return [fault('banking/row-before-account', path, {...values, expected: facts.openedOn})];
		}
		return [];
	});

/** Each balance by the one before it, so that one wrong amount is told once and where it stands. */
function balanceFindings(
	{rows, balances}: ReadStatement,
	given: GivenBalances,
	{opening, closing}: {opening: Rupiah; closing: Rupiah},
): Finding[] {
	const findings: Finding[] = [];
	let last = {after: 0, balance: opening};
	for (const shown of balances) {
		const expected = add(last.balance, moved(rows.slice(last.after, shown.after)));
		if (!equals(expected, shown.balance)) {
			findings.push(wrongBalance(shown.line, shown.column, shown.balance, expected));
		}
		last = shown;
	}
	const end = add(last.balance, moved(rows.slice(last.after)));
	if (!equals(end, closing)) {
		const values = {given: toText(given.closing ?? zero), found: toText(end)};
		findings.push(fault('banking/closing-differs', 'closingBalance', values));
	}
	return findings;
}

const wrongBalance = (line: number, column: string, value: Rupiah, expected: Rupiah): Finding =>
	fault('banking/does-not-add-up', `contentBase64[${line}]`, {
		line: String(line),
		column,
		value: toText(value),
		expected: toText(expected),
	});
