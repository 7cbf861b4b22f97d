import type {Write} from '../approvals/index.ts';
import {type Rupiah, add, toText, zero} from '../kernel/money.ts';

/** What an import would write, as the trial wrote it. Amounts are text in rupiah. */
export type Preview = {
	/** Rows that would be posted, and such as an earlier import posted already. */
	readonly rows: {readonly new: number; readonly known: number};
	readonly entries: number;
	readonly kinds: readonly {
		readonly kind: string;
		readonly entries: number;
		readonly amount: string;
	}[];
	readonly accounts: readonly {
		readonly account: string;
		readonly debit: string;
		readonly credit: string;
	}[];
	/** The first entries, line by line. */
	readonly first: readonly {
		readonly kind: string;
		readonly effectiveOn: string;
		readonly lines: readonly {
			readonly account: string;
			readonly side: 'debit' | 'credit';
			readonly amount: string;
		}[];
	}[];
};

const firstMax = 50;

/** Adds up what a trial writes, as it is written: no entry is kept but the first few. */
export function createPreview() {
	let entries = 0;
	const kinds = new Map<string, {entries: number; amount: Rupiah}>();
	const accounts = new Map<string, {debit: Rupiah; credit: Rupiah}>();
	const first: Preview['first'][number][] = [];
	return {
		add: (write: Write): void => {
			// What has no amount is no entry.
			if (write.amount === undefined) return;
			entries += 1;
			const kind = kinds.get(write.name) ?? {entries: 0, amount: zero};
			kinds.set(write.name, {
				entries: kind.entries + 1,
				amount: add(kind.amount, write.amount),
			});
			for (const {account, side, amount} of write.lines) {
				const sums = accounts.get(account) ?? {debit: zero, credit: zero};
				accounts.set(account, {...sums, [side]: add(sums[side], amount)});
			}
			if (first.length >= firstMax) return;
			first.push({
				kind: write.name,
				effectiveOn: write.effectiveOn ?? '',
				lines: write.lines.map(({account, side, amount}) => ({
					account,
					side,
					amount: toText(amount),
				})),
			});
		},
		made: (rows: Preview['rows']): Preview => ({
			rows,
			entries,
			kinds: [...kinds]
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([kind, sums]) => ({kind, entries: sums.entries, amount: toText(sums.amount)})),
			accounts: [...accounts]
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([account, sums]) => ({
					account,
					debit: toText(sums.debit),
					credit: toText(sums.credit),
				})),
			first,
		}),
	};
}
