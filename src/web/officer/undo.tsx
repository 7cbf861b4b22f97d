import {Button, Card, Group, Text, Title} from '@mantine/core';
import {useState} from 'react';
import {isWaiting} from '../api/client.ts';
import {useToday} from '../api/today.ts';
import {ActionForm, type Values} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';

/** What the service asks of whoever takes something back. */
export type Undoing = {
	readonly effectiveOn: string;
	readonly document: string;
	readonly reason: string;
};

export type UndoProps = {
	/** What is taken back, as its paper is called. */
	readonly document: string;
	readonly send: (undoing: Undoing, key: string) => Promise<object | undefined>;
	/** Whether it is done; if not, it waits for a second person. */
	readonly onDone: (isDone: boolean) => void;
};

/** Takes something back by its mirror: first one says that one means it, then why. */
export function Undo({document, send, onDone}: UndoProps) {
	const {undo} = useTexts().counter;
	const [isAsked, setIsAsked] = useState(false);
	if (!isAsked) {
		return (
			<Button
				className="no-print"
				variant="default"
				size="sm"
				aria-label={undo.title(document)}
				onClick={() => {
					setIsAsked(true);
				}}
			>
				{undo.button}
			</Button>
		);
	}
	return (
		<Card withBorder maw={720} my="sm" className="no-print">
			<Group justify="space-between" align="flex-start">
				<Title order={3} size="h5">
					{undo.title(document)}
				</Title>
				<Button
					variant="subtle"
					size="compact-md"
					onClick={() => {
						setIsAsked(false);
					}}
				>
					{undo.close}
				</Button>
			</Group>
			<Text size="sm" c="dimmed" mb="sm">
				{undo.hint}
			</Text>
			<UndoForm
				send={send}
				onDone={(isDone) => {
					setIsAsked(false);
					onDone(isDone);
				}}
			/>
		</Card>
	);
}

function UndoForm({send, onDone}: Pick<UndoProps, 'send' | 'onDone'>) {
	const {undo} = useTexts().counter;
	const today = useToday();
	const taking = async ({effectiveOn = '', document = '', reason = ''}: Values, key: string) =>
		(await send({effectiveOn, document, reason}, key)) ?? {};
	return (
		<Answer of={today} rows={3} rowHeight={68}>
			{(on) => (
				<ActionForm
					fields={[
						{name: 'effectiveOn', label: undo.date, kind: 'date', initial: on},
						{name: 'document', label: undo.document, kind: 'text'},
						{name: 'reason', label: undo.reason, kind: 'long'},
					]}
					submit={undo.send}
					done={undo.done}
					send={taking}
					onDone={(answer) => {
						onDone(!isWaiting(answer));
					}}
					isGrave
				/>
			)}
		</Answer>
	);
}
