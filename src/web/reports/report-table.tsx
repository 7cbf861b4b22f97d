import {Group, Title} from '@mantine/core';
import {Fragment} from 'react';
import type {Texts} from '../texts/id.ts';
import {useLanguage, useTexts} from '../language.ts';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Behind} from './behind.tsx';
import {type ReportRow, type ReportTable, kindOf} from './tables.ts';
import {headingOf, showCell} from './words.ts';

export type ReportTableViewProps = {
	readonly table: ReportTable;
	/** The book that is told of, for entries that are named by their number alone. */
	readonly book: string | undefined;
	readonly label: string;
	readonly totals?: ReportRow | undefined;
};

const figures = new Set(['amount', 'ratio', 'count']);

const isFigure = ({rows}: ReportTable, key: string): boolean =>
	rows.some(({cells}) => {
		const value = cells[key] ?? null;
		return value !== null && figures.has(kindOf(key, value));
	});

const widthOf = (table: ReportTable, key: string): number => {
	if (isFigure(table, key)) return 120;
	const longest = Math.max(...table.rows.map(({cells}) => String(cells[key] ?? '').length));
	return longest > 60 ? 260 : Math.min(200, 84 + longest * 4);
};

/** What is behind a cell: what the service says, or the entry that it names. */
function behindOf(row: ReportRow, key: string, book: string | undefined): string | undefined {
	const named = row.links[key];
	if (named !== undefined) return named;
	const {entry, book: own} = row.cells;
	const of = book ?? (typeof own === 'string' ? own : undefined);
	const isEntry = key === 'entry' && typeof entry === 'number' && of !== undefined;
	return isEntry ? `/v1/books/${of}/entries/${String(entry)}` : undefined;
}

/** A table of a report; its figures lead to what is behind them. */
export function ReportTableView({table, book, label, totals}: ReportTableViewProps) {
	const texts = useTexts();
	const language = useLanguage();
	const columns: Column<ReportRow>[] = table.keys.map((key) => ({
		key,
		heading: headingOf(key, texts),
		isFigure: isFigure(table, key),
		width: widthOf(table, key),
		onPaper: (row) => showCell(key, row.cells[key] ?? null, texts, language),
		cell: (row) => (
			<Behind to={behindOf(row, key, book)}>
				{showCell(key, row.cells[key] ?? null, texts, language)}
			</Behind>
		),
	}));
	const withBehind = table.rows.some(({behind}) => behind.length > 0)
		? [...columns, behindColumn(texts)]
		: columns;
	const shown =
		totals && totalsBelow(table, totals, (key, value) => showCell(key, value, texts, language));
	const first = table.keys[0];
	return (
		<DataTable
			label={label}
			columns={withBehind}
			rows={table.rows}
			keyOf={(_, index) => String(index)}
			totals={shown && first !== undefined ? {[first]: texts.reports.total, ...shown} : undefined}
		/>
	);
}

const behindColumn = (texts: Texts): Column<ReportRow> => ({
	key: 'behind',
	heading: texts.reports.details,
	width: 130,
	onPaper: () => '',
	cell: ({behind}) => (
		<Group gap="xs">
			{behind.map((to) => (
				<Fragment key={to}>
					<Behind to={to}>{texts.reports.statementOf}</Behind>
				</Fragment>
			))}
		</Group>
	),
});

/** Of what the report comes to, the figures that have a column; none where no column has one. */
function totalsBelow(
	{keys}: ReportTable,
	totals: ReportRow,
	show: (key: string, value: string | number | boolean | null) => string,
): Record<string, string> | undefined {
	const below = keys.filter((key) => (totals.cells[key] ?? null) !== null);
	if (below.length === 0) return undefined;
	return Object.fromEntries(below.map((key) => [key, show(key, totals.cells[key] ?? null)]));
}

export type FactsProps = {
	readonly cells: ReportRow['cells'];
	readonly links?: ReportRow['links'];
};

/** Figures by their names, where they are too few for a table. */
export function Facts({cells, links = {}}: FactsProps) {
	const texts = useTexts();
	const language = useLanguage();
	return (
		<dl className="facts">
			{Object.entries(cells).map(([key, value]) => (
				<div key={key}>
					<dt>{headingOf(key, texts)}</dt>
					<dd>
						<Behind to={links[key]}>{showCell(key, value, texts, language)}</Behind>
					</dd>
				</div>
			))}
		</dl>
	);
}

export function PartTitle({children}: {readonly children: string}) {
	return (
		<Title order={2} size="h4" mt="lg" mb="xs">
			{children}
		</Title>
	);
}
