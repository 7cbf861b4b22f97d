import type {AllocationEnding} from '../ending.ts';
import {decideEnding, requireRunning} from '../ending.ts';
import {getBook} from '../../ledger/index.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import type {Allocation} from '../allocation.ts';
import type {FundWork} from '../ports.ts';
import {getAllocation} from './allocate-to-kelurahan.ts';

/**
 * Ends an agreement before its tenor: the city withdraws it, or both end it. From then on no money
 * goes out under it, and all that is left falls due on one day.
 * @throws DomainError `fund/allocation-ended`, `fund/ending-date`, `fund/due-before-ending`.
 */
export async function endAllocation(
	work: FundWork,
	wanted: Omit<AllocationEnding, 'endedBy'>,
): Promise<AllocationEnding> {
	const allocation = await getAllocation(work, wanted.allocation);
	const book = await getBook(work, allocation.book);
	await work.ledger.lockTip(book);
	decideEnding(wanted, allocation, work.today(), await work.fund.findEnding(allocation));
	const ending: AllocationEnding = {...wanted, endedBy: work.actor.name};
	await work.fund.insertEnding(book, ending, work.now());
	return ending;
}

/** The agreement under which money may still go out. @throws `fund/allocation-ended`. */
export async function getRunningAllocation(
	work: Pick<FundWork, 'fund'>,
	id: AllocationId,
): Promise<Allocation> {
	const allocation = await getAllocation(work, id);
	requireRunning(await work.fund.findEnding(allocation));
	return allocation;
}
