import {Anchor, Badge, Button, Card, Group, List, Text} from '@mantine/core';
import {useMutation, useQuery} from '@tanstack/react-query';
import type {ReactNode} from 'react';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import type {operations} from '../api/schema.d.ts';
import {CheckFailure} from '../evidence/checkpoints-page.tsx';
import {checkEntry} from '../evidence/checks.ts';
import {Outcomes} from '../evidence/outcomes.tsx';
import {showDate, showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {PageHead} from '../states/page-head.tsx';
import {useBase} from '../shell/base.ts';
import {PartTitle} from './report-table.tsx';
import {showFigure, wordOf} from './words.ts';

type Entry =
	operations['get-v1-books-book-entries-number']['responses'][200]['content']['application/json'];
type Line = Entry['lines'][number];

export type EntryPageProps = {readonly book: string; readonly number: string};

/** One entry of a book: its lines, its papers, and that it is what was signed. */
export function EntryPage({book, number}: EntryPageProps) {
	const {auditor} = useTexts();
	const query = useQuery({
		queryKey: ['entry', book, number],
		queryFn: async () => {
			const params = {path: {book, number}};
			const [entry, accounts] = await Promise.all([
				answerOf(api.GET('/v1/books/{book}/entries/{number}', {params})),
				answerOf(api.GET('/v1/books/{book}/accounts', {params: {path: {book}}})),
			]);
			return {entry, accounts: accounts.items};
		},
	});
	return (
		<>
			<PageHead title={auditor.entry.title(number)} hint={book} />
			<Answer of={query} rows={4}>
				{({entry, accounts}) => (
					<>
						<EntryFacts entry={entry} />
						<PartTitle>{auditor.entry.lines}</PartTitle>
						<Lines lines={entry.lines} accounts={accounts} />
						<Papers entry={entry} />
						<Proof book={book} number={number} />
					</>
				)}
			</Answer>
		</>
	);
}

function EntryFacts({entry}: {readonly entry: Entry}) {
	const texts = useTexts();
	const language = useLanguage();
	const base = useBase();
	const {auditor} = texts;
	const receipt = /^(?:KW|SS|PS)/u.test(entry.document);
	const paper = `/v1/books/${entry.book}/receipts/${encodeURIComponent(entry.document)}/print`;
	return (
		<Card withBorder>
			<dl className="facts">
				<Fact label={auditor.entry.day}>{showDate(entry.effectiveOn, language)}</Fact>
				<Fact label={auditor.entry.kind}>{wordOf(entry.kind, texts)}</Fact>
				<Fact label={auditor.entry.document}>
					{receipt ? (
						<Anchor href={paper} target="_blank" inherit underline="always">
							{entry.document}
						</Anchor>
					) : (
						entry.document
					)}
				</Fact>
				<Fact label={auditor.entry.reason}>{entry.reason}</Fact>
				<Fact label={auditor.entry.actor}>{entry.actor}</Fact>
				<Fact label={auditor.entry.recordedAt}>{showMoment(entry.recordedAt, language)}</Fact>
				{entry.occurredOn === null ? null : (
					<Fact label={auditor.entry.occurredOn}>{showDate(entry.occurredOn, language)}</Fact>
				)}
				{entry.reverses === null ? null : (
					<Fact label={auditor.entry.reverses}>
						<Anchor
							component={Link}
							href={`${base}/buku/${entry.book}/jurnal/${String(entry.reverses)}`}
							underline="always"
						>
							{String(entry.reverses)}
						</Anchor>
					</Fact>
				)}
				<Fact label={auditor.entry.hash}>{entry.hash}</Fact>
				<Fact label={auditor.entry.previousHash}>{entry.previousHash}</Fact>
			</dl>
		</Card>
	);
}

function Fact({label, children}: {readonly label: string; readonly children: ReactNode}) {
	return (
		<div>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</div>
	);
}

type Account = {readonly code: string; readonly nameId: string; readonly nameEn: string};

type LinesProps = {readonly lines: readonly Line[]; readonly accounts: readonly Account[]};

function Lines({lines, accounts}: LinesProps) {
	const {reports, auditor} = useTexts();
	const language = useLanguage();
	const nameOf = (code: string): string => {
		const account = accounts.find((one) => one.code === code);
		return (language === 'id' ? account?.nameId : account?.nameEn) ?? '';
	};
	const columns: Column<Line>[] = [
		{key: 'account', heading: reports.columns.account, cell: ({account}) => account, width: 100},
		{
			key: 'name',
			heading: reports.columns.name,
			cell: ({account}) => nameOf(account),
			width: 240,
		},
		...(['debit', 'credit'] as const).map((side) => ({
			key: side,
			heading: reports.columns[side],
			isFigure: true,
			cell: (line: Line) => (line.side === side ? showFigure(line.amount, language) : '—'),
		})),
	];
	return (
		<DataTable
			label={auditor.entry.lines}
			columns={columns}
			rows={lines}
			keyOf={(_, index) => String(index)}
		/>
	);
}

type Paper = {
	readonly id: string;
	readonly name: string;
	readonly sha256: string;
	readonly href: string;
};

/** The papers of what an entry is about: of its loans and its funds. */
async function readPapers(lines: readonly Line[]): Promise<Paper[]> {
	const idsOf = (key: 'loan' | 'fund'): string[] => [
		...new Set(lines.map((line) => line[key]).filter((id) => id !== null)),
	];
	const loans = idsOf('loan').map(async (id) => {
		const params = {path: {id}};
		const {items} = await answerOf(api.GET('/v1/loans/{id}/attachments', {params}));
		return items.map((one) => ({...one, href: `/v1/loans/${id}/attachments/${one.id}`}));
	});
	const funds = idsOf('fund').map(async (id) => {
		const params = {path: {id}};
		const {items} = await answerOf(api.GET('/v1/allocations/{id}/attachments', {params}));
		return items.map((one) => ({...one, href: `/v1/allocations/${id}/attachments/${one.id}`}));
	});
	return (await Promise.all([...loans, ...funds])).flat();
}

function Papers({entry}: {readonly entry: Entry}) {
	const {auditor} = useTexts();
	const me = useMe();
	const isAllowed = may(me, 'attachment:read');
	const query = useQuery({
		queryKey: ['papers', entry.book, entry.number],
		enabled: isAllowed,
		queryFn: async () => readPapers(entry.lines),
	});
	return (
		<>
			<PartTitle>{auditor.entry.papers}</PartTitle>
			{isAllowed ? (
				<Answer of={query} rows={1} rowHeight={32}>
					{(papers) =>
						papers.length === 0 ? (
							<Text c="dimmed">{auditor.entry.noPapers}</Text>
						) : (
							<List>
								{papers.map(({id, name, href, sha256}) => (
									<List.Item key={id}>
										<Group gap="xs">
											<Anchor href={href} target="_blank" underline="always">
												{name}
											</Anchor>
											{entry.papers.includes(sha256) ? (
												<Badge tt="none" variant="light">
													{auditor.entry.sealed}
												</Badge>
											) : null}
										</Group>
									</List.Item>
								))}
							</List>
						)
					}
				</Answer>
			) : null}
		</>
	);
}

function Proof({book, number}: EntryPageProps) {
	const {auditor} = useTexts();
	const me = useMe();
	const checking = useMutation({mutationFn: async () => checkEntry(book, number)});
	if (!may(me, 'evidence:read')) return null;
	return (
		<div className="no-print">
			<Button
				mt="lg"
				variant="default"
				loading={checking.isPending}
				onClick={() => {
					checking.mutate();
				}}
			>
				{auditor.evidence.proveEntry}
			</Button>
			<CheckFailure error={checking.error} />
			{checking.data ? <Outcomes checks={checking.data[1]} /> : null}
		</div>
	);
}
