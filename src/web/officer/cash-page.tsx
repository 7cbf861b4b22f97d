import {Card, Group, SimpleGrid, Table, Text, Title} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {Amount} from '../fields/amount.tsx';
import {addRupiah, showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {type Movement, boxQuery, countsQuery, denominationsQuery} from './cash.ts';
import {CashCounts} from './cash-counts.tsx';
import {CountForm} from './count-form.tsx';
import {useCooperative} from './cooperative.tsx';

/** The cash box of the day: what the book says, what is counted, and who has seen it. */
export function CashPage() {
	const {officer} = useTexts();
	const language = useLanguage();
	const {book} = useCooperative();
	const box = useQuery(boxQuery(book));
	const counts = useQuery(countsQuery(book));
	const denominations = useQuery(denominationsQuery);
	return (
		<>
			<PageHead
				title={officer.cash.title}
				hint={box.data ? showDate(box.data.on, language) : '…'}
			/>
			<Answer of={box} rows={1} rowHeight={110}>
				{({balance, movements}) => <Box balance={balance} movements={movements} />}
			</Answer>
			<SimpleGrid cols={{base: 1, md: 2}} spacing="lg" mt="lg">
				<section>
					<Title order={2} size="h4" mb="xs">
						{officer.cash.count}
					</Title>
					<Answer of={denominations} rows={8} rowHeight={52}>
						{({items}) => <CountForm book={book} denominations={items} />}
					</Answer>
				</section>
				<section>
					<Title order={2} size="h4" mb="xs">
						{officer.cash.close}
					</Title>
					<Text c="dimmed" mb="sm">
						{officer.cash.closeHint}
					</Text>
					<Answer of={counts} rows={2} rowHeight={110}>
						{({items}) => <CashCounts book={book} counts={items} today={box.data?.on} />}
					</Answer>
					<Title order={2} size="h4" mt="lg" mb="xs">
						{officer.cash.movements}
					</Title>
					<Answer of={box} rows={4} rowHeight={36}>
						{({movements}) => <Movements movements={movements} />}
					</Answer>
				</section>
			</SimpleGrid>
		</>
	);
}

const sumOf = (movements: readonly Movement[], side: Movement['side']): string =>
	addRupiah(movements.filter((line) => line.side === side).map(({amount}) => amount));

type BoxProps = {readonly balance: string; readonly movements: readonly Movement[]};

function Box({balance, movements}: BoxProps) {
	const {officer} = useTexts();
	const figures = [
		{label: officer.cash.cameIn, amount: sumOf(movements, 'debit')},
		{label: officer.cash.wentOut, amount: sumOf(movements, 'credit')},
	];
	return (
		<Card withBorder>
			<Group gap="xl" align="flex-end">
				<div>
					<Text size="sm" c="dimmed">
						{officer.cash.balance}
					</Text>
					<Text fz={32} fw={800} lh={1.1}>
						<Amount of={balance} />
					</Text>
				</div>
				{figures.map(({label, amount}) => (
					<div key={label}>
						<Text size="sm" c="dimmed">
							{label}
						</Text>
						<Text fz={20} fw={700} lh={1.2}>
							<Amount of={amount} />
						</Text>
					</div>
				))}
			</Group>
		</Card>
	);
}

function Movements({movements}: {readonly movements: readonly Movement[]}) {
	const {officer} = useTexts();
	if (movements.length === 0) return <Text c="dimmed">{officer.cash.noMovements}</Text>;
	return (
		<Table verticalSpacing={6} horizontalSpacing={6}>
			<Table.Tbody>
				{[...movements].reverse().map((line) => (
					<Table.Tr key={`${String(line.entry)}/${String(line.line)}`}>
						<Table.Td>
							{line.reason}
							<Text size="xs" c="dimmed">
								{line.document}
							</Text>
						</Table.Td>
						<Table.Td ta="right">
							<Amount of={line.side === 'debit' ? line.amount : `-${line.amount}`} fw={700} />
						</Table.Td>
					</Table.Tr>
				))}
			</Table.Tbody>
		</Table>
	);
}
