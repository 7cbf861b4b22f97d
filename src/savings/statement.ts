import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, negate, sum, zero} from '../kernel/money.ts';
import {type SavingProduct, savingProducts} from './product.ts';

/** A line of the journal on a member's savings. */
export type SavingLine = {
	readonly product: SavingProduct;
	readonly entryNumber: number;
	readonly effectiveOn: LocalDate;
	readonly kind: string;
	readonly reason: string;
	readonly document: string;
	/** The entry that this one takes back. */
	readonly reverses?: number;
	/** Credit adds to savings, debit takes. */
	readonly side: 'debit' | 'credit';
	readonly amount: Rupiah;
};

/** A line with what the member had of the product after it. */
export type StatementRow = SavingLine & {readonly balance: Rupiah};

export type SavingStatement = {
	readonly balances: readonly {readonly product: SavingProduct; readonly balance: Rupiah}[];
	readonly total: Rupiah;
	readonly rows: readonly StatementRow[];
};

/** A statement from lines in the order of their days: balances are sums of lines, nothing else. */
export function buildStatement(lines: readonly SavingLine[]): SavingStatement {
	const held = new Map<SavingProduct, Rupiah>();
	const rows = lines.map((line): StatementRow => {
		const change = line.side === 'credit' ? line.amount : negate(line.amount);
		const balance = add(held.get(line.product) ?? zero, change);
		held.set(line.product, balance);
		return {...line, balance};
	});
	const balances = savingProducts.map((product) => ({
		product,
		balance: held.get(product) ?? zero,
	}));
	return {balances, total: sum(balances.map(({balance}) => balance)), rows};
}
