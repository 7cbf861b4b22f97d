import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, zero} from '../kernel/money.ts';
import {type ApprovalPolicy, type ApprovalTerms, policiesOn, policyNaming} from './policy.ts';
import type {Write} from './write.ts';

/** How many writes there were, and of how many a second person was needed, or would be. */
export type EffectCount = {
	readonly writes: number;
	/** By the policies as they stand. */
	readonly heldNow: number;
	/** With the terms in the place of the policy of their write. */
	readonly heldThen: number;
	/** What those that would be held move, in rupiah; zero for what is no entry. */
	readonly amountThen: Rupiah;
};

/** What terms would have done with the writes of a time. */
export type PolicyEffect = {
	readonly total: EffectCount;
	readonly names: readonly (EffectCount & {readonly name: string})[];
	/** By book; what belongs to none is left out. */
	readonly books: readonly (EffectCount & {readonly book: string})[];
	/** The day on which most would be held, and how many: what a second person has to look at. */
	readonly busiest?: {readonly on: LocalDate; readonly heldThen: number};
};

/** A write of the past, and on which day it was recorded. */
export type PastWrite = Omit<Write, 'lines' | 'subject'> & {readonly recordedOn: LocalDate};

const nothing: EffectCount = {writes: 0, heldNow: 0, heldThen: 0, amountThen: zero};

/**
 * Adds up what terms would have done with writes, as they are met: each is judged as when it is
 * written, by all policies that hold on the first day of the terms.
 */
export function createEffect(versions: readonly ApprovalPolicy[], terms: ApprovalTerms) {
	const now = policiesOn(versions, terms.effectiveFrom);
	const then: readonly ApprovalTerms[] = [...now.filter(({write}) => write !== terms.write), terms];
	let total = nothing;
	const names = new Map<string, EffectCount>();
	const books = new Map<string, EffectCount>();
	const days = new Map<LocalDate, number>();
	return {
		add: ({recordedOn, ...past}: PastWrite): void => {
			const write: Write = {...past, subject: '', lines: []};
			const isHeldNow = policyNaming(now, write) !== undefined;
			const isHeldThen = policyNaming(then, write) !== undefined;
			const counted = (before: EffectCount = nothing): EffectCount => ({
				writes: before.writes + 1,
				heldNow: before.heldNow + (isHeldNow ? 1 : 0),
				heldThen: before.heldThen + (isHeldThen ? 1 : 0),
				amountThen: isHeldThen ? add(before.amountThen, write.amount ?? zero) : before.amountThen,
			});
			total = counted(total);
			names.set(write.name, counted(names.get(write.name)));
			if (write.book !== undefined) books.set(write.book, counted(books.get(write.book)));
			if (isHeldThen) days.set(recordedOn, (days.get(recordedOn) ?? 0) + 1);
		},
		made: (): PolicyEffect => {
			const [busiest] = [...days].sort(
				([a, many], [b, others]) => others - many || (a < b ? -1 : 1),
			);
			return {
				total,
				names: sorted(names).map(([name, count]) => ({name, ...count})),
				books: sorted(books).map(([book, count]) => ({book, ...count})),
				...(busiest === undefined ? {} : {busiest: {on: busiest[0], heldThen: busiest[1]}}),
			};
		},
	};
}

/** What is held most comes first. */
const sorted = (counts: ReadonlyMap<string, EffectCount>): [string, EffectCount][] =>
	[...counts].sort(
		([a, one], [b, other]) =>
			other.heldThen - one.heldThen || other.writes - one.writes || (a < b ? -1 : 1),
	);
