import {Button, Group, Stack, Text} from '@mantine/core';
import {useInfiniteQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {useLocation, useSearch} from 'wouter';
import {type JsonObject, isObject, listOf} from '../api/json.ts';
import {useToday} from '../api/today.ts';
import {showCount} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer, Loading} from '../states/answer.tsx';
import {NotFound} from '../states/boundary.tsx';
import {Failure} from '../states/failure.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {ReportAbout} from './about.tsx';
import {
	type Catalogued,
	Unfinished,
	askReport,
	useAllocations,
	useBooks,
	useCatalogue,
	withQuery,
} from './ask.ts';
import {useBase} from '../shell/base.ts';
import {Comparison} from './comparison.tsx';
import {Downloads} from './downloads.tsx';
import {type Question, QuestionForm} from './question-form.tsx';
import {Facts, PartTitle, ReportTableView} from './report-table.tsx';
import {type ReportTable, tablesOf, totalsOf} from './tables.ts';
import {headingOf} from './words.ts';

/** A report, asked by its own question, whichever it is. */
export function ReportPage({name}: {readonly name: string}) {
	const catalogue = useCatalogue();
	return (
		<Answer of={catalogue} rows={8}>
			{(reports) => {
				const report = reports.find((one) => one.name === name);
				return report ? <Report key={name} report={report} /> : <NotFound />;
			}}
		</Answer>
	);
}

const compareName = 'bandingkan';

/** The reports that tell of the city's book and of no cooperative's. */
const ofTheCity = new Set(['revolving-fund-annex']);

/** What must be asked and was not, by what is nearest: the first book, the year so far. */
function useDefaults(report: Catalogued, given: Question): Question | undefined {
	const needs = report.question.filter(({isRequired}) => isRequired).map(({name}) => name);
	const missing = needs.filter((name) => given[name] === undefined);
	const books = useBooks();
	const kind = ofTheCity.has(report.name) ? 'city' : undefined;
	const fitting = books.data?.find((one) => kind === undefined || one.kind === kind);
	const book = given.book ?? fitting?.code;
	const today = useToday();
	const isFund = missing.includes('allocation');
	const allocation = useAllocations(isFund).data?.[0]?.id;
	const year = today.data?.slice(0, 4);
	const known: Readonly<Record<string, string | undefined>> = {
		book,
		allocation,
		...(year === undefined ? {} : {from: `${year}-01-01`, year}),
	};
	const isPending =
		(missing.includes('book') && books.isPending) ||
		(missing.some((one) => one === 'from' || one === 'year') && today.isPending);
	if (isPending) return undefined;
	const found = missing.filter((name) => known[name] !== undefined);
	return {...Object.fromEntries(found.map((name) => [name, known[name]!])), ...given};
}

function Report({report}: {readonly report: Catalogued}) {
	const language = useLanguage();
	const search = useSearch();
	const params = new URLSearchParams(search);
	const compareOn = params.get(compareName) ?? undefined;
	params.delete(compareName);
	const question = useDefaults(report, Object.fromEntries(params));
	return (
		<>
			<PageHead
				title={language === 'id' ? report.titleId : report.titleEn}
				hint={language === 'en' ? report.summary : undefined}
			/>
			{question === undefined ? (
				<Loading rows={6} />
			) : (
				<AskedReport key={search} report={report} question={question} compareOn={compareOn} />
			)}
		</>
	);
}

type AskedProps = {
	readonly report: Catalogued;
	readonly question: Question;
	readonly compareOn: string | undefined;
};

/** Up to how many rows are asked for at once, of a report that comes in pages. */
const rowsAtOnce = '1000';

function useReport(report: Catalogued, question: Question) {
	const [progress, setProgress] = useState<number | undefined>(undefined);
	const isPaged = report.question.some(({name}) => name === 'limit');
	const isWhole = report.question
		.filter(({isRequired}) => isRequired)
		.every(({name}) => question[name] !== undefined);
	const address = withQuery(report.address, {
		...question,
		...(isPaged ? {limit: rowsAtOnce} : {}),
	});
	const query = useInfiniteQuery({
		queryKey: ['report', address],
		enabled: isWhole,
		initialPageParam: '',
		queryFn: async ({pageParam}) =>
			askReport(pageParam === '' ? address : withQuery(address, {cursor: pageParam}), setProgress),
		getNextPageParam: (last) => (typeof last.nextCursor === 'string' ? last.nextCursor : undefined),
	});
	return {query, progress, isWhole, address: withQuery(report.address, question)};
}

function AskedReport({report, question, compareOn}: AskedProps) {
	const texts = useTexts();
	const base = useBase();
	const [, go] = useLocation();
	const {query, progress, isWhole, address} = useReport(report, question);
	const to = (asked: Question, on = compareOn): string =>
		withQuery(`${base}/laporan/${report.name}`, {
			...asked,
			...(on === undefined || on === '' ? {} : {[compareName]: on}),
		});
	const canCompare = report.question.some(({name}) => name === 'asOf');
	return (
		<>
			<QuestionForm
				report={report}
				question={question}
				error={query.error}
				onAsk={(asked) => {
					if (to(asked) === to(question)) void query.refetch();
					else go(to(asked));
				}}
			/>
			<ReportState query={query} progress={progress} isWhole={isWhole} />
			{query.data ? (
				<>
					<Downloads report={report} address={address} />
					{canCompare ? (
						<Comparison
							address={address}
							after={query.data.pages}
							on={compareOn}
							onChoose={(on) => {
								go(to(question, on));
							}}
						/>
					) : null}
					{compareOn === undefined ? <ReportBody pages={query.data.pages} /> : null}
					{query.hasNextPage ? (
						<Group justify="center" my="md" className="no-print">
							<Button
								variant="default"
								loading={query.isFetchingNextPage}
								onClick={() => void query.fetchNextPage()}
							>
								{texts.reports.loadMore}
							</Button>
						</Group>
					) : null}
					<ReportAbout body={query.data.pages[0]!} source={report.source} />
				</>
			) : null}
		</>
	);
}

type StateProps = {
	readonly query: ReturnType<typeof useReport>['query'];
	readonly progress: number | undefined;
	readonly isWhole: boolean;
};

/** Until the report is there: that it is asked for, how far it is, or why it is not. */
function ReportState({query, progress, isWhole}: StateProps) {
	const {reports} = useTexts();
	if (!isWhole) return <Notice title={reports.askFirst} />;
	if (query.data) return null;
	if (query.error instanceof Unfinished) {
		return <Notice title={reports.jobFailed} hint={query.error.message} />;
	}
	if (query.error) return <Failure error={query.error} again={() => void query.refetch()} />;
	return (
		<>
			{progress === undefined ? null : (
				<Text mb="sm" role="status">
					{reports.preparing(String(progress))}
				</Text>
			)}
			<Loading rows={8} rowHeight={40} />
		</>
	);
}

/** All pages as one answer. */
export function joined(pages: readonly JsonObject[]): JsonObject {
	const [first] = pages;
	if (!first || pages.length === 1) return first ?? {};
	return {...first, rows: pages.flatMap(({rows}) => listOf(rows))};
}

/** The code of the book that a report tells of. */
export function bookOf({meta}: JsonObject): string | undefined {
	if (!isObject(meta)) return undefined;
	if (typeof meta.book === 'string') return meta.book;
	return isObject(meta.book) && typeof meta.book.code === 'string' ? meta.book.code : undefined;
}

/** What a report says: its tables, and below them what they come to. */
export function ReportBody({pages}: {readonly pages: readonly JsonObject[]}) {
	const texts = useTexts();
	const language = useLanguage();
	const body = joined(pages);
	const tables = tablesOf(body, language);
	const totals = totalsOf(body, language);
	const rows = tables.find(({key}) => key === 'rows');
	const isBelow = rows !== undefined && totals !== undefined;
	if (tables.length === 0) return <Notice title={texts.reports.noRows} />;
	const titleOf = ({key}: ReportTable): string => headingOf(key, texts);
	return (
		<Stack gap="xs">
			{rows ? (
				<Text size="sm" c="dimmed" role="status">
					{texts.reports.rows(showCount(rows.rows.length, language))}
				</Text>
			) : null}
			{tables.map((table) => (
				<div key={table.key}>
					{table.key === 'rows' ? null : <PartTitle>{titleOf(table)}</PartTitle>}
					<ReportTableView
						table={table}
						book={bookOf(body)}
						label={titleOf(table)}
						totals={table.key === 'rows' ? totals : undefined}
					/>
				</div>
			))}
			{totals ? <OtherTotals totals={totals} below={isBelow ? rows.keys : []} /> : null}
		</Stack>
	);
}

type OtherTotalsProps = {
	readonly totals: NonNullable<ReturnType<typeof totalsOf>>;
	readonly below: readonly string[];
};

/** What the report comes to, as far as no column says it. */
function OtherTotals({totals, below}: OtherTotalsProps) {
	const {reports} = useTexts();
	const others = Object.entries(totals.cells).filter(
		([key, value]) => !below.includes(key) && value !== null,
	);
	if (others.length === 0) return null;
	return (
		<>
			<PartTitle>{reports.total}</PartTitle>
			<Facts cells={Object.fromEntries(others)} links={totals.links} />
		</>
	);
}
