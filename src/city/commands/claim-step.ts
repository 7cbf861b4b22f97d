import type {Book} from '../../ledger/index.ts';
import type {ClaimEvent, FundClaim} from '../fund-claim.ts';
import type {CityWork, ClaimStep} from '../ports.ts';

type Step = ClaimStep &
	Pick<
		ClaimEvent,
		| 'kind'
		| 'basis'
		| 'amount'
		| 'receiptNumber'
		| 'ofSequence'
		| 'entryNumber'
		| 'cooperativeEntry'
	>;

/** Writes a step of a claim; the claim as it is after it. */
export async function recordStep(
	work: CityWork,
	city: Book,
	claim: FundClaim,
	{claim: _, ...step}: Step,
): Promise<FundClaim> {
	const event: ClaimEvent = {
		...step,
		sequence: claim.events.length + 1,
		actor: work.actor.name,
		recordedAt: work.now(),
	};
	await work.city.insertClaimEvent(city, claim.id, event);
	return {...claim, events: [...claim.events, event]};
}
