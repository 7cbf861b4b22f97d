import {Alert, Anchor, Badge, Button, Card, Group, Table, Text, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {Fragment, useState} from 'react';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {Amount} from '../fields/amount.tsx';
import {showShortDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useBase} from '../shell/base.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {receiptAddress} from './addresses.ts';
import {Disburse} from './disburse.tsx';
import {dueKey} from './due.ts';
import {type Statement, loansKey, scheduleQuery, statementQuery} from './loans.ts';
import {Promises} from './promises.tsx';
import {ScheduleTable} from './schedule-table.tsx';
import {Undo} from './undo.tsx';

/** A loan: what is owed, what was paid, and what is to come. */
export function LoanPage({id}: {readonly id: string}) {
	const {officer} = useTexts();
	const base = useBase();
	const query = useQuery(statementQuery(id));
	const [said, setSaid] = useState<string | undefined>(undefined);
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
					<Anchor component={Link} href={`${base}/anggota/${statement.loan.member}`}>
						{officer.members.toMember}
					</Anchor>
					{said === undefined ? null : (
						<Alert color="teal" role="status" my="md">
							{said}
						</Alert>
					)}
					<Owed statement={statement} />
					<Disburse loan={statement.loan} onDone={setSaid} />
					<Payments statement={statement} onUndone={setSaid} />
					{statement.loan.disbursedOn === null ? null : <Schedule id={id} />}
					{statement.loan.status === 'disbursed' ? <Promises loan={id} /> : null}
				</>
			)}
		</Answer>
	);
}

function Owed({statement}: {readonly statement: Statement}) {
	const {officer} = useTexts();
	const me = useMe();
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
				{loan.status === 'disbursed' && may(me, 'loan:repay') ? (
					<Button component={Link} href={`/petugas/bayar/${loan.id}`} className="no-print">
						{officer.members.pay}
					</Button>
				) : null}
			</Group>
		</Card>
	);
}

type PaymentsProps = {
	readonly statement: Statement;
	readonly onUndone: (said: string) => void;
};

function Payments({statement, onUndone}: PaymentsProps) {
	const {officer} = useTexts();
	const me = useMe();
	const {repayments, loan} = statement;
	const mayUndo = may(me, 'loan:reverse');
	return (
		<>
			<Title order={2} size="h4" mb="xs">
				{officer.members.history}
			</Title>
			{repayments.length === 0 ? <Text c="dimmed">{officer.members.noHistory}</Text> : null}
			<Table mb="lg" verticalSpacing="xs" horizontalSpacing={6}>
				<Table.Tbody>
					{[...repayments].reverse().map((repayment) => (
						<Fragment key={repayment.id}>
							<PaymentRow repayment={repayment} book={loan.cooperative} />
							{mayUndo && !repayment.isReversed ? (
								<Table.Tr className="no-print">
									<Table.Td colSpan={3} ta="right">
										<UndoPayment repayment={repayment} onUndone={onUndone} />
									</Table.Td>
								</Table.Tr>
							) : null}
						</Fragment>
					))}
				</Table.Tbody>
			</Table>
		</>
	);
}

type Repayment = Statement['repayments'][number];

function PaymentRow({repayment, book}: {readonly repayment: Repayment; readonly book: string}) {
	const {officer} = useTexts();
	const language = useLanguage();
	const base = useBase();
	const struck = repayment.isReversed ? {td: 'line-through'} : {};
	return (
		<Table.Tr>
			<Table.Td>
				{showShortDate(repayment.paidOn, language)}
				{repayment.isReversed ? (
					<Badge color="red" variant="light" tt="none" display="block" mt={4}>
						{officer.members.taken}
					</Badge>
				) : null}
			</Table.Td>
			<Table.Td>
				<Anchor component={Link} href={receiptAddress(book, repayment.receiptNumber, base)}>
					{officer.members.receipt(String(repayment.receiptNumber))}
				</Anchor>
			</Table.Td>
			<Table.Td ta="right">
				<Amount of={repayment.amount} fw={700} {...struck} />
			</Table.Td>
		</Table.Tr>
	);
}

type UndoPaymentProps = Pick<PaymentsProps, 'onUndone'> & {readonly repayment: Repayment};

/** Takes a payment back; all that it changed is asked for again. */
function UndoPayment({repayment, onUndone}: UndoPaymentProps) {
	const {officer, counter, states} = useTexts();
	const client = useQueryClient();
	const {id, loan, receiptNumber} = repayment;
	return (
		<Undo
			document={officer.members.receipt(String(receiptNumber))}
			send={async (undoing, key) =>
				answerOf(
					api.POST('/v1/loans/{id}/reverse', {
						params: {path: {id: loan}, header: {'Idempotency-Key': key}},
						body: {repayment: id, ...undoing},
					}),
				)
			}
			onDone={(isDone) => {
				void client.invalidateQueries({queryKey: loansKey});
				void client.invalidateQueries({queryKey: dueKey});
				onUndone(isDone ? counter.undo.done : states.waiting);
			}}
		/>
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
