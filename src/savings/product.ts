import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {AccountCode} from '../kernel/ids.ts';

/**
 * What members save in, by its Indonesian name: pokok once on joining, wajib every month, and of
 * their own will wadiah (kept for them) or mudharabah (invested with a share of the profit).
 */
export const savingProducts = ['pokok', 'wajib', 'wadiah', 'mudharabah'] as const;

export type SavingProduct = (typeof savingProducts)[number];

/** The account of each: the members' share in the equity, a debt to them, or syirkah money. */
export const savingAccounts: Readonly<Record<SavingProduct, AccountCode>> = {
	pokok: cooperativeAccounts.principalSavings,
	wajib: cooperativeAccounts.mandatorySavings,
	wadiah: cooperativeAccounts.wadiahSavings,
	mudharabah: cooperativeAccounts.syirkahFunds,
};

/** Pokok and wajib are the member's part in the cooperative, and stay for as long as they do. */
export const isWithdrawable = (product: SavingProduct): boolean =>
	product === 'wadiah' || product === 'mudharabah';

/** The product that an account is of; undefined for all other accounts. */
export const productOf = (account: AccountCode): SavingProduct | undefined =>
	savingProducts.find((product) => savingAccounts[product] === account);
