import type {Finding} from '../kernel/errors.ts';
import type {BankRowId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {equals, toText} from '../kernel/money.ts';
import {fault, refuseAll} from './errors.ts';
import {type Statement, type StatementRow, paperOf} from './statement.ts';

/** A movement that an earlier statement brought. */
export type KnownRow = Omit<StatementRow, 'line'> & {
	readonly id: BankRowId;
	/** The number of the statement that brought it, and the code of its format. */
	readonly statement: number;
	readonly format: string;
};

/** The days that an earlier statement covers. */
export type KnownStatement = {
	readonly number: number;
	readonly from: LocalDate;
	readonly to: LocalDate;
};

/** A movement of a file: one that is known already, or a new one. */
export type RecognisedRow = {
	readonly row: StatementRow;
	readonly known: BankRowId | undefined;
	/** Of new ones that are alike in everything, known ones counted, the first, the second. */
	readonly occurrence: number;
};

/**
 * Tells which movements of a statement came with an earlier one, so that files that overlap double
 * nothing. On a day that both have in full they must show the same movements.
 * @throws DomainError `banking/contradicts-earlier`, one finding for each movement that only one
 * of them has.
 */
export function recogniseRows(
	statement: Statement,
	format: string,
	known: readonly KnownRow[],
	earlier: readonly KnownStatement[],
): RecognisedRow[] {
	const free = new Map<string, KnownRow[]>();
	for (const row of known) {
		const same = free.get(movementKey(row));
		if (same) same.push(row);
		else free.set(movementKey(row), [row]);
	}
	const claim = (row: StatementRow, isSame: (one: KnownRow) => boolean): KnownRow | undefined => {
		const candidates = free.get(movementKey(row)) ?? [];
		const place = candidates.findIndex(isSame);
		return place < 0 ? undefined : candidates.splice(place, 1)[0];
	};
	const exact = statement.rows.map((row) => claim(row, (one) => isSameRow(one, row)));
	const claimed = statement.rows.map(
		(row, index) =>
			exact[index] ?? claim(row, (one) => one.format !== format && couldBeSame(one, row)),
	);
	refuseAll([
		...unknownFindings(statement.rows, claimed, earlier),
		...missingFindings(statement, [...free.values()].flat()),
	]);
	return numbered(statement.rows, claimed, known);
}

const movementKey = ({bookedOn, amount}: Pick<StatementRow, 'bookedOn' | 'amount'>): string =>
	`${bookedOn} ${toText(amount)}`;

type Alike = Omit<StatementRow, 'line'>;

const textOf = ({reference, description}: Alike): string => `${reference}\n${description}`;

// Of two movements that are alike the balance after them tells which is which.
const isSameRow = (known: KnownRow, row: StatementRow): boolean =>
	textOf(known) === textOf(row) && equals(known.balance, row.balance);

/** Another format describes the same movement in other words, and may order a day otherwise. */
const couldBeSame = (known: KnownRow, row: StatementRow): boolean =>
	known.reference === '' || row.reference === '' || known.reference === row.reference;

const unknownFindings = (
	rows: readonly StatementRow[],
	claimed: readonly (KnownRow | undefined)[],
	earlier: readonly KnownStatement[],
): Finding[] =>
	rows.flatMap((row, index) => {
		// The first and the last day of a statement may be shown in part.
		const within = earlier.find(({from, to}) => from < row.bookedOn && row.bookedOn < to);
		if (claimed[index] !== undefined || within === undefined) return [];
		const path = `contentBase64[${row.line}]`;
		return [contradiction(path, row, {shownIn: path, missingIn: paperOf(within.number)})];
	});

const missingFindings = ({from, to}: Statement, unclaimed: readonly KnownRow[]): Finding[] =>
	unclaimed
		.filter(({bookedOn}) => from < bookedOn && bookedOn < to)
		.map((row) => {
			const path = 'contentBase64';
			return contradiction(path, row, {shownIn: paperOf(row.statement), missingIn: path});
		});

const contradiction = (
	path: string,
	{bookedOn, amount}: Alike,
	places: {readonly shownIn: string; readonly missingIn: string},
): Finding =>
	fault('banking/contradicts-earlier', path, {
		amount: toText(amount),
		date: bookedOn,
		...places,
	});

function numbered(
	rows: readonly StatementRow[],
	claimed: readonly (KnownRow | undefined)[],
	known: readonly KnownRow[],
): RecognisedRow[] {
	const alike = new Map<string, number>();
	const keyOf = (row: Alike): string => `${movementKey(row)} ${toText(row.balance)} ${textOf(row)}`;
	for (const row of known) alike.set(keyOf(row), (alike.get(keyOf(row)) ?? 0) + 1);
	return rows.map((row, index) => {
		const found = claimed[index];
		if (found) return {row, known: found.id, occurrence: 0};
		const occurrence = (alike.get(keyOf(row)) ?? 0) + 1;
		alike.set(keyOf(row), occurrence);
		return {row, known: undefined, occurrence};
	});
}
