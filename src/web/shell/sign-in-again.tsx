import {Button, Modal, Stack, Text} from '@mantine/core';
import {useMutation} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {endWaiting, useSessionExpiry} from '../api/session.ts';
import {useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {SignInForm} from './sign-in-form.tsx';
import {useSignOut} from './sign-out.ts';

export type SignInAgainProps = {
	readonly name: string;
	/** For whom they acted: what waits was to be done for them, and in no other name. */
	readonly actingFor: string | null;
};

/** Over the page when the session has ended: the page stays as it is, and goes on afterwards. */
export function SignInAgain({name, actingFor}: SignInAgainProps) {
	const {isAsked} = useSessionExpiry();
	const {signIn} = useTexts();
	const signOut = useSignOut();
	const goingOn = useMutation({
		mutationFn: async () => {
			if (actingFor === null) return;
			await answerOf(api.POST('/v1/sessions/acting', {body: {for: actingFor}}));
		},
		onSuccess: () => {
			endWaiting(true);
		},
	});
	return (
		<Modal
			opened={isAsked}
			onClose={() => undefined}
			withCloseButton={false}
			closeOnClickOutside={false}
			closeOnEscape={false}
			title={signIn.again}
			centered
		>
			<Stack>
				<Text c="dimmed">{signIn.againHint}</Text>
				<Refusal error={goingOn.error} />
				<SignInForm
					name={name}
					onDone={() => {
						goingOn.mutate();
					}}
				/>
				<Button
					variant="subtle"
					onClick={() => {
						endWaiting(false);
						signOut();
					}}
				>
					{signIn.giveUp}
				</Button>
			</Stack>
		</Modal>
	);
}
