import type {RegionCode, RegionLevel} from '../kernel/region-code.ts';

/** An official region, from province down to desa or kelurahan. */
export type Region = {
	readonly code: RegionCode;
	readonly level: RegionLevel;
	readonly name: string;
	/** The spelling used on the spot, where the official list differs. */
	readonly alias?: string;
	readonly parentCode?: RegionCode;
};

/** The name to show: the local spelling where there is one. */
export const displayName = (region: Region): string => region.alias ?? region.name;
