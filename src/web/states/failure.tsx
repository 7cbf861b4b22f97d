import {Alert, List, Text} from '@mantine/core';
import {Refused, Unreachable, otherFindings} from '../api/problem.ts';
import {useTexts} from '../language.ts';
import {Notice} from './notice.tsx';

/** Where somebody may not look, and whom to ask. */
export function NoPermission() {
	const {states} = useTexts();
	return <Notice title={states.noPermission} hint={states.noPermissionHint} />;
}

/** Instead of what could not be read: why, and the way on. */
export function Failure({error, again}: {readonly error: Error; readonly again?: () => void}) {
	const {states} = useTexts();
	const action = again && {label: states.again, run: again};
	if (error instanceof Refused && error.problem.status === 403) {
		return <NoPermission />;
	}
	if (error instanceof Refused) {
		return <Notice title={error.problem.title} hint={error.problem.detail} action={action} />;
	}
	if (error instanceof Unreachable) {
		return <Notice title={states.unreachable} hint={states.unreachableHint} action={action} />;
	}
	return <Notice title={states.broken} hint={states.brokenHint} action={action} />;
}

export type RefusalProps = {
	readonly error: Error | null;
	/** The fields that show their own findings. */
	readonly fields?: readonly string[];
};

/** Above a form: why what was sent was not taken, except what stands beside its field. */
export function Refusal({error, fields = []}: RefusalProps) {
	const {states} = useTexts();
	if (error === null) return null;
	if (!(error instanceof Refused)) {
		return (
			<Alert color="red" role="alert" title={states.unreachable}>
				{states.unreachableHint}
			</Alert>
		);
	}
	const others = otherFindings(error, fields);
	const isAllBeside = error.problem.findings.length > 0 && others.length === 0;
	return (
		<Alert color="red" role="alert" title={error.problem.title}>
			{others.length === 1 ? <Text size="sm">{others[0]}</Text> : null}
			{others.length > 1 ? (
				<List size="sm">
					{others.map((message) => (
						<List.Item key={message}>{message}</List.Item>
					))}
				</List>
			) : null}
			{isAllBeside ? <Text size="sm">{states.besideFields}</Text> : null}
			{error.problem.findings.length === 0 ? <Text size="sm">{error.problem.detail}</Text> : null}
		</Alert>
	);
}
