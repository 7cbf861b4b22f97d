import type {SheetDefinition} from './column.ts';

/** What can be imported. */
export const importKinds = [
	'members',
	'opening-balances',
	'loans',
	'savings',
	'groups',
	'collections',
	'allocations',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** What the city brings in of a cooperative; all else is the cooperative's own. */
export const cityKinds: readonly ImportKind[] = ['allocations'];
export const cooperativeKinds: readonly ImportKind[] = importKinds.filter(
	(kind) => !cityKinds.includes(kind),
);

/** A kind of import: its sheets, and how many rows one file may have. */
export type KindDefinition = {
	readonly kind: ImportKind;
	readonly title: string;
	readonly sheets: readonly SheetDefinition[];
	readonly rowsMax: number;
};
