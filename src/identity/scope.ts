import {type RegionCode, isWithin, regionPattern} from '../kernel/region-code.ts';
import type {CallerScope} from '../kernel/scope.ts';
import {refuse} from './errors.ts';

/**
 * Where a grant holds: everywhere, in a region and all that lies within it, or in one cooperative.
 */
export type Scope =
	| {readonly kind: 'all'}
	| {readonly kind: 'region'; readonly code: string}
	| {readonly kind: 'cooperative'; readonly code: string};

const cooperativePattern = /^[A-Z0-9][A-Z0-9-]{1,31}$/;

/**
 * The scope that a text stands for: `all`, a region code such as `17.71.02`, or a cooperative's
 * code such as `KOP-1771011001`. Two digits alone are a province.
 * @throws DomainError `identity/scope-malformed`.
 */
export function decideScope(text: string, path = 'scope'): Scope {
	if (text === 'all') return {kind: 'all'};
	if (regionPattern.test(text)) return {kind: 'region', code: text};
	if (cooperativePattern.test(text)) return {kind: 'cooperative', code: text};
	throw refuse('identity/scope-malformed', {scope: text.slice(0, 80)}, path);
}

/** The text of a scope, as {@link decideScope} takes it. */
export const scopeText = (scope: Scope): string => (scope.kind === 'all' ? 'all' : scope.code);

/**
 * Whether a caller's scope covers a grant's. `region` is where the grant's cooperative or region
 * lies; a cooperative lies within the region of its kelurahan.
 */
export function covers(outer: CallerScope, scope: Scope, region: RegionCode | undefined): boolean {
	if (outer.all) return true;
	if (scope.kind === 'all') return false;
	if (scope.kind === 'cooperative' && outer.cooperatives.includes(scope.code)) return true;
	return region !== undefined && outer.regions.some((code) => isWithin(region, code));
}

/** One scope out of many; undefined when there are none. What lies within another is left out. */
export function uniteScopes(scopes: readonly Scope[]): CallerScope | undefined {
	if (scopes.length === 0) return undefined;
	if (scopes.some(({kind}) => kind === 'all')) return {all: true};
	const codes = (wanted: 'region' | 'cooperative'): string[] => [
		...new Set(scopes.flatMap((scope) => (scope.kind === wanted ? [scope.code] : []))),
	];
	const regions = codes('region');
	const isOutermost = (code: string): boolean =>
		!regions.some((other) => other !== code && isWithin(code, other));
	return {
		all: false,
		regions: regions.filter(isOutermost).sort(),
		cooperatives: codes('cooperative').sort(),
	};
}
