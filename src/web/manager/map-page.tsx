import {Group, NativeSelect, SegmentedControl, Text, Title} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useBooks} from '../reports/ask.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {
	type Band,
	type FigureName,
	type HealthRow,
	type Kecamatan,
	type Place,
	bandOf,
	bandsOf,
	figureNames,
	figureOf,
	hasFund,
	sayFigure,
	useCity,
	useHealth,
} from './health.ts';
import {HealthTable} from './health-table.tsx';

/** The city of the fund manager: that of its book. */
function useCityRegion() {
	const books = useBooks();
	return {books, region: books.data?.find(({kind}) => kind === 'city')?.region};
}

/** The city as tiles, one for each kelurahan, filled by the figure that one chooses. */
export function MapPage() {
	const {manager} = useTexts();
	const language = useLanguage();
	const {books, region} = useCityRegion();
	const health = useHealth(region);
	const city = useCity(region);
	const [figure, setFigure] = useState<FigureName>('grade');
	const [view, setView] = useState('map');
	return (
		<>
			<PageHead
				title={manager.map.title}
				hint={health.data ? manager.map.asOf(showDate(health.data.meta.asOf, language)) : '…'}
			/>
			<Group align="flex-end" mb="md" className="no-print">
				<NativeSelect
					label={manager.map.figure}
					value={figure}
					data={figureNames.map((value) => ({value, label: manager.figures[value]}))}
					onChange={({currentTarget}) => {
						const chosen = figureNames.find((name) => name === currentTarget.value);
						if (chosen) setFigure(chosen);
					}}
				/>
				<SegmentedControl
					value={view}
					onChange={setView}
					aria-label={manager.map.view}
					data={[
						{value: 'map', label: manager.map.tiles},
						{value: 'table', label: manager.map.table},
					]}
				/>
			</Group>
			<Answer of={books}>
				{() => (region === undefined ? <Notice title={manager.map.noCity} /> : null)}
			</Answer>
			{region === undefined ? null : (
				<Answer of={health} rows={8}>
					{({rows}) => (
						<Answer of={city} rows={8}>
							{(kecamatan) =>
								view === 'map' ? (
									<Tiles kecamatan={kecamatan} rows={rows} figure={figure} />
								) : (
									<HealthTable rows={rows} />
								)
							}
						</Answer>
					)}
				</Answer>
			)}
		</>
	);
}

type TilesProps = {
	readonly kecamatan: readonly Kecamatan[];
	readonly rows: readonly HealthRow[];
	readonly figure: FigureName;
};

function Tiles({kecamatan, rows, figure}: TilesProps) {
	const funded = rows.filter((row) => hasFund(row));
	const bands = bandsOf(funded, figure);
	const byCode = new Map(funded.map((row) => [row.region, row]));
	return (
		<>
			<Legend bands={bands} figure={figure} />
			{kecamatan.map(({code, name, kelurahan}) => (
				<section key={code} aria-labelledby={`kecamatan-${code}`}>
					<Title order={2} size="h4" mt="md" mb="xs" id={`kecamatan-${code}`}>
						{name}
					</Title>
					<ul className="tiles">
						{kelurahan.map((place) => (
							<Tile
								key={place.code}
								place={place}
								row={byCode.get(place.code)}
								figure={figure}
								bands={bands}
							/>
						))}
					</ul>
				</section>
			))}
		</>
	);
}

type TileProps = {
	readonly place: Place;
	readonly row: HealthRow | undefined;
	readonly figure: FigureName;
	readonly bands: readonly Band[];
};

function Tile({place, row, figure, bands}: TileProps) {
	const texts = useTexts();
	const language = useLanguage();
	const value = row && figureOf(row, figure);
	const band = value === undefined ? undefined : bandOf(bands, figure, value);
	const said = row ? sayFigure(figure, value, texts, language) : texts.manager.map.noFund;
	const inside = (
		<>
			<Swatch band={band} figure={figure} />
			<span className="tile-name">{place.name}</span>
			<span className="tile-value">{said}</span>
		</>
	);
	return (
		<li>
			{row ? (
				<Link href={`/pengelola/kelurahan/${place.code}`} className="tile">
					{inside}
				</Link>
			) : (
				<span className="tile" data-empty="true">
					{inside}
				</span>
			)}
		</li>
	);
}

/** The filling of a band: a colour, a pattern and a number, each of which says it alone. */
function Swatch({band, figure}: {readonly band: Band | undefined; readonly figure: FigureName}) {
	const kind = figure === 'grade' ? 'grade' : 'band';
	return (
		<span
			className="swatch"
			data-band={band === undefined ? 'none' : `${kind}-${String(band.position)}`}
			aria-hidden="true"
		>
			<span className="swatch-number">{band === undefined ? '–' : String(band.position + 1)}</span>
		</span>
	);
}

type LegendProps = {readonly bands: readonly Band[]; readonly figure: FigureName};

function Legend({bands, figure}: LegendProps) {
	const texts = useTexts();
	const language = useLanguage();
	const {manager} = texts;
	return (
		<div className="legend" role="group" aria-label={manager.map.legend}>
			<Text size="sm" fw={600}>
				{manager.figures[figure]}
			</Text>
			{bands.map((band) => {
				const [from, to] = [band.from, band.to].map((value) =>
					sayFigure(figure, value, texts, language),
				);
				return (
					<span key={band.position} className="legend-entry">
						<Swatch band={band} figure={figure} />
						<Text size="sm" component="span">
							{from === to ? from : manager.map.range(from ?? '', to ?? '')}
						</Text>
					</span>
				);
			})}
			<span className="legend-entry">
				<Swatch band={undefined} figure={figure} />
				<Text size="sm" component="span">
					{manager.map.noFund}
				</Text>
			</span>
		</div>
	);
}
