import test from 'ava';
import {
	type Allocation,
	type Tranche,
	type TrancheFacts,
	decideAllocation,
	decideRemittance,
	decideTranche,
} from '../../src/fund/allocation.ts';
import type {Programme} from '../../src/fund/programme.ts';
import type {DomainError} from '../../src/kernel/errors.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {kelurahanCode} from '../../src/kernel/region-code.ts';

const programme = {ceilingPerKelurahan: rupiah('1000000000')} as Programme;
const allocation = {amount: rupiah('500'), agreedOn: localDate('2026-01-03')} as Allocation;
const tranche = (amount: string, isReversed = false) =>
	({amount: rupiah(amount), isReversed}) as Tranche;
const kelurahan = kelurahanCode('17.71.01.1001');
const leftOf = (error: unknown): unknown => {
	const {findings} = error as DomainError;
	return findings[0]?.values.left;
};
const codeOf = (error: unknown): string => (error as DomainError).code;

test('an allocation may reach the ceiling and not one sen more', (t) => {
	t.notThrows(() => {
		decideAllocation(rupiah('400000000'), programme, rupiah('600000000'), kelurahan);
	});
	const error = t.throws(() => {
		decideAllocation(rupiah('400000000.01'), programme, rupiah('600000000'), kelurahan);
	});
	t.is(codeOf(error), 'fund/over-ceiling');
	t.is(leftOf(error), '400000000.00');
});

const judge = (
	amount: string,
	receivedOn: string,
	change: Partial<TrancheFacts> = {},
): string | undefined => {
	try {
		decideTranche(
			{amount: rupiah(amount), receivedOn: localDate(receivedOn)},
			{allocation, programme: {}, tranches: [], dues: [], ...change},
		);
		return undefined;
	} catch (error) {
		return codeOf(error);
	}
};

test('tranches may reach the allocation, reversed ones do not count', (t) => {
	const tranches = [tranche('200'), tranche('400', true)];
	t.is(judge('300', '2026-01-03', {tranches}), undefined);
	t.is(judge('301', '2026-01-03', {tranches}), 'fund/tranche-over-allocation');
	t.is(judge('1', '2026-01-02'), 'fund/tranche-before-agreement');
});

test('a programme may count the tranches', (t) => {
	const tranches = [tranche('200'), tranche('100', true)];
	t.is(judge('1', '2026-01-03', {tranches, programme: {tranchesMax: 2}}), undefined);
	t.is(judge('1', '2026-01-03', {tranches, programme: {tranchesMax: 1}}), 'fund/tranche-count');
});

test('what is overdue for longer than the programme allows stops further tranches', (t) => {
	const due = {number: 1, dueOn: localDate('2026-02-01'), principal: rupiah('50')};
	const dues = [{...due, paid: rupiah('20'), unpaid: rupiah('30'), isOverdue: true}];
	const programme = {overdueDaysMax: 30};
	t.is(judge('1', '2026-03-03', {dues, programme}), undefined); // Thirty days.
	t.is(judge('1', '2026-03-04', {dues, programme}), 'fund/tranches-stopped');
	t.is(judge('1', '2026-03-04', {dues}), undefined);
});

test('a remittance is of what was collected, and no more', (t) => {
	t.notThrows(() => {
		decideRemittance(rupiah('10'), rupiah('10'));
	});
	const error = t.throws(() => {
		decideRemittance(rupiah('10.01'), rupiah('10'));
	});
	t.is(codeOf(error), 'fund/remits-more-than-collected');
});
