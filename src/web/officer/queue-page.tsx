import {Alert, Anchor, Badge, Button, Card, Group, Text} from '@mantine/core';
import {Link} from 'wouter';
import {Amount} from '../fields/amount.tsx';
import {showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useIsOffline} from '../offline/online.ts';
import {type Queued, gapsIn, sendAgain, useQueue} from '../offline/queue.ts';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {useSending} from './offline-work.tsx';

/** All that was ever taken on this device without a network, and what became of it. */
export function QueuePage() {
	const {officer} = useTexts();
	const queue = useQueue();
	const isOffline = useIsOffline();
	const send = useSending();
	const gaps = gapsIn(queue);
	return (
		<>
			<PageHead title={officer.offline.queue} hint={officer.offline.queueHint}>
				<Button variant="default" disabled={isOffline} onClick={send}>
					{officer.offline.sendNow}
				</Button>
			</PageHead>
			{gaps.length > 0 ? (
				<Alert color="red" mb="md" role="alert">
					{officer.offline.gap(gaps.join(', '))}
				</Alert>
			) : null}
			{queue.last === 0 ? <Notice title={officer.offline.empty} /> : null}
			<div role="list">
				{[...queue.items].reverse().map((queued) => (
					<div role="listitem" key={queued.number}>
						<QueuedCard queued={queued} />
					</div>
				))}
			</div>
		</>
	);
}

const colours = {waiting: 'yellow', posted: 'teal', approval: 'yellow', refused: 'red'} as const;

function QueuedCard({queued}: {readonly queued: Queued}) {
	const {officer} = useTexts();
	const language = useLanguage();
	const {number, payment, fate} = queued;
	return (
		<Card withBorder padding="sm" mb="xs">
			<Group justify="space-between" align="flex-start" wrap="nowrap">
				<div>
					<Text fw={700} fz="lg" lh={1.2}>
						{`${String(number)}. ${payment.name}`}
					</Text>
					<Text size="sm" c="dimmed">
						{officer.loan(String(payment.loanNumber))}
					</Text>
					<Text size="sm" c="dimmed">
						{officer.offline.takenBy(payment.takenBy, showMoment(payment.takenAt, language))}
					</Text>
				</div>
				<div style={{textAlign: 'right', flexShrink: 0}}>
					<Text fw={700} fz="lg" lh={1.2}>
						<Amount of={payment.amount} />
					</Text>
					<Badge color={colours[fate.state]} variant="light" tt="none" size="lg" mt={4}>
						{officer.offline.states[fate.state]}
					</Badge>
				</div>
			</Group>
			{fate.state === 'posted' ? (
				<Anchor component={Link} href={`/petugas/kuitansi/${payment.book}/${fate.receipt}`}>
					{`${officer.pay.receipt} ${fate.receipt}`}
				</Anchor>
			) : null}
			{fate.state === 'refused' ? (
				<Group justify="space-between" mt="xs">
					<Text c="var(--mantine-color-error)">{fate.reason}</Text>
					<Button variant="default" size="sm" onClick={async () => sendAgain(queued)}>
						{officer.offline.again}
					</Button>
				</Group>
			) : null}
		</Card>
	);
}
