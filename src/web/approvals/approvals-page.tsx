import {Anchor, Badge, Card, Group, NativeSelect, Stack, Text} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {allItems} from '../api/pages.ts';
import type {operations} from '../api/schema.d.ts';
import {showMoment, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useBase} from '../shell/base.ts';
import {wordOf} from '../reports/words.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';

type List = operations['get-v1-approvals']['responses'][200]['content']['application/json'];
export type Pending = List['items'][number];

const statuses = ['pending', 'approved', 'rejected', 'withdrawn'] as const;
type Status = (typeof statuses)[number];

/** What waits for a second person: what others made and I may check, and what I made. */
export function ApprovalsPage() {
	const {approvals} = useTexts();
	const [status, setStatus] = useState<Status>('pending');
	const query = useQuery({
		queryKey: ['approvals', status],
		queryFn: async () =>
			allItems(async (cursor) => {
				const asked = {status, limit: '200', ...(cursor === undefined ? {} : {cursor})};
				return answerOf(api.GET('/v1/approvals', {params: {query: asked}}));
			}),
	});
	return (
		<>
			<PageHead title={approvals.title} hint={approvals.hint} />
			<NativeSelect
				mb="md"
				maw={320}
				className="no-print"
				label={approvals.status}
				value={status}
				data={statuses.map((value) => ({value, label: approvals.statuses[value]}))}
				onChange={({currentTarget}) => {
					const chosen = statuses.find((one) => one === currentTarget.value);
					if (chosen) setStatus(chosen);
				}}
			/>
			<Answer of={query} rows={4} rowHeight={110}>
				{(all) =>
					all.length === 0 ? (
						<Notice
							title={approvals.none[status]}
							hint={status === 'pending' ? approvals.noneHint : undefined}
						/>
					) : (
						<Stack gap="sm">
							{all.map((pending) => (
								<PendingCard key={pending.id} pending={pending} />
							))}
						</Stack>
					)
				}
			</Answer>
		</>
	);
}

/** What a write is called: an entry by its kind, its reversal, or the name that it has. */
export function useWriteName(): (name: string) => string {
	const texts = useTexts();
	const {approvals} = texts;
	return (name) => {
		const own: Readonly<Record<string, string>> = approvals.writes;
		if (Object.hasOwn(own, name)) return own[name]!;
		const reversed = /^(?<kind>.+)\.reverse$/u.exec(name)?.groups?.kind;
		if (reversed !== undefined) return approvals.reversalOf(wordOf(reversed, texts));
		return wordOf(name, texts);
	};
}

function PendingCard({pending}: {readonly pending: Pending}) {
	const {approvals} = useTexts();
	const language = useLanguage();
	const base = useBase();
	const nameOf = useWriteName();
	const [first] = pending.writes;
	const amounts = pending.writes.filter(({amount}) => amount !== null);
	return (
		<Card withBorder padding="md">
			<Group justify="space-between" align="flex-start">
				<div>
					<Anchor
						component={Link}
						href={`${base}/persetujuan/${pending.id}`}
						fw={700}
						fz="lg"
						underline="always"
					>
						{first ? nameOf(first.name) : pending.command}
					</Anchor>
					<Text size="sm" c="dimmed">
						{approvals.madeBy(pending.maker, showMoment(pending.madeAt, language))}
					</Text>
					{pending.book === null ? null : <Text size="sm">{pending.book}</Text>}
				</div>
				<Stack gap={4} align="flex-end">
					{amounts.map(({name, subject, amount}) => (
						<Text key={`${name} ${subject}`} fw={700} fz="lg" className="amount">
							{showRupiah(amount ?? '0', language)}
						</Text>
					))}
					{pending.isExpired ? (
						<Badge color="red" variant="light" tt="none">
							{approvals.expired}
						</Badge>
					) : null}
				</Stack>
			</Group>
		</Card>
	);
}
