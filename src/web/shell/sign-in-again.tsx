import {Button, Modal, Stack, Text} from '@mantine/core';
import {endWaiting, useSessionExpiry} from '../api/session.ts';
import {useTexts} from '../language.ts';
import {SignInForm} from './sign-in-form.tsx';
import {useSignOut} from './sign-out.ts';

/** Over the page when the session has ended: the page stays as it is, and goes on afterwards. */
export function SignInAgain({name}: {readonly name: string}) {
	const {isAsked} = useSessionExpiry();
	const {signIn} = useTexts();
	const signOut = useSignOut();
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
				<SignInForm
					name={name}
					onDone={() => {
						endWaiting(true);
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
