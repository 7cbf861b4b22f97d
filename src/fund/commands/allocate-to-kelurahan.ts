import {getCooperative} from '../../cooperatives/index.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {getKelurahan} from '../../regions/index.ts';
import {type Allocation, decideAllocation} from '../allocation.ts';
import {refuse} from '../errors.ts';
import type {FundWork, NewAllocation} from '../ports.ts';
import type {Programme} from '../programme.ts';
import {decideTerms} from './create-programme.ts';

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

async function getProgramme(work: FundWork, code: string): Promise<Programme> {
	const programme = await work.fund.findProgramme(code);
	if (!programme) throw refuse('fund/unknown-programme', {programme: code}, 'programme');
	return programme;
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
