import type {AllocationId} from '../kernel/ids.ts';
import {type Rupiah, add, ratioText, sum, zero} from '../kernel/money.ts';
import type {FundName} from './member-loan.ts';

/**
 * The buckets of lateness in days past due; the last has no end. CGAP and MIX report 1-30, 31-60,
 * 61-90, 91-180 and beyond.
 */
export const buckets = [
	{code: '0', from: 0, to: 0},
	{code: '1_30', from: 1, to: 30},
	{code: '31_60', from: 31, to: 60},
	{code: '61_90', from: 61, to: 90},
	{code: '91_180', from: 91, to: 180},
	{code: '181', from: 181, to: undefined},
] as const;

/** The loans of a fund in one bucket, added up; the bucket by its place in {@link buckets}. */
export type BucketSum = {
	readonly fund: AllocationId;
	readonly bucket: number;
	readonly loans: number;
	/** Whole principal outstanding, not only what is late of it. */
	readonly balance: Rupiah;
	/** What fell due and is not paid, principal and margin. */
	readonly late: Rupiah;
	/** Of the balance, loans on a schedule that was agreed anew. */
	readonly restructured: Rupiah;
};

export type AgeingCell = Pick<BucketSum, 'loans' | 'balance' | 'late'>;

export type AgeingRow = {
	/** One for each of {@link buckets}. */
	readonly cells: readonly AgeingCell[];
	readonly loans: number;
	/** Principal outstanding: what the ratios are of. */
	readonly balance: Rupiah;
	readonly late: Rupiah;
	/** Balance of loans late by at least 1, and by more than 30, 60, 90 days. */
	readonly atRisk: readonly Rupiah[];
	/** The same as parts of all principal outstanding, four decimals. */
	readonly par: readonly (string | undefined)[];
	readonly restructured: Rupiah;
	/** As if every loan on a schedule agreed anew were more than 30 days late (CGAP). */
	readonly par30Restructured: string | undefined;
	/** Left the portfolio in the twelve months up to the day: shown, so that it hides nothing. */
	readonly writtenOff: Rupiah;
};

export type AgeingPlace = {
	readonly book: string | undefined;
	readonly fund: string | undefined;
	readonly agreement: string | undefined;
	readonly kelurahan: string;
	readonly kelurahanName: string;
};

export type Ageing = {
	readonly rows: readonly (AgeingPlace & AgeingRow)[];
	readonly total: AgeingRow;
};

const decimals = 4;
// From which bucket on a loan is at risk of PAR1, PAR30, PAR60, PAR90.
const firstAtRisk = [1, 2, 3, 4];
const firstBeyond30 = 2;

/** Ageing per fund, or per kelurahan where several funds are of one; and of all. */
export function buildAgeing(
	sums: readonly BucketSum[],
	funds: readonly FundName[],
	writtenOff: ReadonlyMap<AllocationId, Rupiah>,
	by: 'fund' | 'kelurahan',
): Ageing {
	const names = new Map(funds.map((fund) => [fund.fund, fund]));
	const has = new Set([...sums.map(({fund}) => fund), ...writtenOff.keys()]);
	const groups = new Map<string, {place: AgeingPlace; members: Set<AllocationId>}>();
	for (const fund of funds.filter((one) => has.has(one.fund))) {
		const key = by === 'fund' ? fund.fund : fund.kelurahan;
		const place = by === 'fund' ? fund : ofKelurahan(fund);
		const group = groups.get(key) ?? {place, members: new Set()};
		group.members.add(fund.fund);
		groups.set(key, group);
	}
	const rowOf = (isIn: (fund: AllocationId) => boolean): AgeingRow =>
		buildRow(
			sums.filter(({fund}) => isIn(fund)),
			sum([...writtenOff].filter(([fund]) => isIn(fund)).map(([, amount]) => amount)),
		);
	return {
		rows: [...groups.values()].map(({place, members}) => ({
			...place,
			...rowOf((fund) => members.has(fund)),
		})),
		total: rowOf((fund) => names.has(fund)),
	};
}

const ofKelurahan = ({kelurahan, kelurahanName}: FundName): AgeingPlace => ({
	book: undefined,
	fund: undefined,
	agreement: undefined,
	kelurahan,
	kelurahanName,
});

function buildRow(sums: readonly BucketSum[], writtenOff: Rupiah): AgeingRow {
	const cells = buckets.map((_, place) => addUp(sums.filter(({bucket}) => bucket === place)));
	const all = addUp(sums);
	const restructured = sum(sums.map((one) => one.restructured));
	const from = (first: number): Rupiah => sum(cells.slice(first).map(({balance}) => balance));
	const atRisk = firstAtRisk.map(from);
	// A loan that is both late and restructured counts once.
	const eased = sums.filter(({bucket}) => bucket < firstBeyond30);
	const risky = add(from(firstBeyond30), sum(eased.map((one) => one.restructured)));
	return {
		cells,
		...all,
		atRisk,
		par: atRisk.map((part) => ratioText(part, all.balance, decimals)),
		restructured,
		par30Restructured: ratioText(risky, all.balance, decimals),
		writtenOff,
	};
}

const addUp = (sums: readonly BucketSum[]): AgeingCell =>
	sums.reduce<AgeingCell>(
		(before, one) => ({
			loans: before.loans + one.loans,
			balance: add(before.balance, one.balance),
			late: add(before.late, one.late),
		}),
		{loans: 0, balance: zero, late: zero},
	);
