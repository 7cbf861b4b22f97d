import type {Finding} from '../kernel/errors.ts';
import type {BankRowId} from '../kernel/ids.ts';
import {type LocalDate, daysBetween} from '../kernel/local-date.ts';
import {type Rupiah, equals, isNegative, sum, toText} from '../kernel/money.ts';
import {fault, refuseAll} from './errors.ts';

export const ruleKinds = ['reference', 'amount-and-date', 'sum-of-day'] as const;

/**
 * How rows are found to be lines without a person. `reference`: the same amount, and the row names
 * the line's document. `amount-and-date`: the same amount. `sum-of-day`: a row is all lines of one
 * day in its direction together, as receipts brought to the bank at once. Always within so many
 * days, and only where nothing else would do as well.
 */
export type MatchRule = {
	readonly kind: (typeof ruleKinds)[number];
	readonly withinDays: number;
};

/** The rules in their order, as one version. */
export type MatchRules = {
	readonly version: number;
	readonly rules: readonly MatchRule[];
	readonly status: 'found' | 'provisional';
	readonly source: string;
	readonly recordedBy: string;
};

/** A movement that no line of the journal is matched with. */
export type FreeRow = {
	readonly id: BankRowId;
	readonly bookedOn: LocalDate;
	readonly amount: Rupiah;
	readonly reference: string;
	readonly description: string;
};

/** A line on the bank account that no movement is matched with. */
export type FreeLine = {
	readonly entry: number;
	readonly line: number;
	readonly effectiveOn: LocalDate;
	/** Above zero what came in, below zero what went out. */
	readonly amount: Rupiah;
	readonly document: string;
	readonly reason: string;
};

export type LineName = Pick<FreeLine, 'entry' | 'line'>;

export type Proposal = {
	readonly rule: MatchRule['kind'];
	readonly row: FreeRow;
	readonly lines: readonly FreeLine[];
};

/** What the rules find, each in its turn, of what is left by the one before. */
export function proposeMatches(
	rules: readonly MatchRule[],
	rows: readonly FreeRow[],
	lines: readonly FreeLine[],
): Proposal[] {
	const proposals: Proposal[] = [];
	let [freeRows, freeLines] = [rows, lines];
	for (const rule of rules) {
		const found =
			rule.kind === 'sum-of-day'
				? sumsOfDays(rule, freeRows, freeLines)
				: pairs(rule, freeRows, freeLines);
		proposals.push(...found);
		const [takenRows, takenLines] = [
			new Set(found.map(({row}) => row)),
			new Set(found.flatMap((one) => one.lines)),
		];
		freeRows = freeRows.filter((row) => !takenRows.has(row));
		freeLines = freeLines.filter((line) => !takenLines.has(line));
	}
	return proposals;
}

/** One row and one line, where neither could be another's. */
function pairs(rule: MatchRule, rows: readonly FreeRow[], lines: readonly FreeLine[]): Proposal[] {
	const byAmount = groupBy(lines, ({amount}) => toText(amount));
	const candidates = rows.map((row) => ({
		row,
		lines: (byAmount.get(toText(row.amount)) ?? []).filter((line) => fits(rule, row, line)),
	}));
	return onlyChoices(rule, candidates, (line) => [line]);
}

const fits = (rule: MatchRule, row: FreeRow, line: FreeLine): boolean =>
	isNear(rule, row.bookedOn, line.effectiveOn) &&
	(rule.kind !== 'reference' || names(row, line.document));

const isNear = ({withinDays}: MatchRule, a: LocalDate, b: LocalDate): boolean =>
	Math.abs(daysBetween(a, b)) <= withinDays;

/** Whether a row names a document as a word of its own: `SS-1` is not named by `SS-12`. */
function names({reference, description}: FreeRow, document: string): boolean {
	const word = document.trim().toLowerCase();
	const text = ` ${reference} ${description} `.toLowerCase();
	const isPartOfWord = (sign: string | undefined): boolean =>
		sign !== undefined && /[\p{L}\p{N}-]/u.test(sign);
	for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + 1)) {
		if (!isPartOfWord(text[at - 1]) && !isPartOfWord(text[at + word.length])) return true;
	}
	return false;
}

/** All lines of a day in one direction, as one. */
type DaySum = {readonly day: LocalDate; readonly lines: readonly FreeLine[]};

/** One row and a day's lines, where no other row could be theirs and no other day's the row's. */
function sumsOfDays(
	rule: MatchRule,
	rows: readonly FreeRow[],
	lines: readonly FreeLine[],
): Proposal[] {
	const days = [
		...groupBy(
			lines,
			({effectiveOn, amount}) => `${effectiveOn} ${String(isNegative(amount))}`,
		).values(),
	].filter((ofDay) => ofDay.length > 1);
	const byAmount = groupBy(
		days.map((ofDay): DaySum => ({day: ofDay[0]!.effectiveOn, lines: ofDay})),
		(one) => toText(sum(one.lines.map(({amount}) => amount))),
	);
	const candidates = rows.map((row) => ({
		row,
		lines: (byAmount.get(toText(row.amount)) ?? []).filter(({day}) =>
			isNear(rule, row.bookedOn, day),
		),
	}));
	return onlyChoices(rule, candidates, (one) => one.lines);
}

function onlyChoices<Choice>(
	{kind}: MatchRule,
	candidates: readonly {readonly row: FreeRow; readonly lines: readonly Choice[]}[],
	linesOf: (choice: Choice) => readonly FreeLine[],
): Proposal[] {
	const wanted = new Map<Choice, number>();
	for (const choice of candidates.flatMap(({lines}) => lines)) {
		wanted.set(choice, (wanted.get(choice) ?? 0) + 1);
	}
	return candidates.flatMap(({row, lines: [only, ...others]}) =>
		only !== undefined && others.length === 0 && wanted.get(only) === 1
			? [{rule: kind, row, lines: linesOf(only)}]
			: [],
	);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}

/** What a person says belongs together. */
export type WantedMatch = {
	readonly rows: readonly BankRowId[];
	readonly lines: readonly LineName[];
};

/**
 * Judges that movements and lines belong together: each free, named once, and of the same sum. One
 * side may be empty where the other takes itself back.
 * @throws DomainError `banking/…` with one finding for each fault.
 */
export function decideMatch(
	wanted: WantedMatch,
	rows: readonly FreeRow[],
	lines: readonly FreeLine[],
): void {
	const nameOf = ({entry, line}: LineName): string => `${entry}/${line}`;
	const freeRows = new Map(rows.map((row) => [row.id, row]));
	const freeLines = new Map(lines.map((line) => [nameOf(line), line]));
	const findings: Finding[] = [
		...twice(wanted.rows, 'rows'),
		...twice(wanted.lines.map(nameOf), 'lines'),
		...wanted.rows.flatMap((row, index) =>
			freeRows.has(row) ? [] : [fault('banking/row-not-free', `rows[${index}]`, {row})],
		),
		...wanted.lines.flatMap((one, index) => {
			const values = {entry: String(one.entry), line: String(one.line)};
			return freeLines.has(nameOf(one))
				? []
				: [fault('banking/line-not-free', `lines[${index}]`, values)];
		}),
	];
	if (wanted.rows.length + wanted.lines.length < 2) {
		findings.push(fault('banking/match-too-small', 'rows', {}));
	}
	refuseAll(findings);
	const [said, booked] = [
		sum(wanted.rows.map((row) => freeRows.get(row)!.amount)),
		sum(wanted.lines.map((line) => freeLines.get(nameOf(line))!.amount)),
	];
	if (equals(said, booked)) return;
	const values = {rows: toText(said), lines: toText(booked)};
	refuseAll([fault('banking/match-unequal', 'rows', values)]);
}

const twice = (named: readonly string[], path: string): Finding[] =>
	named.flatMap((value, index) =>
		named.indexOf(value) === index
			? []
			: [fault('banking/named-twice', `${path}[${index}]`, {value})],
	);
