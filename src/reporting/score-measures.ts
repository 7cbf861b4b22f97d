import type {AccountCode} from '../kernel/ids.ts';
import {type Rupiah, add, negate, subtract, zero} from '../kernel/money.ts';
import {cashAccounts, cooperativeAccounts, loanAccounts} from '../cooperatives/index.ts';
import {type Account, type Side, yearClosingKind} from '../ledger/index.ts';
import type {AccountKindTurnover} from './financial-statements.ts';

/** What the classes and the lateness of the loans of a book say, as of a day. */
export type LoanRisk = {
	/** Principal of loans that are worse than of the first class. */
	readonly nonPerforming: Rupiah;
	/** Whole principal of loans more than 30 days late (CGAP). */
	readonly atRisk30: Rupiah;
	/** What the provision policy requires, class by class. */
	readonly requiredProvision: Rupiah;
};

type MeasureSource = {
	/** What the accounts hold at the end of the day, or what they moved in the 12 months to it. */
	readonly of: 'day' | 'year';
	readonly side: Side;
	readonly classes?: readonly Account['class'][];
	/** Accounts, or groups of them: `5.1.` is every account of salaries. */
	readonly accounts?: readonly string[];
	/** Which of all these are left out. */
	readonly except?: readonly string[];
};

// What comes by the way, and what is spent so: neither is of the business.
const besides = ['4.9.', '5.9.'];
const lendingCosts = ['5.4.02', '5.5.', '5.6.'];

/**
 * Which accounts of the chart make which measure, in rupiah. No rule that we have read says it by
 * account, so each line is a reading of ours:
 *
 * - `equity` has the surplus that no closing has carried over yet, as the balance sheet has it.
 * - `coreCapital` is what counts in full towards CAR: principal and mandatory savings, general
 *   reserve. Of the rest the source's rows are garbled, so it is left out.
 * - `financing` is what the cooperative has out (`loanAccounts.principal`), less deferred margin.
 * - `earningAssets` are financing and what lies in banks.
 * - `cash` is the cash of the cash flow, the fund's bank account in it: a fund that lies idle makes
 *   the cash ratio too high, which the bands mark down.
 * - `shortLiabilities` may be asked for within a year. The debt of the fund (2.2.01) is agreed for
 *   longer, and what is kept for the poor (2.3) is owed to none of them by a day.
 * - `fundsReceived` are savings and what the city lent and has not got back.
 * - `operatingIncome` and `operatingExpenses` are all but what comes and goes besides (4.9, 5.9).
 * - `businessCosts` are what running the office costs, and `grossSurplus` is operating income less
 *   what lending itself costs: rented assets that wear, shared losses, the city's charge.
 *
 * An account that a cooperative added counts by its group or class.
 */
const measureSources = {
	totalAssets: {of: 'day', side: 'debit', classes: ['asset']},
	equity: {of: 'day', side: 'credit', classes: ['equity', 'income', 'expense']},
	coreCapital: {of: 'day', side: 'credit', accounts: ['3.1.01', '3.1.02', '3.2.01']},
	financing: {of: 'day', side: 'debit', accounts: loanAccounts.principal},
	earningAssets: {
		of: 'day',
		side: 'debit',
		accounts: [
			...loanAccounts.principal,
			cooperativeAccounts.operatingBank,
			cooperativeAccounts.fundBank,
		],
	},
	bookedProvision: {of: 'day', side: 'credit', accounts: [cooperativeAccounts.allowance]},
	fixedAssets: {of: 'day', side: 'debit', accounts: ['1.5.']},
	cash: {of: 'day', side: 'debit', accounts: cashAccounts},
	shortLiabilities: {
		of: 'day',
		side: 'credit',
		accounts: ['2.1.', '2.2.02', '2.2.03', '2.4.', '2.5.'],
	},
	fundsReceived: {
		of: 'day',
		side: 'credit',
		accounts: ['2.1.01', '2.1.02', '2.1.12', '2.2.01', '2.2.02', '2.5.'],
	},
	income: {of: 'year', side: 'credit', classes: ['income']},
	operatingIncome: {of: 'year', side: 'credit', classes: ['income'], except: besides},
	operatingExpenses: {of: 'year', side: 'debit', classes: ['expense'], except: besides},
	businessCosts: {
		of: 'year',
		side: 'debit',
		classes: ['expense'],
		except: [...besides, ...lendingCosts],
	},
	grossSurplus: {
		of: 'year',
		side: 'credit',
		classes: ['income'],
		accounts: lendingCosts,
		except: besides,
	},
	surplus: {of: 'year', side: 'credit', classes: ['income', 'expense']},
} as const satisfies Readonly<Record<string, MeasureSource>>;

/** What ratios of a score are made of. */
export type ScoreMeasure = keyof typeof measureSources | keyof LoanRisk;

export type ScoreMeasures = Readonly<Record<ScoreMeasure, Rupiah>>;

/**
 * The measures of a book on a day, in rupiah.
 * @param upTo all that was moved up to the day.
 * @param year what was moved in the twelve months to it; what closed a year in it is neither earned
 * nor spent, and is left out.
 */
export function measureBook(
	upTo: readonly AccountKindTurnover[],
	year: readonly AccountKindTurnover[],
	risk: LoanRisk,
): ScoreMeasures {
	const earned = year.filter(({kind}) => kind !== yearClosingKind);
	const sums = Object.entries(measureSources).map(
		([name, source]: [string, MeasureSource]) =>
			[name, sumOf(source, source.of === 'day' ? upTo : earned)] as const,
	);
	return {...(Object.fromEntries(sums) as Record<keyof typeof measureSources, Rupiah>), ...risk};
}

/**
 * The accounts of a book that a measure is a sum of, and whether of what they hold or of what they
 * moved in the year; undefined of what the loans tell one by one.
 */
export function accountsBehind(
	name: ScoreMeasure,
	turnovers: readonly AccountKindTurnover[],
): {readonly of: 'day' | 'year'; readonly accounts: readonly AccountCode[]} | undefined {
	const source = (measureSources as Partial<Record<ScoreMeasure, MeasureSource>>)[name];
	if (!source) return undefined;
	const moved = turnovers.map(({account}) => account).filter((account) => isOf(source, account));
	return {of: source.of, accounts: [...new Set(moved.map(({code}) => code))].sort()};
}

function sumOf(source: MeasureSource, turnovers: readonly AccountKindTurnover[]): Rupiah {
	const onDebitSide = turnovers
		.filter(({account}) => isOf(source, account))
		.reduce((sum, {turnover}) => add(sum, subtract(turnover.debit, turnover.credit)), zero);
	return source.side === 'debit' ? onDebitSide : negate(onDebitSide);
}

function isOf(
	{classes = [], accounts = [], except = []}: MeasureSource,
	{code, class: own}: Account,
): boolean {
	const isIn = (names: readonly string[]): boolean =>
		names.some((name) => (name.endsWith('.') ? code.startsWith(name) : code === name));
	return (classes.includes(own) || isIn(accounts)) && !isIn(except);
}
