import {Badge, Card, Group, List, Text} from '@mantine/core';
import {showCount, showPercent} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {VirtualList} from '../states/virtual-list.tsx';
import {Figures} from './figures.tsx';
import type {HealthRow} from './health.ts';

const colours = {sound: 'teal', watch: 'yellow', serious: 'red'} as const;
const marks = {sound: '✓', watch: '!', serious: '✕'} as const;

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
	return (
		<Card withBorder mb="sm" padding="md">
			<Group justify="space-between" mb={row.graded ? 'xs' : 0}>
				<Text fw={700} fz="lg" component="h3" m={0}>
					{row.name}
				</Text>
				<Grade row={row} />
			</Group>
			{row.graded ? <Figures row={row} /> : null}
			<Reasons row={row} />
		</Card>
	);
}

/** The grade in words and with a mark, so that it needs no colour. */
function Grade({row}: {readonly row: HealthRow}) {
	const {people} = useTexts();
	if (row.graded === null) {
		return (
			<Badge size="lg" tt="none" variant="default">
				{people.health.noGrade}
			</Badge>
		);
	}
	const {grade} = row.graded;
	return (
		<Badge size="lg" tt="none" variant="light" color={colours[grade]} leftSection={marks[grade]}>
			{people.health.grades[grade]}
		</Badge>
	);
}

/** Why it is graded so, measure by measure. */
function Reasons({row}: {readonly row: HealthRow}) {
	const {people} = useTexts();
	const language = useLanguage();
	const reasons = row.graded?.reasons ?? [];
	if (reasons.length === 0) return null;
	const {health} = people;
	const measures: Readonly<Record<string, string | undefined>> = health.measures;
	const shown = (measure: string, value: string): string =>
		measure === 'notRemittedDays'
			? health.days(showCount(Number.parseInt(value, 10), language))
			: showPercent(value, language);
	return (
		<>
			<Text size="sm" fw={700} mt="sm">
				{health.why}
			</Text>
			<List size="sm">
				{reasons.map(({measure, value, side, bound}) => (
					<List.Item key={measure}>
						{health[side](
							measures[measure] ?? measure,
							shown(measure, value),
							shown(measure, bound),
						)}
					</List.Item>
				))}
			</List>
		</>
	);
}
