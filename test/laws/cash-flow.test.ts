// By whichever method, cash and bank end where they end: over random entries that balance.
import test from 'ava';
import fc from 'fast-check';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {type Account, yearClosingKind} from '../../src/ledger/index.ts';
import {cooperativeChart} from '../../src/cooperatives/index.ts';
import {
	type AccountKindTurnover,
	buildCashFlow,
	buildIncomeStatement,
} from '../../src/reporting/financial-statements.ts';
import {buildIndirectCashFlow} from '../../src/reporting/indirect-cash-flow.ts';
import {code} from '../helpers/world.ts';

const cash = ['1.1.01', '1.1.02', '1.1.03', '1.1.11'].map(code);
const others = cooperativeChart.filter(
	({class: accountClass}) => accountClass === 'income' || accountClass === 'expense',
);
const closed = cooperativeChart.find((account) => account.code === '3.2.09')!;

const entry = fc.record({
	debited: fc.nat(cooperativeChart.length - 1),
	credited: fc.nat(cooperativeChart.length - 1),
	sen: fc.integer({min: 1, max: 1_000_000}),
	kind: fc.constantFrom('manual', 'repayment', 'provision', 'disbursement'),
});
// A year's closing: between what was earned and what it is carried to, and never through cash.
const closing = fc.record({
	result: fc.nat(others.length - 1),
	sen: fc.integer({min: 1, max: 1_000_000}),
	isLoss: fc.boolean(),
});

const moved = (
	debited: Account,
	credited: Account,
	sen: number,
	kind: string,
): AccountKindTurnover[] => {
	const amount = rupiah((sen / 100).toFixed(2));
	const nothing = rupiah('0');
	return [
		{account: debited, kind, turnover: {debit: amount, credit: nothing}},
		{account: credited, kind, turnover: {debit: nothing, credit: amount}},
	];
};

test('both methods have the same opening, change and closing', (t) => {
	fc.assert(
		fc.property(
			fc.array(entry, {maxLength: 30}),
			fc.array(entry, {maxLength: 30}),
			fc.array(closing, {maxLength: 5}),
			(earlier, posted, closings) => {
				const told = (entries: typeof posted) =>
					entries.flatMap(({debited, credited, sen, kind}) =>
						moved(cooperativeChart[debited]!, cooperativeChart[credited]!, sen, kind),
					);
				const before = told(earlier);
				const period = [
					...told(posted),
					...closings.flatMap(({result, sen, isLoss}) =>
						isLoss
							? moved(closed, others[result]!, sen, yearClosingKind)
							: moved(others[result]!, closed, sen, yearClosingKind),
					),
				];
				const direct = buildCashFlow(before, period, cash).totals;
				const indirect = buildIndirectCashFlow(before, period, cash);
				for (const name of ['opening', 'net', 'closing'] as const) {
					t.is(toText(indirect.totals[name]), toText(direct[name]), name);
				}
				t.is(toText(indirect.surplus), toText(buildIncomeStatement(period).totals.surplus));
			},
		),
	);
});
