import {Alert, Anchor, Badge, Card, Group, SimpleGrid, Text, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {useToday} from '../api/today.ts';
import {Amount} from '../fields/amount.tsx';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useBase} from '../shell/base.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {memberQuery} from './loans.ts';
import {
	type Movement,
	movementsQuery,
	savingProducts,
	savingsKey,
	savingsQuery,
} from './savings.ts';
import {SavingForm} from './saving-form.tsx';
import {Undo} from './undo.tsx';

/** What a member has saved: how much of each kind, by which slips; more is paid in or out here. */
export function SavingsPage({member}: {readonly member: string}) {
	const {officer, counter} = useTexts();
	const me = useMe();
	const base = useBase();
	const who = useQuery(memberQuery(member));
	const today = useToday();
	return (
		<Answer of={who} rows={3} rowHeight={110}>
			{({name, number, leftOn}) => (
				<>
					<PageHead
						title={counter.savings.title}
						hint={`${name} · ${officer.members.number(String(number))}`}
					/>
					<Anchor component={Link} href={`${base}/anggota/${member}`}>
						{officer.members.toMember}
					</Anchor>
					<Totals member={member} />
					{may(me, 'saving:record') && leftOn === null ? (
						<Answer of={today} rows={4} rowHeight={68}>
							{(on) => <SavingForm member={member} today={on} />}
						</Answer>
					) : null}
					<History member={member} />
				</>
			)}
		</Answer>
	);
}

const height = {base: 210, md: 156};

function Totals({member}: {readonly member: string}) {
	const {savings} = useTexts().counter;
	const query = useQuery(savingsQuery(member));
	return (
		<Answer of={query} rows={1} rowHeight={height}>
			{({totals}) => (
				<Card withBorder my="md" mih={height}>
					<Text size="sm" c="dimmed">
						{savings.all}
					</Text>
					<Text fz={28} fw={700} lh={1.2} mb="xs">
						<Amount of={totals.all} />
					</Text>
					<SimpleGrid cols={{base: 2, md: 4}} spacing="xs">
						{savingProducts.map((product) => (
							<div key={product}>
								<Text size="sm" c="dimmed">
									{savings.products[product]}
								</Text>
								<Amount of={totals[product]} fw={700} />
							</div>
						))}
					</SimpleGrid>
				</Card>
			)}
		</Answer>
	);
}

function History({member}: {readonly member: string}) {
	const {savings} = useTexts().counter;
	const query = useQuery(movementsQuery(member));
	const [said, setSaid] = useState<string | undefined>(undefined);
	return (
		<section>
			<Title order={2} size="h4" mt="lg" mb="xs">
				{savings.history}
			</Title>
			{said === undefined ? null : (
				<Alert color="teal" role="status" mb="sm">
					{said}
				</Alert>
			)}
			<Answer of={query} rows={2} rowHeight={72}>
				{(movements) =>
					movements.length === 0 ? (
						<Text c="dimmed">{savings.none}</Text>
					) : (
						movements.map((movement) => (
							<MovementCard key={movement.id} movement={movement} onUndone={setSaid} />
						))
					)
				}
			</Answer>
		</section>
	);
}

type MovementProps = {
	readonly movement: Movement;
	readonly onUndone: (said: string) => void;
};

function MovementCard({movement, onUndone}: MovementProps) {
	const {savings} = useTexts().counter;
	const language = useLanguage();
	const base = useBase();
	const me = useMe();
	const {slip, isReversed, isLeaving, reverses} = movement;
	const mayUndo =
		may(me, 'saving:reverse') && !isReversed && !isLeaving && reverses === null && slip !== null;
	return (
		<Card withBorder padding="sm" mb="xs">
			<Group justify="space-between" align="flex-start">
				<div>
					<Text fw={700}>
						{savings.kinds[movement.kind]} · {savings.products[movement.product]}
					</Text>
					<Text size="sm" c="dimmed">
						{showDate(movement.effectiveOn, language)}
					</Text>
					{slip === null ? null : (
						<Anchor component={Link} href={`${base}/kuitansi/${movement.cooperative}/${slip}`}>
							{savings.slip(slip)}
						</Anchor>
					)}
				</div>
				<div style={{textAlign: 'right'}}>
					<Amount
						of={movement.amount}
						fw={700}
						fz="lg"
						{...(isReversed ? {td: 'line-through'} : {})}
					/>
					{isReversed ? <Mark text={savings.taken} /> : null}
					{reverses === null ? null : <Mark text={savings.reversal} />}
				</div>
			</Group>
			{mayUndo ? <UndoMovement movement={movement} slip={slip} onUndone={onUndone} /> : null}
		</Card>
	);
}

function Mark({text}: {readonly text: string}) {
	return (
		<Badge color="red" variant="light" tt="none" display="block" mt={4}>
			{text}
		</Badge>
	);
}

/** Takes a deposit or withdrawal back; all savings are asked for again. */
function UndoMovement({movement, slip, onUndone}: MovementProps & {readonly slip: string}) {
	const {counter, states} = useTexts();
	const client = useQueryClient();
	return (
		<Undo
			document={counter.savings.slip(slip)}
			send={async (undoing, key) =>
				answerOf(
					api.POST('/v1/savings/{id}/reverse', {
						params: {path: {id: movement.id}, header: {'Idempotency-Key': key}},
						body: undoing,
					}),
				)
			}
			onDone={(isDone) => {
				void client.invalidateQueries({queryKey: savingsKey});
				onUndone(isDone ? counter.undo.done : states.waiting);
			}}
		/>
	);
}
