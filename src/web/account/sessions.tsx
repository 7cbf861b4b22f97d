import {Badge, Button} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import type {Answered} from '../api/answered.ts';
import {useWrite} from '../api/write.ts';
import {Outcome} from '../fields/action-form.tsx';
import {showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Refusal} from '../states/failure.tsx';
import {Part} from './part.tsx';

type Session = Answered<'get-v1-sessions'>['items'][number];

const sessionsKey = ['sessions'] as const;

/** Where one is signed in, and ending what is not one's own. */
export function Sessions() {
	const {account} = useTexts();
	const client = useQueryClient();
	const query = useQuery({
		queryKey: sessionsKey,
		queryFn: async () => (await answerOf(api.GET('/v1/sessions'))).items,
	});
	const write = useWrite(
		async (id: string, key): Promise<object> =>
			answerOf(
				api.POST('/v1/sessions/{id}/revoke', {
					params: {path: {id}, header: {'Idempotency-Key': key}},
				}),
			),
		() => void client.invalidateQueries({queryKey: sessionsKey}),
	);
	return (
		<Part title={account.sessions.title} hint={account.sessions.hint}>
			<Refusal error={write.error} />
			<Answer of={query} rows={2} rowHeight={44}>
				{(sessions) => (
					<SessionTable sessions={sessions} isSending={write.isSending} onEnd={write.send} />
				)}
			</Answer>
			<Outcome answer={write.answer} done={account.sessions.ended} />
		</Part>
	);
}

type SessionTableProps = {
	readonly sessions: readonly Session[];
	readonly isSending: boolean;
	readonly onEnd: (id: string) => void;
};

function SessionTable({sessions, isSending, onEnd}: SessionTableProps) {
	const {account} = useTexts();
	const language = useLanguage();
	const moment = (at: string | null): string => (at === null ? '—' : showMoment(at, language));
	const columns: Column<Session>[] = [
		{
			key: 'begun',
			heading: account.sessions.begun,
			width: 190,
			cell: ({createdAt}) => moment(createdAt),
		},
		{
			key: 'used',
			heading: account.sessions.used,
			width: 190,
			cell: ({lastUsedAt}) => moment(lastUsedAt),
		},
		{
			key: 'until',
			heading: account.sessions.until,
			width: 190,
			cell: ({expiresAt}) => moment(expiresAt),
		},
		{
			key: 'address',
			heading: account.sessions.address,
			width: 140,
			cell: ({address}) => address ?? account.sessions.unknown,
		},
		{
			key: 'end',
			heading: account.sessions.end,
			width: 120,
			cell: ({id, isCurrent, createdAt}) =>
				isCurrent ? (
					<Badge tt="none" variant="light" color="teal">
						{account.sessions.current}
					</Badge>
				) : (
					<Button
						size="sm"
						variant="default"
						aria-label={account.sessions.endOf(showMoment(createdAt, language))}
						loading={isSending}
						onClick={() => {
							onEnd(id);
						}}
					>
						{account.sessions.end}
					</Button>
				),
		},
	];
	return (
		<DataTable
			label={account.sessions.title}
			columns={columns}
			rows={sessions}
			keyOf={({id}) => id}
		/>
	);
}
