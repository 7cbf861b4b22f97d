import {Card, Text, Title} from '@mantine/core';
import type {ReactNode} from 'react';

export type PartProps = {
	readonly title: string;
	readonly hint?: string | undefined;
	readonly children: ReactNode;
};

/** A part of the page with its heading. */
export function Part({title, hint, children}: PartProps) {
	return (
		<Card withBorder component="section">
			<Title order={2} size="h4" mb={hint === undefined ? 'sm' : 4}>
				{title}
			</Title>
			{hint === undefined ? null : (
				<Text size="sm" c="dimmed" mb="sm">
					{hint}
				</Text>
			)}
			{children}
		</Card>
	);
}
