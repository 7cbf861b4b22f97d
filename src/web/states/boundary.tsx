import {Component, type ReactNode} from 'react';
import {useTexts} from '../language.ts';
import {Failure} from './failure.tsx';
import {Notice} from './notice.tsx';

type State = {readonly error: Error | undefined};

/** Keeps a fault of one page from taking the whole app away. */
export class Boundary extends Component<{readonly children: ReactNode}, State> {
	override state: State = {error: undefined};

	static getDerivedStateFromError(error: unknown): State {
		return {error: error instanceof Error ? error : new Error(String(error))};
	}

	override render(): ReactNode {
		const {error} = this.state;
		if (error === undefined) return this.props.children;
		return (
			<Failure
				error={error}
				again={() => {
					globalThis.location.reload();
				}}
			/>
		);
	}
}

/** Where an address leads nowhere. */
export function NotFound() {
	const {states} = useTexts();
	return (
		<Notice
			title={states.notFound}
			hint={states.notFoundHint}
			action={{
				label: states.toStart,
				run: () => {
					globalThis.location.assign('/');
				},
			}}
		/>
	);
}
