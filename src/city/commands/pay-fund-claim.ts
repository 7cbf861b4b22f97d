import {postEntry, reverseEntries} from '../../ledger/index.ts';
import {draftClaimPayment} from '../entries.ts';
import {type FundClaim, decideClaimPayment, getStandingPayment, requireDay} from '../fund-claim.ts';
import type {CityWork, ClaimPaymentReversal, NewClaimPayment} from '../ports.ts';
import {recordStep} from './claim-step.ts';
import {holdFundClaim} from './report-fund-claim.ts';

/**
 * Takes a payment of a claim, with a numbered receipt. The last of it settles the claim.
 * @throws DomainError `city/claim-overpaid`, `city/claim-state`, and what posting refuses.
 */
export async function payFundClaim(work: CityWork, wanted: NewClaimPayment): Promise<FundClaim> {
	const {claim, parties} = await holdFundClaim(work, wanted.claim);
	const {amount, occurredOn} = wanted;
	requireDay(claim, occurredOn, work.today(), 'occurredOn');
	decideClaimPayment(claim, amount);
	const receiptNumber = await work.city.nextClaimReceipt(parties.city);
	const entry = await postEntry(
		work,
		draftClaimPayment(
			parties.city.code,
			{
				effectiveOn: occurredOn,
				document: `KW-TGR-${receiptNumber}`,
				reason: `Angsuran tuntutan ganti rugi nomor ${claim.number}`,
			},
			{id: claim.id, fund: claim.allocation},
			amount,
		),
	);
	return recordStep(work, parties.city, claim, {
		kind: 'paid',
		...wanted,
		receiptNumber,
		entryNumber: entry.number,
	});
}

/**
 * Takes a payment back; the claim is owed again by that much.
 * @throws DomainError `city/unknown-payment`, and what posting refuses.
 */
export async function reverseClaimPayment(
	work: CityWork,
	{receiptNumber, ...step}: ClaimPaymentReversal,
): Promise<FundClaim> {
	const {claim, parties} = await holdFundClaim(work, step.claim);
	const payment = getStandingPayment(claim, receiptNumber);
	const [entry] = await reverseEntries(
		work,
		[{book: parties.city.code, number: payment.entryNumber!}],
		{...step, effectiveOn: step.occurredOn},
	);
	return recordStep(work, parties.city, claim, {
		kind: 'payment-reversed',
		...step,
		amount: payment.amount!,
		ofSequence: payment.sequence,
		entryNumber: entry!.number,
	});
}
