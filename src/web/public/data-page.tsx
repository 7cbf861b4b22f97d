import {Anchor, Button, Code, Group, Table, Text, Title} from '@mantine/core';
import {useState} from 'react';
import {findingsOf} from '../api/problem.ts';
import {DateField} from '../fields/typed-field.tsx';
import {showCount, showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {type Health, useHealth} from './health.ts';

/** All figures as files, with what each means. */
export function DataPage() {
	const {people} = useTexts();
	const {data: words} = people;
	const [asOf, setAsOf] = useState<string | undefined>('');
	const query = useHealth(asOf === '' ? undefined : asOf, asOf !== undefined);
	return (
		<>
			<PageHead title={words.title} />
			<Text mb="md" maw={760}>
				{words.intro}
			</Text>
			<DateField
				label={words.asOf}
				description={words.asOfHint}
				maw={320}
				mb="md"
				value={asOf}
				onValue={setAsOf}
				error={findingsOf(query.error, 'asOf', words.asOf)}
			/>
			<Answer of={query} rows={1} rowHeight={110}>
				{(health) => <Downloads health={health} />}
			</Answer>
			<Dictionary />
		</>
	);
}

function Downloads({health}: {readonly health: Health}) {
	const {data: words} = useTexts().people;
	const language = useLanguage();
	const name = `bergulir-${health.asOf}`;
	const address = `/v1/public/fund-health?asOf=${health.asOf}`;
	const table = `/v1/public/fund-health.csv?asOf=${health.asOf}`;
	return (
		<>
			<Text mb="xs" role="status">
				{words.rows(showCount(health.rows.length, language), showDate(health.asOf, language))}
			</Text>
			<Group mb="sm">
				<Button component="a" href={table} download={`${name}.csv`}>
					{words.csv}
				</Button>
				<Button component="a" href={address} download={`${name}.json`} variant="default">
					{words.json}
				</Button>
			</Group>
			<Text mb="lg" style={{overflowWrap: 'anywhere'}}>
				{words.api}{' '}
				<Anchor href={address} underline="always">
					{address}
				</Anchor>{' '}
				<Anchor href={table} underline="always">
					{table}
				</Anchor>
			</Text>
		</>
	);
}

function Dictionary() {
	const {data: words, dictionary} = useTexts().people;
	return (
		<>
			<Title order={2} size="h4" mb="xs">
				{words.dictionary}
			</Title>
			<Text c="dimmed" mb="sm">
				{words.empty}
			</Text>
			<Table verticalSpacing="xs" horizontalSpacing={6} layout="fixed">
				<Table.Thead>
					<Table.Tr>
						<Table.Th w="42%">{words.column}</Table.Th>
						<Table.Th>{words.meaning}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{Object.entries(dictionary).map(([name, meaning]) => (
						<Table.Tr key={name}>
							<Table.Td style={{overflowWrap: 'anywhere'}}>
								<Code>{name}</Code>
							</Table.Td>
							<Table.Td>{meaning}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</>
	);
}
