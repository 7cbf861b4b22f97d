import {Alert, Anchor, Badge, Button, Card, Group, Stack, Text, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {type ReactNode, useState} from 'react';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {pageLimit} from '../api/pages.ts';
import type {operations} from '../api/schema.d.ts';
import {useWrite} from '../api/write.ts';
import {Outcome} from '../fields/action-form.tsx';
import {showDate, showMoment, showMonth, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {BookSelect} from '../reports/book-select.tsx';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Refusal} from '../states/failure.tsx';
import {PageHead} from '../states/page-head.tsx';

type Periods =
	operations['get-v1-books-book-periods']['responses'][200]['content']['application/json'];
type Closing = Periods['items'][number];

/** What has to be seen to before a month is closed, and closing it, by two people. */
export function ClosingPage() {
	const {supervisor} = useTexts();
	const [book, setBook] = useState('');
	return (
		<>
			<PageHead title={supervisor.closing.title} hint={supervisor.closing.hint} />
			<Group mb="md" className="no-print">
				<BookSelect value={book} onValue={setBook} isOfCooperatives />
			</Group>
			{book === '' ? null : <BookClosing key={book} book={book} />}
		</>
	);
}

/** The month after one. */
export function monthAfter(month: string): string {
	const [year = '', number = ''] = month.split('-');
	const next = Number.parseInt(number, 10) + 1;
	return next > 12
		? `${String(Number.parseInt(year, 10) + 1)}-01`
		: `${year}-${String(next).padStart(2, '0')}`;
}

/** The month that is the next to be closed: after the last one that is, or that of the opening. */
export function nextMonth(closings: readonly Closing[], openedOn: string): string {
	const closed = closings.filter(({isClosed}) => isClosed).map(({month}) => month.slice(0, 7));
	const last = closed.sort().at(-1);
	return last === undefined ? openedOn.slice(0, 7) : monthAfter(last);
}

/** All that the checklist asks, at once: of the month that is next. */
function useClosing(book: string) {
	return useQuery({
		queryKey: ['closing', book],
		queryFn: async () => {
			const path = {book};
			const [periods, books, overdue] = await Promise.all([
				answerOf(api.GET('/v1/books/{book}/periods', {params: {path}})),
				answerOf(api.GET('/v1/books')),
				answerOf(api.GET('/v1/books/{book}/assertions/overdue', {params: {path}})),
			]);
			const opened = books.items.find(({code}) => code === book)?.openedOn ?? overdue.asOf;
			const month = nextMonth(periods.items, opened);
			return {closings: periods.items, month, today: overdue.asOf, overdue};
		},
	});
}

function BookClosing({book}: {readonly book: string}) {
	const {supervisor} = useTexts();
	const language = useLanguage();
	const query = useClosing(book);
	return (
		<Answer of={query} rows={6}>
			{({closings, month, today, overdue}) => {
				const asked = closings.find(
					(one) => one.month.slice(0, 7) === month && !one.isClosed && one.confirmedBy === null,
				);
				const isOver = today.slice(0, 7) > month;
				return (
					<Stack>
						<Card withBorder component="section">
							<Title order={2} size="h3" mb="sm">
								{supervisor.closing.of(showMonth(month, language))}
							</Title>
							<Stack gap="sm">
								<Item
									isDone={isOver}
									label={supervisor.closing.isOver}
									said={isOver ? undefined : supervisor.closing.notOver}
								/>
								<Waiting book={book} />
								<Item
									isDone={overdue.overdue === 0}
									label={supervisor.closing.asserted}
									said={
										overdue.overdue === 0
											? undefined
											: supervisor.closing.notAsserted(String(overdue.overdue))
									}
								/>
								<Provisions book={book} month={month} />
								<FindingsOpen book={book} />
								<ReconciliationOf book={book} month={month} />
							</Stack>
							<CloseMonth book={book} month={month} asked={asked} isOver={isOver} />
						</Card>
						<History closings={closings} />
					</Stack>
				);
			}}
		</Answer>
	);
}

type ItemProps = {
	/** Undefined while it is not known. */
	readonly isDone: boolean | undefined;
	readonly label: string;
	readonly said?: string | undefined;
	readonly children?: ReactNode;
};

/** One line of the checklist: whether it is done, what it is, and where to see to it. */
function Item({isDone, label, said, children}: ItemProps) {
	const {supervisor} = useTexts();
	const state = isDone === undefined ? 'unknown' : isDone ? 'done' : 'open';
	const colour = {unknown: 'gray', done: 'teal', open: 'yellow'}[state];
	return (
		<Group gap="sm" align="flex-start">
			<Badge tt="none" variant="light" color={colour} miw={92} style={{flex: 'none'}}>
				{supervisor.closing.states[state]}
			</Badge>
			<div style={{flex: '1 1 220px', minWidth: 0}}>
				<Text fw={600}>{label}</Text>
				{said === undefined ? null : <Text size="sm">{said}</Text>}
				{children}
			</div>
		</Group>
	);
}

function Waiting({book}: {readonly book: string}) {
	const {supervisor} = useTexts();
	const query = useQuery({
		queryKey: ['approvals', 'pending', book],
		queryFn: async () => {
			const params = {query: {book, status: 'pending', limit: pageLimit} as const};
			return (await answerOf(api.GET('/v1/approvals', {params}))).items;
		},
	});
	const count = query.data?.length;
	return (
		<Item
			isDone={count === undefined ? undefined : count === 0}
			label={supervisor.closing.nothingWaits}
			said={
				count === undefined || count === 0 ? undefined : supervisor.closing.waits(String(count))
			}
		>
			{count === undefined || count === 0 ? null : (
				<Anchor component={Link} href="/penyelia" size="sm" underline="always">
					{supervisor.closing.toInbox}
				</Anchor>
			)}
		</Item>
	);
}

/** The provision of the month, which is booked before it is closed. */
function Provisions({book, month}: {readonly book: string; readonly month: string}) {
	const {supervisor} = useTexts();
	const language = useLanguage();
	const me = useMe();
	const client = useQueryClient();
	const query = useQuery({
		queryKey: ['provisions', book],
		queryFn: async () => {
			const params = {path: {book}};
			return (await answerOf(api.GET('/v1/books/{book}/provisions', {params}))).items;
		},
	});
	const write = useWrite(
		async (asked: {month: string}, key): Promise<object> =>
			answerOf(
				api.POST('/v1/books/{book}/provisions', {
					params: {path: {book}, header: {'Idempotency-Key': key}},
					body: asked,
				}),
			),
		() => void client.invalidateQueries({queryKey: ['provisions', book]}),
	);
	const booked = query.data?.find((run) => run.month.slice(0, 7) === month);
	return (
		<Item
			isDone={query.data === undefined ? undefined : booked !== undefined}
			label={supervisor.closing.provision}
			said={booked && showRupiah(booked.required, language)}
		>
			<Refusal error={write.error} />
			{booked === undefined && may(me, 'provision:book') ? (
				<Button
					size="sm"
					variant="default"
					className="no-print"
					loading={write.isSending}
					onClick={() => {
						write.send({month});
					}}
				>
					{supervisor.closing.bookProvision}
				</Button>
			) : null}
			<Outcome answer={write.answer} done={supervisor.closing.provisionBooked} />
		</Item>
	);
}

function FindingsOpen({book}: {readonly book: string}) {
	const {supervisor} = useTexts();
	const query = useQuery({
		queryKey: ['findings', {book, overdue: true}],
		queryFn: async () => {
			const params = {query: {book, overdue: 'true', limit: pageLimit} as const};
			return (await answerOf(api.GET('/v1/findings', {params}))).items;
		},
	});
	const count = query.data?.length;
	return (
		<Item
			isDone={count === undefined ? undefined : count === 0}
			label={supervisor.closing.noOverdue}
			said={
				count === undefined || count === 0 ? undefined : supervisor.closing.overdue(String(count))
			}
		>
			{count === undefined || count === 0 ? null : (
				<Anchor component={Link} href="/penyelia/temuan" size="sm" underline="always">
					{supervisor.closing.toFindings}
				</Anchor>
			)}
		</Item>
	);
}

function ReconciliationOf({book, month}: {readonly book: string; readonly month: string}) {
	const {supervisor} = useTexts();
	const query = useQuery({
		queryKey: ['reconciliations', book],
		queryFn: async () => {
			const params = {query: {book, limit: pageLimit}};
			return (await answerOf(api.GET('/v1/reconciliations', {params}))).items;
		},
	});
	const found = query.data?.find((one) => one.month.slice(0, 7) === month);
	const isSigned = found?.signatures.some(({side}) => side === 'cooperative') ?? false;
	return (
		<Item
			isDone={query.data === undefined ? undefined : isSigned}
			label={supervisor.closing.reconciled}
			said={isSigned ? undefined : supervisor.closing.notReconciled}
		>
			{isSigned ? null : (
				<Anchor component={Link} href="/penyelia/rekonsiliasi" size="sm" underline="always">
					{supervisor.closing.toReconciliation}
				</Anchor>
			)}
		</Item>
	);
}

type CloseProps = {
	readonly book: string;
	readonly month: string;
	/** The closing that somebody asked for and nobody confirmed yet. */
	readonly asked: Closing | undefined;
	readonly isOver: boolean;
};

/** Asking for the closing, and confirming what another asked for. */
function CloseMonth({book, month, asked, isOver}: CloseProps) {
	const {supervisor} = useTexts();
	const language = useLanguage();
	const me = useMe();
	const client = useQueryClient();
	const write = useWrite(
		async (wanted: {month: string; isAsked: boolean}, key): Promise<object> => {
			const header = {'Idempotency-Key': key};
			return wanted.isAsked
				? answerOf(
						api.POST('/v1/books/{book}/periods/{month}/confirm', {
							params: {path: {book, month: wanted.month}, header},
						}),
					)
				: answerOf(
						api.POST('/v1/books/{book}/periods', {
							params: {path: {book}, header},
							body: {month: wanted.month},
						}),
					);
		},
		() => void client.invalidateQueries({queryKey: ['closing', book]}),
	);
	if (!may(me, 'period:close')) return null;
	const isOwn = asked?.requestedBy === me.name;
	return (
		<Stack mt="lg" gap="sm" align="flex-start" className="no-print">
			<Refusal error={write.error} />
			{asked ? (
				<Alert color="yellow" w="100%">
					{supervisor.closing.asked(asked.requestedBy, showMoment(asked.requestedAt, language))}
				</Alert>
			) : null}
			{isOwn ? null : (
				<Button
					loading={write.isSending}
					disabled={!isOver}
					onClick={() => {
						write.send({month, isAsked: asked !== undefined});
					}}
				>
					{asked ? supervisor.closing.confirm : supervisor.closing.ask}
				</Button>
			)}
			<Text size="sm" c="dimmed">
				{supervisor.closing.twoPeople}
			</Text>
			<Outcome answer={write.answer} done={supervisor.closing.done} />
		</Stack>
	);
}

function History({closings}: {readonly closings: readonly Closing[]}) {
	const {supervisor} = useTexts();
	const language = useLanguage();
	if (closings.length === 0) return <Text c="dimmed">{supervisor.closing.noHistory}</Text>;
	const columns: Column<Closing>[] = [
		{
			key: 'month',
			heading: supervisor.closing.month,
			cell: ({month}) => showMonth(month, language),
		},
		{
			key: 'state',
			heading: supervisor.closing.state,
			cell: ({isClosed, reopenedBy}) =>
				isClosed
					? supervisor.closing.closed
					: reopenedBy === null
						? supervisor.closing.requested
						: supervisor.closing.reopened,
		},
		{key: 'by', heading: supervisor.closing.requestedBy, cell: ({requestedBy}) => requestedBy},
		{
			key: 'confirmed',
			heading: supervisor.closing.confirmedBy,
			width: 200,
			cell: ({confirmedBy, confirmedAt}) =>
				confirmedBy === null || confirmedAt === null
					? '—'
					: `${confirmedBy}, ${showDate(confirmedAt.slice(0, 10), language)}`,
		},
	];
	return (
		<DataTable
			label={supervisor.closing.history}
			columns={columns}
			rows={closings}
			keyOf={({month, sequence}) => `${month} ${String(sequence)}`}
		/>
	);
}
