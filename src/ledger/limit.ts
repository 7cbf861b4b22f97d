import type {Finding} from '../kernel/errors.ts';
import type {AccountCode} from '../kernel/ids.ts';
import {type Rupiah, add, compare, isNegative, negate, toText, zero} from '../kernel/money.ts';
import type {Account} from './account.ts';
import type {Dimensions, Line} from './line.ts';

/** What an account with a floor holds of one fund or loan, or as a whole. */
export type Held = {
	/** On the account's normal side. */
	readonly balance: Rupiah;
	/** What entries of the account's ceiling kind put there; absent where it has no ceiling. */
	readonly granted?: Rupiah;
};

/** What the limit of a line's account is counted by; undefined when the account has none. */
export function limitKey(account: Account, line: Dimensions): string | undefined {
	switch (account.floor) {
		case 'none':
			return undefined;
		case 'account':
			return account.code;
		case 'fund':
			return `${account.code}/${line.fund ?? ''}`;
		case 'loan':
			return `${account.code}/${line.loan ?? ''}`;
		case 'member':
			return `${account.code}/${line.member ?? ''}`;
	}
}

/** What accounts with a floor hold once the lines are posted, and which line moved each last. */
export function heldAfter(
	lines: readonly Line[],
	kind: string,
	accounts: ReadonlyMap<AccountCode, Account>,
	held: ReadonlyMap<string, Held>,
): Map<string, Held & {readonly account: Account; readonly index: number}> {
	const after = new Map<string, Held & {account: Account; index: number}>();
	for (const [index, line] of lines.entries()) {
		const account = accounts.get(line.account)!;
		const key = limitKey(account, line);
		if (key === undefined) continue;
		const change = line.side === account.normalSide ? line.amount : negate(line.amount);
		const before = after.get(key) ?? held.get(key) ?? {balance: zero};
		after.set(key, {
			balance: add(before.balance, change),
			...(account.ceilingKind === undefined
				? {}
				: {
						granted: add(before.granted ?? zero, kind === account.ceilingKind ? change : zero),
					}),
			account,
			index,
		});
	}
	return after;
}

/** Each floor and ceiling that the lines would break. */
export function limitFindings(
	lines: readonly Line[],
	kind: string,
	accounts: ReadonlyMap<AccountCode, Account>,
	held: ReadonlyMap<string, Held>,
): Finding[] {
	const findings: Finding[] = [];
	for (const [key, {balance, granted, account, index}] of heldAfter(lines, kind, accounts, held)) {
		const values = {
			account: account.code,
			name: account.nameId,
			held: toText(held.get(key)?.balance ?? zero),
			balance: toText(balance),
		};
		const path = `lines[${index}].amount`;
		if (isNegative(balance)) findings.push({code: 'ledger/floor-broken', path, values});
		if (granted !== undefined && compare(balance, granted) > 0) {
			const ceiling = {...values, granted: toText(granted)};
			findings.push({code: 'ledger/ceiling-broken', path, values: ceiling});
		}
	}
	return findings;
}
