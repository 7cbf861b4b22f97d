import {Alert, List, Text, ThemeIcon} from '@mantine/core';
import {useLanguage, useTexts} from '../language.ts';
import {showCount} from '../formats.ts';
import type {Check} from './checks.ts';

const marks = {holds: '✓', fails: '✗', nothing: '–'} as const;
const colours = {holds: 'teal', fails: 'red', nothing: 'gray'} as const;

/** What was checked in this browser, in plain words, and what that proves and what not. */
export function Outcomes({checks}: {readonly checks: readonly Check[]}) {
	const {auditor} = useTexts();
	const language = useLanguage();
	const {checks: words} = auditor.evidence;
	const isBroken = checks.some(({outcome}) => outcome === 'fails');
	return (
		<Alert
			role="status"
			color={isBroken ? 'red' : 'teal'}
			title={isBroken ? auditor.evidence.broken : auditor.evidence.holds}
			mt="md"
		>
			<List spacing="xs" listStyleType="none">
				{checks.map(({name, outcome, count}) => (
					<List.Item
						key={name}
						icon={
							<ThemeIcon color={colours[outcome]} size={24} radius="xl" aria-hidden="true">
								{marks[outcome]}
							</ThemeIcon>
						}
					>
						<Text size="sm">
							<strong>{auditor.evidence.outcomes[outcome]}</strong>{' '}
							{outcome === 'nothing'
								? auditor.evidence.nothingBefore
								: words[name](showCount(count, language))}
						</Text>
					</List.Item>
				))}
			</List>
			<Text size="sm" mt="sm">
				{auditor.evidence.limits}
			</Text>
		</Alert>
	);
}
