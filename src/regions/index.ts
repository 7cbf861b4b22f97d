// The door of the regions: all that other rooms may see of them.
export {type RegionErrorCode, regionTexts} from './errors.ts';
export type {RegionStore, RegionWork} from './ports.ts';
export {type Region, displayName} from './region.ts';
export {getKelurahan, getRegion} from './commands/get-kelurahan.ts';
