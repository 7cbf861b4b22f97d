import {Badge, Button, Card, Group, Text} from '@mantine/core';
import {useQueries} from '@tanstack/react-query';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {allItems, pageLimit} from '../api/pages.ts';
import {Amount} from '../fields/amount.tsx';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {useCooperative} from './cooperative.tsx';
import {type Loan, loansKey, memberQuery} from './loans.ts';

const waiting = ['applied', 'verified', 'approved'] as const;

/** What was applied for and is not paid out yet. */
export function ApplicationsPage() {
	const {officer} = useTexts();
	const {code} = useCooperative();
	const lists = useQueries({
		queries: waiting.map((status) => ({
			queryKey: [...loansKey, 'waiting', code, status],
			queryFn: async () =>
				allItems(async (cursor) => {
					const paging = {limit: pageLimit, ...(cursor ? {cursor} : {})};
					const query = {cooperative: code, status, ...paging};
					return answerOf(api.GET('/v1/loans', {params: {query}}));
				}),
		})),
	});
	const [first] = lists;
	const undone = lists.find(({data}) => data === undefined) ?? first!;
	return (
		<>
			<PageHead title={officer.application.title} hint={officer.application.waiting}>
				<Button component={Link} href="/petugas/pengajuan/baru">
					{officer.application.new}
				</Button>
			</PageHead>
			<Answer of={undone} rows={3} rowHeight={96}>
				{() => {
					const loans = lists.flatMap(({data = []}) => data);
					if (loans.length === 0) return <Notice title={officer.application.none} />;
					return loans.map((loan) => <ApplicationCard key={loan.id} loan={loan} />);
				}}
			</Answer>
		</>
	);
}

function ApplicationCard({loan}: {readonly loan: Loan}) {
	const {officer} = useTexts();
	const language = useLanguage();
	const [member] = useQueries({queries: [memberQuery(loan.member)]});
	return (
		<Card withBorder padding="sm" mb="xs" mih={96}>
			<Link href={`/petugas/pembiayaan/${loan.id}`} className="row-link">
				<Group justify="space-between" wrap="nowrap" align="flex-start">
					<div>
						<Text fw={700} fz="lg" lh={1.2}>
							{member.data?.name ?? officer.loan(String(loan.number))}
						</Text>
						<Text c="dimmed" size="sm">
							{officer.akad[loan.akad]} · {loan.purpose}
						</Text>
						<Text c="dimmed" size="sm">
							{showDate(loan.appliedOn, language)}
						</Text>
					</div>
					<div style={{textAlign: 'right'}}>
						<Text fw={700} fz="lg" lh={1.2}>
							<Amount of={loan.principal} />
						</Text>
						<Badge variant="light" tt="none" size="lg" mt={4}>
							{officer.status[loan.status]}
						</Badge>
					</div>
				</Group>
			</Link>
		</Card>
	);
}
