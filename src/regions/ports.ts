import type {RegionCode, RegionLevel} from '../kernel/region-code.ts';
import type {Region} from './region.ts';

export type RegionStore = {
	readonly findRegion: (code: RegionCode) => Promise<Region | undefined>;
	readonly listRegions: (query: RegionQuery) => Promise<Region[]>;
};

export type RegionQuery = {
	readonly level?: RegionLevel;
	readonly parent?: RegionCode;
	readonly after: string;
	readonly limit: number;
};

export type RegionWork = {readonly regions: RegionStore};
