import {postEntries} from '../../ledger/index.ts';
import {type FundAmount, buildChanges} from '../../provisioning/index.ts';
import {draftCurrentPortion} from '../entries.ts';
import {refuse} from '../errors.ts';
import type {CityWork, CurrentPortion, NewCurrentPortion} from '../ports.ts';
import {currentPortionOn, holdingsByFund, invested, nothingHeld} from '../standing.ts';
import {getCity} from './parties.ts';

/**
 * Books what of each allocation falls due within a year of a balance date, with the mirror on the
 * next day; run again for the same day it books only what has become different since.
 * @throws DomainError `city/balance-date-not-past`, and what posting refuses.
 */
export async function bookCurrentPortion(
	work: CityWork,
	{book, balanceDate}: NewCurrentPortion,
): Promise<CurrentPortion[]> {
	const city = await getCity(work, book);
	const today = work.today();
	if (balanceDate >= today) {
		throw refuse('city/balance-date-not-past', {date: balanceDate, today}, 'balanceDate');
	}
	// Every tranche and remittance passes through this book, so what is read stands from here on.
	await work.ledger.lockTip(city);
	const held = holdingsByFund(await work.ledger.turnovers(city, {asOf: balanceDate}));
	const allocations = await work.city.fundedAllocations(city, {asOf: balanceDate});
	const required: FundAmount[] = allocations.map((one) => ({
		fund: one.id,
		amount: currentPortionOn(one, invested(held.get(one.id) ?? nothingHeld), balanceDate),
	}));
	const booked = [...held].map(([fund, {currentPortion: amount}]) => ({fund, amount}));
	const changes = buildChanges(required, booked);
	const counterparties = new Map<string, string>(allocations.map(({id, book: of}) => [id, of]));
	const pairs = changes.map(({fund = '', amount}) => {
		const counterparty = counterparties.get(fund);
		const about = {fund, ...(counterparty === undefined ? {} : {counterparty})};
		return draftCurrentPortion(city.code, balanceDate, about, amount);
	});
	const entries = await postEntries(
		work,
		pairs.flatMap(({drafts}) => drafts),
	);
	const last = (await work.city.lastCurrentPortion(city))?.number ?? 0;
	const records = changes.map(({fund = ''}, index): CurrentPortion => {
		const {closingIndex} = pairs[index]!;
		return {
			number: last + index + 1,
			balanceDate,
			fund,
			bookedBefore: (held.get(fund) ?? nothingHeld).currentPortion,
			required: required.find((one) => one.fund === fund)?.amount ?? nothingHeld.currentPortion,
			entryNumber: entries[index * 2 + closingIndex]!.number,
			mirrorEntry: entries[index * 2 + 1 - closingIndex]!.number,
			bookedBy: work.actor.name,
			recordedAt: work.now(),
		};
	});
	for (const record of records) await work.city.insertCurrentPortion(city, record);
	return records;
}
