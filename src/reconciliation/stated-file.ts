import {type AmountSigns, type Line, nameOf, splitLines} from '../banking/index.ts';
import type {AllocationId, BookCode} from '../kernel/ids.ts';
import type {Allocation} from '../fund/index.ts';
import {readUnambiguous, signsOf} from './amount-signs.ts';
import {type ReconciliationCode, type ReconciliationFinding, refuseAll} from './errors.ts';
import type {StatedFigure} from './ports.ts';
import {type Item, items} from './reconciliation.ts';

/** A file has a line for each agreement of a cooperative; none has more. */
export const linesMax = 1000;

type Column = 'agreement' | Item;

/** How each column is headed: here, in English, and by the name that the API has for it. */
export const headings: Record<Column, readonly [id: string, en: string]> = {
	agreement: ['Nomor Perjanjian', 'Agreement Number'],
	owed: ['Pokok Terutang kepada Kota', 'Principal Owed to the City'],
	share: ['Bagian Kota Terutang', "City's Share Owed"],
	held: ['Terkumpul Belum Disetor', 'Collected Not Remitted'],
	cash: ['Kas dan Bank Dana', 'Cash and Bank of the Fund'],
	outstanding: ['Pokok pada Anggota', 'Principal with Members'],
};

const columns: readonly Column[] = ['agreement', ...items];

const columnOf = (heading: string): Column | undefined =>
	columns.find((column) =>
		[column, ...headings[column]].some((name) => nameOf(name) === nameOf(heading)),
	);

/** What a file is held against: the agreements that the cooperative had at the month's end. */
export type Stating = {
	readonly book: BookCode;
	readonly agreements: readonly Pick<Allocation, 'id' | 'agreementNumber'>[];
};

/**
 * The figures of a file: a line of headings, then a line for each agreement. What is left empty is
 * not stated; noughts are.
 * @throws DomainError with a finding for each fault, by line and column, and what would be right;
 * `banking/file-unreadable` where it is no CSV.
 */
export function readStatedFile(text: string, stating: Stating): StatedFigure[] {
	const {head, body, delimiter} = openTable(text);
	const faults: ReconciliationFinding[] = [];
	const places = placesOf(head, faults);
	// Below headings that are not understood nothing can be.
	refuseAll(faults);
	const width = head.cells.length;
	const amounts = places.filter(({column}) => column !== 'agreement');
	const whole = body.filter(({cells}) => cells.length === width);
	const signs = signsOf(whole.flatMap(({cells}) => amounts.map(({at}) => cells[at]!)));
	const reading: Reading = {places, signs, seen: new Map(), stating};
	const figures = body.flatMap((line) => {
		if (line.cells.length === width) return readLine(line, reading, faults);
		faults.push(notWhole(line, width, delimiter));
		return [];
	});
	refuseAll(faults);
	if (figures.length === 0) refuseAll([fault('reconciliation/file-empty', head.number, {})]);
	return figures;
}

const fault = (
	code: ReconciliationCode,
	line: number,
	values: Readonly<Record<string, string>>,
): ReconciliationFinding => ({
	code,
	path: `contentBase64[${line}]`,
	values: {line: String(line), ...values},
});

/** A value as a finding shows it. */
const shown = (value: string): string => value.slice(0, 60);

type Table = {readonly head: Line; readonly body: readonly Line[]; readonly delimiter: string};

/** Spreadsheets part cells by a semicolon, a comma or a tab: by that which parts the headings. */
function delimiterOf(text: string): string {
	const first = text.split(/\r?\n/u).find((line) => line.trim() !== '') ?? '';
	const known = (delimiter: string): number =>
		first
			.replaceAll('"', '')
			.split(delimiter)
			.filter((cell) => columnOf(cell) !== undefined).length;
	return [';', '\t', ','].reduce((one, other) => (known(other) > known(one) ? other : one));
}

function openTable(text: string): Table {
	const delimiter = delimiterOf(text);
	const [head, ...body] = splitLines(text, delimiter).filter(({cells}) =>
		cells.some((cell) => cell !== ''),
	);
	if (head === undefined) refuseAll([fault('reconciliation/file-empty', 1, {})]);
	if (body.length > linesMax) {
		const values = {count: String(body.length), max: String(linesMax)};
		refuseAll([fault('reconciliation/file-too-long', head!.number, values)]);
	}
	return {head: head!, body, delimiter};
}

type Place = {readonly column: Column; readonly heading: string; readonly at: number};

const options = columns.map((column) => headings[column][0]).join(', ');

function placesOf({number, cells}: Line, faults: ReconciliationFinding[]): Place[] {
	const places: Place[] = [];
	for (const [at, heading] of cells.entries()) {
		const column = columnOf(heading);
		const value = shown(heading);
		if (column === undefined) {
			faults.push(fault('reconciliation/unknown-column', number, {value, options}));
		} else if (places.some((place) => place.column === column)) {
			faults.push(fault('reconciliation/column-twice', number, {value}));
		} else {
			places.push({column, heading, at});
		}
	}
	const has = (isWanted: (column: Column) => boolean) =>
		places.some(({column}) => isWanted(column));
	if (!has((column) => column === 'agreement')) {
		const [expected] = headings.agreement;
		faults.push(fault('reconciliation/column-missing', number, {expected}));
	}
	if (!has((column) => column !== 'agreement')) {
		const expected = items.map((item) => headings[item][0]).join(' / ');
		faults.push(fault('reconciliation/column-missing', number, {expected}));
	}
	return places;
}

/** An amount with an unquoted comma in a file that is parted by commas falls into two cells. */
const notWhole = ({number, cells}: Line, width: number, delimiter: string): ReconciliationFinding =>
	fault('reconciliation/cells-differ', number, {
		count: String(cells.length),
		expected: String(width),
		sign: delimiter === '\t' ? 'tab' : delimiter,
	});

type Reading = {
	readonly places: readonly Place[];
	readonly signs: AmountSigns | undefined;
	/** On which line each agreement stands. */
	readonly seen: Map<AllocationId, number>;
	readonly stating: Stating;
};

function readLine(
	line: Line,
	{places, signs, seen, stating}: Reading,
	faults: ReconciliationFinding[],
): StatedFigure[] {
	const allocation = agreementOf(line, {places, seen, stating}, faults);
	return places.flatMap(({column, heading, at}): StatedFigure[] => {
		const value = line.cells[at]!;
		if (column === 'agreement' || value === '') return [];
		const amount = readUnambiguous(value, signs);
		const about = {column: heading, value: shown(value)};
		if (amount === undefined) {
			faults.push(fault('reconciliation/amount-unreadable', line.number, about));
			return [];
		}
		if (amount === 'ambiguous') {
			const plain = value.replaceAll(/\D/gu, '');
			const values = {...about, plain};
			faults.push(fault('reconciliation/amount-ambiguous', line.number, values));
			return [];
		}
		return allocation === undefined ? [] : [{allocation, item: column, amount}];
	});
}

function agreementOf(
	{number, cells}: Line,
	{places, seen, stating}: Pick<Reading, 'places' | 'seen' | 'stating'>,
	faults: ReconciliationFinding[],
): AllocationId | undefined {
	const {heading, at} = places.find(({column}) => column === 'agreement')!;
	const value = cells[at]!;
	const {book, agreements} = stating;
	const found = agreements.find((one) => nameOf(one.agreementNumber) === nameOf(value));
	const about = {column: heading, value: shown(value)};
	if (!found) {
		const known = agreements.slice(0, 5).map((one) => one.agreementNumber);
		const values = {...about, book, options: known.join(', ') || '–'};
		faults.push(fault('reconciliation/unknown-agreement', number, values));
		return undefined;
	}
	const first = seen.get(found.id);
	if (first !== undefined) {
		const values = {...about, first: String(first)};
		faults.push(fault('reconciliation/agreement-twice', number, values));
	}
	seen.set(found.id, first ?? number);
	return found.id;
}
