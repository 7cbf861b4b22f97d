import type {FundWriteOffId} from '../../kernel/ids.ts';
import {postEntries, reverseEntries} from '../../ledger/index.ts';
import {draftAbsolute, draftConditional} from '../entries.ts';
import {refuse} from '../errors.ts';
import {cityPolicyOn} from '../policy.ts';
import type {CityWork, NewWriteOff, NewWriteOffDecision, WriteOffReversal} from '../ports.ts';
import {
	type FundWriteOff,
	type WriteOffDecision,
	decideBounds,
	decideDecision,
	decideProposal,
} from '../write-off.ts';
import {type Parties, boundsOf, holdParties} from './parties.ts';

/** @throws DomainError `city/unknown-write-off`. */
export async function getFundWriteOff(work: CityWork, id: FundWriteOffId): Promise<FundWriteOff> {
	const found = await work.city.findWriteOff(id);
	if (!found) throw refuse('city/unknown-write-off', {writeOff: id}, 'writeOff');
	return found;
}

/**
 * Proposes to write off what a cooperative will not pay; nothing is booked before another confirms.
 * @throws DomainError `city/writes-off-more`, `city/not-provided-for`, `city/council-missing`, …
 */
export async function proposeFundWriteOff(
	work: CityWork,
	wanted: NewWriteOff,
): Promise<FundWriteOff> {
	const parties = await holdParties(work, wanted.allocation);
	const before = await work.city.writeOffsOf(wanted.allocation);
	const policy = cityPolicyOn(await work.city.policyVersions(), wanted.effectiveOn);
	decideProposal(wanted, before, policy, work.today());
	decideBounds(wanted, await boundsOf(work, parties));
	const writeOff: FundWriteOff = {
		...wanted,
		id: work.newId() as FundWriteOffId,
		number: await work.city.nextWriteOffNumber(parties.city),
		city: parties.city.code,
		cooperative: parties.cooperative.code,
		proposedBy: work.actor.name,
		recordedAt: work.now(),
	};
	await work.city.insertWriteOff(parties.city, parties.cooperative, writeOff);
	return writeOff;
}

async function holdWriteOff(
	work: CityWork,
	id: FundWriteOffId,
): Promise<{writeOff: FundWriteOff; parties: Parties}> {
	const {allocation} = await getFundWriteOff(work, id);
	const parties = await holdParties(work, allocation);
	// Nobody has decided on it meanwhile.
	return {writeOff: await getFundWriteOff(work, id), parties};
}

/**
 * Confirms a write-off, by another person than proposed it, and books it.
 * @throws DomainError `city/same-person`, `city/write-off-decided`, and what posting refuses.
 */
export async function confirmFundWriteOff(
	work: CityWork,
	{writeOff: id, reason}: NewWriteOffDecision,
): Promise<FundWriteOff> {
	const {writeOff, parties} = await holdWriteOff(work, id);
	decideDecision(writeOff, work.actor.name);
	decideBounds(writeOff, await boundsOf(work, parties));
	const {allocation: fund, amount, effectiveOn, decree: document} = writeOff;
	const {cooperative, city} = parties;
	const stated = {effectiveOn, document, reason: writeOff.reason};
	const drafts =
		writeOff.step === 'conditional'
			? [draftConditional(city.code, stated, {fund, counterparty: cooperative.code}, amount)]
			: draftAbsolute({city: city.code, cooperative: cooperative.code}, stated, fund, amount);
	const entries = await postEntries(work, drafts);
	const [first] = entries;
	return decide(work, parties, writeOff, {
		outcome: 'confirmed',
		reason,
		entryNumber: entries.at(-1)!.number,
		...(writeOff.step === 'absolute' ? {cooperativeEntry: first!.number} : {}),
	});
}

/** Rejects a write-off, by another person than proposed it; it stays on record. */
export async function rejectFundWriteOff(
	work: CityWork,
	{writeOff: id, reason}: NewWriteOffDecision,
): Promise<FundWriteOff> {
	const {writeOff, parties} = await holdWriteOff(work, id);
	decideDecision(writeOff, work.actor.name);
	return decide(work, parties, writeOff, {outcome: 'rejected', reason});
}

async function decide(
	work: CityWork,
	{city}: Parties,
	writeOff: FundWriteOff,
	decided: Pick<WriteOffDecision, 'outcome' | 'reason' | 'entryNumber' | 'cooperativeEntry'>,
): Promise<FundWriteOff> {
	const decision: WriteOffDecision = {
		...decided,
		decidedBy: work.actor.name,
		recordedAt: work.now(),
		isReversed: false,
	};
	await work.city.insertDecision(city, writeOff.id, decision);
	return {...writeOff, decision};
}

/**
 * Takes a write-off back, in every book in which it is.
 * @throws DomainError `city/write-off-not-confirmed`, and what posting refuses: what has come of it
 * since is taken back first.
 */
export async function reverseFundWriteOff(
	work: CityWork,
	{writeOff: id, ...request}: WriteOffReversal,
): Promise<FundWriteOff> {
	const {writeOff, parties} = await holdWriteOff(work, id);
	const {decision} = writeOff;
	if (decision?.entryNumber === undefined || decision.isReversed) {
		throw refuse('city/write-off-not-confirmed', {number: String(writeOff.number)});
	}
	await reverseEntries(
		work,
		[
			...(decision.cooperativeEntry === undefined
				? []
				: [{book: parties.cooperative.code, number: decision.cooperativeEntry}]),
			{book: parties.city.code, number: decision.entryNumber},
		],
		request,
	);
	return {...writeOff, decision: {...decision, isReversed: true}};
}
