import {Alert, Button, Card, Group, Title} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {answerOf, api, isWaiting} from '../api/client.ts';
import {ActionForm, type Values} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import {groupsKey} from './groups.ts';
import {type Member, MemberSearch} from './member-search.tsx';

export type JoinGroupProps = {readonly group: string; readonly today: string};

type Office = 'ketua' | 'sekretaris' | 'bendahara';

/** Finds a member and takes them into a group, with an office in it or without. */
export function JoinGroup({group, today}: JoinGroupProps) {
	const {counter, states} = useTexts();
	const [chosen, setChosen] = useState<Member | undefined>(undefined);
	const [said, setSaid] = useState<string | undefined>(undefined);
	return (
		<>
			{said === undefined ? null : (
				<Alert color="teal" role="status" mb="sm">
					{said}
				</Alert>
			)}
			{chosen ? (
				<Joining
					key={chosen.id}
					group={group}
					today={today}
					member={chosen}
					onDone={(isDone) => {
						setChosen(undefined);
						setSaid(isDone ? counter.groups.joined : states.waiting);
					}}
					onOther={() => {
						setChosen(undefined);
					}}
				/>
			) : (
				<MemberSearch
					onChoose={(member) => {
						setSaid(undefined);
						setChosen(member);
					}}
				/>
			)}
		</>
	);
}

type JoiningProps = JoinGroupProps & {
	readonly member: Member;
	readonly onDone: (isDone: boolean) => void;
	readonly onOther: () => void;
};

function Joining({group, today, member, onDone, onOther}: JoiningProps) {
	const {groups} = useTexts().counter;
	const client = useQueryClient();
	const offices = Object.entries(groups.offices).map(([value, label]) => ({value, label}));
	const send = async ({joinedOn = '', office}: Values, key: string) =>
		answerOf(
			api.POST('/v1/groups/{id}/members', {
				params: {path: {id: group}, header: {'Idempotency-Key': key}},
				body: {
					member: member.id,
					joinedOn,
					...(office === undefined ? {} : {office: office as Office}),
				},
			}),
		);
	return (
		<Card withBorder maw={720}>
			<Group justify="space-between" mb="xs">
				<Title order={3} size="h5">
					{groups.joining(member.name)}
				</Title>
				<Button size="compact-md" variant="subtle" onClick={onOther}>
					{groups.other}
				</Button>
			</Group>
			<ActionForm
				fields={[
					{name: 'joinedOn', label: groups.joinedOn, kind: 'date', initial: today},
					{
						name: 'office',
						label: groups.office,
						kind: 'choice',
						options: offices,
						isOptional: true,
					},
				]}
				submit={groups.join}
				done={groups.joined}
				send={send}
				onDone={(answer) => {
					void client.invalidateQueries({queryKey: groupsKey});
					onDone(!isWaiting(answer));
				}}
			/>
		</Card>
	);
}
