import {Badge, Button, Card, Group, Text} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {useWrite} from '../api/write.ts';
import {ActionForm} from '../fields/action-form.tsx';
import {Amount} from '../fields/amount.tsx';
import {compareRupiah, showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {type CashCount, cashKey} from './cash.ts';

export type CashCountsProps = {
	readonly book: string;
	readonly counts: readonly CashCount[];
	/** The service's own day: on another one nobody can have seen it counted. */
	readonly today: string | undefined;
};

/** The latest counts; one that nobody has seen waits for a second person. */
export function CashCounts({book, counts, today}: CashCountsProps) {
	const {officer} = useTexts();
	if (counts.length === 0) return <Text c="dimmed">{officer.cash.noCounts}</Text>;
	return counts.map((count) => (
		<CountCard key={count.id} book={book} count={count} today={today} />
	));
}

type CountProps = {readonly book: string; readonly count: CashCount};

function CountCard({book, count, today}: CountProps & Pick<CashCountsProps, 'today'>) {
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
						{count.document} · {officer.cash.by(count.countedBy)} ·{' '}
						{showMoment(count.countedAt, language)}
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
			{count.state === 'counted' && count.countedOn === today ? (
				<Witness book={book} count={count} />
			) : null}
			{count.state === 'witnessed' && !isEven ? <BookDifference book={book} count={count} /> : null}
		</Card>
	);
}

/** Whoever did not count may say that they saw it. */
function Witness({book, count}: CountProps) {
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

/** What was missing or too much is booked when somebody else says so, and why. */
function BookDifference({book, count}: CountProps) {
	const {officer} = useTexts();
	const me = useMe();
	const client = useQueryClient();
	if (count.countedBy === me.name || !may(me, 'cash:book')) return null;
	return (
		<Card withBorder padding="sm" mt="sm">
			<Text size="sm" mb="xs">
				{compareRupiah(count.difference, '0') < 0 ? officer.cash.missing : officer.cash.over}
			</Text>
			<ActionForm
				fields={[{name: 'reason', label: officer.cash.why, kind: 'text'}]}
				submit={officer.cash.bookDifference}
				done={officer.cash.differenceBooked}
				send={async ({reason = ''}, key) =>
					answerOf(
						api.POST('/v1/books/{book}/cash-counts/{count}/book-difference', {
							params: {path: {book, count: count.id}, header: {'Idempotency-Key': key}},
							body: {reason},
						}),
					)
				}
				onDone={() => {
					void client.invalidateQueries({queryKey: cashKey});
				}}
			/>
		</Card>
	);
}
