import {getCooperative} from '../../cooperatives/index.ts';
import type {ProposalId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {subtract, sum} from '../../kernel/money.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {getKelurahan} from '../../regions/index.ts';
import {overdueOf} from '../due-schedule.ts';
import {refuse} from '../errors.ts';
import type {FundWork, NewProposal} from '../ports.ts';
import type {Programme} from '../programme.ts';
import {
	type EligibilityFacts,
	type Proposal,
	type ProposalDecision,
	decideProposal,
	eligibilityFindings,
} from '../proposal.ts';
import {readNotRemitted} from '../queries/read-not-remitted.ts';
import {readStanding} from '../queries/read-standing.ts';
import {getProgramme} from './create-programme.ts';

/**
 * A cooperative asks for the programme's money for a kelurahan. Nothing is granted yet.
 * @throws DomainError `fund/proposed-in-future`, `fund/proposal-document-exists`, …
 */
export async function proposeFund(
	work: FundWork,
	{programme: code, cooperative, ...wanted}: NewProposal,
): Promise<Proposal> {
	const programme = await getProgramme(work, code);
	await getCooperative(work, cooperative);
	await getKelurahan(work, wanted.kelurahanCode, 'kelurahan');
	const today = work.today();
	if (wanted.proposedOn > today) {
		throw refuse('fund/proposed-in-future', {date: wanted.proposedOn, today}, 'proposedOn');
	}
	const book = await getBook(work, cooperative);
	if (await work.fund.hasProposal(book, wanted.document)) {
		throw refuse('fund/proposal-document-exists', {document: wanted.document}, 'document');
	}
	const proposal: Proposal = {
		...wanted,
		id: work.newId() as ProposalId,
		programmeId: programme.id,
		book: cooperative,
		proposedBy: work.actor.name,
	};
	await work.fund.insertProposal(book, proposal, work.now());
	return proposal;
}

/**
 * The city decides on a proposal: whole, in part, or not.
 * @throws DomainError with everything that speaks against an approval.
 */
export async function decideOnProposal(
	work: FundWork,
	id: ProposalId,
	made: Omit<ProposalDecision, 'decidedBy'>,
): Promise<Proposal> {
	const proposal = await getProposal(work, id);
	const book = await getBook(work, proposal.book);
	await work.ledger.lockTip(book);
	const today = work.today();
	if (made.decidedOn > today) {
		throw refuse('fund/decided-in-future', {date: made.decidedOn, today}, 'decidedOn');
	}
	const decision: ProposalDecision = {...made, decidedBy: work.actor.name};
	decideProposal(proposal, decision, await eligibilityFacts(work, book, proposal, made.decidedOn));
	await work.fund.insertProposalDecision(book, proposal.id, decision, work.now());
	return {...proposal, decision};
}

/** What speaks today against granting a proposal in whole; nothing when it may be. */
export async function reviewProposal(work: FundWork, id: ProposalId) {
	const proposal = await getProposal(work, id);
	const book = await getBook(work, proposal.book);
	const facts = await eligibilityFacts(work, book, proposal, work.today());
	return {proposal, findings: eligibilityFindings(proposal.amount, facts)};
}

/** @throws DomainError `fund/unknown-proposal`. */
export async function getProposal(
	work: Pick<FundWork, 'fund'>,
	id: ProposalId,
	path = 'proposal',
): Promise<Proposal> {
	const proposal = await work.fund.findProposal(id);
	if (!proposal) throw refuse('fund/unknown-proposal', {proposal: id}, path);
	return proposal;
}

/** A cooperative has one agreement per kelurahan and stage, so it never has more than a page. */
const agreementsMax = 1000;

async function eligibilityFacts(
	work: FundWork,
	book: Book,
	proposal: Proposal,
	day: LocalDate,
): Promise<EligibilityFacts> {
	const programme: Programme = await work.fund.getProgrammeOf(proposal);
	const allocated = await work.fund.allocatedTo(programme.id, proposal.kelurahanCode);
	const agreements = await work.fund.listAllocations({book: book.code, limit: agreementsMax});
	const standings = [];
	const daysHeld = [];
	for (const allocation of agreements) {
		standings.push(await readStanding(work, book, allocation, day));
		daysHeld.push(...(await readNotRemitted(work, allocation, day)).map(({days}) => days));
	}
	const pengurus = await work.cooperatives.listPengurus([book.code]);
	const inOffice = pengurus.filter(
		({since, until}) => since <= day && (until === undefined || until >= day),
	);
	return {
		ceilingLeft: subtract(programme.ceilingPerKelurahan, allocated),
		overdue: sum(standings.map(({dues}) => overdueOf(dues))),
		daysHeld: Math.max(0, ...daysHeld),
		remittanceDays: programme.remittanceDays,
		wasWithdrawn: standings.some(({ending}) => ending?.kind === 'withdrawn'),
		offices: new Set(inOffice.map(({office}) => office)),
	};
}
