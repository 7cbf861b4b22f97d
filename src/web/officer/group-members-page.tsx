import {Anchor, Badge, Button, Card, Group, Text, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {useToday} from '../api/today.ts';
import {ActionForm, type Values} from '../fields/action-form.tsx';
import {showCount, showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {type GroupDetail, type Membership, groupQuery, groupsKey} from './groups.ts';
import {JoinGroup} from './join-group.tsx';

/** Who is in a group, who was, and who comes in or leaves. */
export function GroupMembersPage({group: id}: {readonly group: string}) {
	const {counter} = useTexts();
	const language = useLanguage();
	const query = useQuery(groupQuery(id));
	const today = useToday();
	return (
		<Answer of={query} rows={4} rowHeight={84}>
			{(group) => (
				<Answer of={today} rows={4} rowHeight={84}>
					{(on) => (
						<>
							<PageHead
								title={group.name}
								hint={counter.groups.count(showCount(presentOf(group).length, language))}
							/>
							<Anchor component={Link} href={`/petugas/kelompok/${id}`}>
								{counter.groups.sheet}
							</Anchor>
							<Members group={group} today={on} />
							<Joining group={group} today={on} />
						</>
					)}
				</Answer>
			)}
		</Answer>
	);
}

const presentOf = ({members}: GroupDetail): Membership[] =>
	members.filter(({leftOn}) => leftOn === null);

type PartProps = {readonly group: GroupDetail; readonly today: string};

function Members({group, today}: PartProps) {
	const {counter} = useTexts();
	const gone = group.members.filter(({leftOn}) => leftOn !== null);
	return (
		<section>
			<Title order={2} size="h4" mt="md" mb="xs">
				{counter.groups.members}
			</Title>
			{group.members.length === 0 ? <Text c="dimmed">{counter.groups.none}</Text> : null}
			{[...presentOf(group), ...gone].map((membership) => (
				<MemberCard
					key={`${membership.member} ${membership.joinedOn}`}
					group={group.id}
					membership={membership}
					today={today}
				/>
			))}
		</section>
	);
}

type MemberProps = {
	readonly group: string;
	readonly membership: Membership;
	readonly today: string;
};

function MemberCard({group, membership, today}: MemberProps) {
	const {officer, counter} = useTexts();
	const language = useLanguage();
	const me = useMe();
	const {member, name, number, office, joinedOn, leftOn} = membership;
	return (
		<Card withBorder padding="sm" mb="xs">
			<Group justify="space-between" align="flex-start">
				<div>
					<Anchor component={Link} href={`/petugas/anggota/${member}`} fw={700} fz="lg">
						{name}
					</Anchor>
					<Text size="sm" c="dimmed">
						{officer.members.number(String(number))} ·{' '}
						{leftOn === null
							? counter.groups.since(showDate(joinedOn, language))
							: counter.groups.left(showDate(leftOn, language))}
					</Text>
				</div>
				{office === null ? null : (
					<Badge size="lg" variant="light" tt="none">
						{counter.groups.offices[office]}
					</Badge>
				)}
			</Group>
			{leftOn === null && may(me, 'group:write') ? (
				<Leaving group={group} membership={membership} today={today} />
			) : null}
		</Card>
	);
}

function Leaving({group, membership, today}: MemberProps) {
	const {groups, undo} = useTexts().counter;
	const client = useQueryClient();
	const [isAsked, setIsAsked] = useState(false);
	const {member, name} = membership;
	if (!isAsked) {
		return (
			<Button
				size="compact-md"
				variant="subtle"
				mt={4}
				aria-label={groups.leaving(name)}
				onClick={() => {
					setIsAsked(true);
				}}
			>
				{groups.leave}
			</Button>
		);
	}
	const send = async ({leftOn = '', reason = ''}: Values, key: string) =>
		answerOf(
			api.POST('/v1/groups/{id}/members/leave', {
				params: {path: {id: group}, header: {'Idempotency-Key': key}},
				body: {member, leftOn, reason},
			}),
		);
	return (
		<Card withBorder mt="sm" maw={720}>
			<Group justify="space-between" mb="xs">
				<Title order={3} size="h5">
					{groups.leaving(name)}
				</Title>
				<Button
					size="compact-md"
					variant="subtle"
					onClick={() => {
						setIsAsked(false);
					}}
				>
					{undo.close}
				</Button>
			</Group>
			<ActionForm
				fields={[
					{name: 'leftOn', label: groups.leftOn, kind: 'date', initial: today},
					{name: 'reason', label: groups.reason, kind: 'text'},
				]}
				submit={groups.leave}
				done={groups.leave}
				send={send}
				onDone={() => {
					void client.invalidateQueries({queryKey: groupsKey});
				}}
			/>
		</Card>
	);
}

function Joining({group, today}: PartProps) {
	const {groups} = useTexts().counter;
	const me = useMe();
	if (group.dissolvedOn !== null || !may(me, 'group:write')) return null;
	return (
		<section>
			<Title order={2} size="h4" mt="lg" mb="xs">
				{groups.add}
			</Title>
			<Text c="dimmed" mb="sm">
				{groups.addHint}
			</Text>
			<JoinGroup group={group.id} today={today} />
		</section>
	);
}
