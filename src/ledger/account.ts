import type {AccountCode} from '../kernel/ids.ts';

/** `memo` accounts stand outside the balance sheet: registers such as written-off loans. */
export type AccountClass = 'asset' | 'liability' | 'equity' | 'income' | 'expense' | 'memo';
export type Side = 'debit' | 'credit';

/**
 * Per what the balance, on the account's normal side, may never fall below zero: the account as a
 * whole (a cash box), each fund (its bank money), each loan (its principal), each member (their
 * deposit), or nothing.
 */
export const floors = ['none', 'account', 'fund', 'loan', 'member'] as const;
export type Floor = (typeof floors)[number];

/** One account of a book's chart. A contra account has the normal side opposite to its class. */
export type Account = {
	readonly code: AccountCode;
	readonly nameId: string;
	readonly nameEn: string;
	readonly class: AccountClass;
	readonly normalSide: Side;
	readonly floor: Floor;
	/**
	 * What is counted by the floor never exceeds what entries of this kind put there: a loan's
	 * principal never exceeds what was disbursed. Without it there is no such ceiling.
	 */
	readonly ceilingKind?: string;
	/** Moved by operations only (loans, tranches), never by an entry made by hand. */
	readonly isControlled: boolean;
};

export const oppositeSide = (side: Side): Side => (side === 'debit' ? 'credit' : 'debit');
