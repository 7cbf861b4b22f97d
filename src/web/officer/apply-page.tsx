import {Anchor, Button, Card, Group, Stack, Text} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {Link, useLocation, useSearch} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {allItems, pageLimit} from '../api/pages.ts';
import {useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {ApplyForm, type Applied} from './apply-form.tsx';
import {useCooperative} from './cooperative.tsx';
import {useDue} from './due.ts';
import {memberQuery} from './loans.ts';
import {MemberSearch} from './member-search.tsx';

/** A new application: who, from which fund, and on which terms. */
export function ApplyPage() {
	const {officer} = useTexts();
	const member = new URLSearchParams(useSearch()).get('anggota');
	const [, go] = useLocation();
	return (
		<>
			<PageHead title={officer.application.new} />
			{member === null ? (
				<>
					<Text c="dimmed" mb="sm">
						{officer.application.choose}
					</Text>
					<MemberSearch
						autoFocus
						onChoose={({id}) => {
							go(`/petugas/pengajuan/baru?anggota=${id}`);
						}}
					/>
				</>
			) : (
				<Applying member={member} />
			)}
		</>
	);
}

function useChoices() {
	const {code, book} = useCooperative();
	const allocations = useQuery({
		queryKey: ['allocations', code],
		queryFn: async () =>
			allItems(async (cursor) => {
				const paging = {limit: pageLimit, ...(cursor ? {cursor} : {})};
				const query = {cooperative: code, ...paging};
				return answerOf(api.GET('/v1/allocations', {params: {query}}));
			}),
	});
	const products = useQuery({
		queryKey: ['products', book],
		queryFn: async () =>
			answerOf(api.GET('/v1/cooperatives/{book}/products', {params: {path: {book}}})),
	});
	return {allocations, products, due: useDue(code)};
}

function Applying({member}: {readonly member: string}) {
	const {officer} = useTexts();
	const [applied, setApplied] = useState<Applied | undefined>(undefined);
	const who = useQuery(memberQuery(member));
	const {allocations, products, due} = useChoices();
	if (applied) return <Done applied={applied} />;
	return (
		<>
			<Card withBorder padding="sm" mb="md" mih={64}>
				<Group justify="space-between">
					<Text fw={700} fz="lg">
						{who.data?.name ?? ''}
					</Text>
					<Anchor component={Link} href="/petugas/pengajuan/baru">
						{officer.application.other}
					</Anchor>
				</Group>
			</Card>
			<Answer of={allocations}>
				{(funds) => (
					<Answer of={products}>
						{({items}) => (
							<Answer of={due}>
								{({on}) =>
									funds.length === 0 ? (
										<Notice title={officer.application.noAllocation} />
									) : (
										<ApplyForm
											member={member}
											allocations={funds}
											products={items}
											today={on}
											onApplied={setApplied}
										/>
									)
								}
							</Answer>
						)}
					</Answer>
				)}
			</Answer>
		</>
	);
}

function Done({applied}: {readonly applied: Applied}) {
	const {officer, states} = useTexts();
	if (applied === 'waiting') return <Notice title={states.waiting} hint={states.waitingHint} />;
	return (
		<Notice
			title={officer.application.sent(String(applied.number))}
			hint={officer.application.sentHint}
		>
			<Stack>
				<Button component={Link} href={`/petugas/pembiayaan/${applied.id}`} variant="default">
					{officer.loan(String(applied.number))}
				</Button>
				<Button component={Link} href="/petugas/pengajuan">
					{officer.application.title}
				</Button>
			</Stack>
		</Notice>
	);
}
