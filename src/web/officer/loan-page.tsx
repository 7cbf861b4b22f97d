import {Anchor, Badge, Button, Card, Group, Table, Text, Title} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {Link} from 'wouter';
import {Amount} from '../fields/amount.tsx';
import {showShortDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {receiptAddress} from './addresses.ts';
import {type Statement, scheduleQuery, statementQuery} from './loans.ts';
import {ScheduleTable} from './schedule-table.tsx';

/** A loan: what is owed, what was paid, and what is to come. */
export function LoanPage({id}: {readonly id: string}) {
	const {officer} = useTexts();
	const query = useQuery(statementQuery(id));
	return (
		<Answer of={query} rows={3} rowHeight={120}>
			{(statement) => (
				<>
					<PageHead
						title={officer.loan(String(statement.loan.number))}
						hint={`${officer.akad[statement.loan.akad]} · ${statement.loan.purpose}`}
					>
						<Badge size="lg" variant="light" tt="none">
							{officer.status[statement.loan.status]}
						</Badge>
					</PageHead>
					<Anchor component={Link} href={`/petugas/anggota/${statement.loan.member}`}>
						{officer.members.toMember}
					</Anchor>
					<Owed statement={statement} />
					<Payments statement={statement} />
					{statement.loan.disbursedOn === null ? null : <Schedule id={id} />}
				</>
			)}
		</Answer>
	);
}

function Owed({statement}: {readonly statement: Statement}) {
	const {officer} = useTexts();
	const {owed, loan} = statement;
	return (
		<Card withBorder my="md">
			<Group justify="space-between" align="flex-end">
				<div>
					<Text size="sm" c="dimmed">
						{officer.members.owed}
					</Text>
					<Text fz={28} fw={700} lh={1.2}>
						<Amount of={owed.total} />
					</Text>
					<Text size="sm" c="dimmed">
						{officer.principal} <Amount of={owed.principal} /> · {officer.margin}{' '}
						<Amount of={owed.margin} />
					</Text>
				</div>
				{loan.status === 'disbursed' ? (
					<Button component={Link} href={`/petugas/bayar/${loan.id}`} className="no-print">
						{officer.members.pay}
					</Button>
				) : null}
			</Group>
		</Card>
	);
}

function Payments({statement}: {readonly statement: Statement}) {
	const {officer} = useTexts();
	const language = useLanguage();
	const {repayments, loan} = statement;
	return (
		<>
			<Title order={2} size="h4" mb="xs">
				{officer.members.history}
			</Title>
			{repayments.length === 0 ? <Text c="dimmed">{officer.members.noHistory}</Text> : null}
			<Table mb="lg" verticalSpacing="xs">
				<Table.Tbody>
					{[...repayments].reverse().map((repayment) => (
						<Table.Tr key={repayment.id} td={repayment.isReversed ? 'line-through' : undefined}>
							<Table.Td>{showShortDate(repayment.paidOn, language)}</Table.Td>
							<Table.Td>
								<Anchor
									component={Link}
									href={receiptAddress(loan.cooperative, repayment.receiptNumber)}
								>
									{officer.members.receipt(String(repayment.receiptNumber))}
								</Anchor>
							</Table.Td>
							<Table.Td ta="right">
								<Amount
									of={repayment.amount}
									fw={700}
									td={repayment.isReversed ? 'line-through' : undefined}
								/>
							</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</>
	);
}

function Schedule({id}: {readonly id: string}) {
	const {officer} = useTexts();
	const query = useQuery(scheduleQuery(id));
	return (
		<>
			<Title order={2} size="h4" mb="xs">
				{officer.members.schedule}
			</Title>
			<Answer of={query} rows={6} rowHeight={36}>
				{({rows}) => (
					<ScheduleTable
						label={officer.members.schedule}
						afterLabel={officer.application.after}
						rows={rows.map(({number, dueOn, total, owedAfter}) => ({
							number,
							dueOn,
							total,
							after: owedAfter,
						}))}
					/>
				)}
			</Answer>
		</>
	);
}
