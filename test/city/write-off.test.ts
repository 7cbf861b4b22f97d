import test from 'ava';
import {
	type FundWriteOff,
	decideBounds,
	decideDecision,
	decideProposal,
} from '../../src/city/write-off.ts';
import type {CityPolicy} from '../../src/city/policy.ts';
import type {AllocationId, BookCode, FundWriteOffId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';

const bounds = {
	investment: rupiah('100'),
	provision: rupiah('80'),
	writtenOff: rupiah('30'),
	fundDebt: rupiah('120'),
};

const bounded = test.macro(
	(t, step: FundWriteOff['step'], amount: string, code: string | undefined) => {
		const run = () => {
			decideBounds({step, amount: rupiah(amount)}, bounds);
		};
		if (code === undefined) t.notThrows(run);
		else t.throws(run, {code});
	},
);
test('all that was provided for', bounded, 'conditional', '80', undefined);
test('more than that', bounded, 'conditional', '80.01', 'city/not-provided-for');
// Rp 120 owed beside what is held, of which Rp 30 stand in the register.
test(
	'more than is owed beside what is held',
	bounded,
	'conditional',
	'90.01',
	'city/writes-off-more',
);
test('all that is registered', bounded, 'absolute', '30', undefined);
test('more than is registered', bounded, 'absolute', '30.01', 'city/writes-off-more');

const policy: CityPolicy = {
	version: 1,
	effectiveFrom: localDate('2005-01-01'),
	provisionPolicy: 'permendagri-73',
	councilAbove: rupiah('1000'),
	legalBasis: 'test',
	status: 'provisional',
};
const today = localDate('2025-07-31');

const proposed: FundWriteOff = {
	id: 'w' as FundWriteOffId,
	number: 1,
	city: 'KOTA' as BookCode,
	cooperative: 'KOP-A' as BookCode,
	allocation: 'a' as AllocationId,
	step: 'conditional',
	amount: rupiah('600'),
	effectiveOn: localDate('2025-07-01'),
	decree: 'SK-1',
	decreeOn: localDate('2025-07-01'),
	reason: 'r',
	proposedBy: 'ani',
	recordedAt: new Date(0),
};
const confirmed: FundWriteOff = {
	...proposed,
	decision: {
		outcome: 'confirmed',
		reason: 'r',
		decidedBy: 'budi',
		recordedAt: new Date(0),
		isReversed: false,
	},
};

const proposal = test.macro(
	(t, change: Partial<FundWriteOff>, before: readonly FundWriteOff[], code: string | undefined) => {
		const run = () => {
			decideProposal({...proposed, ...change}, before, policy, today);
		};
		if (code === undefined) t.notThrows(run);
		else t.throws(run, {code});
	},
);
test('on the day of its decree', proposal, {}, [], undefined);
test('before it', proposal, {effectiveOn: localDate('2025-06-30')}, [], 'city/before-decree');
test('tomorrow', proposal, {effectiveOn: localDate('2025-08-01')}, [], 'city/date-in-future');
test('while another waits', proposal, {}, [proposed], 'city/write-off-open');
test('up to the limit in all', proposal, {amount: rupiah('400')}, [confirmed], undefined);
test('above it', proposal, {amount: rupiah('400.01')}, [confirmed], 'city/council-missing');
test(
	'above it with a document of the council',
	proposal,
	{amount: rupiah('400.01'), councilDocument: 'DPRD-1'},
	[confirmed],
	undefined,
);
test(
	'the end of a claim before all of it was registered',
	proposal,
	{step: 'absolute', effectiveOn: localDate('2025-07-01'), decreeOn: localDate('2025-06-01')},
	[{...confirmed, effectiveOn: localDate('2025-07-02')}],
	'city/before-write-off',
);
test('the other step counts for itself', proposal, {step: 'absolute'}, [confirmed], undefined);
test(
	'what was taken back does not count',
	proposal,
	{},
	[{...confirmed, decision: {...confirmed.decision!, isReversed: true}}],
	undefined,
);

test('one proposes, another decides, once', (t) => {
	t.throws(
		() => {
			decideDecision(proposed, 'ani');
		},
		{code: 'city/same-person'},
	);
	t.notThrows(() => {
		decideDecision(proposed, 'budi');
	});
	t.throws(
		() => {
			decideDecision(confirmed, 'budi');
		},
		{code: 'city/write-off-decided'},
	);
});
