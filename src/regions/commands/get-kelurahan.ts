import type {RegionCode} from '../../kernel/region-code.ts';
import {refuse} from '../errors.ts';
import type {RegionWork} from '../ports.ts';
import type {Region} from '../region.ts';

/** The kelurahan with a code. @throws DomainError `region/unknown`, `region/not-a-kelurahan`. */
export async function getKelurahan(
	work: RegionWork,
	code: RegionCode,
	path: string,
): Promise<Region> {
	const region = await getRegion(work, code, path);
	if (region.level !== 'village') throw refuse('region/not-a-kelurahan', {region: code}, path);
	return region;
}

/** The region with a code. @throws DomainError `region/unknown`. */
export async function getRegion(work: RegionWork, code: RegionCode, path: string): Promise<Region> {
	const region = await work.regions.findRegion(code);
	if (!region) throw refuse('region/unknown', {region: code}, path);
	return region;
}
