import {Anchor, Card, SimpleGrid, Text} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {pageLimit} from '../api/pages.ts';
import {FindingTable} from '../findings/finding-table.tsx';
import {showDate, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Behind} from '../reports/behind.tsx';
import {PartTitle} from '../reports/report-table.tsx';
import {showFigure} from '../reports/words.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {type HealthRow, figureNames, figureOf, sayFigure, useHealth, useTrend} from './health.ts';
import {TrendView} from './trend.tsx';

/** One kelurahan: its figures, how they came to be so, and what was found about it. */
export function KelurahanPage({code}: {readonly code: string}) {
	const {manager} = useTexts();
	const language = useLanguage();
	const health = useHealth(code);
	const trend = useTrend(code);
	return (
		<Answer of={health} rows={6}>
			{({rows, meta}) => {
				const row = rows.find(({region}) => region === code);
				if (!row) return <Notice title={manager.map.noFund} />;
				return (
					<>
						<PageHead title={row.name} hint={manager.map.asOf(showDate(meta.asOf, language))} />
						<Figures row={row} />
						<PartTitle>{manager.kelurahan.trend}</PartTitle>
						<Answer of={trend} rows={1} rowHeight={300}>
							{({rows: months}) => <TrendView months={months} />}
						</Answer>
						<PartTitle>{manager.kelurahan.classes}</PartTitle>
						<Classes row={row} />
						<PartTitle>{manager.kelurahan.findings}</PartTitle>
						<Findings region={code} />
						<PartTitle>{manager.kelurahan.funds}</PartTitle>
						<Funds kelurahan={code} behind={row.funds} />
					</>
				);
			}}
		</Answer>
	);
}

function Figures({row}: {readonly row: HealthRow}) {
	const texts = useTexts();
	const language = useLanguage();
	return (
		<SimpleGrid cols={{base: 2, md: 3, lg: 5}} spacing="sm">
			{figureNames.map((name) => (
				<Card key={name} withBorder padding="sm">
					<Text size="sm" c="dimmed">
						{texts.manager.figures[name]}
					</Text>
					<Text fw={700} fz="lg" style={{overflowWrap: 'anywhere'}}>
						{sayFigure(name, figureOf(row, name), texts, language)}
					</Text>
				</Card>
			))}
		</SimpleGrid>
	);
}

type Valuation = HealthRow['valuations'][number];
type LoanClass = Valuation['classes'][number] & {readonly policy: string};

/** The loans by class, by every policy that classes them. */
function Classes({row}: {readonly row: HealthRow}) {
	const {manager, reports} = useTexts();
	const language = useLanguage();
	const classes: LoanClass[] = row.valuations.flatMap(({policy, classes: own}) =>
		own.map((one) => ({...one, policy})),
	);
	if (classes.length === 0) return <Text c="dimmed">{manager.kelurahan.noClasses}</Text>;
	const columns: Column<LoanClass>[] = [
		{key: 'policy', heading: reports.columns.policy, cell: ({policy}) => policy},
		{
			key: 'class',
			heading: reports.columns.className,
			width: 180,
			cell: ({nameId, nameEn}) => (language === 'id' ? nameId : nameEn),
		},
		{
			key: 'loans',
			heading: reports.columns.loans,
			isFigure: true,
			cell: ({loans}) => String(loans),
		},
		...(['principal', 'provision'] as const).map((key) => ({
			key,
			heading: reports.columns[key],
			isFigure: true,
			cell: (one: LoanClass) => showFigure(one[key], language),
		})),
	];
	return (
		<DataTable
			label={manager.kelurahan.classes}
			columns={columns}
			rows={classes}
			keyOf={({policy, code}) => `${policy} ${code}`}
		/>
	);
}

function Findings({region}: {readonly region: string}) {
	const {manager} = useTexts();
	const query = useQuery({
		queryKey: ['findings', {region}],
		queryFn: async () => {
			const params = {query: {region, limit: pageLimit}};
			return (await answerOf(api.GET('/v1/findings', {params}))).items;
		},
	});
	return (
		<Answer of={query} rows={1}>
			{(findings) =>
				findings.length === 0 ? (
					<Text c="dimmed">{manager.kelurahan.noFindings}</Text>
				) : (
					<FindingTable findings={findings} />
				)
			}
		</Answer>
	);
}

type FundsProps = {readonly kelurahan: string; readonly behind: readonly string[]};

function Funds({kelurahan, behind}: FundsProps) {
	const {reports} = useTexts();
	const language = useLanguage();
	const query = useQuery({
		queryKey: ['allocations', kelurahan],
		queryFn: async () => {
			const params = {query: {kelurahan, limit: pageLimit}};
			return (await answerOf(api.GET('/v1/allocations', {params}))).items;
		},
	});
	return (
		<Answer of={query} rows={1}>
			{(allocations) => (
				<SimpleGrid cols={{base: 1, sm: 2}} spacing="sm">
					{allocations.map(({id, agreementNumber, agreedOn, amount}) => (
						<Card key={id} withBorder padding="sm">
							<Anchor component={Link} href={`/pengelola/dana/${id}`} underline="always" fw={700}>
								{agreementNumber}
							</Anchor>
							<Text size="sm">
								{showDate(agreedOn, language)} · {showRupiah(amount, language)}
							</Text>
							{behind
								.filter((address) => address.includes(id))
								.map((address) => (
									<Text key={address} size="sm">
										<Behind to={address}>{reports.statementOf}</Behind>
									</Text>
								))}
						</Card>
					))}
				</SimpleGrid>
			)}
		</Answer>
	);
}
