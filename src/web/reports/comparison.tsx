import {Group, NativeSelect} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {type JsonObject, isObject} from '../api/json.ts';
import {DateField} from '../fields/typed-field.tsx';
import {showDate, subtractRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {askWhole, withQuery} from './ask.ts';
import {PartTitle} from './report-table.tsx';
import {type Compared, type ReportTable, amountKeys, compareTables, tablesOf} from './tables.ts';
import {headingOf, showCell, showFigure} from './words.ts';

export type ComparisonProps = {
	/** The question, as of the later day. */
	readonly address: string;
	readonly after: readonly JsonObject[];
	/** The day to compare with; none where nothing is compared. */
	readonly on: string | undefined;
	readonly onChoose: (on: string | undefined) => void;
};

/** The same report of another day, and what is different. */
export function Comparison({address, on, onChoose}: ComparisonProps) {
	const {reports} = useTexts();
	const [typed, setTyped] = useState<string | undefined>(on ?? '');
	return (
		<>
			<Group mb="md" align="flex-end" className="no-print">
				<DateField
					label={reports.compare}
					description={reports.compareHint}
					value={typed}
					onValue={setTyped}
					onBlur={() => {
						if (typed !== undefined && typed !== (on ?? '')) {
							onChoose(typed === '' ? undefined : typed);
						}
					}}
					onKeyDown={({key, currentTarget}) => {
						if (key === 'Enter') currentTarget.blur();
					}}
				/>
			</Group>
			{on === undefined ? null : <TwoDays address={address} on={on} />}
		</>
	);
}

const asOfOf = ({meta}: JsonObject): string =>
	isObject(meta) && typeof meta.asOf === 'string' ? meta.asOf : '';

function TwoDays({address, on}: {readonly address: string; readonly on: string}) {
	const {reports} = useTexts();
	const language = useLanguage();
	const [chosen, setChosen] = useState<string | undefined>(undefined);
	const texts = useTexts();
	const query = useQuery({
		queryKey: ['report-of-two-days', address, on],
		queryFn: async () => Promise.all([askWhole(withQuery(address, {asOf: on})), askWhole(address)]),
	});
	return (
		<Answer of={query} rows={8} rowHeight={40}>
			{([before, after]) => {
				const tables = tablesOf(after, language);
				const olders = tablesOf(before, language);
				const figures = [...new Set([...tables, ...olders].flatMap((one) => amountKeys(one)))];
				const figure = chosen ?? figures[0];
				if (figure === undefined) return null;
				return (
					<>
						<NativeSelect
							className="no-print"
							label={reports.figure}
							maw={320}
							mb="md"
							data={figures.map((value) => ({value, label: headingOf(value, texts)}))}
							value={figure}
							onChange={({currentTarget}) => {
								setChosen(currentTarget.value);
							}}
						/>
						{tables
							.filter((table) => amountKeys(table).includes(figure))
							.map((table) => (
								<ComparedTable
									key={table.key}
									before={olders.find(({key}) => key === table.key) ?? nothingLike(table)}
									after={table}
									figure={figure}
									days={[on, asOfOf(after)]}
								/>
							))}
					</>
				);
			}}
		</Answer>
	);
}

const nothingLike = ({key, keys}: ReportTable): ReportTable => ({key, keys, rows: []});

type ComparedProps = {
	readonly before: ReportTable;
	readonly after: ReportTable;
	readonly figure: string;
	readonly days: readonly [string, string];
};

function ComparedTable({before, after, figure, days}: ComparedProps) {
	const texts = useTexts();
	const language = useLanguage();
	const rows = compareTables(before, after, figure);
	const named = after.keys.filter((key) => rows.some(({cells}) => (cells[key] ?? null) !== null));
	const show = (amount: string | undefined): string =>
		amount === undefined ? '—' : showFigure(amount, language);
	const columns: Column<Compared>[] = [
		...named.map((key) => ({
			key,
			heading: headingOf(key, texts),
			cell: ({cells}: Compared) => showCell(key, cells[key] ?? null, texts, language),
		})),
		{
			key: 'before',
			heading: texts.reports.then(showDate(days[0], language)),
			isFigure: true,
			cell: (row) => show(row.before),
		},
		{
			key: 'after',
			heading: texts.reports.then(showDate(days[1], language)),
			isFigure: true,
			cell: (row) => show(row.after),
		},
		{
			key: 'difference',
			heading: texts.reports.difference,
			isFigure: true,
			cell: (row) => show(subtractRupiah(row.after ?? '0', row.before ?? '0')),
		},
	];
	const title = headingOf(after.key, texts);
	return (
		<>
			{after.key === 'rows' ? null : <PartTitle>{title}</PartTitle>}
			<DataTable label={title} columns={columns} rows={rows} keyOf={({id}) => id} />
		</>
	);
}
