import {Card} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useLocation} from 'wouter';
import {answerOf, api, isWaiting} from '../api/client.ts';
import {useToday} from '../api/today.ts';
import {ActionForm, type FormField, type Values} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {useCooperative} from './cooperative.tsx';
import {groupsKey} from './groups.ts';

/** A group that is formed: its name, and when and where it meets. Members come in next. */
export function FormGroupPage() {
	const {groups} = useTexts().counter;
	const today = useToday();
	return (
		<>
			<PageHead title={groups.title} />
			<Answer of={today} rows={4} rowHeight={68}>
				{(on) => <GroupForm today={on} />}
			</Answer>
		</>
	);
}

function GroupForm({today}: {readonly today: string}) {
	const {groups} = useTexts().counter;
	const {code} = useCooperative();
	const client = useQueryClient();
	const [, go] = useLocation();
	// As ISO 8601 counts them: Monday is 1.
	const days = Object.values(groups.days).map((label, index) => ({
		value: String(index + 1),
		label,
	}));
	const isOptional = true;
	const fields: readonly FormField[] = [
		{name: 'name', label: groups.name, kind: 'text'},
		{name: 'formedOn', label: groups.formedOn, kind: 'date', initial: today},
		{name: 'meetingDay', label: groups.day, kind: 'choice', options: days, isOptional},
		{name: 'meetingPlace', label: groups.place, kind: 'text', isOptional},
	];
	const send = async (values: Values, key: string) => {
		const {name = '', formedOn = '', meetingDay, meetingPlace} = values;
		const answer = await answerOf(
			api.POST('/v1/groups', {
				params: {header: {'Idempotency-Key': key}},
				body: {
					cooperative: code,
					name,
					formedOn,
					...(meetingDay === undefined ? {} : {meetingDay: Number.parseInt(meetingDay, 10)}),
					...(meetingPlace === undefined ? {} : {meetingPlace}),
				},
			}),
		);
		void client.invalidateQueries({queryKey: groupsKey});
		if (!isWaiting(answer)) go(`/petugas/kelompok/${answer.id}/anggota`);
		return answer;
	};
	return (
		<Card withBorder maw={720}>
			<ActionForm fields={fields} submit={groups.send} done={groups.done} send={send} />
		</Card>
	);
}
