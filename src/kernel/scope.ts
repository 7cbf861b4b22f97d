import {isWithin} from './region-code.ts';

/** Where a permission holds: everywhere, or in the regions and cooperatives listed by code. */
export type CallerScope =
	| {readonly all: true}
	| {
			readonly all: false;
			readonly regions: readonly string[];
			readonly cooperatives: readonly string[];
	  };

export const everywhere: CallerScope = {all: true};

/**
 * Whether a scope covers the book with a code, of a cooperative or city in a region: it is named
 * itself, or its region is named or lies within one that is.
 */
export const coversBook = (scope: CallerScope, code: string, region: string): boolean =>
	scope.all ||
	scope.cooperatives.includes(code) ||
	scope.regions.some((outer) => isWithin(region, outer));
