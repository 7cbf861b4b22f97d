import {getMember} from '../../cooperatives/index.ts';
import type {SurplusPayoutId} from '../../kernel/ids.ts';
import {type Book, postEntry, reverseEntries} from '../../ledger/index.ts';
import {depositSaving, reverseSaving} from '../../savings/index.ts';
import type {SurplusDistribution} from '../distribution.ts';
import {draftPayout} from '../entries.ts';
import {refuse} from '../errors.ts';
import {type SurplusPayout, decidePayout} from '../payout.ts';
import type {NewPayout, PayoutReversal, SurplusWork} from '../ports.ts';
import {getDistribution, openSurplusBook} from './open-surplus-book.ts';

/**
 * Pays a member some of their share of a surplus, or all of it, with a slip: in cash, by the bank,
 * or into their savings, which whoever has left has not.
 * @throws DomainError `surplus/…`, `savings/…`, `member/unknown`, and what posting refuses.
 */
export async function payOutShare(work: SurplusWork, wanted: NewPayout): Promise<SurplusPayout> {
	if ((wanted.way === 'savings') !== (wanted.product !== undefined)) {
		throw refuse('surplus/product-needed', {}, 'product');
	}
	const book = await openSurplusBook(work, wanted.book);
	await work.ledger.lockTip(book);
	const distribution = await getDistribution(work, book, wanted.distribution);
	await getMember(work, wanted.member);
	const share = await work.surplus.shareOf(book, distribution.id, wanted.member);
	decidePayout(wanted, distribution, share);
	const {member, amount, paidOn, way} = wanted;
	const payout: SurplusPayout = {
		...(await post(work, book, distribution, wanted)),
		id: work.newId() as SurplusPayoutId,
		distribution: distribution.id,
		member,
		amount,
		paidOn,
		way,
		recordedBy: work.actor.name,
		isReversed: false,
	};
	await work.surplus.insertPayout(book, payout);
	return payout;
}

type Posted = Pick<SurplusPayout, 'number' | 'entryNumber' | 'saving'>;

async function post(
	work: SurplusWork,
	book: Book,
	distribution: SurplusDistribution,
	{member, amount, paidOn, way, product}: NewPayout,
): Promise<Posted> {
	if (product !== undefined) {
		const deposit = {member, product, amount, effectiveOn: paidOn, method: 'surplus'} as const;
		const saving = await depositSaving(work, deposit);
		return {number: saving.number!, entryNumber: saving.entryNumber, saving: saving.id};
	}
	const number = await work.surplus.nextPayoutNumber(book);
	const payout = {member, amount, paidOn, way, number};
	const entry = await postEntry(work, draftPayout(book.code, distribution, payout));
	return {number, entryNumber: entry.number};
}

/**
 * Takes a payout back: the member has that of their share again. What went into savings is taken
 * out of them, as far as it is there.
 * @throws DomainError `surplus/unknown-payout`, `surplus/payout-reversed`, `savings/…`, and what
 * posting refuses.
 */
export async function reversePayout(
	work: SurplusWork,
	{book: code, payout: id, ...request}: PayoutReversal,
): Promise<SurplusPayout> {
	const book = await openSurplusBook(work, code);
	await work.ledger.lockTip(book);
	const payout = await work.surplus.findPayout(book, id);
	if (!payout) throw refuse('surplus/unknown-payout', {payout: id, book: code}, 'id');
	if (payout.isReversed) throw refuse('surplus/payout-reversed');
	if (payout.saving === undefined) {
		await reverseEntries(work, [{book: code, number: payout.entryNumber}], request);
	} else {
		await reverseSaving(work, {...request, saving: payout.saving});
	}
	return {...payout, isReversed: true};
}
