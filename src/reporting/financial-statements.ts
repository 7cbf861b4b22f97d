import type {AccountCode} from '../kernel/ids.ts';
import {type Rupiah, add, isZero, negate, subtract, sum, zero} from '../kernel/money.ts';
import {type Account, yearClosingKind} from '../ledger/index.ts';
import {type Turnover, nothingMoved, subtractTurnover} from './turnover.ts';

/** What an account was moved by, by one kind of entry. */
export type AccountKindTurnover = {
	readonly account: Account;
	readonly kind: string;
	readonly turnover: Turnover;
};

export type StatementRow = {
	readonly code: AccountCode;
	readonly nameId: string;
	readonly nameEn: string;
	readonly amount: Rupiah;
};

/** The parts of a statement of financial position (neraca), each on its own side. */
export type BalanceSheet = {
	readonly assets: readonly StatementRow[];
	readonly liabilities: readonly StatementRow[];
	readonly equity: readonly StatementRow[];
	/** Registers outside the sheet, such as written-off loans. */
	readonly memo: readonly StatementRow[];
	/** Income less expenses that no year's closing has carried into equity yet. */
	readonly surplus: Rupiah;
	readonly totals: {
		readonly assets: Rupiah;
		readonly liabilities: Rupiah;
		/** With the surplus. */
		readonly equity: Rupiah;
	};
};

export const onDebitSide = ({debit, credit}: Turnover): Rupiah => subtract(debit, credit);
const onCreditSide = (turnover: Turnover): Rupiah => negate(onDebitSide(turnover));

/** One row for each account of some classes that holds something, in the order of their codes. */
function rowsOf(
	turnovers: readonly AccountKindTurnover[],
	classes: readonly Account['class'][],
	amountOf: (turnover: Turnover) => Rupiah,
): StatementRow[] {
	const rows = new Map<AccountCode, StatementRow>();
	for (const {account, turnover} of turnovers) {
		if (!classes.includes(account.class)) continue;
		const {code, nameId, nameEn} = account;
		const amount = add(rows.get(code)?.amount ?? zero, amountOf(turnover));
		rows.set(code, {code, nameId, nameEn, amount});
	}
	return [...rows.values()]
		.filter(({amount}) => !isZero(amount))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

const totalOf = (rows: readonly StatementRow[]): Rupiah => sum(rows.map(({amount}) => amount));

/**
 * The statement of financial position at the end of a day, from all that was moved up to it. What
 * is deducted from assets (an allowance, deferred margin, depreciation) stands among them with a
 * minus, so that the sum is net.
 */
export function buildBalanceSheet(turnovers: readonly AccountKindTurnover[]): BalanceSheet {
	const assets = rowsOf(turnovers, ['asset'], onDebitSide);
	const liabilities = rowsOf(turnovers, ['liability'], onCreditSide);
	const equity = rowsOf(turnovers, ['equity'], onCreditSide);
	const surplus = totalOf(rowsOf(turnovers, ['income', 'expense'], onCreditSide));
	return {
		assets,
		liabilities,
		equity,
		memo: rowsOf(
			turnovers.filter(({account}) => account.normalSide === 'debit'),
			['memo'],
			onDebitSide,
		),
		surplus,
		totals: {
			assets: totalOf(assets),
			liabilities: totalOf(liabilities),
			equity: add(totalOf(equity), surplus),
		},
	};
}

/** What was moved between two days: all up to the second less all before the first. */
export function withinPeriod(
	before: readonly AccountKindTurnover[],
	upTo: readonly AccountKindTurnover[],
): AccountKindTurnover[] {
	const nameOf = ({account, kind}: AccountKindTurnover): string => `${account.code} ${kind}`;
	const earlier = new Map(before.map((one) => [nameOf(one), one.turnover]));
	return upTo.map((one) => ({
		...one,
		turnover: subtractTurnover(one.turnover, earlier.get(nameOf(one)) ?? nothingMoved),
	}));
}

/** Income and expenses of a period (perhitungan hasil usaha). */
export type IncomeStatement = {
	readonly income: readonly StatementRow[];
	readonly expenses: readonly StatementRow[];
	readonly totals: {
		readonly income: Rupiah;
		readonly expenses: Rupiah;
		readonly surplus: Rupiah;
	};
};

/** A year's closing empties the accounts of income and expense; it is neither. */
export function buildIncomeStatement(period: readonly AccountKindTurnover[]): IncomeStatement {
	const earned = period.filter(({kind}) => kind !== yearClosingKind);
	const income = rowsOf(earned, ['income'], onCreditSide);
	const expenses = rowsOf(earned, ['expense'], onDebitSide);
	const totals = {income: totalOf(income), expenses: totalOf(expenses)};
	return {
		income,
		expenses,
		totals: {...totals, surplus: subtract(totals.income, totals.expenses)},
	};
}

/** An account between two days: what it held, what came, what went, what it holds. */
export type MovementRow = Omit<StatementRow, 'amount'> & {
	readonly opening: Rupiah;
	readonly increase: Rupiah;
	readonly decrease: Rupiah;
	readonly closing: Rupiah;
};

export type Movement = Pick<MovementRow, 'opening' | 'increase' | 'decrease' | 'closing'>;

/** Liabilities or equity between two days, each account on its credit side. */
export function buildMovements(
	before: readonly AccountKindTurnover[],
	period: readonly AccountKindTurnover[],
	isWanted: (account: Account) => boolean,
): {readonly rows: readonly MovementRow[]; readonly totals: Movement} {
	const rows = new Map<AccountCode, MovementRow>();
	const put = (account: Account, opening: Rupiah, {debit, credit}: Turnover): void => {
		if (!isWanted(account)) return;
		const {code, nameId, nameEn} = account;
		const so = rows.get(code) ?? nothingHeld;
		rows.set(code, {
			code,
			nameId,
			nameEn,
			opening: add(so.opening, opening),
			increase: add(so.increase, credit),
			decrease: add(so.decrease, debit),
			closing: add(so.closing, add(opening, subtract(credit, debit))),
		});
	};
	for (const {account, turnover} of before) put(account, onCreditSide(turnover), nothingMoved);
	for (const {account, turnover} of period) put(account, zero, turnover);
	const shown = [...rows.values()]
		.filter(({opening, increase, decrease}) => ![opening, increase, decrease].every(isZero))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
	return {rows: shown, totals: totalMovement(shown)};
}

const nothingHeld: Movement = {opening: zero, increase: zero, decrease: zero, closing: zero};

const totalMovement = (rows: readonly Movement[]): Movement => ({
	opening: sum(rows.map(({opening}) => opening)),
	increase: sum(rows.map(({increase}) => increase)),
	decrease: sum(rows.map(({decrease}) => decrease)),
	closing: sum(rows.map(({closing}) => closing)),
});

/** What came in and went out of cash by one kind of operation. */
export type CashFlowRow = {
	readonly kind: string;
	readonly receipts: Rupiah;
	readonly payments: Rupiah;
};

export type CashFlow = {
	readonly rows: readonly CashFlowRow[];
	readonly totals: Omit<CashFlowRow, 'kind'> & {
		readonly opening: Rupiah;
		readonly net: Rupiah;
		readonly closing: Rupiah;
	};
};

/** Cash and bank between two days by the direct method: kind by kind, as it was moved. */
export function buildCashFlow(
	before: readonly AccountKindTurnover[],
	period: readonly AccountKindTurnover[],
	cash: readonly AccountCode[],
): CashFlow {
	const isCash = ({account}: AccountKindTurnover): boolean => cash.includes(account.code);
	const flows = new Map<string, CashFlowRow>();
	for (const {kind, turnover} of period.filter(isCash)) {
		const {receipts, payments} = flows.get(kind) ?? {receipts: zero, payments: zero};
		flows.set(kind, {
			kind,
			receipts: add(receipts, turnover.debit),
			payments: add(payments, turnover.credit),
		});
	}
	const rows = [...flows.values()]
		.filter(({receipts, payments}) => !isZero(receipts) || !isZero(payments))
		.sort((a, b) => (a.kind < b.kind ? -1 : 1));
	const opening = sum(before.filter(isCash).map(({turnover}) => onDebitSide(turnover)));
	const receipts = sum(rows.map((row) => row.receipts));
	const payments = sum(rows.map((row) => row.payments));
	const net = subtract(receipts, payments);
	return {rows, totals: {receipts, payments, opening, net, closing: add(opening, net)}};
}
