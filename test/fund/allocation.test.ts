import test from 'ava';
import {
	type Allocation,
	type Tranche,
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

test('tranches may reach the allocation, reversed ones do not count', (t) => {
	const day = localDate('2026-01-03');
	t.notThrows(() => {
		decideTranche(rupiah('300'), day, allocation, [tranche('200'), tranche('400', true)]);
	});
	const over = t.throws(() => {
		decideTranche(rupiah('301'), day, allocation, [tranche('200')]);
	});
	t.is(codeOf(over), 'fund/tranche-over-allocation');
	const early = t.throws(() => {
		decideTranche(rupiah('1'), localDate('2026-01-02'), allocation, []);
	});
	t.is(codeOf(early), 'fund/tranche-before-agreement');
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
