import {isOnePerson} from '../kernel/actor.ts';
import type {AllocationId, BookCode, FundWriteOffId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, compare, min, subtract, sum, toText} from '../kernel/money.ts';
import {refuse} from './errors.ts';
import type {CityPolicy} from './policy.ts';

/**
 * The two legal steps: off the books with the claim kept (penghapusan bersyarat), and the end of
 * the claim itself (penghapusan mutlak).
 */
export const writeOffSteps = ['conditional', 'absolute'] as const;
export type WriteOffStep = (typeof writeOffSteps)[number];

/** A proposal to write off, and what became of it. */
export type FundWriteOff = {
	readonly id: FundWriteOffId;
	/** Within the city, from 1. */
	readonly number: number;
	/** The city's book. */
	readonly city: BookCode;
	readonly cooperative: BookCode;
	readonly allocation: AllocationId;
	readonly step: WriteOffStep;
	readonly amount: Rupiah;
	readonly effectiveOn: LocalDate;
	/** The decree (surat keputusan) and its day. */
	readonly decree: string;
	readonly decreeOn: LocalDate;
	/** Of the council (DPRD), where the policy asks for one. */
	readonly councilDocument?: string;
	readonly reason: string;
	readonly proposedBy: string;
	readonly recordedAt: Date;
	readonly decision?: WriteOffDecision;
};

export type WriteOffDecision = {
	readonly outcome: 'confirmed' | 'rejected';
	readonly reason: string;
	readonly decidedBy: string;
	readonly recordedAt: Date;
	readonly entryNumber?: number;
	/** Of the cooperative's book, where the debt itself ended. */
	readonly cooperativeEntry?: number;
	readonly isReversed: boolean;
};

/** What may be written off: now, by the journals of both books. */
export type Bounds = {
	/** 1.2.1 of the allocation. */
	readonly investment: Rupiah;
	/** 1.2.2 of the allocation. */
	readonly provision: Rupiah;
	/** 9.1.1 of the allocation. */
	readonly writtenOff: Rupiah;
	/** 2.2.01 of the cooperative: what it owes and does not hold for the city. */
	readonly fundDebt: Rupiah;
};

type Wanted = Pick<FundWriteOff, 'step' | 'amount'>;

/**
 * What a cooperative has collected and not remitted is no bad debt: it is remitted, or claimed from
 * whoever took it. So no more is written off than it owes beside that.
 * @throws DomainError `city/writes-off-more`, `city/not-provided-for`.
 */
export function decideBounds({step, amount}: Wanted, bounds: Bounds): void {
	const {investment, provision, writtenOff, fundDebt} = bounds;
	const most =
		step === 'absolute'
			? min(writtenOff, fundDebt)
			: min(investment, subtract(fundDebt, writtenOff));
	if (compare(amount, most) > 0) {
		const values = {
			amount: toText(amount),
			most: toText(most),
			onBooks: toText(step === 'absolute' ? writtenOff : investment),
			fundDebt: toText(fundDebt),
		};
		throw refuse('city/writes-off-more', values, 'amount');
	}
	if (step === 'absolute' || compare(amount, provision) <= 0) return;
	const values = {amount: toText(amount), provision: toText(provision)};
	throw refuse('city/not-provided-for', values, 'amount');
}

/** Those of one step that were confirmed and not taken back. */
const standingOf = (writeOffs: readonly FundWriteOff[], step: WriteOffStep): FundWriteOff[] =>
	writeOffs.filter(
		(one) => one.step === step && one.decision?.outcome === 'confirmed' && !one.decision.isReversed,
	);

/**
 * What leaves the register leaves it when all of it was there, so that it is never below nothing on
 * a day that is reported.
 * @throws DomainError `city/before-write-off`.
 */
export function requireRegistered(
	writeOffs: readonly FundWriteOff[],
	day: LocalDate,
	path: string,
): void {
	const later = standingOf(writeOffs, 'conditional').find(({effectiveOn}) => effectiveOn > day);
	if (!later) return;
	const values = {date: day, effectiveOn: later.effectiveOn, number: String(later.number)};
	throw refuse('city/before-write-off', values, path);
}

/**
 * A write-off takes effect on or after its decree, not in the future, and above the policy's limit
 * with a document of the council; in parts as well as at once.
 * @throws DomainError `city/date-in-future`, `city/before-decree`, `city/council-missing`,
 * `city/write-off-open`, `city/before-write-off`.
 */
export function decideProposal(
	wanted: Wanted & Pick<FundWriteOff, 'effectiveOn' | 'decreeOn' | 'councilDocument'>,
	before: readonly FundWriteOff[],
	policy: CityPolicy,
	today: LocalDate,
): void {
	if (wanted.effectiveOn > today) {
		throw refuse('city/date-in-future', {date: wanted.effectiveOn, today}, 'effectiveOn');
	}
	if (wanted.effectiveOn < wanted.decreeOn) {
		const values = {date: wanted.effectiveOn, decreeOn: wanted.decreeOn};
		throw refuse('city/before-decree', values, 'effectiveOn');
	}
	const open = before.find(({decision}) => decision === undefined);
	if (open) throw refuse('city/write-off-open', {number: String(open.number)});
	if (wanted.step === 'absolute') requireRegistered(before, wanted.effectiveOn, 'effectiveOn');
	const standing = standingOf(before, wanted.step);
	const total = add(sum(standing.map(({amount}) => amount)), wanted.amount);
	if (wanted.councilDocument !== undefined || compare(total, policy.councilAbove) <= 0) return;
	const values = {
		total: toText(total),
		limit: toText(policy.councilAbove),
		version: String(policy.version),
	};
	throw refuse('city/council-missing', values, 'councilDocument');
}

/** Whoever proposes does not decide, and a decision is made once. */
export function decideDecision(writeOff: FundWriteOff, actor: string): void {
	if (writeOff.decision) {
		const values = {number: String(writeOff.number), outcome: writeOff.decision.outcome};
		throw refuse('city/write-off-decided', values);
	}
	if (isOnePerson(actor, writeOff.proposedBy)) throw refuse('city/same-person', {name: actor});
}
