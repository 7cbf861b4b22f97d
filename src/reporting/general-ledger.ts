import type {AccountCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, negate} from '../kernel/money.ts';
import type {Account, Side} from '../ledger/index.ts';
import {type Turnover, onNormalSide} from './turnover.ts';

/** A line of the journal as the general ledger tells it. */
export type LedgerLine = {
	readonly account: AccountCode;
	readonly effectiveOn: LocalDate;
	readonly entryNumber: number;
	readonly lineNumber: number;
	readonly kind: string;
	readonly description: string;
	readonly document: string;
	readonly side: Side;
	readonly amount: Rupiah;
	readonly fund?: string;
	readonly loan?: string;
	readonly member?: string;
	/** The accounts on the other side of its entry, by code. */
	readonly counterAccounts: string;
};

/** An account between two days: what moved it before the first, and what from it to the second. */
export type AccountSpan = {
	readonly account: Account;
	readonly before: Turnover;
	readonly within: Turnover;
};

/** A row of the general ledger (buku besar); balances on the account's normal side. */
export type LedgerRow = {readonly account: Account; readonly balance: Rupiah} & (
	| {readonly row: 'opening'}
	| {readonly row: 'line'; readonly line: LedgerLine}
	| {readonly row: 'closing'}
);

/** Where a page of the general ledger ended: after which line, and what its account held then. */
export type LedgerStart = {readonly account: AccountCode; readonly balance: Rupiah};

export type LedgerFold = {
	/** The rows up to and including a line; lines come in the order of the spans. */
	readonly take: (line: LedgerLine) => LedgerRow[];
	/** The rows after the last line. */
	readonly end: () => LedgerRow[];
};

/**
 * Lays lines between the openings and closings of their accounts, with the running balance. It goes
 * on within an account where a page before it ended.
 */
export function createLedgerFold(spans: readonly AccountSpan[], start?: LedgerStart): LedgerFold {
	const places = new Map(spans.map(({account}, index) => [account.code, index]));
	let place = start === undefined ? -1 : places.get(start.account)!;
	let balance = start?.balance;
	const close = (): LedgerRow[] =>
		balance === undefined ? [] : [{row: 'closing', account: spans[place]!.account, balance}];
	const open = (): LedgerRow => {
		const {account, before} = spans[place]!;
		balance = onNormalSide(account, before);
		return {row: 'opening', account, balance};
	};
	const goTo = (wanted: number): LedgerRow[] => {
		const rows: LedgerRow[] = [];
		while (place < wanted) {
			rows.push(...close());
			place += 1;
			if (place < spans.length) rows.push(open());
			else balance = undefined;
		}
		return rows;
	};
	return {
		take(line) {
			const rows = goTo(places.get(line.account)!);
			const {account} = spans[place]!;
			balance = add(balance!, line.side === account.normalSide ? line.amount : negate(line.amount));
			return [...rows, {row: 'line', account, balance, line}];
		},
		end: () => goTo(spans.length),
	};
}
