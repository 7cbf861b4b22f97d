import type {LoanId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, isZero, toText} from '../kernel/money.ts';
import {refuse} from './errors.ts';
import type {Loan, LoanStatus} from './loan.ts';

export const collateralKinds = ['land', 'vehicle', 'gold', 'goods', 'deposit', 'other'] as const;
export type CollateralKind = (typeof collateralKinds)[number];

/** What somebody found a thing to be worth, on a day. */
export type Appraisal = {
	readonly appraisedOn: LocalDate;
	readonly value: Rupiah;
	readonly appraiser: string;
};

export type RecordedAppraisal = Appraisal & {
	readonly number: number;
	readonly recordedBy: string;
};

/** What is given to secure a loan. */
export type NewCollateral = {
	readonly loan: LoanId;
	readonly kind: CollateralKind;
	readonly description: string;
	readonly owner: string;
	/** The certificate, BPKB or receipt that is kept. */
	readonly document: string;
	/** Where it is kept. */
	readonly place: string;
	readonly takenOn: LocalDate;
	readonly appraisal: Appraisal;
};

export type Release = {
	readonly releasedOn: LocalDate;
	readonly handedTo: string;
	/** Why it is given back although the loan is not settled. */
	readonly earlyReason?: string;
	readonly releasedBy: string;
};

export type Collateral = Omit<NewCollateral, 'appraisal'> & {
	/** From 1, within the loan. */
	readonly number: number;
	readonly takenBy: string;
	/** By number. */
	readonly appraisals: readonly RecordedAppraisal[];
	readonly release?: Release;
};

/** What a thing was worth on a day: nothing where it was not held or not valued by then. */
export function valueOn(
	{takenOn, release, appraisals}: Pick<Collateral, 'takenOn' | 'release' | 'appraisals'>,
	day: LocalDate,
): Rupiah | undefined {
	if (takenOn > day || (release && release.releasedOn <= day)) return undefined;
	let last: RecordedAppraisal | undefined;
	for (const appraisal of appraisals) {
		const isLater = !last || appraisal.appraisedOn >= last.appraisedOn;
		if (appraisal.appraisedOn <= day && isLater) last = appraisal;
	}
	return last?.value;
}

const mayTake: readonly LoanStatus[] = ['applied', 'verified', 'approved', 'disbursed'];

/** @throws DomainError `lending/collateral-too-late`. */
export function decideTaking({number, status}: Pick<Loan, 'number' | 'status'>): void {
	if (mayTake.includes(status)) return;
	throw refuse('lending/collateral-too-late', {number: String(number), status});
}

/** @throws DomainError `lending/collateral-released`, `lending/before-collateral-taken`. */
export function requireHeld(
	{number, release, takenOn}: Pick<Collateral, 'number' | 'release' | 'takenOn'>,
	date: LocalDate,
	path: string,
): void {
	if (release) {
		const values = {collateral: String(number), date: release.releasedOn};
		throw refuse('lending/collateral-released', values);
	}
	if (date < takenOn) throw refuse('lending/before-collateral-taken', {date, takenOn}, path);
}

// Of a loan that never ran or is paid nothing is secured. One that was written off is owed still.
const isFree: readonly LoanStatus[] = ['settled', 'rejected', 'withdrawn', 'reversed'];

/**
 * Collateral is given back once nothing is owed, and before that only for a reason.
 * @throws DomainError `lending/collateral-not-free`.
 */
export function decideRelease(
	{number, status}: Pick<Loan, 'number' | 'status'>,
	owed: Rupiah,
	earlyReason: string | undefined,
): void {
	if (earlyReason !== undefined || isFree.includes(status)) return;
	if (status === 'disbursed' && isZero(owed)) return;
	throw refuse('lending/collateral-not-free', {
		number: String(number),
		status,
		owed: toText(owed),
	});
}
