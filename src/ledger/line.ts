import type {AccountCode} from '../kernel/ids.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Side} from './account.ts';

/** What a line is about, beside its account. The sub-ledgers are sums over these. */
export type Dimensions = {
	/** The allocation whose money this is, hence the kelurahan. */
	readonly fund?: string;
	readonly loan?: string;
	readonly member?: string;
	/** The other party: a book's code or a name that is no personal data. */
	readonly counterparty?: string;
};

/** One debit or credit. */
export type Line = Dimensions & {
	readonly account: AccountCode;
	readonly side: Side;
	readonly amount: Rupiah;
};
