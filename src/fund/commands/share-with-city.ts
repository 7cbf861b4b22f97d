import type {CitySharePaymentId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type Rupiah, isZero, sum, toText} from '../../kernel/money.ts';
import {type Book, findPapers, postEntries} from '../../ledger/index.ts';
import type {Allocation} from '../allocation.ts';
import {
	type CityShare,
	type CitySharePayment,
	decideSharePayment,
	shareDifference,
} from '../city-share.ts';
import {draftCityShare, draftSharePayment} from '../entries.ts';
import {refuse} from '../errors.ts';
import type {FundWork, NewSharePayment} from '../ports.ts';
import type {Programme} from '../programme.ts';
import {readStanding} from '../queries/read-standing.ts';
import {getAllocation} from './allocate-to-kelurahan.ts';
import {openBothBooks} from './open-both-books.ts';

/**
 * Books what of a fund's income up to a day is the city's, by the difference to what was booked
 * before, in both books at once.
 * @throws DomainError `fund/nothing-to-accrue`, and what posting refuses.
 */
export async function accrueCityShare(
	work: FundWork,
	wanted: {readonly allocation: Allocation['id']; readonly accruedOn: LocalDate},
): Promise<CityShare> {
	const allocation = await getAllocation(work, wanted.allocation);
	const {book, city, programme} = await openBothBooks(work, allocation);
	await work.ledger.lockTip(book);
	const parties = {book, city, programme, allocation};
	const {share, booked} = await accrue(work, parties, wanted.accruedOn);
	if (share) return share;
	const values = {date: wanted.accruedOn, booked: toText(booked)};
	throw refuse('fund/nothing-to-accrue', values, 'accruedOn');
}

/**
 * Records a payment of the city's share. What was earned up to that day is booked first, so that a
 * cooperative can pay all of it at once.
 * @throws DomainError `fund/share-over-owed`, and what posting refuses.
 */
export async function payCityShare(
	work: FundWork,
	wanted: NewSharePayment,
): Promise<CitySharePayment> {
	const allocation = await getAllocation(work, wanted.allocation);
	const {book, city, programme} = await openBothBooks(work, allocation);
	await work.ledger.lockTip(book);
	await accrue(work, {book, city, programme, allocation}, wanted.paidOn);
	const {shareOwed} = await readStanding(work, book, allocation, work.today());
	decideSharePayment(wanted.amount, shareOwed);
	const papers = await findPapers(work, allocation.book, wanted.attachments);
	const move = {...wanted, papers, on: wanted.paidOn};
	const drafts = draftSharePayment({allocation, programme}, move, wanted.method);
	const [entry, cityEntry] = await postEntries(work, drafts);
	const payment: CitySharePayment = {
		id: work.newId() as CitySharePaymentId,
		allocationId: allocation.id,
		number: (await work.fund.sharePayments(allocation)).length + 1,
		document: wanted.document,
		paidOn: wanted.paidOn,
		amount: wanted.amount,
		entryNumber: entry!.number,
		cityEntryNumber: cityEntry!.number,
		isReversed: false,
	};
	await work.fund.insertSharePayment(book, city, payment);
	return payment;
}

type Sides = {
	readonly book: Book;
	readonly city: Book;
	readonly programme: Programme;
	readonly allocation: Allocation;
};

async function accrue(
	work: FundWork,
	{book, city, programme, allocation}: Sides,
	accruedOn: LocalDate,
): Promise<{share?: CityShare; booked: Rupiah}> {
	const before = await work.fund.shares(allocation);
	const booked = sum(before.map(({amount}) => amount));
	const {earned} = await readStanding(work, book, allocation, accruedOn);
	const amount = shareDifference(earned, programme.cityShare, booked);
	// What was booked for a later day has counted this one.
	const last = before.at(-1);
	if (isZero(amount) || (last && last.accruedOn > accruedOn)) return {booked};
	const number = before.length + 1;
	const document = `JDB-${number}`;
	const drafts = draftCityShare({allocation, programme}, {on: accruedOn, document, amount});
	const [entry, cityEntry] = await postEntries(work, drafts);
	const share: CityShare = {
		allocationId: allocation.id,
		number,
		accruedOn,
		earned,
		rate: programme.cityShare,
		amount,
		entryNumber: entry!.number,
		cityEntryNumber: cityEntry!.number,
	};
	await work.fund.insertShare(book, city, share);
	return {share, booked};
}
