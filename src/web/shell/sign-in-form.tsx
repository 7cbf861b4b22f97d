import {Button, PasswordInput, Stack, TextInput} from '@mantine/core';
import {useMutation} from '@tanstack/react-query';
import {type SubmitEvent, useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import {Refused} from '../api/problem.ts';
import {useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';

type Credentials = {name: string; password: string; code?: string};

/** Whether all that is missing is the code of the second factor: to be asked for it is no fault. */
const isCodeWanted = (error: Error | null): boolean =>
	error instanceof Refused && error.problem.code === 'identity/second-factor-needed';

export type SignInFormProps = {
	/** Who it must be: the one whose session has ended. */
	readonly name?: string | undefined;
	readonly onDone: () => void;
};

/** Name and password; then, where one is set up, the code of the second factor. */
export function SignInForm({name: known, onDone}: SignInFormProps) {
	const {signIn} = useTexts();
	const [name, setName] = useState(known ?? '');
	const [password, setPassword] = useState('');
	const [code, setCode] = useState('');
	const [hasCode, setHasCode] = useState(false);
	const {mutate, error, isPending} = useMutation<unknown, Error, Credentials>({
		mutationFn: async (body) => answerOf(api.POST('/v1/sessions', {body})),
		onSuccess: onDone,
		onError: (refused) => {
			if (isCodeWanted(refused)) setHasCode(true);
		},
	});
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		mutate({name, password, ...(code === '' ? {} : {code: code.trim()})});
	};
	return (
		<form onSubmit={submit}>
			<Stack>
				{isCodeWanted(error) ? null : <Refusal error={error} />}
				<TextInput
					label={signIn.name}
					value={name}
					autoComplete="username"
					autoCapitalize="none"
					readOnly={known !== undefined}
					data-autofocus={known === undefined ? true : undefined}
					onChange={({currentTarget}) => {
						setName(currentTarget.value);
					}}
				/>
				<PasswordInput
					label={signIn.password}
					visibilityToggleButtonProps={{'aria-label': signIn.reveal}}
					value={password}
					autoComplete="current-password"
					data-autofocus={known === undefined ? undefined : true}
					onChange={({currentTarget}) => {
						setPassword(currentTarget.value);
					}}
				/>
				{hasCode ? (
					<TextInput
						label={signIn.code}
						description={signIn.codeHint}
						value={code}
						inputMode="numeric"
						autoComplete="one-time-code"
						autoFocus
						onChange={({currentTarget}) => {
							setCode(currentTarget.value);
						}}
					/>
				) : null}
				<Button type="submit" loading={isPending} size="lg">
					{signIn.submit}
				</Button>
			</Stack>
		</form>
	);
}
