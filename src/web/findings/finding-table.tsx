import {Anchor, Badge} from '@mantine/core';
import {Link} from 'wouter';
import type {operations} from '../api/schema.d.ts';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {useBase} from '../shell/base.ts';
import {wordOf} from '../reports/words.ts';
import {type Column, DataTable} from '../states/data-table.tsx';

type Findings = operations['get-v1-findings']['responses'][200]['content']['application/json'];
export type Finding = Findings['items'][number];

export const severityColours = {low: 'gray', medium: 'yellow', high: 'orange', critical: 'red'};

/** Findings, each with its weight, how long there is, and who has it before them. */
export function FindingTable({findings}: {readonly findings: readonly Finding[]}) {
	const texts = useTexts();
	const language = useLanguage();
	const base = useBase();
	const words = texts.findings;
	const columns: Column<Finding>[] = [
		{
			key: 'sentence',
			heading: words.finding,
			width: 320,
			cell: ({id, sentence}) => (
				<Anchor component={Link} href={`${base}/temuan/${id}`} inherit underline="always">
					{sentence[language]}
				</Anchor>
			),
		},
		{
			key: 'severity',
			heading: words.severity,
			width: 100,
			cell: ({severity}) => (
				<Badge tt="none" variant="light" color={severityColours[severity]}>
					{wordOf(severity, texts)}
				</Badge>
			),
		},
		{key: 'book', heading: words.cooperative, width: 170, cell: ({bookName}) => bookName},
		{key: 'state', heading: words.state, width: 120, cell: ({state}) => wordOf(state, texts)},
		{key: 'level', heading: words.level, width: 120, cell: ({level}) => wordOf(level, texts)},
		{
			key: 'dueOn',
			heading: words.dueOn,
			width: 130,
			cell: ({dueOn, isOverdue}) => (
				<>
					{showDate(dueOn, language)}
					{isOverdue ? (
						<Badge tt="none" variant="light" color="red" ml={4}>
							{words.overdue}
						</Badge>
					) : null}
				</>
			),
		},
	];
	return <DataTable label={words.title} columns={columns} rows={findings} keyOf={({id}) => id} />;
}
