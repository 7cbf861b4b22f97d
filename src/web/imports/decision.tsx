import {Alert, Button, Card, SimpleGrid, Text, Title} from '@mantine/core';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {useWrite} from '../api/write.ts';
import {ActionForm, Outcome} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {useDoor} from './door.ts';
import type {Import} from './imported.ts';

export type DecisionProps = {readonly one: Import; readonly onDone: () => void};

const rejectable: readonly Import['status'][] = ['waiting', 'checking', 'faulty', 'ready'];

/** What a second person decides about it; whoever uploaded it is told that they wait for one. */
export function Decision({one, onDone}: DecisionProps) {
	const {imports} = useTexts();
	const me = useMe();
	const door = useDoor();
	const isOwn = one.uploadedBy === me.name;
	const said = door.isCity ? imports.waitsForManager : imports.waitsForSupervisor;
	if (one.status === 'stopped') return <Resume one={one} onDone={onDone} />;
	if (!rejectable.includes(one.status)) return null;
	const isReady = one.status === 'ready';
	const isNothingNew = isReady && one.rows === one.rowsKnown;
	if (isNothingNew) return <Alert color="gray">{imports.nothingNew}</Alert>;
	if (isOwn || !may(me, door.permissions.approve)) {
		if (!isReady) return null;
		return (
			<Alert color="yellow" title={said.title}>
				{isOwn ? imports.ownUpload : null} {said.hint}
			</Alert>
		);
	}
	return (
		<SimpleGrid cols={{base: 1, md: 2}} className="no-print">
			{isReady && one.previewDigest !== null ? (
				<Approve one={one} digest={one.previewDigest} onDone={onDone} />
			) : null}
			<Card withBorder>
				<Title order={2} size="h4" mb="sm">
					{imports.reject}
				</Title>
				<ActionForm
					isGrave
					fields={[{name: 'reason', label: imports.reason, kind: 'text'}]}
					submit={imports.reject}
					done={imports.rejected}
					send={async ({reason = ''}, key) =>
						answerOf(
							api.POST(`${door.one}/reject`, {
								params: paramsOf(one, key),
								body: {reason},
							}),
						)
					}
					onDone={onDone}
				/>
			</Card>
		</SimpleGrid>
	);
}

export const paramsOf = ({book, id}: Import, key: string) => ({
	path: {book, import: id},
	header: {'Idempotency-Key': key},
});

type ApproveProps = DecisionProps & {readonly digest: string};

function Approve({one, digest, onDone}: ApproveProps) {
	const {imports} = useTexts();
	const door = useDoor();
	const write = useWrite(
		async (body: {previewDigest: string}, key): Promise<object> =>
			answerOf(api.POST(`${door.one}/approve`, {params: paramsOf(one, key), body})),
		onDone,
	);
	return (
		<Card withBorder>
			<Title order={2} size="h4" mb="sm">
				{imports.approve}
			</Title>
			<Text size="sm" mb="sm">
				{imports.approveHint}
			</Text>
			<Refusal error={write.error} />
			<Button
				size="lg"
				loading={write.isSending}
				onClick={() => {
					write.send({previewDigest: digest});
				}}
			>
				{imports.approve}
			</Button>
			<Outcome answer={write.answer} done={imports.approved} />
		</Card>
	);
}

function Resume({one, onDone}: DecisionProps) {
	const {imports} = useTexts();
	const me = useMe();
	const door = useDoor();
	const write = useWrite(
		async (_: {id: string}, key): Promise<object> =>
			answerOf(api.POST(`${door.one}/resume`, {params: paramsOf(one, key)})),
		onDone,
	);
	if (!may(me, door.permissions.approve)) return null;
	return (
		<div className="no-print">
			<Refusal error={write.error} />
			<Button
				loading={write.isSending}
				onClick={() => {
					write.send({id: one.id});
				}}
			>
				{imports.resume}
			</Button>
			<Outcome answer={write.answer} done={imports.resumed} />
		</div>
	);
}
