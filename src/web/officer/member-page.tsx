import {Anchor, Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {Link} from 'wouter';
import {Amount} from '../fields/amount.tsx';
import {showCount, showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {type Loan, memberQuery, statementQuery, useMemberLoans} from './loans.ts';

/** A member: who it is, and what they owe. */
export function MemberPage({id}: {readonly id: string}) {
	const {officer} = useTexts();
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
						<Button
							component={Link}
							href={`/petugas/pengajuan/baru?anggota=${id}`}
							variant="default"
							className="no-print"
						>
							{officer.members.apply}
						</Button>
					</PageHead>
					<Card withBorder mb="lg">
						<SimpleGrid cols={{base: 2, md: 4}} spacing="sm">
							<Fact label={officer.members.nik} text={member.nikMasked} />
							<Fact label={officer.members.phone} text={member.phone ?? '—'} />
							<Fact label={officer.members.address} text={member.address} />
							<Fact label={officer.members.business} text={member.business?.description ?? '—'} />
						</SimpleGrid>
					</Card>
					<Loans member={id} />
				</>
			)}
		</Answer>
	);
}

function Fact({label, text}: {readonly label: string; readonly text: string}) {
	return (
		<div>
			<Text size="sm" c="dimmed">
				{label}
			</Text>
			<Text>{text}</Text>
		</div>
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
	const language = useLanguage();
	return (
		<Card withBorder padding="md">
			<Group justify="space-between" align="flex-start" mb="xs" wrap="nowrap">
				<div>
					<Anchor component={Link} href={`/petugas/pembiayaan/${loan.id}`} fw={700} fz="lg">
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
					<Button component={Link} href={`/petugas/bayar/${id}`} className="no-print">
						{officer.members.pay}
					</Button>
				</Group>
			)}
		</Answer>
	);
}
