import {Card, Group, Text, Title} from '@mantine/core';
import {useDebouncedValue} from '@mantine/hooks';
import {keepPreviousData, useQuery} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {Amount} from '../fields/amount.tsx';
import {useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {ScheduleTable} from './schedule-table.tsx';
import {type Terms, isShared, previewOf} from './terms.ts';

/** The schedule that an application would get, as the service makes it, while one types. */
export function SchedulePreview({terms, today}: {readonly terms: Terms; readonly today: string}) {
	const {officer} = useTexts();
	const body = previewOf(terms, today);
	const [settled] = useDebouncedValue(body === undefined ? undefined : JSON.stringify(body), 300);
	const query = useQuery({
		queryKey: ['schedule-preview', settled],
		enabled: settled !== undefined && body !== undefined,
		retry: false,
		placeholderData: keepPreviousData,
		queryFn: async () => answerOf(api.POST('/v1/schedules/preview', {body: body!})),
	});
	return (
		<Card withBorder mih={280} padding="md">
			<Title order={2} size="h4" mb="xs">
				{officer.application.preview}
			</Title>
			{body === undefined ? (
				<Text c="dimmed">{officer.application.previewHint}</Text>
			) : (
				<>
					<Refusal error={query.error} />
					{query.data && !query.error ? (
						<>
							<Group justify="space-between" mb="xs">
								<Text fw={600}>{officer.total}</Text>
								<Text fw={700} fz="lg">
									<Amount of={query.data.totals.total} />
								</Text>
							</Group>
							{isShared(terms.akad) ? (
								<Text size="sm" c="dimmed" mb="xs">
									{officer.application.noShare}
								</Text>
							) : null}
							<ScheduleTable
								label={officer.application.preview}
								afterLabel={officer.application.principalAfter}
								rows={query.data.rows.map(({number, dueDate, total, balance}) => ({
									number,
									dueOn: dueDate,
									total,
									after: balance,
								}))}
							/>
						</>
					) : null}
				</>
			)}
		</Card>
	);
}
