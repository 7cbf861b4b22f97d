import {Card, Text, Title} from '@mantine/core';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {ActionForm} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import {type DecisionProps, paramsOf} from './decision.tsx';
import {useDoor} from './door.ts';

/** Taking an import back as one act, by another person than who uploaded it. */
export function Undoing({one, onDone}: DecisionProps) {
	const {imports} = useTexts();
	const me = useMe();
	const door = useDoor();
	if (one.status !== 'posted' && one.status !== 'stopped') return null;
	if (one.uploadedBy === me.name || !may(me, door.permissions.undo)) return null;
	return (
		<Card withBorder maw={640} className="no-print">
			<Title order={2} size="h4" mb="xs">
				{imports.undo}
			</Title>
			<Text size="sm" c="dimmed" mb="sm">
				{imports.undoHint}
			</Text>
			<ActionForm
				isGrave
				fields={[
					{name: 'effectiveOn', label: imports.undoDay, kind: 'date'},
					{name: 'document', label: imports.document, kind: 'text'},
					{name: 'reason', label: imports.reason, kind: 'text'},
				]}
				submit={imports.undo}
				done={imports.undoAsked}
				send={async ({effectiveOn = '', document = '', reason = ''}, key) =>
					answerOf(
						api.POST(`${door.one}/undo`, {
							params: paramsOf(one, key),
							body: {effectiveOn, document, reason},
						}),
					)
				}
				onDone={onDone}
			/>
		</Card>
	);
}
