import {Badge, Button, Card, Group, Text} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {useMe} from '../api/me.ts';
import {useWrite} from '../api/write.ts';
import {Amount} from '../fields/amount.tsx';
import {compareRupiah, showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {type CashCount, cashKey} from './cash.ts';

export type CashCountsProps = {readonly book: string; readonly counts: readonly CashCount[]};

/** The latest counts; one that nobody has seen waits for a second person. */
export function CashCounts({book, counts}: CashCountsProps) {
	const {officer} = useTexts();
	if (counts.length === 0) return <Text c="dimmed">{officer.cash.noCounts}</Text>;
	return counts.map((count) => <CountCard key={count.id} book={book} count={count} />);
}

function CountCard({book, count}: {readonly book: string; readonly count: CashCount}) {
	const {officer} = useTexts();
	const language = useLanguage();
	const isEven = compareRupiah(count.difference, '0') === 0;
	return (
		<Card withBorder padding="sm" mb="xs">
			<Group justify="space-between" align="flex-start">
				<div>
					<Text fz="lg" fw={700} lh={1.2}>
						<Amount of={count.total} />
					</Text>
					<Text size="sm" c="dimmed">
						{officer.cash.by(count.countedBy)} · {showMoment(count.countedAt, language)}
					</Text>
					{count.witness ? (
						<Text size="sm" c="dimmed">
							{officer.cash.witnessed(count.witness.by)}
						</Text>
					) : null}
				</div>
				<Badge
					size="lg"
					tt="none"
					variant="light"
					color={count.state === 'counted' ? 'yellow' : 'teal'}
				>
					{officer.cash.states[count.state]}
				</Badge>
			</Group>
			<Text mt={4} c={isEven ? 'inherit' : 'var(--mantine-color-error)'}>
				{officer.cash.difference} <Amount of={count.difference} fw={700} />
			</Text>
			{count.state === 'counted' ? <Witness book={book} count={count} /> : null}
		</Card>
	);
}

/** Whoever did not count may say that they saw it. */
function Witness({book, count}: {readonly book: string; readonly count: CashCount}) {
	const {officer} = useTexts();
	const me = useMe();
	const client = useQueryClient();
	const write = useWrite(
		async (id: string, key) =>
			answerOf(
				api.POST('/v1/books/{book}/cash-counts/{count}/confirm', {
					params: {path: {book, count: id}, header: {'Idempotency-Key': key}},
				}),
			),
		() => {
			void client.invalidateQueries({queryKey: cashKey});
		},
	);
	if (count.countedBy === me.name) return null;
	return (
		<>
			<Refusal error={write.error} />
			<Button
				mt="xs"
				loading={write.isSending}
				onClick={() => {
					write.send(count.id);
				}}
			>
				{officer.cash.witness}
			</Button>
		</>
	);
}
