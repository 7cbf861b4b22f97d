import type {z} from 'zod';
import {isZero, subtract, toText} from '../../kernel/money.ts';
import type {RegionCode} from '../../kernel/region-code.ts';
import {writeCursor} from '../../http/cursor.ts';
import {
	type Axes,
	type FundHealth,
	type FundHealthRow,
	type ReportWork,
	type Valuation,
	mirrorDifference,
} from '../index.ts';
import type {
	fundHealthAnswer,
	healthRowAnswer,
	mirrorAnswer,
	sumsAnswer,
} from './fund-health-contract.ts';
import {fundLinksOf} from './fund-links.ts';
import {type PolicyMeta, withMeta} from './meta.ts';

type RowAnswer = z.output<typeof healthRowAnswer>;

/** A row; of claims on persons only who may see the city's book is told. */
export const presentRow = (row: FundHealthRow, seesCity: boolean): RowAnswer => {
	const {fundDebt: _, cityInvestment: __, claims, ...shown} = row.sums;
	const texts = Object.entries(shown).map(([name, amount]) => [name, toText(amount)]);
	const shares = Object.entries(row.ratios).map(([name, value]: [string, string | undefined]) => [
		name,
		value ?? null,
	]);
	const {operations, graded} = row;
	return {
		region: row.region ?? '',
		name: row.name,
		level: row.level,
		sums: {
			...(Object.fromEntries(texts) as z.output<typeof sumsAnswer>),
			claims: seesCity ? toText(claims) : null,
		},
		activeLoans: row.activeLoans,
		borrowers: row.borrowers,
		womenBorrowers: row.womenBorrowers,
		notRemittedDays: row.notRemittedDays,
		operations: operations
			? {income: toText(operations.income), expenses: toText(operations.expenses)}
			: null,
		ratios: Object.fromEntries(shares) as RowAnswer['ratios'],
		valuations: row.valuations.map((one) => presentValuation(one, seesCity)),
		graded: graded
			? {grade: graded.grade, reasons: graded.reasons.map((reason) => ({...reason}))}
			: null,
	};
};

const presentValuation = (
	{policy, classes, provision, netRealisableValue, ...shares}: Valuation,
	seesCity: boolean,
): RowAnswer['valuations'][number] => ({
	policy: policy.code,
	version: policy.version,
	isProvisional: policy.status === 'provisional',
	classes: classes.map(({position, loans, principal, provision: required}, index) => {
		const {code, nameId, nameEn} = policy.classes[index]!;
		return {
			position,
			code,
			nameId,
			nameEn,
			loans,
			principal: toText(principal),
			provision: toText(required),
		};
	}),
	provision: toText(provision),
	netRealisableValue: toText(netRealisableValue),
	fundPreservation: seesCity ? (shares.fundPreservation ?? null) : null,
	preservedShare: seesCity ? (shares.preservedShare ?? null) : null,
});

const presentMirror = ({sums}: FundHealthRow): z.output<typeof mirrorAnswer> => {
	const difference = mirrorDifference(sums);
	return {
		cityInvestment: toText(sums.cityInvestment),
		owedByCooperatives: toText(subtract(sums.cityInvestment, difference)),
		difference: toText(difference),
		isBalanced: isZero(difference),
	};
};

/** The policies that a report of fund health was made by. */
export function toPolicies({
	programmes,
	policies,
}: Pick<FundHealth, 'programmes' | 'policies'>): PolicyMeta[] {
	const {valuation, grade} = policies;
	return [
		...programmes.map(({code, legalBasis, status, effectiveFrom}) => ({
			kind: 'programme',
			code,
			legalBasis,
			status,
			effectiveFrom,
		})),
		...valuation.map(({code, version, legalBasis, status, effectiveFrom}) => ({
			kind: 'provision',
			code: `${code}/${version}`,
			legalBasis,
			status,
			effectiveFrom,
		})),
		...(grade === undefined
			? []
			: [
					{
						kind: 'grade',
						code: String(grade.version),
						legalBasis: grade.legalBasis,
						status: grade.status,
						effectiveFrom: grade.effectiveFrom,
					},
				]),
	];
}

/** The health of the fund in a region, or wherever the caller may see it. */
export async function presentFundHealth(
	work: ReportWork,
	region: RegionCode | undefined,
	axes: Axes,
	health: FundHealth,
): Promise<z.output<typeof fundHealthAnswer>> {
	const seesCity = await work.reports.seesCity();
	const present = (row: FundHealthRow) => presentRow(row, seesCity);
	const fundsOf = await fundLinksOf(work, health.rows, axes);
	return withMeta(
		work,
		{report: 'fund-health', region, axes, policies: toPolicies(health)},
		{
			rows: health.rows.map((row) => ({...present(row), funds: fundsOf(row)})),
			kecamatan: health.kecamatan.map(present),
			cities: health.cities.map(present),
			provinces: health.provinces.map(present),
			programmes: health.byProgramme.map(present),
			totals: present(health.total),
			mirror: seesCity ? presentMirror(health.total) : null,
			nextCursor: health.hasMore ? writeCursor(health.rows.at(-1)!.region) : null,
		},
	);
}
