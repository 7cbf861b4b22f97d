// Values for pure tests: the agreement of Samisake, typed by hand.
import type {FundedAllocation, Holding} from '../../src/city/standing.ts';
import type {AllocationId, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, zero} from '../../src/kernel/money.ts';
import {kelurahanCode} from '../../src/kernel/region-code.ts';

/** Rp 500 juta of 18 December 2013, seven years with two of grace, all received at once. */
export const allocation: FundedAllocation = {
	id: '0190b1c0-0000-7000-8000-000000000001' as AllocationId,
	book: 'KOP-A' as BookCode,
	cooperativeName: 'BMT A',
	kelurahan: kelurahanCode('17.71.01.1001'),
	agreementNumber: 'PKS-1',
	terms: {
		agreedOn: localDate('2013-12-18'),
		amount: rupiah('500000000'),
		tenorMonths: 84,
		graceMonths: 24,
	},
	received: [{receivedOn: localDate('2013-12-20'), amount: rupiah('500000000')}],
};

export const holding = (held: Partial<Record<keyof Holding, string>>): Holding => {
	const amount = (name: keyof Holding) => rupiah(held[name] ?? zero.toFixed(2));
	return {
		investment: amount('investment'),
		currentPortion: amount('currentPortion'),
		provision: amount('provision'),
		writtenOff: amount('writtenOff'),
		claims: amount('claims'),
	};
};
