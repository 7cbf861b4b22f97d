import test from 'ava';
import {cooperativeChart} from '../../src/cooperatives/index.ts';
import type {AccountCode} from '../../src/kernel/ids.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {AccountKindTurnover} from '../../src/reporting/financial-statements.ts';
import {measureBook} from '../../src/reporting/score-measures.ts';

const moved = (
	code: string,
	debit: string,
	credit: string,
	kind = 'manual',
): AccountKindTurnover => ({
	account: cooperativeChart.find((account) => account.code === code)!,
	kind,
	turnover: {debit: rupiah(debit), credit: rupiah(credit)},
});

const risk = {
	nonPerforming: rupiah('7'),
	atRisk30: rupiah('5'),
	requiredProvision: rupiah('3'),
};

// A book of which every account holds a sum of its own.
const upTo = [
	moved('1.1.01', '500', '100'),
	moved('1.1.02', '30', '0'),
	moved('1.1.11', '2000', '0'),
	moved('1.2.01', '1200', '0'),
	moved('1.2.02', '0', '200'),
	moved('1.2.19', '0', '40'),
	moved('1.5.01', '90', '0'),
	moved('1.5.02', '0', '10'),
	moved('2.1.01', '0', '600'),
	moved('2.2.01', '0', '1500'),
	moved('2.2.02', '0', '70'),
	moved('2.3.03', '0', '20'),
	moved('3.1.01', '0', '800'),
	moved('3.1.02', '0', '150'),
	moved('3.2.01', '0', '60'),
	moved('4.1.01', '0', '250'),
	moved('4.9.01', '0', '25'),
	moved('5.1.01', '45', '0'),
	moved('5.6.01', '15', '0'),
	moved('5.9.01', '5', '0'),
];

test('each measure is of its accounts, on its side', (t) => {
	const year = upTo.filter(({account}) => ['income', 'expense'].includes(account.class));
	const measures = Object.entries(measureBook(upTo, year, risk)).map(([name, amount]) => [
		name,
		toText(amount),
	]);
	t.deepEqual(Object.fromEntries(measures), {
		// 400 + 30 + 2,000 + 1,000 - 40 + 80
		totalAssets: '3470.00',
		// 800 + 150 + 60, and 275 earned less 65 spent
		equity: '1220.00',
		coreCapital: '1010.00',
		financing: '1000.00',
		earningAssets: '3030.00',
		bookedProvision: '40.00',
		fixedAssets: '80.00',
		cash: '2430.00',
		shortLiabilities: '670.00',
		fundsReceived: '2170.00',
		income: '275.00',
		operatingIncome: '250.00',
		operatingExpenses: '60.00',
		businessCosts: '45.00',
		grossSurplus: '235.00',
		surplus: '210.00',
		nonPerforming: '7.00',
		atRisk30: '5.00',
		requiredProvision: '3.00',
	});
});

test('what closes a year is neither earned nor spent, and carries the surplus into equity', (t) => {
	const closing = [
		moved('4.1.01', '250', '0', 'year-closing'),
		moved('5.1.01', '0', '45', 'year-closing'),
		moved('3.2.09', '0', '205', 'year-closing'),
	];
	const book = [...upTo, ...closing];
	const {equity, operatingIncome, surplus} = measureBook(book, book, risk);
	t.is(toText(equity), '1220.00');
	t.is(toText(operatingIncome), '250.00');
	t.is(toText(surplus), '210.00');
});

test('an account that a cooperative added counts by its group', (t) => {
	const added = (code: string, like: string, debit: string): AccountKindTurnover => {
		const one = moved(like, debit, '0');
		return {...one, account: {...one.account, code: code as AccountCode}};
	};
	const year = [added('5.1.02', '5.1.01', '9'), added('5.9.02', '5.9.01', '4')];
	const measures = measureBook([...upTo, added('1.5.09', '1.5.01', '6')], year, risk);
	t.is(toText(measures.operatingExpenses), '9.00');
	t.is(toText(measures.businessCosts), '9.00');
	t.is(toText(measures.surplus), '-13.00');
	t.is(toText(measures.fixedAssets), '86.00');
});
