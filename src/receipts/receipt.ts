import type {BookCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, sum} from '../kernel/money.ts';

/**
 * Which papers there are: receipts of payments, slips of deposits and of withdrawals, and of shares
 * of the surplus (SHU) that were paid out.
 */
export const receiptSeries = ['KW', 'SS', 'PS', 'SH'] as const;
export type ReceiptSeries = (typeof receiptSeries)[number];

/** What stands on a paper: `KW-12`. */
export type ReceiptNumber = {readonly series: ReceiptSeries; readonly number: number};

/** Reads a number as it is printed; undefined when it is none. */
export function readReceiptNumber(text: string): ReceiptNumber | undefined {
	const [, name, digits = ''] = /^([A-Z]{2})-([1-9]\d{0,8})$/u.exec(text) ?? [];
	const series = receiptSeries.find((known) => known === name);
	return series && {series, number: Number.parseInt(digits, 10)};
}

/** Whether the member was given the money rather than bringing it. */
export const isPaidOut = (document: string): boolean => /^(?:PS|SH)-/u.test(document);

/** An entry of the journal that a receipt stands for. */
export type ReceiptEntry = {
	readonly number: number;
	readonly effectiveOn: LocalDate;
	readonly recordedAt: Date;
	readonly hash: string;
	/** What went through the money accounts; nought for what was only left to the member. */
	readonly amount: Rupiah;
	readonly reversal?: {
		readonly entryNumber: number;
		readonly effectiveOn: LocalDate;
		readonly recordedAt: Date;
	};
	/** Taken back only to be posted again under the same receipt, by a later entry of the list. */
	readonly isPostedAgain: boolean;
};

/** What anybody may know who holds the check code of a receipt: nothing of any person. */
export type CheckedReceipt = {
	readonly book: BookCode;
	/** The cooperative's name. */
	readonly cooperative: string;
	readonly timeZone: string;
	/** The number on the paper. */
	readonly document: string;
	readonly entries: readonly ReceiptEntry[];
};

export type ReceiptState = 'recorded' | 'partly-reversed' | 'reversed' | 'not-recorded';

export type ReceiptSummary = {
	readonly state: ReceiptState;
	/** All that the receipt was given for. */
	readonly amount: Rupiah;
	/** What of it the journal still says. */
	readonly standing: Rupiah;
	/** Undefined for a number to which the journal has nothing. */
	readonly paidOn?: LocalDate;
	/** When the last of it was taken back, undefined while nothing was. */
	readonly reversedOn?: LocalDate;
};

/** What the journal says of a receipt. What was posted again counts once. */
export function summarizeReceipt(entries: readonly ReceiptEntry[]): ReceiptSummary {
	const last = entries.filter(({isPostedAgain}) => !isPostedAgain);
	const standing = last.filter(({reversal}) => !reversal);
	const reversals = last.flatMap(({reversal}) => (reversal ? [reversal.effectiveOn] : [])).sort();
	const [paidOn] = last.map(({effectiveOn}) => effectiveOn).sort();
	const reversedOn = reversals.at(-1);
	return {
		state: stateOf(last.length, standing.length),
		amount: sum(last.map(({amount}) => amount)),
		standing: sum(standing.map(({amount}) => amount)),
		...(paidOn === undefined ? {} : {paidOn}),
		...(reversedOn === undefined ? {} : {reversedOn}),
	};
}

function stateOf(all: number, standing: number): ReceiptState {
	if (all === 0) return 'not-recorded';
	if (standing === all) return 'recorded';
	return standing === 0 ? 'reversed' : 'partly-reversed';
}

/** A line of a receipt as it is printed for the member: with whom and what it is about. */
export type ReceiptItem = ReceiptEntry & {
	/** The kind of its entry. */
	readonly kind: string;
	readonly receivedBy: string;
	readonly loanNumber?: number;
	readonly member?: {readonly number: number; readonly name: string};
	/** Of a repayment: what of it was principal and what margin; the rest is kept for the member. */
	readonly split?: {readonly principal: Rupiah; readonly margin: Rupiah};
};
