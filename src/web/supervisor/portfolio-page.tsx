import {Anchor, Badge, Card, Group, SimpleGrid, Text} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {Link} from 'wouter';
import type {operations} from '../api/schema.d.ts';
import {addRupiah, compareRupiah, showPercent, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {askReport, askWhole, useBooks} from '../reports/ask.ts';
import {BookSelect} from '../reports/book-select.tsx';
import {PartTitle} from '../reports/report-table.tsx';
import {showFigure} from '../reports/words.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';

type Portfolio =
	operations['get-v1-reports-loan-portfolio']['responses'][200]['content']['application/json'];
type Loan = Portfolio['rows'][number];
type Ageing = operations['get-v1-reports-ageing']['responses'][200]['content']['application/json'];

/** The loans of a cooperative: what is outstanding, who is late, and who looks after whom. */
export function PortfolioPage() {
	const {supervisor} = useTexts();
	const books = useBooks();
	const [book, setBook] = useState('');
	return (
		<>
			<PageHead title={supervisor.portfolio.title} hint={supervisor.portfolio.hint} />
			<Answer of={books} rows={1}>
				{() => (
					<Group mb="md" className="no-print">
						<BookSelect value={book} onValue={setBook} isOfCooperatives />
					</Group>
				)}
			</Answer>
			{book === '' ? null : <Loans book={book} />}
		</>
	);
}

function Loans({book}: {readonly book: string}) {
	const {supervisor, products} = useTexts();
	const portfolio = useQuery({
		queryKey: ['portfolio', book],
		queryFn: async () =>
			(await askWhole(
				`/v1/reports/loan-portfolio?book=${book}&limit=1000`,
			)) as unknown as Portfolio,
	});
	const ageing = useQuery({
		queryKey: ['ageing', book],
		queryFn: async () =>
			(await askReport(`/v1/reports/ageing?book=${book}&limit=1000`)) as unknown as Ageing,
	});
	return (
		<>
			<Answer of={ageing} rows={1} rowHeight={{base: 264, md: 170, lg: 78}}>
				{({totals}) => <Ages totals={totals} />}
			</Answer>
			<Answer of={portfolio} rows={8} rowHeight={44}>
				{({rows}) => {
					const late = rows.filter(({daysPastDue}) => daysPastDue > 0);
					return (
						<>
							<PartTitle>{supervisor.portfolio.byOfficer}</PartTitle>
							<Officers loans={rows} />
							<PartTitle>{supervisor.portfolio.late}</PartTitle>
							{late.length === 0 ? (
								<Notice title={supervisor.portfolio.noneLate} />
							) : (
								<LoanTable loans={late} label={supervisor.portfolio.late} />
							)}
							<PartTitle>{supervisor.portfolio.all}</PartTitle>
							<LoanTable loans={rows} label={supervisor.portfolio.all} />
						</>
					);
				}}
			</Answer>
			<Group mt="lg" className="no-print">
				<Anchor component={Link} href="/penyelia/produk" underline="always">
					{products.title}
				</Anchor>
				{(['loan-portfolio', 'ageing', 'collections', 'portfolio-trend'] as const).map((name) => (
					<Anchor
						key={name}
						component={Link}
						href={`/penyelia/laporan/${name}?book=${book}`}
						underline="always"
					>
						{supervisor.portfolio.reports[name]}
					</Anchor>
				))}
			</Group>
		</>
	);
}

function Ages({totals}: {readonly totals: Ageing['totals']}) {
	const {supervisor} = useTexts();
	const language = useLanguage();
	const share = (ratio: string | null): string =>
		ratio === null ? '—' : showPercent(ratio, language);
	const figures: readonly (readonly [string, string])[] = [
		[supervisor.portfolio.outstanding, showRupiah(totals.balance, language)],
		[supervisor.portfolio.arrears, showRupiah(totals.late, language)],
		[supervisor.portfolio.par1, share(totals.par1)],
		[supervisor.portfolio.par30, share(totals.par30)],
		[supervisor.portfolio.par90, share(totals.par90)],
	];
	return (
		<SimpleGrid cols={{base: 2, md: 3, lg: 5}} spacing="sm">
			{figures.map(([label, value]) => (
				<Card key={label} withBorder padding="sm">
					<Text size="sm" c="dimmed">
						{label}
					</Text>
					<Text fw={700} fz="lg" style={{overflowWrap: 'anywhere'}}>
						{value}
					</Text>
				</Card>
			))}
		</SimpleGrid>
	);
}

type Officer = {
	readonly name: string | null;
	readonly loans: number;
	readonly late: number;
	readonly principal: string;
	readonly arrears: string;
};

/** What each officer looks after, added up from the list as whole sen. */
export function officersOf(loans: readonly Loan[]): Officer[] {
	const names = [...new Set(loans.map(({officer}) => officer))];
	return names
		.map((name) => {
			const own = loans.filter(({officer}) => officer === name);
			return {
				name,
				loans: own.length,
				late: own.filter(({daysPastDue}) => daysPastDue > 0).length,
				principal: addRupiah(own.map(({principal}) => principal)),
				arrears: addRupiah(own.map(({arrears}) => arrears)),
			};
		})
		.sort((a, b) => compareRupiah(b.arrears, a.arrears));
}

function Officers({loans}: {readonly loans: readonly Loan[]}) {
	const {supervisor} = useTexts();
	const language = useLanguage();
	const columns: Column<Officer>[] = [
		{
			key: 'name',
			heading: supervisor.portfolio.officer,
			width: 180,
			cell: ({name}) => name ?? supervisor.portfolio.noOfficer,
		},
		...(['loans', 'late'] as const).map((key) => ({
			key,
			heading: supervisor.portfolio.counts[key],
			isFigure: true,
			cell: (one: Officer) => String(one[key]),
		})),
		...(['principal', 'arrears'] as const).map((key) => ({
			key,
			heading: supervisor.portfolio.sums[key],
			isFigure: true,
			cell: (one: Officer) => showFigure(one[key], language),
		})),
	];
	return (
		<DataTable
			label={supervisor.portfolio.byOfficer}
			columns={columns}
			rows={officersOf(loans)}
			keyOf={({name}) => name ?? ''}
		/>
	);
}

function LoanTable({loans, label}: {readonly loans: readonly Loan[]; readonly label: string}) {
	const {supervisor} = useTexts();
	const language = useLanguage();
	const columns: Column<Loan>[] = [
		{
			key: 'number',
			heading: supervisor.portfolio.number,
			width: 90,
			cell: ({number}) => String(number),
		},
		{
			key: 'member',
			heading: supervisor.portfolio.member,
			width: 190,
			cell: ({member}) => member ?? '—',
		},
		{key: 'officer', heading: supervisor.portfolio.officer, cell: ({officer}) => officer ?? '—'},
		...(['principal', 'owed', 'arrears'] as const).map((key) => ({
			key,
			heading: supervisor.portfolio.sums[key],
			isFigure: true,
			cell: (loan: Loan) => showFigure(loan[key], language),
		})),
		{
			key: 'days',
			heading: supervisor.portfolio.days,
			width: 110,
			isFigure: true,
			cell: ({daysPastDue}) =>
				daysPastDue === 0 ? (
					'0'
				) : (
					<Badge color="red" variant="light" tt="none">
						{String(daysPastDue)}
					</Badge>
				),
		},
	];
	return (
		<DataTable
			label={label}
			columns={columns}
			rows={loans}
			keyOf={({book, number}) => `${book ?? ''} ${String(number)}`}
		/>
	);
}
