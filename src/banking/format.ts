import type {AmountSigns, DateFormat} from './cell.ts';
import {fault, refuseAll} from './errors.ts';

export const formatKinds = ['csv', 'mt940', 'camt.053'] as const;
export type FormatKind = (typeof formatKinds)[number];

/** Where a CSV says how much was moved and in which direction. */
export type AmountColumns =
	| {readonly kind: 'two-columns'; readonly debit: string; readonly credit: string}
	| {
			/** One column of amounts, another that says in or out; its name may be empty. */
			readonly kind: 'marked';
			readonly amount: string;
			readonly mark: string;
			readonly debitMark: string;
			readonly creditMark: string;
	  }
	| {
			/** The mark stands behind the amount, in the same cell. */
			readonly kind: 'marked-within';
			readonly amount: string;
			readonly debitMark: string;
			readonly creditMark: string;
	  }
	| {readonly kind: 'signed'; readonly amount: string};

/** How a bank lays out a CSV, as data: its signs and the names of its columns. */
export type CsvLayout = AmountSigns & {
	readonly delimiter: ',' | ';' | '\t' | '|';
	readonly encoding: 'utf-8' | 'windows-1252';
	readonly order: 'oldest-first' | 'newest-first';
	readonly dateFormat: DateFormat;
	/** A sign before a value that keeps a spreadsheet from changing it; empty where there is none. */
	readonly textMark: string;
	readonly date: string;
	/** Columns that together describe a movement; a name that stands twice is given twice. */
	readonly description: readonly string[];
	/** Empty where the bank gives none, as with the balance. */
	readonly reference: string;
	readonly balance: string;
	readonly amount: AmountColumns;
	/** With what the first cell of a line begins after which no movements come. */
	readonly endsAt: readonly string[];
};

/** One version of the layout of a bank's statements. */
export type StatementFormat = {
	readonly code: string;
	readonly version: number;
	readonly name: string;
	readonly kind: FormatKind;
	/** Of a CSV; the others are laid out by a standard. */
	readonly layout?: CsvLayout;
	/** Provisional while nobody has held a real file of the bank against it. */
	readonly status: 'found' | 'provisional';
	readonly source: string;
	readonly recordedBy: string;
};

/** Every column that a layout names, in the order in which its header is asked for. */
export function columnsOf(layout: CsvLayout): string[] {
	const {amount} = layout;
	const ofAmount =
		amount.kind === 'two-columns'
			? [amount.debit, amount.credit]
			: [amount.amount, ...(amount.kind === 'marked' ? [amount.mark] : [])];
	const optional = [layout.reference, layout.balance].filter((name) => name !== '');
	return [layout.date, ...layout.description, ...ofAmount, ...optional];
}

export type NewFormat = Omit<StatementFormat, 'version' | 'recordedBy'>;

/**
 * Judges a format against the version before it.
 * @throws DomainError `banking/layout-wrong`, `banking/kind-changed`, `banking/signs-alike`.
 */
export function decideFormat(wanted: NewFormat, last: StatementFormat | undefined): void {
	const {code, kind, layout} = wanted;
	const isKindChanged = last !== undefined && last.kind !== kind;
	refuseAll([
		...((kind === 'csv') === (layout !== undefined)
			? []
			: [fault('banking/layout-wrong', 'layout', {kind})]),
		...(isKindChanged
			? [fault('banking/kind-changed', 'kind', {format: code, kind: last.kind})]
			: []),
		...(layout !== undefined && layout.decimal === layout.thousands
			? [fault('banking/signs-alike', 'layout.thousands', {value: layout.decimal})]
			: []),
	]);
}
