import type {AccountCode} from '../kernel/ids.ts';
import {type Rupiah, add, isZero, negate, sum, zero} from '../kernel/money.ts';
import {type Account, yearClosingKind} from '../ledger/index.ts';
import {
	type AccountKindTurnover,
	type StatementRow,
	buildIncomeStatement,
	onDebitSide,
} from './financial-statements.ts';

/**
 * Where a change of an account that is not cash stands: what moved the surplus without money, what
 * lending and saving tie up or set free, what was put into things that last, and who finances it.
 */
export const flowSections = ['adjustments', 'operating', 'investing', 'financing'] as const;
export type FlowSection = (typeof flowSections)[number];

export type IndirectRow = StatementRow & {readonly section: FlowSection};

/** Cash and bank between two days by the indirect method (PSAK 207). */
export type IndirectCashFlow = {
	/** Income less expenses of the period. */
	readonly surplus: Rupiah;
	/** What each account brought in, below zero what it took. */
	readonly rows: readonly IndirectRow[];
	readonly totals: {
		/** The surplus with what moved it without money and what operations tied up or set free. */
		readonly operating: Rupiah;
		readonly investing: Rupiah;
		readonly financing: Rupiah;
		readonly opening: Rupiah;
		readonly net: Rupiah;
		readonly closing: Rupiah;
	};
};

/**
 * From the surplus to the change of cash: as debits equal credits, cash changed by what all other
 * accounts were credited more than debited. A year's closing moves no cash and is left out.
 */
export function buildIndirectCashFlow(
	before: readonly AccountKindTurnover[],
	period: readonly AccountKindTurnover[],
	cash: readonly AccountCode[],
): IndirectCashFlow {
	const {surplus} = buildIncomeStatement(period).totals;
	const rows = new Map<AccountCode, IndirectRow>();
	for (const {account, kind, turnover} of period) {
		const section = cash.includes(account.code) ? undefined : sectionOf(account);
		if (section === undefined || kind === yearClosingKind) continue;
		const {code, nameId, nameEn} = account;
		const so = rows.get(code)?.amount ?? zero;
		const amount = add(so, negate(onDebitSide(turnover)));
		rows.set(code, {section, code, nameId, nameEn, amount});
	}
	const shown = [...rows.values()]
		.filter(({amount}) => !isZero(amount))
		.sort((a, b) => placeOf(a) - placeOf(b) || (a.code < b.code ? -1 : 1));
	const totalOf = (...sections: readonly FlowSection[]): Rupiah =>
		sum(shown.filter(({section}) => sections.includes(section)).map(({amount}) => amount));
	const operating = add(surplus, totalOf('adjustments', 'operating'));
	const [investing, financing] = [totalOf('investing'), totalOf('financing')];
	const net = sum([operating, investing, financing]);
	const opening = sum(
		before
			.filter(({account}) => cash.includes(account.code))
			.map(({turnover}) => onDebitSide(turnover)),
	);
	return {
		surplus,
		rows: shown,
		totals: {operating, investing, financing, opening, net, closing: add(opening, net)},
	};
}

const placeOf = ({section}: IndirectRow): number => flowSections.indexOf(section);

// The fund and what lasts of members' money finance a cooperative; its things that last are fixed
// and other assets. What is left is lending, saving and trade: its operations.
const financed = /^2\.(?:2|5)\./u;
const lasting = /^1\.(?:5|9)\./u;
const cityInvestment = '1.2.1';

function sectionOf({code, class: accountClass, normalSide}: Account): FlowSection | undefined {
	switch (accountClass) {
		case 'asset':
			if (normalSide === 'credit') return 'adjustments';
			return lasting.test(code) || code === cityInvestment ? 'investing' : 'operating';
		case 'liability':
			return financed.test(code) ? 'financing' : 'operating';
		case 'equity':
			return 'financing';
		case 'memo':
			return 'operating';
		case 'income':
		case 'expense':
			return undefined;
	}
}
