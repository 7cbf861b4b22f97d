import {Group, NativeSelect, SegmentedControl} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import {allItems} from '../api/pages.ts';
import {useTexts} from '../language.ts';
import {wordOf} from '../reports/words.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {FindingTable} from './finding-table.tsx';

const states = ['open', 'closing-proposed', 'closed'] as const;
const severities = ['critical', 'high', 'medium', 'low'] as const;

const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined =>
	all.find((one) => one === value);

/** The register of findings within one's scope, the longest overdue first. */
export function FindingsPage() {
	const texts = useTexts();
	const words = texts.findings;
	const [state, setState] = useState<(typeof states)[number] | undefined>(undefined);
	const [severity, setSeverity] = useState<(typeof severities)[number] | undefined>(undefined);
	const [isOverdue, setOverdue] = useState(false);
	const query = useQuery({
		queryKey: ['findings', {state, severity, isOverdue}],
		queryFn: async () =>
			allItems(async (cursor) => {
				const asked = {
					limit: '1000',
					...(state === undefined ? {} : {state}),
					...(severity === undefined ? {} : {severity}),
					...(isOverdue ? {overdue: 'true' as const} : {}),
					...(cursor === undefined ? {} : {cursor}),
				};
				return answerOf(api.GET('/v1/findings', {params: {query: asked}}));
			}),
	});
	const all = {value: '', label: words.all};
	return (
		<>
			<PageHead title={words.title} hint={words.hint} />
			<Group align="flex-end" mb="md" className="no-print">
				<NativeSelect
					label={words.state}
					value={state ?? ''}
					data={[all, ...states.map((value) => ({value, label: wordOf(value, texts)}))]}
					onChange={({currentTarget}) => {
						setState(oneOf(states, currentTarget.value));
					}}
				/>
				<NativeSelect
					label={words.severity}
					value={severity ?? ''}
					data={[all, ...severities.map((value) => ({value, label: wordOf(value, texts)}))]}
					onChange={({currentTarget}) => {
						setSeverity(oneOf(severities, currentTarget.value));
					}}
				/>
				<SegmentedControl
					aria-label={words.dueOn}
					value={isOverdue ? 'overdue' : 'all'}
					onChange={(value) => {
						setOverdue(value === 'overdue');
					}}
					data={[
						{value: 'all', label: words.all},
						{value: 'overdue', label: words.onlyOverdue},
					]}
				/>
			</Group>
			<Answer of={query} rows={6}>
				{(findings) =>
					findings.length === 0 ? (
						<Notice title={words.none} hint={words.noneHint} />
					) : (
						<FindingTable findings={findings} />
					)
				}
			</Answer>
		</>
	);
}
