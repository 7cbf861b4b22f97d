import type {z} from 'zod';
import type {BookCode} from '../../kernel/ids.ts';
import {isZero, subtract, toText} from '../../kernel/money.ts';
import type {RegionCode} from '../../kernel/region-code.ts';
import {
	type Axes,
	type FundHealth,
	type FundHealthRow,
	type ReportWork,
	type TrialBalance,
	mirrorDifference,
} from '../index.ts';
import {withMeta} from './meta.ts';
import type {
	fundHealthAnswer,
	healthRowAnswer,
	mirrorAnswer,
	sumsAnswer,
	trialBalanceAnswer,
} from './schemas.ts';

export const presentRow = (
	{sums, ratios, ...row}: FundHealthRow,
	seesCity: boolean,
): z.output<typeof healthRowAnswer> => {
	const {fundDebt: _, cityInvestment: __, claims, ...shown} = sums;
	const texts = Object.entries(shown).map(([name, amount]) => [name, toText(amount)]);
	const shares = Object.entries(ratios).map(([name, value]: [string, string | undefined]) => [
		name,
		value ?? null,
	]);
	return {
		...row,
		sums: {
			...(Object.fromEntries(texts) as z.output<typeof sumsAnswer>),
			claims: seesCity ? toText(claims) : null,
		},
		ratios: Object.fromEntries(shares) as z.output<typeof healthRowAnswer>['ratios'],
	};
};

const presentMirror = ({sums}: FundHealthRow): z.output<typeof mirrorAnswer> => {
	const difference = mirrorDifference(sums);
	return {
		cityInvestment: toText(sums.cityInvestment),
		owedByCooperatives: toText(subtract(sums.cityInvestment, difference)),
		difference: toText(difference),
		isBalanced: isZero(difference),
	};
};

/** The trial balance of a book. */
export const presentTrialBalance = async (
	work: ReportWork,
	book: BookCode,
	axes: Axes,
	{rows, totals}: TrialBalance,
): Promise<z.output<typeof trialBalanceAnswer>> =>
	withMeta(
		work,
		{report: 'trial-balance', book, axes},
		{
			rows: rows.map(({code, debit, credit, ...row}) => ({
				account: code,
				...row,
				debit: toText(debit),
				credit: toText(credit),
			})),
			totals: {debit: toText(totals.debit), credit: toText(totals.credit)},
		},
	);

/** The health of the fund in a region, or wherever the caller may see it. */
export async function presentFundHealth(
	work: ReportWork,
	region: RegionCode | undefined,
	axes: Axes,
	health: FundHealth,
): Promise<z.output<typeof fundHealthAnswer>> {
	const policies = health.programmes.map(({code, legalBasis, status, effectiveFrom}) => ({
		kind: 'programme',
		code,
		legalBasis,
		status,
		effectiveFrom,
	}));
	const seesCity = (await work.ledger.listBooks()).some(({kind}) => kind === 'city');
	const present = (row: FundHealthRow) => presentRow(row, seesCity);
	return withMeta(
		work,
		{report: 'fund-health', region, axes, policies},
		{
			rows: health.kelurahan.map(present),
			kecamatan: health.kecamatan.map(present),
			cities: health.cities.map(present),
			totals: present(health.total),
			mirror: seesCity ? presentMirror(health.total) : null,
		},
	);
}
