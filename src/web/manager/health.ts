import {useQuery} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {allItems} from '../api/pages.ts';
import type {operations} from '../api/schema.d.ts';
import {type Language, compareRupiah, showCount, showPercent, showRupiah} from '../formats.ts';
import {askReport} from '../reports/ask.ts';
import type {Texts} from '../texts/id.ts';

type Health =
	operations['get-v1-reports-fund-health']['responses'][200]['content']['application/json'];
export type HealthRow = Health['rows'][number];
type Trend =
	operations['get-v1-reports-fund-health-trend']['responses'][200]['content']['application/json'];
export type TrendRow = Trend['rows'][number];

/** The health of the funds of a region, kelurahan by kelurahan. */
export const useHealth = (region: string | undefined) =>
	useQuery({
		queryKey: ['fund-health', region],
		enabled: region !== undefined,
		// A report may be made apart; when it is there, it is the answer of its route.
		queryFn: async () =>
			(await askReport(`/v1/reports/fund-health?region=${region ?? ''}`)) as unknown as Health,
		staleTime: 60_000,
	});

/** The same month by month. */
export const useTrend = (region: string) =>
	useQuery({
		queryKey: ['fund-health-trend', region],
		queryFn: async () =>
			(await askReport(`/v1/reports/fund-health-trend?region=${region}`)) as unknown as Trend,
		staleTime: 60_000,
	});

export type Place = {readonly code: string; readonly name: string};
export type Kecamatan = Place & {readonly kelurahan: readonly Place[]};

const readRegions = async (parent: string): Promise<Place[]> =>
	allItems(async (cursor) => {
		const query = {parent, limit: '1000', ...(cursor === undefined ? {} : {cursor})};
		return answerOf(api.GET('/v1/regions', {params: {query}}));
	});

/** The kecamatan of a city with their kelurahan, also those without a fund. */
export const useCity = (city: string | undefined) =>
	useQuery({
		queryKey: ['city', city],
		enabled: city !== undefined,
		queryFn: async (): Promise<Kecamatan[]> => {
			const districts = await readRegions(city ?? '');
			return Promise.all(
				districts.map(async ({code, name}) => ({code, name, kelurahan: await readRegions(code)})),
			);
		},
		staleTime: 3_600_000,
	});

/** Whether a kelurahan was allocated anything; the report has a row for those without, too. */
export const hasFund = ({sums}: HealthRow): boolean => /[1-9]/u.test(sums.allocated);

export const figureNames = [
	'grade',
	'par30',
	'remittanceRate',
	'repaymentRate',
	'turnover',
	'idleShare',
	'collectedNotRemitted',
	'outstandingPrincipal',
	'notRemittedDays',
] as const;
export type FigureName = (typeof figureNames)[number];

const ratios = ['par30', 'remittanceRate', 'repaymentRate', 'turnover', 'idleShare'] as const;
type RatioName = (typeof ratios)[number];
const isRatio = (name: FigureName): name is RatioName => ratios.some((one) => one === name);

/** A figure of a kelurahan as the service says it; undefined where it has none. */
export function figureOf(row: HealthRow, name: FigureName): string | undefined {
	if (name === 'grade') return row.graded?.grade;
	if (name === 'notRemittedDays') return String(row.notRemittedDays);
	if (isRatio(name)) return row.ratios[name] ?? undefined;
	return row.sums[name];
}

/** A figure of a kelurahan in words. */
export function sayFigure(
	name: FigureName,
	value: string | undefined,
	{manager}: Texts,
	language: Language,
): string {
	if (value === undefined) return manager.map.nothing;
	if (name === 'grade') return manager.grades[value as keyof typeof manager.grades];
	if (name === 'notRemittedDays') return showCount(Number.parseInt(value, 10), language);
	return isRatio(name) ? showPercent(value, language) : showRupiah(value, language);
}

/** Ratios with their four decimals as whole numbers, so that nothing is compared as a float. */
const tenThousandths = (ratio: string): bigint => BigInt(ratio.replace('.', ''));

function compare(name: FigureName, a: string, b: string): number {
	if (isRatio(name)) {
		const [first, second] = [tenThousandths(a), tenThousandths(b)];
		return first < second ? -1 : first > second ? 1 : 0;
	}
	if (name === 'notRemittedDays') return Number.parseInt(a, 10) - Number.parseInt(b, 10);
	return compareRupiah(a, b);
}

export type Band = {
	readonly position: number;
	/** The least and the most of what is in it; the grade twice where it is of grades. */
	readonly from: string;
	readonly to: string;
};

const grades = ['sound', 'watch', 'serious'] as const;
const bandsMax = 4;

/**
 * The bands of a figure: its grades, or up to four with about as many kelurahan in each; the same
 * value is always in the same band.
 */
export function bandsOf(rows: readonly HealthRow[], name: FigureName): Band[] {
	if (name === 'grade') {
		return grades.map((grade, position) => ({position, from: grade, to: grade}));
	}
	const values = rows
		.map((row) => figureOf(row, name))
		.filter((value) => value !== undefined)
		.sort((a, b) => compare(name, a, b));
	const distinct = [...new Set(values)];
	const count = Math.min(bandsMax, distinct.length);
	const bands: Band[] = [];
	for (let position = 0; position < count; position += 1) {
		const start = Math.floor((distinct.length * position) / count);
		const end = Math.floor((distinct.length * (position + 1)) / count) - 1;
		bands.push({position, from: distinct[start]!, to: distinct[end]!});
	}
	return bands;
}

/** The band in which a value lies. */
export const bandOf = (
	bands: readonly Band[],
	name: FigureName,
	value: string,
): Band | undefined =>
	name === 'grade'
		? bands.find(({from}) => from === value)
		: bands.find(({from, to}) => compare(name, from, value) <= 0 && compare(name, value, to) <= 0);
