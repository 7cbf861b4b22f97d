import type {LoanId} from '../../kernel/ids.ts';
import {add, toText} from '../../kernel/money.ts';
import {
	type Appraisal,
	type Collateral,
	type NewCollateral,
	type Release,
	decideRelease,
	decideTaking,
	requireHeld,
} from '../collateral.ts';
import {requireHappened} from '../late-payer.ts';
import {refuse} from '../errors.ts';
import type {LendingWork} from '../ports.ts';
import {holdLoan} from './hold-loan.ts';
import {recordEvent} from './record-event.ts';

/** Which collateral of which loan. */
export type CollateralReference = {readonly loan: LoanId; readonly collateral: number};

/**
 * Takes something that secures a loan, with what it is worth.
 * @throws DomainError `lending/collateral-too-late`, `lending/collateral-pledged`, …
 */
export async function takeCollateral(
	work: LendingWork,
	{appraisal, ...wanted}: NewCollateral,
): Promise<Collateral> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	decideTaking(loan);
	requireHappened(wanted.takenOn, work.today(), 'takenOn');
	requireHappened(appraisal.appraisedOn, work.today(), 'appraisal.appraisedOn');
	const {document} = wanted;
	if (await work.collateral.isPledged(book, document)) {
		throw refuse('lending/collateral-pledged', {document}, 'document');
	}
	const earlier = await work.collateral.collateralOfLoan(book, loan.id);
	const recordedBy = work.actor.name;
	const collateral = {
		...wanted,
		number: earlier.length + 1,
		takenBy: recordedBy,
		appraisals: [{...appraisal, number: 1, recordedBy}],
	};
	await work.collateral.insertCollateral(book, collateral, work.now());
	await recordEvent(work, book, loan.id, {
		kind: 'collateral-taken',
		occurredOn: wanted.takenOn,
		document,
		detail: {collateral: String(collateral.number), value: toText(appraisal.value)},
	});
	return collateral;
}

/**
 * Records what a thing is worth on a later day; what it was worth before stays.
 * @throws DomainError `lending/unknown-collateral`, `lending/collateral-released`, …
 */
export async function revalueCollateral(
	work: LendingWork,
	wanted: CollateralReference & {readonly appraisal: Appraisal},
): Promise<Collateral> {
	const {loan, book, collateral} = await holdCollateral(work, wanted);
	const {appraisedOn, value} = wanted.appraisal;
	requireHeld(collateral, appraisedOn, 'appraisedOn');
	requireHappened(appraisedOn, work.today(), 'appraisedOn');
	const appraisal = {
		...wanted.appraisal,
		number: collateral.appraisals.length + 1,
		recordedBy: work.actor.name,
	};
	await work.collateral.insertAppraisal(book, collateral, appraisal, work.now());
	await recordEvent(work, book, loan.id, {
		kind: 'collateral-revalued',
		occurredOn: appraisedOn,
		detail: {collateral: String(collateral.number), value: toText(value)},
	});
	return {...collateral, appraisals: [...collateral.appraisals, appraisal]};
}

/**
 * Gives something back: of a settled loan, or for a reason.
 * @throws DomainError `lending/collateral-not-free`, `lending/collateral-released`, …
 */
export async function releaseCollateral(
	work: LendingWork,
	wanted: CollateralReference & Omit<Release, 'releasedBy'>,
): Promise<Collateral> {
	const {loan, book, collateral} = await holdCollateral(work, wanted);
	const {releasedOn, handedTo, earlyReason} = wanted;
	requireHeld(collateral, releasedOn, 'releasedOn');
	requireHappened(releasedOn, work.today(), 'releasedOn');
	const {principal, margin} = await work.lending.owed(book, loan);
	decideRelease(loan, add(principal, margin), earlyReason);
	const release = {
		releasedOn,
		handedTo,
		...(earlyReason === undefined ? {} : {earlyReason}),
		releasedBy: work.actor.name,
	};
	await work.collateral.insertRelease(book, collateral, release, work.now());
	await recordEvent(work, book, loan.id, {
		kind: 'collateral-released',
		occurredOn: releasedOn,
		...(earlyReason === undefined ? {} : {reason: earlyReason}),
		detail: {collateral: String(collateral.number), handedTo},
	});
	return {...collateral, release};
}

async function holdCollateral(work: LendingWork, wanted: CollateralReference) {
	const {loan, book} = await holdLoan(work, wanted.loan);
	const all = await work.collateral.collateralOfLoan(book, loan.id);
	const collateral = all.find(({number}) => number === wanted.collateral);
	if (collateral) return {loan, book, collateral};
	const values = {number: String(loan.number), collateral: String(wanted.collateral)};
	throw refuse('lending/unknown-collateral', values, 'number');
}
