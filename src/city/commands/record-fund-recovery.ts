import {
	type Remittance,
	cityAccounts,
	collectedNotRemitted,
	decideRemittance,
	getAllocation,
	openBothBooks,
} from '../../fund/index.ts';
import type {RemittanceId} from '../../kernel/ids.ts';
import {compare, toText, zero} from '../../kernel/money.ts';
import {debit, postEntries} from '../../ledger/index.ts';
import {draftRecovery} from '../entries.ts';
import {refuse} from '../errors.ts';
import type {CityWork, NewRecovery} from '../ports.ts';
import {requireRegistered} from '../write-off.ts';

/**
 * Records a remittance of what was written off conditionally: to the cooperative a remittance like
 * any other, to the city income and less in the register.
 * @throws DomainError `fund/remits-more-than-collected`, `city/recovers-more`,
 * `city/before-write-off`, and what posting refuses.
 */
export async function recordFundRecovery(work: CityWork, wanted: NewRecovery): Promise<Remittance> {
	const allocation = await getAllocation(work, wanted.allocation);
	const {book, city} = await openBothBooks(work, allocation);
	await work.ledger.lockTip(book);
	await work.ledger.lockTip(city);
	decideRemittance(wanted.amount, await collectedNotRemitted(work, book, allocation));
	const line = debit(cityAccounts.writtenOff, zero, {fund: allocation.id});
	const balances = await work.ledger.floorBalances(city, [line]);
	const held = balances.get(`${cityAccounts.writtenOff}/${allocation.id}`) ?? zero;
	if (compare(wanted.amount, held) > 0) {
		const values = {amount: toText(wanted.amount), held: toText(held)};
		throw refuse('city/recovers-more', values, 'amount');
	}
	const writeOffs = await work.city.writeOffsOf(allocation.id);
	requireRegistered(writeOffs, wanted.remittedOn, 'remittedOn');
	const stated = {
		effectiveOn: wanted.remittedOn,
		document: wanted.document,
		reason: `Pemulihan dana bergulir ${allocation.agreementNumber}`,
	};
	const [entry, cityEntry] = await postEntries(
		work,
		draftRecovery({city: city.code, cooperative: book.code}, stated, allocation.id, wanted),
	);
	const remittance: Remittance = {
		id: work.newId() as RemittanceId,
		allocationId: allocation.id,
		number: (await work.fund.remittances(allocation)).length + 1,
		document: wanted.document,
		remittedOn: wanted.remittedOn,
		amount: wanted.amount,
		entryNumber: entry!.number,
		cityEntryNumber: cityEntry!.number,
		isReversed: false,
	};
	await work.fund.insertRemittance(book, city, remittance);
	return remittance;
}
