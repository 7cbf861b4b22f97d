import {Alert, Button, Card, Group, NativeSelect, SimpleGrid, Text, Title} from '@mantine/core';
import {useInfiniteQuery, useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {useLocation, useSearch} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {findingsOf} from '../api/problem.ts';
import {MomentField} from '../fields/moment-field.tsx';
import {DateField} from '../fields/typed-field.tsx';
import {showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {BookSelect} from '../reports/book-select.tsx';
import {Loading} from '../states/answer.tsx';
import {Failure} from '../states/failure.tsx';
import {PageHead} from '../states/page-head.tsx';
import {Explained} from './explained.tsx';

type Asked = {
	readonly book: string;
	readonly account: string;
	readonly asOf: string | undefined;
	readonly knownAt: string;
};

/** What stands behind a balance, in one sentence and in every entry. */
export function ExplainPage() {
	const {auditor} = useTexts();
	const [, go] = useLocation();
	const search = useSearch();
	const params = new URLSearchParams(search);
	const asked: Asked = {
		book: params.get('book') ?? '',
		account: params.get('account') ?? '',
		asOf: params.get('asOf') ?? '',
		knownAt: params.get('knownAt') ?? '',
	};
	return (
		<>
			<PageHead title={auditor.explain.title} hint={auditor.explain.hint} />
			<ExplainForm
				key={search}
				asked={asked}
				onAsk={(question) => {
					const filled = Object.entries(question).filter(([, value]) => (value ?? '') !== '');
					const query = new URLSearchParams(filled.map(([name, value]) => [name, value ?? '']));
					go(`/auditor/saldo?${query.toString()}`);
				}}
			/>
		</>
	);
}

type FormProps = {readonly asked: Asked; readonly onAsk: (asked: Asked) => void};

function ExplainForm({asked, onAsk}: FormProps) {
	const {auditor, reports} = useTexts();
	const [typed, setTyped] = useState(asked);
	const query = useExplanation(asked);
	const set = (more: Partial<Asked>): void => {
		setTyped((before) => ({...before, ...more}));
	};
	return (
		<>
			<Card
				withBorder
				mb="md"
				className="no-print"
				component="form"
				onSubmit={(event) => {
					event.preventDefault();
					onAsk(typed);
				}}
			>
				<SimpleGrid cols={{base: 1, sm: 2, lg: 4}} spacing="sm" style={{alignItems: 'end'}} mb="md">
					<BookSelect
						value={typed.book}
						onValue={(book) => {
							set({book});
						}}
					/>
					<AccountSelect
						book={typed.book}
						value={typed.account}
						onValue={(account) => {
							set({account});
						}}
					/>
					<DateField
						label={reports.questions.asOf}
						description={reports.askHints.asOf}
						value={typed.asOf}
						error={findingsOf(query.error, 'asOf')}
						onValue={(asOf) => {
							set({asOf});
						}}
					/>
					<MomentField
						label={reports.questions.knownAt}
						description={reports.askHints.knownAt}
						value={typed.knownAt}
						error={findingsOf(query.error, 'knownAt')}
						onValue={(knownAt) => {
							set({knownAt});
						}}
					/>
				</SimpleGrid>
				<Group>
					<Button
						type="submit"
						disabled={typed.account === '' || typed.book === '' || typed.asOf === undefined}
					>
						{auditor.explain.ask}
					</Button>
				</Group>
			</Card>
			<Explaining asked={asked} query={query} />
		</>
	);
}

function useExplanation({book, account, asOf = '', knownAt}: Asked) {
	return useInfiniteQuery({
		queryKey: ['explanation', book, account, asOf, knownAt],
		enabled: book !== '' && account !== '',
		initialPageParam: '',
		queryFn: async ({pageParam}) => {
			const query = {
				limit: '200',
				...(asOf === '' ? {} : {asOf}),
				...(knownAt === '' ? {} : {knownAt}),
				...(pageParam === '' ? {} : {cursor: pageParam}),
			};
			return answerOf(
				api.GET('/v1/books/{book}/accounts/{code}/explain', {
					params: {path: {book, code: account}, query},
				}),
			);
		},
		getNextPageParam: ({nextCursor}) => nextCursor ?? undefined,
	});
}

type ExplainingProps = {
	readonly asked: Asked;
	readonly query: ReturnType<typeof useExplanation>;
};

function Explaining({asked, query}: ExplainingProps) {
	const {reports} = useTexts();
	const language = useLanguage();
	if (asked.account === '') return null;
	if (query.data === undefined) {
		if (query.error) return <Failure error={query.error} again={() => void query.refetch()} />;
		return <Loading rows={4} />;
	}
	const [first] = query.data.pages;
	if (!first) return null;
	const entries = query.data.pages.flatMap((page) => page.entries);
	const {account, balance, sentence} = first;
	return (
		<>
			<Card withBorder mb="md">
				<Title order={2} size="h4">
					{account.code} · {language === 'id' ? account.nameId : account.nameEn}
				</Title>
				<Text fz={32} fw={700} className="amount">
					{showRupiah(balance, language)}
				</Text>
				<Text>{sentence}</Text>
			</Card>
			<AddsUp holds={first.addsUp} />
			<Explained explanation={first} entries={entries} />
			{query.hasNextPage ? (
				<Button
					mt="md"
					variant="default"
					className="no-print"
					loading={query.isFetchingNextPage}
					onClick={() => void query.fetchNextPage()}
				>
					{reports.loadMore}
				</Button>
			) : null}
		</>
	);
}

function AddsUp({holds}: {readonly holds: boolean}) {
	const {auditor} = useTexts();
	return (
		<Alert color={holds ? 'teal' : 'red'} mb="md" role="status">
			{holds ? auditor.explain.addsUp : auditor.explain.addsNotUp}
		</Alert>
	);
}

type AccountSelectProps = {
	readonly book: string;
	readonly value: string;
	readonly onValue: (account: string) => void;
};

/** One of the accounts of a book. */
export function AccountSelect({book, value, onValue}: AccountSelectProps) {
	const {reports} = useTexts();
	const language = useLanguage();
	const {data = []} = useQuery({
		queryKey: ['accounts', book],
		enabled: book !== '',
		queryFn: async () => {
			const params = {path: {book}};
			return (await answerOf(api.GET('/v1/books/{book}/accounts', {params}))).items;
		},
		staleTime: 600_000,
	});
	const options = data.map(({code, nameId, nameEn}) => ({
		value: code,
		label: `${code} ${language === 'id' ? nameId : nameEn}`,
	}));
	return (
		<NativeSelect
			label={reports.columns.account}
			value={value}
			data={[{value: '', label: '—'}, ...options]}
			onChange={({currentTarget}) => {
				onValue(currentTarget.value);
			}}
		/>
	);
}
