import {Alert, Badge, Card, Group, SegmentedControl, Stack, Text} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {useLocation, useSearch} from 'wouter';
import type {operations} from '../api/schema.d.ts';
import {showDate, showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useToday} from '../api/today.ts';
import {askReport, useBooks, useCatalogue, withQuery} from '../reports/ask.ts';
import {Behind} from '../reports/behind.tsx';
import {Downloads} from '../reports/downloads.tsx';
import {type Question, QuestionForm} from '../reports/question-form.tsx';
import {PartTitle} from '../reports/report-table.tsx';
import {headingOf, showFigure, wordOf} from '../reports/words.ts';
import {Answer, Loading} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {PageHead} from '../states/page-head.tsx';

type Restatement =
	operations['get-v1-reports-restatement']['responses'][200]['content']['application/json'];
type Row = Restatement['rows'][number];
type Late = Restatement['entries'][number];

const address = '/v1/reports/restatement';

/** What became different since a moment: which figures, by which entries, by whom and why. */
export function RestatementPage() {
	const {auditor} = useTexts();
	const search = useSearch();
	const given: Question = Object.fromEntries(new URLSearchParams(search));
	const question = useQuestion(given);
	return (
		<>
			<PageHead title={auditor.restatement.title} hint={auditor.restatement.hint} />
			{question === undefined ? <Loading rows={4} /> : <Asked key={search} question={question} />}
		</>
	);
}

/** Without a question: the year before this month, as it was known when the month began. */
function useQuestion(given: Question): Question | undefined {
	const isAsked = given.book !== undefined;
	const book = useBooks().data?.[0]?.code;
	const day = useToday().data;
	if (isAsked) return given;
	if (book === undefined || day === undefined) return undefined;
	const since = `${day.slice(0, 7)}-01T00:00:00Z`;
	return {book, from: `${day.slice(0, 4)}-01-01`, to: day, since, ...given};
}

function Asked({question}: {readonly question: Question}) {
	const [, go] = useLocation();
	const catalogue = useCatalogue();
	const query = useQuery({
		queryKey: ['restatement', question],
		queryFn: async () => {
			const {book = '', from = '', to = '', since = '', knownAt} = question;
			const asked = {book, from, to, since, limit: '1000', ...(knownAt ? {knownAt} : {})};
			// However long it takes: one that is made apart is waited for.
			const text = new URLSearchParams(asked).toString();
			return (await askReport(`${address}?${text}`)) as unknown as Restatement;
		},
	});
	return (
		<Answer of={catalogue}>
			{(reports) => {
				const report = reports.find(({name}) => name === 'restatement');
				if (!report) return null;
				return (
					<>
						<QuestionForm
							report={report}
							question={question}
							error={query.error}
							onAsk={(asked) => {
								go(withQuery('/auditor/penyajian-ulang', asked));
							}}
						/>
						<Downloads report={report} address={withQuery(address, question)} />
						<Answer of={query}>{(answer) => <Shown answer={answer} />}</Answer>
					</>
				);
			}}
		</Answer>
	);
}

function Shown({answer}: {readonly answer: Restatement}) {
	const {auditor} = useTexts();
	const [isAll, setAll] = useState('changed');
	const {rows, entries, statement, nothingChanged, totals, meta} = answer;
	const shown = isAll === 'all' ? rows : rows.filter(({isChanged}) => isChanged);
	return (
		<>
			<Alert color={nothingChanged ? 'teal' : 'yellow'} role="status" title={statement} mb="md">
				{totals.isProven ? auditor.restatement.proven : auditor.restatement.notProven}
			</Alert>
			<PartTitle>{auditor.restatement.accounts}</PartTitle>
			<SegmentedControl
				className="no-print"
				mb="sm"
				value={isAll}
				onChange={setAll}
				aria-label={auditor.restatement.accounts}
				data={[
					{value: 'changed', label: auditor.restatement.changed},
					{value: 'all', label: auditor.restatement.all},
				]}
			/>
			{shown.length === 0 ? (
				<Text c="dimmed">{auditor.restatement.noneChanged}</Text>
			) : (
				<Accounts rows={shown} />
			)}
			<PartTitle>{auditor.restatement.entries}</PartTitle>
			{entries.length === 0 ? (
				<Text c="dimmed">{auditor.restatement.noEntries}</Text>
			) : (
				<Stack gap="sm">
					{entries.map((entry) => (
						<LateEntry key={entry.number} entry={entry} book={meta.book} />
					))}
				</Stack>
			)}
		</>
	);
}

const figures = ['knownThen', 'changeBefore', 'changeWithin', 'change', 'knownNow'] as const;

function Accounts({rows}: {readonly rows: readonly Row[]}) {
	const texts = useTexts();
	const language = useLanguage();
	const columns: Column<Row>[] = [
		{key: 'account', heading: headingOf('account', texts), cell: ({account}) => account, width: 90},
		{
			key: 'name',
			heading: headingOf('name', texts),
			width: 200,
			cell: ({nameId, nameEn}) => (language === 'id' ? nameId : nameEn),
		},
		...figures.map((key) => ({
			key,
			heading: headingOf(key, texts),
			isFigure: true,
			cell: (row: Row) => showFigure(row[key], language),
		})),
	];
	return (
		<DataTable
			label={texts.auditor.restatement.accounts}
			columns={columns}
			rows={rows}
			keyOf={({account}) => account}
		/>
	);
}

function LateEntry({entry, book}: {readonly entry: Late; readonly book: string}) {
	const texts = useTexts();
	const language = useLanguage();
	const {auditor} = texts;
	return (
		<Card withBorder padding="sm">
			<Group justify="space-between" align="flex-start">
				<div>
					<Text fw={700}>
						<Behind to={`/v1/books/${book}/entries/${String(entry.number)}`}>
							{auditor.entry.title(String(entry.number))}
						</Behind>
					</Text>
					<Text size="sm">
						{showDate(entry.effectiveOn, language)} · {wordOf(entry.kind, texts)}
					</Text>
				</div>
				<Badge tt="none" variant="light" color={entry.monthState === 'open' ? 'gray' : 'yellow'}>
					{auditor.restatement.monthStates[entry.monthState]}
				</Badge>
			</Group>
			<Text size="sm">{entry.reason}</Text>
			<Text size="sm" c="dimmed">
				{auditor.restatement.recorded(
					entry.actor,
					showMoment(entry.recordedAt, language),
					String(entry.daysLate),
				)}
			</Text>
			<Text size="sm" className="amount" style={{whiteSpace: 'normal'}}>
				{entry.lines
					.map(({account, debit, credit}) => {
						const isDebit = !/^0+(?:\.0+)?$/u.test(debit);
						const side = isDebit ? texts.reports.columns.debit : texts.reports.columns.credit;
						return `${account} ${side} ${showFigure(isDebit ? debit : credit, language)}`;
					})
					.join(' · ')}
			</Text>
		</Card>
	);
}
