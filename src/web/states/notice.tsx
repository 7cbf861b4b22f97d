import {Button, Group, Stack, Text, Title} from '@mantine/core';
import type {ReactNode} from 'react';

export type NoticeProps = {
	readonly title: string;
	readonly hint?: string | undefined;
	readonly action?: {readonly label: string; readonly run: () => void} | undefined;
	readonly children?: ReactNode;
};

/** A sentence in the middle of where something else would be, and what can be done about it. */
export function Notice({title, hint, action, children}: NoticeProps) {
	return (
		<Stack align="center" gap="xs" py="xl" px="md" ta="center">
			<Title order={2} size="h4">
				{title}
			</Title>
			{hint !== undefined && <Text c="dimmed">{hint}</Text>}
			{children}
			{action && (
				<Group>
					<Button variant="default" onClick={action.run}>
						{action.label}
					</Button>
				</Group>
			)}
		</Stack>
	);
}
