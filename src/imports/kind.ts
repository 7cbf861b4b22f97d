import type {SheetDefinition} from './column.ts';

/** What can be imported. */
export const importKinds = [
	'members',
	'opening-balances',
	'loans',
	'savings',
	'groups',
	'collections',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** A kind of import: its sheets, and how many rows one file may have. */
export type KindDefinition = {
	readonly kind: ImportKind;
	readonly title: string;
	readonly sheets: readonly SheetDefinition[];
	readonly rowsMax: number;
};
