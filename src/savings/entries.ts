import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {AccountCode} from '../kernel/ids.ts';
import {type EntryDraft, credit, debit} from '../ledger/index.ts';
import {type SavingMethod, type SavingMovement, slipOf} from './movement.ts';
import {savingAccounts} from './product.ts';

/** What an entry of savings says, before it has its number. */
export type SavingDraft = Omit<
	SavingMovement,
	'id' | 'entryNumber' | 'recordedBy' | 'isReversed' | 'reverses' | 'number'
> & {readonly number: number};

const {cash, operatingBank, surplusShares} = cooperativeAccounts;

const moneyAccounts: Readonly<Record<SavingMethod, AccountCode>> = {
	cash,
	bank: operatingBank,
	surplus: surplusShares,
};

/**
 * The entry of a deposit or withdrawal: cash, the bank or a share of the surplus against the
 * member's savings. Pokok and wajib are equity, wadiah a liability, mudharabah temporary syirkah
 * funds (PSAK 401, 405).
 */
export function draftSaving(saving: SavingDraft): EntryDraft {
	const money = moneyAccounts[saving.method];
	const savings = savingAccounts[saving.product];
	const {amount, member} = saving;
	return {
		book: saving.book,
		effectiveOn: saving.effectiveOn,
		kind: `saving-${saving.kind}`,
		reason: reasonOf(saving),
		document: slipOf(saving.kind, saving.number),
		lines:
			saving.kind === 'deposit'
				? [debit(money, amount, {member}), credit(savings, amount, {member})]
				: [debit(savings, amount, {member}), credit(money, amount, {member})],
	};
}

function reasonOf({kind, product, isLeaving}: SavingDraft): string {
	if (isLeaving) return `Pengembalian simpanan ${product} anggota keluar`;
	return `${kind === 'deposit' ? 'Setoran' : 'Penarikan'} simpanan ${product}`;
}
