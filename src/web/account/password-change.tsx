import {Text} from '@mantine/core';
import {answerOf, api} from '../api/client.ts';
import type {Me} from '../api/me.ts';
import {ActionForm} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import {useForget} from '../shell/sign-out.ts';
import {Part} from './part.tsx';

/** Another password; the session ends with the old one. */
export function PasswordChange({me}: {readonly me: Me}) {
	const {account} = useTexts();
	const forget = useForget();
	if (!me.hasPassword) {
		return (
			<Part title={account.change.title}>
				<Text c="dimmed">{account.change.none}</Text>
			</Part>
		);
	}
	return (
		<Part title={account.change.title} hint={account.change.hint}>
			<ActionForm
				fields={[
					{name: 'currentPassword', label: account.change.current, kind: 'password'},
					{name: 'newPassword', label: account.change.next, kind: 'new-password'},
				]}
				submit={account.change.submit}
				done={account.change.done}
				send={async ({currentPassword = '', newPassword = ''}) => {
					await answerOf(api.POST('/v1/me/password', {body: {currentPassword, newPassword}}));
					return {};
				}}
				onDone={() => {
					forget('/masuk?sandi');
				}}
			/>
		</Part>
	);
}
