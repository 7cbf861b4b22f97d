import {Anchor} from '@mantine/core';
import {Link} from 'wouter';
import {useLanguage, useTexts} from '../language.ts';
import {type Column, DataTable} from '../states/data-table.tsx';
import {type HealthRow, figureNames, figureOf, sayFigure} from './health.ts';

/** The same as the map says, in rows: every kelurahan with every figure. */
export function HealthTable({rows}: {readonly rows: readonly HealthRow[]}) {
	const texts = useTexts();
	const language = useLanguage();
	const {manager} = texts;
	const columns: Column<HealthRow>[] = [
		{
			key: 'name',
			heading: manager.map.kelurahan,
			width: 170,
			cell: ({region, name}) => (
				<Anchor component={Link} href={`/pengelola/kelurahan/${region}`} inherit underline="always">
					{name}
				</Anchor>
			),
		},
		...figureNames.map((name) => ({
			key: name,
			heading: manager.figures[name],
			isFigure: name !== 'grade',
			width: name === 'grade' ? 120 : 140,
			cell: (row: HealthRow) => {
				const value = figureOf(row, name);
				return value === undefined ? '—' : sayFigure(name, value, texts, language);
			},
		})),
	];
	return (
		<DataTable
			label={manager.map.title}
			columns={columns}
			rows={rows}
			keyOf={({region}) => region}
		/>
	);
}
