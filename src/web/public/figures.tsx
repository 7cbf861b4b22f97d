import {SimpleGrid, Text} from '@mantine/core';
import type {ReactNode} from 'react';
import {Amount} from '../fields/amount.tsx';
import {showCount, showPercent} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import type {HealthRow} from './health.ts';

/** The six figures that tell how a fund fares. */
export function Figures({row}: {readonly row: HealthRow}) {
	const {people} = useTexts();
	const language = useLanguage();
	const share = (text: string | null): string =>
		text === null ? '—' : showPercent(text, language);
	const {health} = people;
	return (
		<SimpleGrid cols={{base: 2, md: 3, lg: 6}} spacing="sm" component="dl" m={0}>
			<Figure label={health.received}>
				<Amount of={row.sums.tranchesReceived} />
			</Figure>
			<Figure label={health.lent}>
				<Amount of={row.sums.outstandingPrincipal} />
			</Figure>
			<Figure label={health.turnover}>{share(row.ratios.turnover)}</Figure>
			<Figure label={health.late}>{share(row.ratios.par30)}</Figure>
			<Figure label={health.notRemitted}>
				<Amount of={row.sums.collectedNotRemitted} />
			</Figure>
			<Figure label={health.borrowers}>{showCount(row.borrowers, language)}</Figure>
		</SimpleGrid>
	);
}

function Figure({label, children}: {readonly label: string; readonly children: ReactNode}) {
	return (
		<div>
			<Text size="sm" c="dimmed" component="dt">
				{label}
			</Text>
			<Text fw={700} component="dd" m={0}>
				{children}
			</Text>
		</div>
	);
}
