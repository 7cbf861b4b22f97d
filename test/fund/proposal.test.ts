import test from 'ava';
import {
	type EligibilityFacts,
	type Proposal,
	type ProposalDecision,
	decideOfProposal,
	decideProposal,
	eligibilityFindings,
} from '../../src/fund/proposal.ts';
import type {DomainError} from '../../src/kernel/errors.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, zero} from '../../src/kernel/money.ts';
import {kelurahanCode} from '../../src/kernel/region-code.ts';

const proposal = {
	id: 'p',
	programmeId: 'samisake',
	book: 'KOP-1',
	kelurahanCode: kelurahanCode('17.71.01.1001'),
	amount: rupiah('300'),
	proposedOn: localDate('2026-01-10'),
	proposedBy: 'ketua',
} as Proposal;
const sound: EligibilityFacts = {
	ceilingLeft: rupiah('500'),
	overdue: zero,
	daysHeld: 7,
	remittanceDays: 7,
	wasWithdrawn: false,
	offices: new Set(['ketua', 'bendahara']),
};
const approval: ProposalDecision = {
	outcome: 'approved',
	amount: rupiah('300'),
	decidedOn: localDate('2026-01-20'),
	reason: 'Layak',
	decidedBy: 'pengelola',
};
const codes = (run: () => void): string[] => {
	try {
		run();
		return [];
	} catch (error) {
		return (error as DomainError).findings.map(({code}) => code);
	}
};

test('all that speaks against a cooperative is said at once', (t) => {
	t.deepEqual(eligibilityFindings(rupiah('500'), sound), []);
	const found = eligibilityFindings(rupiah('501'), {
		...sound,
		overdue: rupiah('1'),
		daysHeld: 8,
		wasWithdrawn: true,
		offices: new Set(['pengawas']),
	});
	t.deepEqual(
		found.map(({code, values}) => [code, values.office]),
		[
			['fund/proposal-over-ceiling', undefined],
			['fund/proposer-overdue', undefined],
			['fund/proposer-holds-money', undefined],
			['fund/proposer-withdrawn', undefined],
			['fund/proposer-without-office', 'ketua'],
			['fund/proposer-without-office', 'bendahara'],
		],
	);
});

test('another person grants, not before it was asked, and no more than was asked', (t) => {
	const judge = (change: Partial<ProposalDecision>, facts = sound, of = proposal) =>
		codes(() => {
			decideProposal(of, {...approval, ...change}, facts);
		});
	t.deepEqual(judge({}), []);
	t.deepEqual(judge({amount: rupiah('100')}), []);
	const wrong = {
		amount: rupiah('301'),
		decidedBy: 'ketua',
		decidedOn: localDate('2026-01-09'),
	};
	t.deepEqual(judge(wrong), [
		'fund/proposal-same-person',
		'fund/decided-before-proposed',
		'fund/granted-over-proposed',
	]);
	t.deepEqual(judge({}, {...sound, overdue: rupiah('5')}), ['fund/proposer-overdue']);
	t.deepEqual(judge({}, sound, {...proposal, decision: approval}), ['fund/proposal-decided']);
});

test('a rejection needs nobody to be eligible', (t) => {
	const {amount: _, ...rejection} = {...approval, outcome: 'rejected' as const};
	t.notThrows(() => {
		decideProposal(proposal, rejection, {...sound, overdue: rupiah('5')});
	});
});

test('an allocation is of its proposal', (t) => {
	const granted = {...proposal, decision: {...approval, amount: rupiah('200')}};
	const of = (change: Partial<Proposal>, from: Proposal = granted) =>
		codes(() => {
			decideOfProposal(from, {...granted, amount: rupiah('200'), ...change});
		});
	t.deepEqual(of({}), []);
	t.deepEqual(of({amount: rupiah('200.01')}), ['fund/over-granted']);
	t.deepEqual(of({kelurahanCode: kelurahanCode('17.71.01.1002')}), ['fund/proposal-of-another']);
	t.deepEqual(of({}, proposal), ['fund/proposal-not-approved']);
});
