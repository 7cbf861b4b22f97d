import {getCooperative} from '../../cooperatives/index.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {getKelurahan} from '../../regions/index.ts';
import {type Allocation, decideAllocation} from '../allocation.ts';
import {refuse} from '../errors.ts';
import type {FundWork, NewAllocation} from '../ports.ts';
import {decideOfProposal} from '../proposal.ts';
import {decideTerms, getProgramme} from './create-programme.ts';
import {getProposal} from './propose-fund.ts';

/**
 * Allocates the programme's money to a kelurahan, to be managed by a cooperative. No money moves
 * yet: that is a tranche.
 * @throws DomainError `fund/over-ceiling`, `fund/agreement-exists`, `cooperative/unknown`, …
 */
export async function allocateToKelurahan(
	work: FundWork,
	{programme: programmeCode, cooperative, ...terms}: NewAllocation,
): Promise<Allocation> {
	const programme = await getProgramme(work, programmeCode);
	await getCooperative(work, cooperative);
	await getKelurahan(work, terms.kelurahanCode, 'kelurahan');
	const today = work.today();
	if (terms.agreedOn > today) {
		throw refuse('fund/agreed-in-future', {date: terms.agreedOn, today}, 'agreedOn');
	}
	const book = await getBook(work, cooperative);
	if (await work.fund.hasAgreement(book, terms.agreementNumber)) {
		throw refuse('fund/agreement-exists', {agreement: terms.agreementNumber}, 'agreementNumber');
	}
	if (terms.proposal !== undefined) {
		const proposal = await getProposal(work, terms.proposal);
		decideOfProposal(proposal, {...terms, programmeId: programme.id, book: cooperative});
	}
	const before = await work.fund.allocatedTo(programme.id, terms.kelurahanCode);
	decideAllocation(terms.amount, programme, before, terms.kelurahanCode);
	const allocation: Allocation = {
		...terms,
		id: work.newId() as AllocationId,
		programmeId: programme.id,
		book: cooperative,
		tenorMonths: terms.tenorMonths ?? programme.tenorMonths,
		graceMonths: terms.graceMonths ?? programme.graceMonths,
	};
	decideTerms(allocation);
	await work.fund.insertAllocation(book, allocation);
	return allocation;
}

/** The allocation with an identity. @throws DomainError `fund/unknown-allocation`. */
export async function getAllocation(
	work: Pick<FundWork, 'fund'>,
	id: AllocationId,
	path = 'allocation',
): Promise<Allocation> {
	const allocation = await work.fund.findAllocation(id);
	if (!allocation) throw refuse('fund/unknown-allocation', {allocation: id}, path);
	return allocation;
}
