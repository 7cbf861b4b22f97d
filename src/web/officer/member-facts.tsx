import {Alert, Button, Card, Group, SimpleGrid, Text} from '@mantine/core';
import {useState} from 'react';
import type {Answered} from '../api/answered.ts';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {ActionForm} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';

type Member = Answered<'get-v1-members-id'>;
type Unmasked = Answered<'post-v1-members-id-unmask'>;

/**
 * Who a member is: numbers and address masked. Who must see them says why, and sees them until
 * this page is left: they are kept nowhere.
 */
export function MemberFacts({member}: {readonly member: Member}) {
	const {officer, counter} = useTexts();
	const [seen, setSeen] = useState<Unmasked | undefined>(undefined);
	const me = useMe();
	const {none} = counter.unmask;
	const phone = seen === undefined ? member.phone : (seen.phone ?? none);
	return (
		<Card withBorder mb="lg">
			<SimpleGrid cols={{base: 2, md: 4}} spacing="sm">
				<Fact label={officer.members.nik} text={seen?.nik ?? member.nikMasked} />
				<Fact label={officer.members.phone} text={phone ?? '—'} />
				<Fact label={officer.members.address} text={seen?.address ?? member.address} />
				<Fact label={officer.members.business} text={member.business?.description ?? '—'} />
			</SimpleGrid>
			{may(me, 'member:unmask') ? (
				<Unmask member={member.id} isShown={seen !== undefined} onSeen={setSeen} />
			) : null}
		</Card>
	);
}

function Fact({label, text}: {readonly label: string; readonly text: string}) {
	return (
		<div>
			<Text size="sm" c="dimmed">
				{label}
			</Text>
			<Text style={{overflowWrap: 'anywhere'}}>{text}</Text>
		</div>
	);
}

type UnmaskProps = {
	readonly member: string;
	readonly isShown: boolean;
	readonly onSeen: (seen: Unmasked | undefined) => void;
};

function Unmask({member, isShown, onSeen}: UnmaskProps) {
	const {unmask} = useTexts().counter;
	const [isAsked, setIsAsked] = useState(false);
	if (isShown) {
		return (
			<Group mt="sm" className="no-print">
				<Text size="sm" role="status">
					{unmask.shown}
				</Text>
				<Button
					size="sm"
					variant="default"
					onClick={() => {
						onSeen(undefined);
					}}
				>
					{unmask.hide}
				</Button>
			</Group>
		);
	}
	if (!isAsked) {
		return (
			<Group mt="sm" className="no-print">
				<Button
					size="sm"
					variant="default"
					h="auto"
					py={6}
					styles={{label: {whiteSpace: 'normal'}}}
					onClick={() => {
						setIsAsked(true);
					}}
				>
					{unmask.title}
				</Button>
			</Group>
		);
	}
	return (
		<Alert mt="sm" color="yellow" title={unmask.title}>
			<Text size="sm" mb="sm">
				{unmask.hint}
			</Text>
			<ActionForm
				fields={[{name: 'reason', label: unmask.reason, kind: 'text', hint: unmask.reasonHint}]}
				submit={unmask.send}
				done={unmask.shown}
				send={async ({reason = ''}) => {
					const seen = await answerOf(
						api.POST('/v1/members/{id}/unmask', {
							params: {path: {id: member}},
							body: {fields: ['nik', 'phone', 'address'], reason},
						}),
					);
					setIsAsked(false);
					onSeen(seen);
					return seen;
				}}
			/>
		</Alert>
	);
}
