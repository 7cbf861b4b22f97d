import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {beforeSaleAccounts, cooperativeAccounts} from '../../cooperatives/index.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import {rupiah, toText, zero} from '../../kernel/money.ts';
import {refuse} from '../errors.ts';
import type {PurchaseStore} from '../purchase-ports.ts';

/** What stands on loans before their sale, and what cancelled purchases cost, in PostgreSQL. */
export const createPurchaseStore = (trx: Knex): PurchaseStore => ({
	async beforeSale(book, loan) {
		const rows: {account_code: AccountCode; balance: string}[] = await trx('floor_balances')
			.where({book_id: book.id, dimension: loan})
			.whereIn('account_code', beforeSaleAccounts)
			.select('account_code', 'balance');
		const held = new Map(rows.map(({account_code: code, balance}) => [code, rupiah(balance)]));
		const of = (code: AccountCode) => held.get(code) ?? zero;
		return {
			advance: of(cooperativeAccounts.purchaseAdvances),
			goods: of(cooperativeAccounts.murabahahGoods),
			downPayment: of(cooperativeAccounts.downPayments),
			claim: of(cooperativeAccounts.cancellationClaims),
		};
	},
	async insertCancellationCosts(book, loan, entry, costs) {
		if (costs.length === 0) return;
		await trx('cancellation_costs').insert(
			costs.map(({document, description, spentOn, amount}, index) => ({
				book_id: book.id,
				loan_id: loan,
				entry_number: entry,
				number: index + 1,
				document,
				description,
				spent_on: spentOn,
				amount: toText(amount),
			})),
		);
	},
});

export const purchaseConstraints: ConstraintRefusals = {
	cancellation_costs_document_key: () => refuse('lending/paper-counted', {}, 'costs'),
};
