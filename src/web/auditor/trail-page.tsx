import {Badge, Button, Code, Group, Text, TextInput} from '@mantine/core';
import {useInfiniteQuery, useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import type {operations} from '../api/schema.d.ts';
import {showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {download} from '../reports/ask.ts';
import {Loading} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Failure, Refusal} from '../states/failure.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';

type Trail = operations['get-v1-audit-log']['responses'][200]['content']['application/json'];
type Act = Trail['items'][number];

/** Who let whom in, gave or took what, and what was refused. */
export function TrailPage() {
	const {auditor} = useTexts();
	const [actor, setActor] = useState('');
	const [asked, setAsked] = useState('');
	const exporting = useMutation({
		mutationFn: async () => download('/v1/audit/log/export', 'audit-log.ndjson'),
	});
	return (
		<>
			<PageHead title={auditor.trail.title} hint={auditor.trail.hint}>
				<Button
					variant="default"
					className="no-print"
					loading={exporting.isPending}
					onClick={() => {
						exporting.mutate();
					}}
				>
					{auditor.trail.export}
				</Button>
			</PageHead>
			<Refusal error={exporting.error} />
			<Group
				component="form"
				align="flex-end"
				mb="md"
				className="no-print"
				onSubmit={(event) => {
					event.preventDefault();
					setAsked(actor.trim());
				}}
			>
				<TextInput
					label={auditor.trail.actor}
					value={actor}
					onChange={({currentTarget}) => {
						setActor(currentTarget.value);
					}}
				/>
				<Button type="submit" variant="default">
					{auditor.trail.find}
				</Button>
			</Group>
			<Acts key={asked} actor={asked} />
		</>
	);
}

function Acts({actor}: {readonly actor: string}) {
	const {auditor, reports} = useTexts();
	const query = useInfiniteQuery({
		queryKey: ['trail', actor],
		initialPageParam: '',
		queryFn: async ({pageParam}) =>
			answerOf(
				api.GET('/v1/audit/log', {
					params: {
						query: {
							limit: '200',
							...(actor === '' ? {} : {actor}),
							...(pageParam === '' ? {} : {cursor: pageParam}),
						},
					},
				}),
			),
		getNextPageParam: ({nextCursor}) => nextCursor ?? undefined,
	});
	if (query.data === undefined) {
		if (query.error) return <Failure error={query.error} again={() => void query.refetch()} />;
		return <Loading rows={8} rowHeight={44} />;
	}
	const acts = query.data.pages.flatMap(({items}) => items);
	if (acts.length === 0) return <Notice title={auditor.trail.none} />;
	return (
		<>
			<ActTable acts={acts} />
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

function ActTable({acts}: {readonly acts: readonly Act[]}) {
	const {auditor} = useTexts();
	const language = useLanguage();
	const columns: Column<Act>[] = [
		{key: 'number', heading: auditor.trail.number, cell: ({number}) => String(number), width: 70},
		{
			key: 'recordedAt',
			heading: auditor.trail.recordedAt,
			width: 190,
			cell: ({recordedAt}) => showMoment(recordedAt, language),
		},
		{key: 'actor', heading: auditor.trail.actor, cell: ({actor}) => actor, width: 110},
		{
			key: 'kind',
			heading: auditor.trail.act,
			width: 130,
			cell: ({kind}) => <Code>{kind}</Code>,
		},
		{key: 'subject', heading: auditor.trail.subject, cell: ({subject}) => subject, width: 150},
		{
			key: 'outcome',
			heading: auditor.trail.outcome,
			width: 150,
			cell: ({outcome, code}) => (
				<>
					<Badge tt="none" variant="light" color={outcome === 'done' ? 'teal' : 'red'}>
						{auditor.trail.outcomes[outcome]}
					</Badge>
					{code === null ? null : (
						<Text size="sm" component="span" display="block">
							{code}
						</Text>
					)}
				</>
			),
		},
		{
			key: 'hash',
			heading: auditor.trail.hash,
			width: 130,
			cell: ({hash}) => `${hash.slice(0, 12)}…`,
		},
	];
	return (
		<DataTable
			label={auditor.trail.title}
			columns={columns}
			rows={acts}
			keyOf={({number}) => String(number)}
		/>
	);
}
