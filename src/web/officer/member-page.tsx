import {Anchor, Badge, Button, Card, Group, Stack, Text, Title} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {Link} from 'wouter';
import {may, useMe} from '../api/me.ts';
import {Amount} from '../fields/amount.tsx';
import {showCount, showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useBase} from '../shell/base.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {type Loan, memberQuery, statementQuery, useMemberLoans} from './loans.ts';
import {MemberFacts} from './member-facts.tsx';
import {savingsQuery} from './savings.ts';

/** A member: who it is, and what they owe. */
export function MemberPage({id}: {readonly id: string}) {
	const {officer} = useTexts();
	const me = useMe();
	const language = useLanguage();
	const query = useQuery(memberQuery(id));
	return (
		<Answer of={query} rows={3} rowHeight={110}>
			{(member) => (
				<>
					<PageHead
						title={member.name}
						hint={[
							officer.members.number(String(member.number)),
							member.leftOn === null
								? officer.members.joined(showDate(member.joinedOn, language))
								: officer.members.left(showDate(member.leftOn, language)),
						].join(' · ')}
					>
						{may(me, 'loan:apply') ? (
							<Button
								component={Link}
								href={`/petugas/pengajuan/baru?anggota=${id}`}
								variant="default"
								className="no-print"
							>
								{officer.members.apply}
							</Button>
						) : null}
					</PageHead>
					<MemberFacts member={member} />
					<Savings member={id} />
					<Loans member={id} />
				</>
			)}
		</Answer>
	);
}

/** What a member has saved, and the way to more of it. */
function Savings({member}: {readonly member: string}) {
	const {officer, counter} = useTexts();
	const base = useBase();
	const query = useQuery(savingsQuery(member));
	return (
		<>
			<Title order={2} size="h4" mb="sm">
				{officer.members.savings}
			</Title>
			<Answer of={query} rows={1} rowHeight={92}>
				{({totals}) => (
					<Card withBorder padding="md" mb="lg">
						<Group justify="space-between" align="flex-end">
							<div>
								<Text size="sm" c="dimmed">
									{counter.savings.all}
								</Text>
								<Text fz={24} fw={700} lh={1.2}>
									<Amount of={totals.all} />
								</Text>
							</div>
							<Button
								component={Link}
								href={`${base}/simpanan/${member}`}
								variant="default"
								className="no-print"
							>
								{counter.savings.open}
							</Button>
						</Group>
					</Card>
				)}
			</Answer>
		</>
	);
}

function Loans({member}: {readonly member: string}) {
	const {officer} = useTexts();
	const query = useMemberLoans(member);
	return (
		<>
			<Title order={2} size="h4" mb="sm">
				{officer.members.loans}
			</Title>
			<Answer of={query} rows={2} rowHeight={130}>
				{(loans) =>
					loans.length === 0 ? (
						<Notice title={officer.members.noLoans} />
					) : (
						<Stack gap="sm">
							{loans.map((loan) => (
								<LoanCard key={loan.id} loan={loan} />
							))}
						</Stack>
					)
				}
			</Answer>
		</>
	);
}

function LoanCard({loan}: {readonly loan: Loan}) {
	const {officer} = useTexts();
	const base = useBase();
	const language = useLanguage();
	return (
		<Card withBorder padding="md">
			<Group justify="space-between" align="flex-start" mb="xs" wrap="nowrap">
				<div>
					<Anchor component={Link} href={`${base}/pembiayaan/${loan.id}`} fw={700} fz="lg">
						{officer.loan(String(loan.number))}
					</Anchor>
					<Text size="sm" c="dimmed">
						{officer.akad[loan.akad]} · {loan.purpose}
					</Text>
					<Text size="sm" c="dimmed">
						{showDate(loan.disbursedOn ?? loan.appliedOn, language)}
					</Text>
				</div>
				<Badge size="lg" variant="light" tt="none" style={{flexShrink: 0}}>
					{officer.status[loan.status]}
				</Badge>
			</Group>
			{loan.status === 'disbursed' ? (
				<Owed id={loan.id} />
			) : (
				<Amount of={loan.principal} fw={700} />
			)}
		</Card>
	);
}

function Owed({id}: {readonly id: string}) {
	const {officer} = useTexts();
	const me = useMe();
	const language = useLanguage();
	const query = useQuery(statementQuery(id));
	return (
		<Answer of={query} rows={1} rowHeight={60}>
			{({owed, daysPastDue}) => (
				<Group justify="space-between" align="flex-end">
					<div>
						<Text size="sm" c="dimmed">
							{officer.members.owed}
						</Text>
						<Text fz={24} fw={700} lh={1.2}>
							<Amount of={owed.total} />
						</Text>
						{daysPastDue > 0 ? (
							<Badge color="red" variant="light" tt="none" size="lg" mt={4}>
								{officer.lateDays(showCount(daysPastDue, language))}
							</Badge>
						) : null}
					</div>
					{may(me, 'loan:repay') ? (
						<Button component={Link} href={`/petugas/bayar/${id}`} className="no-print">
							{officer.members.pay}
						</Button>
					) : null}
				</Group>
			)}
		</Answer>
	);
}
