import {beforeSaleAccounts, cooperativeAccounts, loanAccounts} from '../cooperatives/index.ts';
import type {AccountCode} from '../kernel/ids.ts';
import {type Rupiah, add, isZero, negate, sum, zero} from '../kernel/money.ts';
import type {AccountClass, Side} from '../ledger/index.ts';
import {type AccountKindTurnover, onDebitSide} from './financial-statements.ts';
import type {Turnover} from './turnover.ts';

const {fundDebt, collectedForCity, cash, fundBank, downPayments, cityShareDebt} =
	cooperativeAccounts;

type Stock = {
	readonly side: Side;
	readonly accounts?: readonly AccountCode[];
	readonly class?: AccountClass;
};

/**
 * What a fund consists of in its cooperative's book: owed to the city and not collected, collected
 * and held for it, money, loans, what is under way to a sale, what members paid beforehand, the
 * city's share of income, and all income of the fund.
 */
const stocks = {
	debt: {side: 'credit', accounts: [fundDebt]},
	heldForCity: {side: 'credit', accounts: [collectedForCity]},
	money: {side: 'debit', accounts: [cash, fundBank]},
	loans: {side: 'debit', accounts: loanAccounts.principal},
	beforeSale: {
		side: 'debit',
		accounts: beforeSaleAccounts.filter((code) => code !== downPayments),
	},
	downPayments: {side: 'credit', accounts: [downPayments]},
	cityShare: {side: 'credit', accounts: [cityShareDebt]},
	income: {side: 'credit', class: 'income'},
} as const satisfies Readonly<Record<string, Stock>>;

export type FundPart = keyof typeof stocks;
export const fundParts = Object.keys(stocks) as readonly FundPart[];

/** What one kind of entry moved of a part of the fund in the period. */
export type FundMovement = {
	readonly kind: string;
	readonly increase: Rupiah;
	readonly decrease: Rupiah;
};

export type FundPartMovements = {
	readonly part: FundPart;
	readonly side: Side;
	readonly accounts: readonly AccountCode[];
	readonly opening: Rupiah;
	readonly movements: readonly FundMovement[];
	readonly closing: Rupiah;
};

/** What the life of a fund comes to, from its first day to the last of the period. */
export type FundTotals = {
	readonly tranchesReceived: Rupiah;
	readonly returned: Rupiah;
	readonly remitted: Rupiah;
	readonly principalCollected: Rupiah;
	readonly disbursed: Rupiah;
	readonly collectedNotRemitted: Rupiah;
	readonly cashAndBank: Rupiah;
	readonly outstandingPrincipal: Rupiah;
	/** All principal that the city has still to get, collected from members or not. */
	readonly owed: Rupiah;
	readonly earned: Rupiah;
	readonly shareOwed: Rupiah;
};

export type FundStatement = {
	readonly parts: readonly FundPartMovements[];
	readonly totals: FundTotals;
};

/** The life of one fund between two days, from what its lines moved before and within them. */
export function buildFundStatement(
	before: readonly AccountKindTurnover[],
	period: readonly AccountKindTurnover[],
): FundStatement {
	const parts = fundParts.map((part) => movementsOf(part, before, period));
	const all = [...before, ...period];
	const closing = (wanted: FundPart): Rupiah => parts.find(({part}) => part === wanted)!.closing;
	const moved = (code: AccountCode, ...kinds: readonly string[]): Rupiah =>
		sum(
			all
				.filter(({account, kind}) => account.code === code && kinds.includes(kind))
				.map(({turnover}) => onDebitSide(turnover)),
		);
	const lent = all.filter(
		({account, kind}) =>
			loanAccounts.principal.includes(account.code) &&
			(kind === 'disbursement' || kind === 'conversion'),
	);
	return {
		parts,
		totals: {
			tranchesReceived: negate(moved(fundDebt, 'tranche')),
			returned: moved(fundDebt, 'fund-return'),
			remitted: moved(collectedForCity, 'remittance'),
			principalCollected: negate(moved(collectedForCity, ...collecting)),
			disbursed: sum(lent.map(({turnover}) => onDebitSide(turnover))),
			collectedNotRemitted: closing('heldForCity'),
			cashAndBank: closing('money'),
			outstandingPrincipal: closing('loans'),
			owed: add(closing('debt'), closing('heldForCity')),
			earned: closing('income'),
			shareOwed: closing('cityShare'),
		},
	};
}

const collecting = ['repayment', 'recovery', 'down-payment-applied', 'payroll-clearing'];

function movementsOf(
	part: FundPart,
	before: readonly AccountKindTurnover[],
	period: readonly AccountKindTurnover[],
): FundPartMovements {
	const stock: Stock = stocks[part];
	const isOf = ({account}: AccountKindTurnover): boolean =>
		stock.accounts?.includes(account.code) ?? account.class === stock.class;
	const onSide = (turnover: Turnover): Rupiah =>
		stock.side === 'debit' ? onDebitSide(turnover) : negate(onDebitSide(turnover));
	const movements = new Map<string, FundMovement>();
	const accounts = new Set<AccountCode>(stock.accounts ?? []);
	for (const {account, kind, turnover} of period.filter(isOf)) {
		accounts.add(account.code);
		const so = movements.get(kind) ?? {increase: zero, decrease: zero};
		const isDebitStock = stock.side === 'debit';
		movements.set(kind, {
			kind,
			increase: add(so.increase, isDebitStock ? turnover.debit : turnover.credit),
			decrease: add(so.decrease, isDebitStock ? turnover.credit : turnover.debit),
		});
	}
	for (const {account} of before.filter(isOf)) accounts.add(account.code);
	const opening = sum(before.filter(isOf).map(({turnover}) => onSide(turnover)));
	const change = sum(period.filter(isOf).map(({turnover}) => onSide(turnover)));
	return {
		part,
		side: stock.side,
		accounts: [...accounts].sort(),
		opening,
		movements: [...movements.values()]
			.filter(({increase, decrease}) => !isZero(increase) || !isZero(decrease))
			.sort((a, b) => (a.kind < b.kind ? -1 : 1)),
		closing: add(opening, change),
	};
}
