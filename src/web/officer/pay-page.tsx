import {Card, Stack, Text} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {useIsOffline} from '../offline/online.ts';
import {useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {compareRupiah} from '../formats.ts';
import {useCooperative} from './cooperative.tsx';
import {useDue} from './due.ts';
import {memberQuery, scheduleQuery, statementQuery} from './loans.ts';
import {KeptOnDevice} from './offline-work.tsx';
import {OfflinePay} from './offline-pay.tsx';
import {PayForm} from './pay-form.tsx';

/** Taking a payment of one loan: how much, what it pays, and then posted. */
export function PayPage({loan}: {readonly loan: string}) {
	const {officer} = useTexts();
	const query = useQuery(statementQuery(loan));
	const isOffline = useIsOffline();
	// What was kept stays in sight when the network is back, so that nobody takes it twice.
	const [hasKept, setHasKept] = useState(false);
	if (isOffline || hasKept) {
		return (
			<OfflinePay
				loan={loan}
				onKept={() => {
					setHasKept(true);
				}}
			/>
		);
	}
	return (
		<Answer of={query} rows={4} rowHeight={90}>
			{(statement) => (
				<>
					<PageHead title={officer.pay.title} />
					<KeptOnDevice loan={loan} />
					<Payer member={statement.loan.member} number={statement.loan.number} />
					{compareRupiah(statement.owed.total, '0') > 0 && statement.loan.status === 'disbursed' ? (
						<Asked loan={loan} asOf={statement.asOf} paid={statement.instalmentsPaid} />
					) : (
						<Notice title={officer.pay.nothingOwed} />
					)}
				</>
			)}
		</Answer>
	);
}

function Payer({member, number}: {readonly member: string; readonly number: number}) {
	const {officer} = useTexts();
	const query = useQuery(memberQuery(member));
	return (
		<Card withBorder mb="md" padding="sm" mih={74} maw={720}>
			{query.data ? (
				<Stack gap={0}>
					<Text fw={700} fz="xl" lh={1.2}>
						{query.data.name}
					</Text>
					<Text c="dimmed" size="sm">
						{officer.members.number(String(query.data.number))} · {officer.loan(String(number))}
					</Text>
				</Stack>
			) : null}
		</Card>
	);
}

type AskedProps = {readonly loan: string; readonly asOf: string; readonly paid: number};

/** The form, filled in with what is due; where nothing is, with the next instalment. */
function Asked({loan, asOf, paid}: AskedProps) {
	const {code} = useCooperative();
	const due = useDue(code);
	const schedule = useQuery(scheduleQuery(loan));
	return (
		<Answer of={due} rows={3} rowHeight={90}>
			{({rows}) => (
				<Answer of={schedule} rows={3} rowHeight={90}>
					{({rows: instalments}) => (
						<PayForm
							loan={loan}
							asOf={asOf}
							asked={rows.find((row) => row.loan === loan)?.total ?? instalments[paid]?.total ?? ''}
						/>
					)}
				</Answer>
			)}
		</Answer>
	);
}
