import {Text} from '@mantine/core';
import {showDate, showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Behind} from '../reports/behind.tsx';
import {PartTitle} from '../reports/report-table.tsx';
import {headingOf, showFigure, wordOf} from '../reports/words.ts';
import {type Column, DataTable} from '../states/data-table.tsx';
import type {Explanation} from './explanation.ts';

type Entry = Explanation['entries'][number];
type Kind = Explanation['movements']['kinds'][number];
type Assertion = Explanation['assertions'][number];
type Closing = Explanation['closings'][number];

export type ExplainedProps = {
	readonly explanation: Explanation;
	/** The entries of all pages that were asked for. */
	readonly entries: readonly Entry[];
};

/** The parts of an explanation: the opening, what moved it, and what it was held against. */
export function Explained({explanation, entries}: ExplainedProps) {
	const {auditor, reports} = useTexts();
	const language = useLanguage();
	const {opening, chain, meta} = explanation;
	const tip = chain.tip;
	return (
		<>
			<PartTitle>{auditor.explain.opening}</PartTitle>
			<Text>
				{auditor.explain.openings[opening.basis](
					showDate(opening.on, language),
					showFigure(opening.balance, language),
				)}
			</Text>
			<PartTitle>{auditor.explain.movements}</PartTitle>
			<Kinds kinds={explanation.movements.kinds} />
			<PartTitle>{auditor.explain.entries}</PartTitle>
			<Entries entries={entries} book={meta.book} />
			<PartTitle>{auditor.explain.assertions}</PartTitle>
			<Assertions assertions={explanation.assertions} />
			<PartTitle>{auditor.explain.closings}</PartTitle>
			<Closings closings={explanation.closings} />
			<PartTitle>{auditor.explain.chain}</PartTitle>
			<dl className="facts">
				<div>
					<dt>{auditor.explain.tip}</dt>
					<dd>{tip === null ? '—' : `${String(tip.number)} · ${tip.hash}`}</dd>
				</div>
				<div>
					<dt>{reports.checkpoint}</dt>
					<dd>
						{chain.checkpoint === null
							? reports.noCheckpoint
							: `${String(chain.checkpoint.sequence)} · ${chain.checkpoint.logRoot}`}
					</dd>
				</div>
			</dl>
		</>
	);
}

function Kinds({kinds}: {readonly kinds: readonly Kind[]}) {
	const texts = useTexts();
	const language = useLanguage();
	const columns: Column<Kind>[] = [
		{
			key: 'kind',
			heading: texts.reports.columns.kind,
			width: 220,
			cell: ({kind}) => wordOf(kind, texts),
		},
		{
			key: 'entries',
			heading: texts.reports.columns.entries,
			isFigure: true,
			cell: ({entries}) => String(entries),
		},
		...(['increase', 'decrease'] as const).map((key) => ({
			key,
			heading: texts.reports.columns[key],
			isFigure: true,
			cell: (row: Kind) => showFigure(row[key], language),
		})),
	];
	return (
		<DataTable
			label={texts.auditor.explain.movements}
			columns={columns}
			rows={kinds}
			keyOf={({kind}) => kind}
		/>
	);
}

function Entries({entries, book}: {readonly entries: readonly Entry[]; readonly book: string}) {
	const texts = useTexts();
	const language = useLanguage();
	const figure = (key: 'debit' | 'credit' | 'balanceAfter'): Column<Entry> => ({
		key,
		heading: key === 'balanceAfter' ? texts.reports.columns.balance : headingOf(key, texts),
		isFigure: true,
		cell: (entry) => showFigure(entry[key], language),
	});
	const columns: Column<Entry>[] = [
		{
			key: 'number',
			heading: texts.reports.columns.entry,
			width: 90,
			cell: ({number}) => (
				<Behind to={`/v1/books/${book}/entries/${String(number)}`}>{String(number)}</Behind>
			),
		},
		{
			key: 'effectiveOn',
			heading: texts.reports.columns.effectiveOn,
			cell: ({effectiveOn}) => showDate(effectiveOn, language),
		},
		{
			key: 'kind',
			heading: texts.reports.columns.kind,
			cell: ({kind}) => wordOf(kind, texts),
		},
		{key: 'document', heading: texts.reports.columns.document, cell: ({document}) => document},
		{key: 'actor', heading: texts.reports.columns.actor, cell: ({actor}) => actor, width: 100},
		figure('debit'),
		figure('credit'),
		figure('balanceAfter'),
	];
	return (
		<DataTable
			label={texts.auditor.explain.entries}
			columns={columns}
			rows={entries}
			keyOf={({number}) => String(number)}
		/>
	);
}

function Assertions({assertions}: {readonly assertions: readonly Assertion[]}) {
	const {auditor, reports} = useTexts();
	const language = useLanguage();
	if (assertions.length === 0) return <Text c="dimmed">{auditor.explain.noAssertions}</Text>;
	const columns: Column<Assertion>[] = [
		{
			key: 'on',
			heading: reports.columns.on,
			cell: ({assertedOn}) => showDate(assertedOn, language),
		},
		{key: 'document', heading: reports.columns.document, cell: ({document}) => document},
		{key: 'by', heading: reports.columns.actor, cell: ({assertedBy}) => assertedBy},
		{
			key: 'amount',
			heading: reports.columns.amount,
			isFigure: true,
			cell: ({amount}) => showFigure(amount, language),
		},
		{
			key: 'difference',
			heading: reports.columns.difference,
			isFigure: true,
			cell: ({difference}) => (difference === null ? '—' : showFigure(difference, language)),
		},
		{
			key: 'holds',
			heading: auditor.explain.holds,
			cell: ({holds}) => (holds === null ? '—' : holds ? reports.yes : reports.no),
		},
	];
	return (
		<DataTable
			label={auditor.explain.assertions}
			columns={columns}
			rows={assertions}
			keyOf={({number}) => String(number)}
		/>
	);
}

function Closings({closings}: {readonly closings: readonly Closing[]}) {
	const {auditor, reports} = useTexts();
	const language = useLanguage();
	if (closings.length === 0) return <Text c="dimmed">{auditor.explain.noClosings}</Text>;
	const columns: Column<Closing>[] = [
		{key: 'month', heading: auditor.explain.month, cell: ({month}) => month},
		{key: 'by', heading: auditor.explain.confirmedBy, cell: ({confirmedBy}) => confirmedBy},
		{
			key: 'at',
			heading: auditor.explain.confirmedAt,
			width: 180,
			cell: ({confirmedAt}) => showMoment(confirmedAt, language),
		},
		{
			key: 'frozen',
			heading: auditor.explain.frozen,
			isFigure: true,
			cell: ({frozen}) => showFigure(frozen, language),
		},
		{
			key: 'now',
			heading: reports.columns.knownNow,
			isFigure: true,
			cell: ({balance}) => showFigure(balance, language),
		},
		{
			key: 'holds',
			heading: auditor.explain.holds,
			cell: ({holds}) => (holds ? reports.yes : reports.no),
		},
	];
	return (
		<DataTable
			label={auditor.explain.closings}
			columns={columns}
			rows={closings}
			keyOf={({month, sequence}) => `${month} ${String(sequence)}`}
		/>
	);
}
