import {isOnePerson} from '../kernel/actor.ts';
import type {BookCode, ProgrammeId, ProposalId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, compare, isPositive, toText} from '../kernel/money.ts';
import type {KelurahanCode} from '../kernel/region-code.ts';
import {type FundFinding, refuse, refuseAll} from './errors.ts';

/** What a cooperative asks of a programme for a kelurahan. */
export type Proposal = {
	readonly id: ProposalId;
	readonly programmeId: ProgrammeId;
	/** The cooperative's book. */
	readonly book: BookCode;
	readonly kelurahanCode: KelurahanCode;
	readonly amount: Rupiah;
	readonly purpose: string;
	readonly document: string;
	readonly proposedOn: LocalDate;
	readonly proposedBy: string;
	readonly decision?: ProposalDecision;
};

export type ProposalDecision = {
	readonly outcome: 'approved' | 'rejected';
	/** What is granted of what was asked; nothing when it is rejected. */
	readonly amount?: Rupiah;
	readonly decidedOn: LocalDate;
	readonly reason: string;
	readonly decidedBy: string;
};

/** What has to be known of a cooperative before it is given (more of) the city's money. */
export type EligibilityFacts = {
	/** Rupiah that the kelurahan's ceiling still has room for. */
	readonly ceilingLeft: Rupiah;
	/** Principal overdue to the city under any agreement of the cooperative. */
	readonly overdue: Rupiah;
	/** Days for which the oldest collected principal has been held, over all its agreements. */
	readonly daysHeld: number;
	/** Days within which the programme wants it remitted. */
	readonly remittanceDays: number;
	/** Whether the city has withdrawn an agreement from it. */
	readonly wasWithdrawn: boolean;
	/** Offices that somebody holds on the day. */
	readonly offices: ReadonlySet<string>;
};

/**
 * Who signs for a cooperative; without them nobody answers for the money. A rule of this service:
 * no text of the programme that was read names the offices.
 */
const officesNeeded = ['ketua', 'bendahara'] as const;

/**
 * What speaks against giving a cooperative the amount: each rule that is not met. Who has arrears
 * anywhere waits for the next stage (press on Samisake, F11).
 */
export function eligibilityFindings(amount: Rupiah, facts: EligibilityFacts): FundFinding[] {
	const findings: FundFinding[] = [];
	if (compare(amount, facts.ceilingLeft) > 0) {
		const values = {amount: toText(amount), left: toText(facts.ceilingLeft)};
		findings.push({code: 'fund/proposal-over-ceiling', path: 'amount', values});
	}
	if (isPositive(facts.overdue)) {
		const values = {overdue: toText(facts.overdue)};
		findings.push({code: 'fund/proposer-overdue', path: 'proposal', values});
	}
	if (facts.daysHeld > facts.remittanceDays) {
		const values = {days: String(facts.daysHeld), max: String(facts.remittanceDays)};
		findings.push({code: 'fund/proposer-holds-money', path: 'proposal', values});
	}
	if (facts.wasWithdrawn) {
		findings.push({code: 'fund/proposer-withdrawn', path: 'proposal', values: {}});
	}
	for (const office of officesNeeded.filter((needed) => !facts.offices.has(needed))) {
		findings.push({code: 'fund/proposer-without-office', path: 'proposal', values: {office}});
	}
	return findings;
}

/**
 * Judges a decision on a proposal: another person, not before it was proposed, not more than was
 * asked, and an approval only where nothing speaks against it.
 * @throws DomainError with all that is wrong.
 */
export function decideProposal(
	proposal: Proposal,
	decision: ProposalDecision,
	facts: EligibilityFacts,
): void {
	if (proposal.decision) {
		const {outcome, decidedOn} = proposal.decision;
		throw refuse('fund/proposal-decided', {outcome, date: decidedOn}, 'proposal');
	}
	const findings: FundFinding[] = [];
	if (isOnePerson(decision.decidedBy, proposal.proposedBy)) {
		const values = {person: decision.decidedBy};
		findings.push({code: 'fund/proposal-same-person', path: 'proposal', values});
	}
	if (decision.decidedOn < proposal.proposedOn) {
		const values = {date: decision.decidedOn, proposedOn: proposal.proposedOn};
		findings.push({code: 'fund/decided-before-proposed', path: 'decidedOn', values});
	}
	if (decision.amount !== undefined) {
		if (compare(decision.amount, proposal.amount) > 0) {
			const values = {amount: toText(decision.amount), asked: toText(proposal.amount)};
			findings.push({code: 'fund/granted-over-proposed', path: 'amount', values});
		}
		findings.push(...eligibilityFindings(decision.amount, facts));
	}
	refuseAll(findings);
}

/** An allocation is of its proposal when both say the same and it is within what was granted. */
export function decideOfProposal(
	proposal: Proposal,
	wanted: {
		readonly programmeId: ProgrammeId;
		readonly book: BookCode;
		readonly kelurahanCode: KelurahanCode;
		readonly amount: Rupiah;
	},
): void {
	const granted = proposal.decision?.amount;
	if (granted === undefined) {
		throw refuse('fund/proposal-not-approved', {proposal: proposal.id}, 'proposal');
	}
	const isOther =
		proposal.programmeId !== wanted.programmeId ||
		proposal.book !== wanted.book ||
		proposal.kelurahanCode !== wanted.kelurahanCode;
	if (isOther) {
		const values = {cooperative: proposal.book, kelurahan: proposal.kelurahanCode};
		throw refuse('fund/proposal-of-another', values, 'proposal');
	}
	if (compare(wanted.amount, granted) > 0) {
		const values = {amount: toText(wanted.amount), granted: toText(granted)};
		throw refuse('fund/over-granted', values, 'amount');
	}
}
