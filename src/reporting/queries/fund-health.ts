import type {LocalDate} from '../../kernel/local-date.ts';
import {isZero} from '../../kernel/money.ts';
import type {RegionCode, RegionLevel} from '../../kernel/region-code.ts';
import type {Programme} from '../../fund/index.ts';
import {policiesOn} from '../../provisioning/index.ts';
import {refuse} from '../errors.ts';
import {type FundHealthRow, type HealthPolicies, buildHealthRow} from '../fund-health.ts';
import type {Axes, ReportWork} from '../ports.ts';
import {requirePast} from './trial-balance.ts';

export type FundHealth = {
	/** The regions of the level that was asked for, or a page of them. */
	readonly rows: readonly FundHealthRow[];
	/**
	 * Where they are above the rows' level: the cities in which these lie, with all their kecamatan,
	 * and every province. Each is the sum of all that is in it, whatever page was asked for.
	 */
	readonly kecamatan: readonly FundHealthRow[];
	readonly cities: readonly FundHealthRow[];
	readonly provinces: readonly FundHealthRow[];
	readonly byProgramme: readonly FundHealthRow[];
	readonly total: FundHealthRow;
	readonly programmes: readonly Programme[];
	readonly policies: HealthPolicies;
	/** Whether rows come after those of the page. */
	readonly hasMore: boolean;
};

export type FundHealthQuestion = {
	readonly region?: RegionCode | undefined;
	/** The code of a programme; all of them without it. */
	readonly programme?: string | undefined;
	readonly level?: RegionLevel;
	readonly after?: string | undefined;
	readonly limit?: number | undefined;
	/** All rows at once, however many: for a file, or to look at each. */
	readonly isWhole?: boolean;
};

/** As many rows as one answer may hold: more is asked for page by page or by a coarser level. */
export const healthRowsMax = 10_000;

/** @throws DomainError `report/unknown-programme`. */
async function programmesOn(
	work: ReportWork,
	programme: string | undefined,
	day: LocalDate,
): Promise<Programme[]> {
	const programmes = inForce(await work.fund.listProgrammes(), programme, day);
	if (programme !== undefined && programmes.length === 0) {
		throw refuse('report/unknown-programme', {programme, date: day}, 'query.programme');
	}
	return programmes;
}

const inForce = (
	programmes: readonly Programme[],
	wanted: string | undefined,
	day: LocalDate,
): Programme[] =>
	programmes.filter(
		({effectiveFrom, code}) => effectiveFrom <= day && (wanted === undefined || code === wanted),
	);

const policiesOf = async (work: ReportWork, day: LocalDate): Promise<HealthPolicies> => ({
	valuation: policiesOn(await work.provisioning.policyVersions(), day),
	grade: await work.reports.gradePolicy(day),
});

/** The code of the city or regency in which a region lies, or that it is: `17.71`. */
const cityOf = (region = ''): string => region.split('.', 2).join('.');

/**
 * The health of the fund in every region of a level, with the sums of every level above it, of each
 * programme, and of the whole.
 * @throws DomainError `report/as-of-in-future`, `report/region-outside-scope`,
 * `report/unknown-programme`, `report/too-many-rows`.
 */
export async function readFundHealth(
	work: ReportWork,
	question: FundHealthQuestion,
	axes: Axes,
): Promise<FundHealth> {
	requirePast(work, axes);
	const {region, programme, after, level = 'village', isWhole = false} = question;
	const limit = isWhole ? undefined : (question.limit ?? healthRowsMax);
	const programmes = await programmesOn(work, programme, axes.asOf);
	const policies = await policiesOf(work, axes.asOf);
	// One row more than the page tells whether there is another.
	const pageLimit = limit === undefined ? {} : {limit: limit + 1};
	const asked = {axes, level, region, programme, after, scope: work.scope, ...pageLimit};
	const facts = await work.reports.fundHealth(asked);
	const all = facts.map((one) => buildHealthRow(one, policies));
	const ofLevel = (wanted: FundHealthRow['level']) =>
		wanted === level ? [] : all.filter((row) => row.level === wanted);
	const found = all.filter((row) => row.level === level);
	if (region !== undefined && found.length === 0 && after === undefined) {
		throw refuse('report/region-outside-scope', {region}, 'query.region');
	}
	const hasMore = limit !== undefined && found.length > limit;
	if (hasMore && question.limit === undefined) {
		throw refuse('report/too-many-rows', {max: String(healthRowsMax)}, 'query.level');
	}
	const rows = hasMore ? found.slice(0, limit) : found;
	// The row that tells whether there is another page may lie in another city.
	const cities = new Set(rows.map(({region}) => cityOf(region)));
	const ofThese = (wanted: FundHealthRow['level']) =>
		ofLevel(wanted).filter((row) => cities.has(cityOf(row.region)));
	return {
		rows,
		kecamatan: ofThese('district'),
		cities: ofThese('regency'),
		provinces: ofLevel('province'),
		byProgramme: ofLevel('programme'),
		total: {...ofLevel('whole')[0]!, name: 'Jumlah'},
		programmes,
		policies,
		hasMore,
	};
}

/** The health of all funds in a region on a day, and the policies by which it was valued. */
export type HealthOn = {
	readonly on: LocalDate;
	readonly row: FundHealthRow;
	readonly programmes: readonly Programme[];
	readonly policies: HealthPolicies;
};

/**
 * The health of the fund on some days, each valued and graded by what was in force on it. Days
 * before the first agreement are left out.
 * @throws DomainError `report/as-of-in-future`, `report/region-outside-scope`,
 * `report/unknown-programme`.
 */
export async function readFundHealthTrend(
	work: ReportWork,
	{region, programme}: Pick<FundHealthQuestion, 'region' | 'programme'>,
	days: readonly LocalDate[],
	axes: Axes,
): Promise<HealthOn[]> {
	// Whether there is anything of the kind at all is asked of the last day.
	await readFundHealth(work, {region, programme, limit: 1}, axes);
	const all = await work.fund.listProgrammes();
	const trend: HealthOn[] = [];
	for (const on of days) {
		const asked = {axes: {...axes, asOf: on}, region, programme, scope: work.scope};
		const facts = await work.reports.fundHealth({...asked, level: 'village', limit: 1});
		const whole = facts.find(({level}) => level === 'whole');
		if (whole === undefined) continue;
		const policies = await policiesOf(work, on);
		const row = buildHealthRow(whole, policies);
		if (trend.length === 0 && isZero(row.sums.allocated)) continue;
		trend.push({
			on,
			row,
			programmes: inForce(all, programme, on),
			policies,
		});
	}
	return trend;
}
