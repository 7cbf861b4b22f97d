import type {AccountCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Side} from '../ledger/index.ts';
import type {Turnover} from './turnover.ts';

/** A line of the general journal (jurnal umum), with what its entry says. */
export type JournalLine = {
	readonly entryNumber: number;
	readonly lineNumber: number;
	readonly effectiveOn: LocalDate;
	readonly recordedAt: Date;
	readonly actor: string;
	readonly kind: string;
	readonly description: string;
	readonly document: string;
	/** The number of the entry that this one takes back. */
	readonly reverses?: number;
	readonly account: AccountCode;
	readonly nameId: string;
	readonly nameEn: string;
	readonly side: Side;
	readonly amount: Rupiah;
	readonly fund?: string;
	readonly loan?: string;
	readonly member?: string;
};

/** How many entries and lines there are, and what they debit and credit. */
export type JournalTotals = Turnover & {readonly entries: number; readonly lines: number};
