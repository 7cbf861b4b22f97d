import {isOnePerson} from '../../kernel/actor.ts';
import type {FundClaimId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import {type FundClaim, requireDay, requireState} from '../fund-claim.ts';
import type {CityWork, ClaimStep, NewClaim} from '../ports.ts';
import {recordStep} from './claim-step.ts';
import {type Parties, holdParties} from './parties.ts';

/** @throws DomainError `city/unknown-claim`. */
export async function getFundClaim(work: CityWork, id: FundClaimId): Promise<FundClaim> {
	const claim = await work.city.findClaim(id);
	if (!claim) throw refuse('city/unknown-claim', {claim: id}, 'claim');
	return claim;
}

/** A claim with both books, held from here on. */
export async function holdFundClaim(
	work: CityWork,
	id: FundClaimId,
): Promise<{claim: FundClaim; parties: Parties}> {
	const {allocation} = await getFundClaim(work, id);
	const parties = await holdParties(work, allocation);
	return {claim: await getFundClaim(work, id), parties};
}

/**
 * Reports a loss by somebody who runs the cooperative. Nothing is booked before it is stated.
 * @throws DomainError `city/unknown-pengurus`, `city/date-in-future`.
 */
export async function reportFundClaim(work: CityWork, wanted: NewClaim): Promise<FundClaim> {
	const {cooperative, city} = await holdParties(work, wanted.allocation);
	const {foundOn, pengurus} = wanted;
	requireDay(wanted, foundOn, work.today(), 'foundOn');
	const person = await work.cooperatives.findPengurus(pengurus);
	if (person?.book !== cooperative.code || person.since > foundOn) {
		const values = {pengurus, cooperative: cooperative.code, foundOn};
		throw refuse('city/unknown-pengurus', values, 'pengurus');
	}
	const claim: FundClaim = {
		...wanted,
		id: work.newId() as FundClaimId,
		number: await work.city.nextClaimNumber(city),
		city: city.code,
		cooperative: cooperative.code,
		reportedBy: work.actor.name,
		recordedAt: work.now(),
		instalments: [],
		events: [],
	};
	await work.city.insertClaim(city, cooperative, claim);
	return claim;
}

/**
 * Ends a claim that was reported and not stated: there was no loss. By another person.
 * @throws DomainError `city/claim-state`, `city/same-person`.
 */
export async function dropFundClaim(work: CityWork, wanted: ClaimStep): Promise<FundClaim> {
	const {claim, parties} = await holdFundClaim(work, wanted.claim);
	requireState(claim, 'reported');
	if (isOnePerson(work.actor.name, claim.reportedBy)) {
		throw refuse('city/same-person', {name: work.actor.name});
	}
	requireDay(claim, wanted.occurredOn, work.today(), 'occurredOn');
	return recordStep(work, parties.city, claim, {kind: 'dropped', ...wanted});
}
