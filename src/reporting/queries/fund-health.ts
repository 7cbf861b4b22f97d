import {sum} from '../../kernel/money.ts';
import {type RegionCode, isWithin} from '../../kernel/region-code.ts';
import type {Programme} from '../../fund/index.ts';
import {refuse} from '../errors.ts';
import {type FundFacts, type FundHealthRow, addRows, buildKelurahanRow} from '../fund-health.ts';
import type {Axes, ReportWork} from '../ports.ts';
import {requirePast} from './trial-balance.ts';

export type FundHealth = {
	readonly kelurahan: readonly FundHealthRow[];
	readonly kecamatan: readonly FundHealthRow[];
	readonly cities: readonly FundHealthRow[];
	readonly total: FundHealthRow;
	readonly programmes: readonly Programme[];
};

const kecamatanLength = '17.71.01'.length;
const cityLength = '17.71'.length;

/**
 * The health of the fund in every kelurahan of a region, with the sums per kecamatan and city.
 * @throws DomainError `report/as-of-in-future`, `report/region-outside-scope`.
 */
export async function readFundHealth(
	work: ReportWork,
	region: RegionCode | undefined,
	axes: Axes,
): Promise<FundHealth> {
	requirePast(work, axes);
	const places = await work.reports.kelurahan(region, work.scope);
	if (region !== undefined && places.length === 0) {
		throw refuse('report/region-outside-scope', {region}, 'query.region');
	}
	const facts = new Map<string, FundFacts[]>(places.map(({code}) => [code, []]));
	for (const fact of await work.reports.fundFacts(region, axes))
		facts.get(fact.kelurahan)?.push(fact);
	const programmes = (await work.fund.listProgrammes()).filter(
		({effectiveFrom}) => effectiveFrom <= axes.asOf,
	);
	const books = new Map(
		(await work.ledger.listBooks()).map((book) => [book.code, book.regionCode]),
	);
	const kelurahan = places.map((place) => {
		// A ceiling counts where the programme's city covers the kelurahan, received or not.
		const ceilings = programmes.filter(({cityBook}) => {
			const city = books.get(cityBook);
			return city !== undefined && isWithin(place.code, city);
		});
		const ceiling = sum(ceilings.map((programme) => programme.ceilingPerKelurahan));
		return buildKelurahanRow({...place, ceiling}, facts.get(place.code)!, axes.asOf);
	});
	const kecamatan = await group(work, kelurahan, kecamatanLength, 'district');
	const cities = await group(work, kecamatan, cityLength, 'regency');
	const total = addRows({region: '' as RegionCode, name: 'Jumlah', level: 'regency'}, cities);
	return {kelurahan, kecamatan, cities, total, programmes};
}

async function group(
	work: ReportWork,
	rows: readonly FundHealthRow[],
	length: number,
	level: 'district' | 'regency',
): Promise<FundHealthRow[]> {
	const groups = new Map<RegionCode, FundHealthRow[]>();
	for (const row of rows) {
		const code = row.region.slice(0, length) as RegionCode;
		groups.set(code, [...(groups.get(code) ?? []), row]);
	}
	const names = await work.reports.regionNames([...groups.keys()]);
	return [...groups].map(([region, parts]) =>
		addRows({region, name: names.get(region) ?? region, level}, parts),
	);
}
