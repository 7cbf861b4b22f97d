import {Group, Text, Title} from '@mantine/core';
import {type ReactNode, useEffect} from 'react';
import {useTexts} from '../language.ts';

export type PageHeadProps = {
	readonly title: string;
	readonly hint?: string | undefined;
	readonly children?: ReactNode;
};

/** What a page is called, on it and in the browser's tab, and what can be done on it. */
export function PageHead({title, hint, children}: PageHeadProps) {
	const {app} = useTexts();
	useEffect(() => {
		document.title = `${title} · ${app.name}`;
	}, [title, app.name]);
	return (
		<Group justify="space-between" align="flex-start" mb="md" gap="sm">
			<div>
				<Title order={1} size="h2">
					{title}
				</Title>
				{hint !== undefined && <Text c="dimmed">{hint}</Text>}
			</div>
			{children}
		</Group>
	);
}
