import {Skeleton, Stack, VisuallyHidden} from '@mantine/core';
import type {UseQueryResult} from '@tanstack/react-query';
import {type ReactNode, useEffect} from 'react';
import {Unreachable} from '../api/problem.ts';
import {useTexts} from '../language.ts';
import {lookAgain} from '../offline/online.ts';
import {Failure} from './failure.tsx';

/** In pixels; where it depends on how wide the page is, from which width on. */
export type RowHeight = number | Readonly<Partial<Record<'base' | 'sm' | 'md' | 'lg', number>>>;

export type AnswerProps<T> = {
	readonly of: UseQueryResult<T>;
	/** How tall what comes is in pixels, row by row, so that nothing jumps when it is there. */
	readonly rows?: number;
	readonly rowHeight?: RowHeight;
	readonly children: (data: T) => ReactNode;
};

/** What was asked for when it is there; until then its place, or why it is not. */
export function Answer<T>({of: query, rows = 5, rowHeight = 64, children}: AnswerProps<T>) {
	if (query.data !== undefined) return <Shown>{children(query.data)}</Shown>;
	if (query.error) {
		return <Failure error={query.error} again={() => void query.refetch()} />;
	}
	if (query.fetchStatus === 'paused') {
		return <Failure error={new Unreachable('No network.')} again={() => void lookAgain()} />;
	}
	return <Loading rows={rows} rowHeight={rowHeight} />;
}

/** Marks when what was answered stands on the page, for whoever measures it. */
function Shown({children}: {readonly children: ReactNode}) {
	useEffect(() => {
		performance.mark('bergulir:shown');
	}, []);
	return children;
}

/** The place of what is still to come. */
export function Loading({rows = 5, rowHeight = 64}: {rows?: number; rowHeight?: RowHeight}) {
	const {states} = useTexts();
	return (
		<Stack gap="sm" role="status">
			<VisuallyHidden>{states.loading}</VisuallyHidden>
			{Array.from({length: rows}, (_, row) => (
				<Skeleton key={row} h={rowHeight} radius="md" />
			))}
		</Stack>
	);
}
