import {allocations} from './fund-kinds.ts';
import type {ImportKind, KindDefinition} from './kind.ts';
import {collections, loans, openingBalances, savings} from './money-kinds.ts';
import {groups, members} from './person-kinds.ts';

const definitions: Record<ImportKind, KindDefinition> = {
	members,
	'opening-balances': openingBalances,
	loans,
	savings,
	groups,
	collections,
	allocations,
};

/** The sheets and columns of a kind. */
export const definitionOf = (kind: ImportKind): KindDefinition => definitions[kind];
