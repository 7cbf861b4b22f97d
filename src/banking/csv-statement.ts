import type {Finding} from '../kernel/errors.ts';
import {type Rupiah, isZero, negate} from '../kernel/money.ts';
import {amountExample, readAmount, readDate} from './cell.ts';
import {refuseAll} from './errors.ts';
import {type CsvLayout, columnsOf} from './format.ts';
import {type FileRow, type ReadStatement, type ShownBalance, unreadable} from './statement.ts';
import {type Line, nameOf, splitLines} from './text-table.ts';

/** Where each column stands, by the line of names. */
type Columns = {
	readonly width: number;
	readonly at: (name: string) => number;
	readonly described: readonly number[];
};

/**
 * Reads a bank's CSV by its layout: what stands before the line of names is the bank's preface.
 * @throws DomainError `banking/file-unreadable`, with one finding for each value that is not what
 * the layout says.
 */
export function readCsv(text: string, layout: CsvLayout): ReadStatement {
	const lines = splitLines(text, layout.delimiter);
	const head = lines.findIndex(({cells}) => findColumns(cells, layout) !== undefined);
	const columns = lines[head] && findColumns(lines[head].cells, layout);
	if (columns === undefined) {
		const expected = columnsOf(layout).join(` ${layout.delimiter} `);
		const [first] = lines;
		const shown = first?.cells.join(layout.delimiter) ?? '';
		refuseAll([unreadable(first?.number ?? 1, '-', shown, expected)]);
	}
	const body = bodyOf(lines.slice(head + 1), layout);
	const findings: Finding[] = [];
	const read = body.flatMap((line) => {
		const row = readLine(line, layout, columns!);
		findings.push(...row.findings);
		return row.row === undefined ? [] : [{...row.row, balance: row.balance}];
	});
	refuseAll(findings);
	const ordered = layout.order === 'oldest-first' ? read : read.toReversed();
	return {
		rows: ordered.map(({balance: _, ...row}) => row),
		balances: ordered.flatMap(({line, balance}, index): ShownBalance[] =>
			balance === undefined ? [] : [{line, column: layout.balance, after: index + 1, balance}],
		),
	};
}

/** The places of all columns that the layout names; undefined where one is missing. */
function findColumns(cells: readonly string[], layout: CsvLayout): Columns | undefined {
	const names = cells.map(nameOf);
	const isThere = columnsOf(layout).every((name) => names.includes(nameOf(name)));
	if (!isThere) return undefined;
	const described: number[] = [];
	for (const name of layout.description.map(nameOf)) {
		const place = names.findIndex((cell, index) => cell === name && !described.includes(index));
		if (place < 0) return undefined;
		described.push(place);
	}
	return {width: names.length, at: (name) => names.indexOf(nameOf(name)), described};
}

/** The lines of movements: up to where the layout says that they end, without blank ones. */
function bodyOf(lines: readonly Line[], {endsAt}: CsvLayout): Line[] {
	const ends = endsAt.map(nameOf);
	const end = lines.findIndex(({cells}) =>
		ends.some((text) => nameOf(cells[0] ?? '').startsWith(text)),
	);
	return (end < 0 ? lines : lines.slice(0, end)).filter(({cells}) =>
		cells.some((cell) => cell !== ''),
	);
}

type ReadLine = {
	readonly row?: FileRow;
	readonly balance?: Rupiah | undefined;
	readonly findings: readonly Finding[];
};

function readLine(line: Line, layout: CsvLayout, columns: Columns): ReadLine {
	const {number, cells} = line;
	const extra = cells.slice(columns.width).some((cell) => cell !== '');
	if (cells.length < columns.width || extra) {
		const expected = `${columns.width} × "${layout.delimiter}"`;
		return {findings: [unreadable(number, '-', cells.join(layout.delimiter), expected)]};
	}
	const findings: Finding[] = [];
	const bare = (value: string): string =>
		layout.textMark !== '' && value.startsWith(layout.textMark)
			? value.slice(layout.textMark.length).trim()
			: value;
	const cell = (name: string): string => bare(cells[columns.at(name)]!);
	const bookedOn = readDate(cell(layout.date), layout.dateFormat);
	if (bookedOn === undefined) {
		findings.push(unreadable(number, layout.date, cell(layout.date), layout.dateFormat));
	}
	const amount = movedBy(number, layout, cell);
	if (Array.isArray(amount)) findings.push(...amount);
	const balance = layout.balance === '' ? undefined : readAmount(cell(layout.balance), layout);
	if (layout.balance !== '' && balance === undefined) {
		const example = amountExample(layout);
		findings.push(unreadable(number, layout.balance, cell(layout.balance), example));
	}
	if (bookedOn === undefined || Array.isArray(amount) || findings.length > 0) return {findings};
	return {
		row: {
			line: number,
			bookedOn,
			amount: amount,
			reference: layout.reference === '' ? '' : cell(layout.reference),
			description: columns.described.map((place) => bare(cells[place]!)).join(' '),
		},
		balance,
		findings,
	};
}

/** What a line moved, above zero where it came in; or what is wrong with it. */
function movedBy(
	line: number,
	layout: CsvLayout,
	cell: (name: string) => string,
): Rupiah | Finding[] {
	const {amount} = layout;
	switch (amount.kind) {
		case 'two-columns':
			return ofTwoColumns(line, layout, {
				debit: [amount.debit, cell(amount.debit)],
				credit: [amount.credit, cell(amount.credit)],
			});
		case 'signed':
			return notZero(line, layout, [amount.amount, cell(amount.amount)]);
		case 'marked':
			return ofMark(line, layout, amount, {
				written: [amount.amount, cell(amount.amount)],
				mark: [amount.mark, cell(amount.mark)],
			});
		case 'marked-within': {
			const [written = '', mark = ''] = cell(amount.amount).split(/\s+(?=\D+$)/u);
			return ofMark(line, layout, amount, {
				written: [amount.amount, written],
				mark: [amount.amount, mark],
			});
		}
	}
}

/** A value under the name of its column. */
type Named = readonly [column: string, value: string];

function ofTwoColumns(
	line: number,
	layout: CsvLayout,
	{debit, credit}: {readonly debit: Named; readonly credit: Named},
): Rupiah | Finding[] {
	const read = [debit, credit].map(([column, value]) => {
		const amount = value === '' || value === '-' ? undefined : readAmount(value, layout);
		const isBad = value !== '' && value !== '-' && amount === undefined;
		return {column, value, amount: amount && !isZero(amount) ? amount : undefined, isBad};
	});
	const bad = read.filter(({isBad}) => isBad);
	const example = amountExample(layout);
	if (bad.length > 0) {
		return bad.map(({column, value}) => unreadable(line, column, value, example));
	}
	const [out, into] = read.map(({amount}) => amount);
	if ((out === undefined) === (into === undefined)) {
		const columns = `${debit[0]} / ${credit[0]}`;
		const expected = `${example} / –, – / ${example}`;
		return [unreadable(line, columns, `${debit[1]} / ${credit[1]}`, expected)];
	}
	return into ?? negate(out!);
}

function notZero(line: number, layout: CsvLayout, [column, value]: Named): Rupiah | Finding[] {
	const amount = readAmount(value, layout);
	if (amount !== undefined && !isZero(amount)) return amount;
	return [unreadable(line, column, value, amountExample(layout))];
}

function ofMark(
	line: number,
	layout: CsvLayout,
	{debitMark, creditMark}: {readonly debitMark: string; readonly creditMark: string},
	{written, mark}: {readonly written: Named; readonly mark: Named},
): Rupiah | Finding[] {
	const amount = notZero(line, layout, written);
	const findings = Array.isArray(amount) ? amount : [];
	const [column, value] = mark;
	const isOut = nameOf(value) === nameOf(debitMark);
	if (!isOut && nameOf(value) !== nameOf(creditMark)) {
		findings.push(unreadable(line, column, value, `${debitMark} / ${creditMark}`));
	}
	if (findings.length > 0) return findings;
	return isOut ? negate(amount as Rupiah) : amount;
}
