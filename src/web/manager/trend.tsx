import '@mantine/charts/styles.css';
import {LineChart} from '@mantine/charts';
import {Text} from '@mantine/core';
import {type Language, showMonth, showPercent, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {type Column, DataTable} from '../states/data-table.tsx';
import type {TrendRow} from './health.ts';

/** A ratio with four decimals as whole ten thousandths: where a line of the drawing goes. */
const height = (ratio: string | null): number | null =>
	ratio === null ? null : Number.parseInt(ratio.replace('.', ''), 10);

/** Ten thousandths as percent, for the marks beside the drawing. */
const showHeight = (value: number, language: Language): string => {
	const digits = String(Math.round(value)).padStart(5, '0');
	return showPercent(`${digits.slice(0, -4)}.${digits.slice(-4)}`, language);
};

const share = (ratio: string | null, language: Language): string =>
	ratio === null ? '—' : showPercent(ratio, language);

/** How the portfolio fared month by month, drawn and in rows. */
export function TrendView({months}: {readonly months: readonly TrendRow[]}) {
	const {manager} = useTexts();
	const language = useLanguage();
	if (months.length === 0) return <Text c="dimmed">{manager.kelurahan.noTrend}</Text>;
	const data = months.map(({on, ratios}) => ({
		month: showMonth(on, language),
		par30: height(ratios.par30),
		par90: height(ratios.par90),
		remittance: height(ratios.remittanceRate),
	}));
	return (
		<>
			<div role="img" aria-label={manager.kelurahan.trendDrawn}>
				<LineChart
					h={260}
					mb="md"
					data={data}
					dataKey="month"
					withLegend
					curveType="linear"
					lineProps={{isAnimationActive: false}}
					valueFormatter={(value) => showHeight(value, language)}
					yAxisProps={{width: 64}}
					series={[
						{name: 'par30', label: manager.figures.par30, color: 'orange.7'},
						{
							name: 'par90',
							label: manager.kelurahan.par90,
							color: 'red.7',
							strokeDasharray: '6 4',
						},
						{
							name: 'remittance',
							label: manager.figures.remittanceRate,
							color: 'teal.7',
							strokeDasharray: '2 3',
						},
					]}
				/>
			</div>
			<TrendTable months={months} />
		</>
	);
}

function TrendTable({months}: {readonly months: readonly TrendRow[]}) {
	const {manager, reports} = useTexts();
	const language = useLanguage();
	const ratio = (key: 'par30' | 'par90' | 'remittanceRate' | 'turnover', heading: string) => ({
		key,
		heading,
		isFigure: true,
		cell: ({ratios}: TrendRow) => share(ratios[key], language),
	});
	const columns: Column<TrendRow>[] = [
		{key: 'on', heading: manager.kelurahan.month, cell: ({on}) => showMonth(on, language)},
		ratio('par30', manager.figures.par30),
		ratio('par90', manager.kelurahan.par90),
		ratio('turnover', manager.figures.turnover),
		ratio('remittanceRate', manager.figures.remittanceRate),
		{
			key: 'held',
			heading: manager.figures.collectedNotRemitted,
			isFigure: true,
			cell: ({sums}) => showRupiah(sums.collectedNotRemitted, language),
		},
		{
			key: 'outstanding',
			heading: reports.columns.outstanding,
			isFigure: true,
			cell: ({sums}) => showRupiah(sums.outstandingPrincipal, language),
		},
	];
	return (
		<DataTable
			label={manager.kelurahan.trend}
			columns={columns}
			rows={[...months].reverse()}
			keyOf={({on}) => on}
		/>
	);
}
