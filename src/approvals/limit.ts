import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, compare, min, toText} from '../kernel/money.ts';
import {refuse} from './errors.ts';
import {isEntryName, namesOf, writeNames} from './write.ts';

/** Up to which amount a holder gives a command, from a day on. */
export type LimitTerms = {
	/** `role:supervisor`, or `user:siti.rahma`. */
	readonly holder: string;
	/** The name of an entry's write, or {@link loanApproval}. */
	readonly write: string;
	readonly effectiveFrom: LocalDate;
	/** In rupiah; without one, no limit any more. */
	readonly amountMax?: Rupiah;
	readonly legalBasis: string;
	readonly status: 'in-force' | 'provisional';
};

export type AmountLimit = LimitTerms & {
	readonly version: number;
	readonly setBy: string;
	readonly recordedAt: Date;
};

/** A loan is approved without an entry: what counts is its principal. */
export const loanApproval = 'loan.approve';

/** What can be limited. */
export const limitedNames: readonly string[] = [
	loanApproval,
	...writeNames.filter((name) => isEntryName(name)),
];

/** The lowest of the limits on a write that have begun, of every holder that somebody is. */
export function limitOn(
	limits: readonly AmountLimit[],
	write: string,
	on: LocalDate,
): Rupiah | undefined {
	const names = write === loanApproval ? [write] : namesOf({name: write});
	const last = new Map<string, AmountLimit>();
	for (const limit of limits) {
		if (limit.effectiveFrom > on || !names.includes(limit.write)) continue;
		const key = `${limit.holder} ${limit.write}`;
		const other = last.get(key);
		if (!other || other.version < limit.version) last.set(key, limit);
	}
	const amounts = [...last.values()].flatMap(({amountMax}) => amountMax ?? []);
	return amounts.length === 0 ? undefined : amounts.reduce(min);
}

/** @throws DomainError `limit/exceeded`, which names both amounts. */
export function requireWithin(
	limits: readonly AmountLimit[],
	{write, amount, by}: {readonly write: string; readonly amount: Rupiah; readonly by: string},
	on: LocalDate,
): void {
	const limit = limitOn(limits, write, on);
	if (limit === undefined || compare(amount, limit) <= 0) return;
	const values = {person: by, write, limit: toText(limit), amount: toText(amount)};
	throw refuse('limit/exceeded', values);
}

/** Whether a version lets its holder do more than the one before. */
export const isHigher = (
	before: Pick<LimitTerms, 'amountMax'> | undefined,
	after: Pick<LimitTerms, 'amountMax'>,
): boolean =>
	before?.amountMax !== undefined &&
	(after.amountMax === undefined || compare(after.amountMax, before.amountMax) > 0);

/** The last version of what is limited for a holder. */
export const lastLimit = (
	versions: readonly AmountLimit[],
	{holder, write}: Pick<LimitTerms, 'holder' | 'write'>,
): AmountLimit | undefined =>
	versions
		.filter((limit) => limit.holder === holder && limit.write === write)
		.sort((a, b) => a.version - b.version)
		.at(-1);

/** @throws DomainError `approval/unknown-write`, `limit/past`. */
export function decideLimit(
	versions: readonly AmountLimit[],
	terms: LimitTerms,
	today: LocalDate,
): number {
	const {write, effectiveFrom} = terms;
	if (!limitedNames.includes(write)) {
		throw refuse('approval/unknown-write', {write, options: limitedNames.join(', ')}, 'write');
	}
	const last = lastLimit(versions, terms);
	const earliest = last && last.effectiveFrom > today ? last.effectiveFrom : today;
	if (effectiveFrom < earliest) {
		throw refuse('limit/past', {date: effectiveFrom, earliest}, 'effectiveFrom');
	}
	return (last?.version ?? 0) + 1;
}
