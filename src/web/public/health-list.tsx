import {Badge, Card, Group, SimpleGrid, Text} from '@mantine/core';
import type {ReactNode} from 'react';
import type {operations} from '../api/schema.d.ts';
import {Amount} from '../fields/amount.tsx';
import {showPercent} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {VirtualList} from '../states/virtual-list.tsx';

type Health =
	operations['get-v1-public-fund-health']['responses'][200]['content']['application/json'];
export type HealthRow = Health['rows'][number];

const colours = {sound: 'teal', watch: 'yellow', serious: 'red'} as const;

/** One card for a kelurahan, its figures in plain words. */
export function HealthList({rows}: {readonly rows: readonly HealthRow[]}) {
	const {people} = useTexts();
	return (
		<VirtualList
			label={people.health.title}
			items={rows}
			keyOf={({region}) => region}
			estimate={190}
		>
			{(row) => <HealthCard row={row} />}
		</VirtualList>
	);
}

function HealthCard({row}: {readonly row: HealthRow}) {
	const {people} = useTexts();
	const language = useLanguage();
	const late = row.ratios.par30;
	return (
		<Card withBorder mb="sm" padding="md">
			<Group justify="space-between" mb="xs">
				<Text fw={700} fz="lg" component="h2">
					{row.name}
				</Text>
				{row.graded ? (
					<Badge size="lg" tt="none" variant="light" color={colours[row.graded.grade]}>
						{people.health.grades[row.graded.grade]}
					</Badge>
				) : null}
			</Group>
			<SimpleGrid cols={{base: 2, md: 4}} spacing="sm">
				<Figure label={people.health.received}>
					<Amount of={row.sums.tranchesReceived} />
				</Figure>
				<Figure label={people.health.lent}>
					<Amount of={row.sums.outstandingPrincipal} />
				</Figure>
				<Figure label={people.health.late}>
					{late === null ? '—' : showPercent(late, language)}
				</Figure>
				<Figure label={people.health.notRemitted}>
					<Amount of={row.sums.collectedNotRemitted} />
				</Figure>
			</SimpleGrid>
		</Card>
	);
}

function Figure({label, children}: {readonly label: string; readonly children: ReactNode}) {
	return (
		<div>
			<Text size="sm" c="dimmed">
				{label}
			</Text>
			<Text fw={600} fz="lg">
				{children}
			</Text>
		</div>
	);
}
