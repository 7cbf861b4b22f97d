import {Accordion, Card, NativeSelect, SimpleGrid, Text, TextInput, Title} from '@mantine/core';
import {useState} from 'react';
import {compareShares, showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {Figures} from './figures.tsx';
import {HealthList} from './health-list.tsx';
import {type HealthRow, useHealth} from './health.ts';

/** How the fund of every kelurahan fares, for who never saw a ledger. */
export function HealthPage() {
	const {people} = useTexts();
	const language = useLanguage();
	const query = useHealth();
	return (
		<>
			<PageHead
				title={people.health.title}
				hint={query.data ? people.health.asOf(showDate(query.data.asOf, language)) : '…'}
			/>
			<Text mb="md" maw={760}>
				{people.health.intro}
			</Text>
			<Explanations />
			<Answer of={query} rows={8} rowHeight={140}>
				{({rows, totals}) => (
					<>
						<Card withBorder mb="lg" padding="md">
							<Title order={2} size="h4" mb="xs">
								{people.health.city}
							</Title>
							<Figures row={totals} />
						</Card>
						<Kelurahan rows={rows} />
					</>
				)}
			</Answer>
		</>
	);
}

/** What each figure means, for whoever wants to know. */
function Explanations() {
	const {health} = useTexts().people;
	const meanings = [
		[health.received, health.receivedMeans],
		[health.lent, health.lentMeans],
		[health.turnover, health.turnoverMeans],
		[health.late, health.lateMeans],
		[health.notRemitted, health.notRemittedMeans],
		[health.borrowers, health.borrowersMeans],
	] as const;
	return (
		<Accordion variant="contained" mb="md" order={2}>
			<Accordion.Item value="how">
				<Accordion.Control>{health.how}</Accordion.Control>
				<Accordion.Panel>
					{meanings.map(([name, meaning]) => (
						<Text key={name} mb={6}>
							<strong>{name}</strong>
							{`: ${meaning}`}
						</Text>
					))}
				</Accordion.Panel>
			</Accordion.Item>
		</Accordion>
	);
}

const orders = ['byName', 'byTrouble'] as const;
type Order = (typeof orders)[number];
const worst = {serious: 0, watch: 1, sound: 2} as const;

const rankOf = ({graded}: HealthRow): number => (graded ? worst[graded.grade] : 3);

/** By grade, and within it by how much is late. */
function byTrouble(a: HealthRow, b: HealthRow): number {
	const ranked = rankOf(a) - rankOf(b);
	return ranked === 0 ? compareShares(b.ratios.par30 ?? '0', a.ratios.par30 ?? '0') : ranked;
}

function Kelurahan({rows}: {readonly rows: readonly HealthRow[]}) {
	const {health} = useTexts().people;
	const [sought, setSought] = useState('');
	const [order, setOrder] = useState<Order>('byName');
	const fitting = rows
		.filter(({name}) => name.toLowerCase().includes(sought.trim().toLowerCase()))
		.sort(order === 'byName' ? (a, b) => a.name.localeCompare(b.name, 'id') : byTrouble);
	return (
		<>
			<SimpleGrid cols={{base: 1, sm: 2}} mb="md">
				<TextInput
					label={health.search}
					value={sought}
					onChange={({currentTarget}) => {
						setSought(currentTarget.value);
					}}
				/>
				<NativeSelect
					label={health.order}
					value={order}
					data={orders.map((value) => ({value, label: health[value]}))}
					onChange={({currentTarget}) => {
						setOrder(orders.find((one) => one === currentTarget.value)!);
					}}
				/>
			</SimpleGrid>
			{fitting.length === 0 ? <Notice title={health.none} /> : <HealthList rows={fitting} />}
		</>
	);
}
