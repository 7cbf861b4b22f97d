import {add, compare, toText} from '../../kernel/money.ts';
import {postEntries, reverseEntries} from '../../ledger/index.ts';
import {draftClaim} from '../entries.ts';
import {refuse} from '../errors.ts';
import {
	type FundClaim,
	decideCancellation,
	decideStatement,
	requireDay,
	requireState,
} from '../fund-claim.ts';
import type {CityWork, ClaimStep, NewStatement} from '../ports.ts';
import {requireRegistered} from '../write-off.ts';
import {recordStep} from './claim-step.ts';
import {boundsOf} from './parties.ts';
import {holdFundClaim} from './report-fund-claim.ts';

/**
 * States a claim by a letter of the person or a decree, with the instalments in which it is paid,
 * and books it: from here on a person owes the city what the cooperative did.
 * @throws DomainError `city/same-person`, `city/instalments-not-claim`, `city/claim-over-debt`, …,
 * and what posting refuses: no more is missing than the cash or the bank should hold.
 */
export async function stateFundClaim(work: CityWork, wanted: NewStatement): Promise<FundClaim> {
	const {basis, instalments: rows, ...step} = wanted;
	const {claim, parties} = await holdFundClaim(work, wanted.claim);
	const instalments = rows.map((row, index) => ({number: index + 1, ...row}));
	requireDay(claim, step.occurredOn, work.today(), 'occurredOn');
	decideStatement(claim, instalments, step.occurredOn, work.actor.name);
	const bounds = await boundsOf(work, parties);
	const debt = add(bounds.fundDebt, bounds.collected);
	if (compare(claim.amount, debt) > 0) {
		throw refuse('city/claim-over-debt', {amount: toText(claim.amount), debt: toText(debt)});
	}
	const {city, cooperative, allocation} = parties;
	if (compare(claim.amount, bounds.investment) > 0) {
		requireRegistered(await work.city.writeOffsOf(allocation.id), step.occurredOn, 'occurredOn');
	}
	const [cooperativeEntry, entry] = await postEntries(
		work,
		draftClaim(
			{city: city.code, cooperative: cooperative.code},
			{effectiveOn: step.occurredOn, document: step.document, reason: reasonOf(claim)},
			{...claim, fund: allocation.id},
			bounds,
		),
	);
	await work.city.insertInstalments(city, claim.id, instalments);
	return recordStep(
		work,
		city,
		{...claim, instalments},
		{
			kind: 'stated',
			...step,
			basis,
			amount: claim.amount,
			entryNumber: entry!.number,
			cooperativeEntry: cooperativeEntry!.number,
		},
	);
}

const reasonOf = ({number}: FundClaim): string => `Tuntutan ganti rugi nomor ${number}`;

/**
 * Hands a claim over to prosecution. It stays on the books, and may still be paid.
 * @throws DomainError `city/claim-state`.
 */
export async function prosecuteFundClaim(work: CityWork, wanted: ClaimStep): Promise<FundClaim> {
	const {claim, parties} = await holdFundClaim(work, wanted.claim);
	requireState(claim, 'stated');
	requireDay(claim, wanted.occurredOn, work.today(), 'occurredOn');
	return recordStep(work, parties.city, claim, {kind: 'prosecuted', ...wanted});
}

/**
 * Takes a claim back in both books: it was none. The cooperative owes again what it owed.
 * @throws DomainError `city/claim-has-payments`, `city/claim-state`, and what posting refuses.
 */
export async function cancelFundClaim(work: CityWork, wanted: ClaimStep): Promise<FundClaim> {
	const {claim, parties} = await holdFundClaim(work, wanted.claim);
	decideCancellation(claim);
	const stated = claim.events.find(({kind}) => kind === 'stated')!;
	const [, entry] = await reverseEntries(
		work,
		[
			{book: parties.cooperative.code, number: stated.cooperativeEntry!},
			{book: parties.city.code, number: stated.entryNumber!},
		],
		{...wanted, effectiveOn: wanted.occurredOn},
	);
	return recordStep(work, parties.city, claim, {
		kind: 'cancelled',
		...wanted,
		amount: claim.amount,
		entryNumber: entry!.number,
	});
}
