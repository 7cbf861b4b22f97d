import type {z} from 'zod';
import {isZero, subtract, toText} from '../../kernel/money.ts';
import {
	type Axes,
	type FundHealth,
	type FundHealthRow,
	type ReportWork,
	type TrialBalance,
	mirrorDifference,
} from '../index.ts';
import type {
	fundHealthAnswer,
	healthRowAnswer,
	metaAnswer,
	mirrorAnswer,
	sumsAnswer,
	trialBalanceAnswer,
} from './schemas.ts';

/** What every report states of itself. */
export const presentMeta = (
	work: ReportWork,
	report: string,
	{asOf, knownAt}: Axes,
	policies: z.output<typeof metaAnswer>['policies'] = [],
): z.output<typeof metaAnswer> => ({
	report,
	asOf,
	knownAt: knownAt?.toISOString() ?? null,
	generatedAt: work.now().toISOString(),
	askedBy: work.actor.name,
	policies,
});

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

/** The trial balance as every format shows it. */
export const presentTrialBalance = (
	work: ReportWork,
	axes: Axes,
	{rows, totals}: TrialBalance,
): z.output<typeof trialBalanceAnswer> => ({
	meta: presentMeta(work, 'trial-balance', axes),
	rows: rows.map(({code, debit, credit, ...row}) => ({
		account: code,
		...row,
		debit: toText(debit),
		credit: toText(credit),
	})),
	totals: {debit: toText(totals.debit), credit: toText(totals.credit)},
});

/** Fund health as every format shows it. */
export async function presentFundHealth(
	work: ReportWork,
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
	return {
		meta: presentMeta(work, 'fund-health', axes, policies),
		rows: health.kelurahan.map(present),
		kecamatan: health.kecamatan.map(present),
		cities: health.cities.map(present),
		totals: present(health.total),
		mirror: seesCity ? presentMirror(health.total) : null,
	};
}
