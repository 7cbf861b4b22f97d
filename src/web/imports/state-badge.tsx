import {Badge} from '@mantine/core';
import {useTexts} from '../language.ts';
import type {Status} from './imported.ts';

const colours: Readonly<Record<Status, string>> = {
	waiting: 'blue',
	checking: 'blue',
	faulty: 'red',
	ready: 'yellow',
	rejected: 'gray',
	approved: 'blue',
	stopped: 'red',
	posted: 'teal',
	undoing: 'blue',
	undone: 'gray',
};

/** How far an import is, in words. */
export function StateBadge({status}: {readonly status: Status}) {
	const {imports} = useTexts();
	return (
		<Badge size="lg" tt="none" variant="light" color={colours[status]}>
			{imports.statuses[status]}
		</Badge>
	);
}
