import {Button, Divider} from '@mantine/core';
import {useMutation, useQuery} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {ActionForm} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';

/** The way in by the city's identity provider, where the service has one. */
export function OpenIdButton() {
	const {signIn} = useTexts();
	const ways = useQuery({
		queryKey: ['ways-to-sign-in'],
		queryFn: async () => answerOf(api.GET('/v1/sessions/ways')),
		staleTime: 600_000,
	});
	const beginning = useMutation({
		mutationFn: async () => answerOf(api.POST('/v1/sessions/oidc')),
		onSuccess: ({authorizationUrl}) => {
			globalThis.location.assign(authorizationUrl);
		},
	});
	const provider = ways.data?.openId;
	if (!provider) return null;
	return (
		<>
			<Divider my="md" label={signIn.or} />
			<Refusal error={beginning.error} />
			<Button
				variant="default"
				size="lg"
				fullWidth
				loading={beginning.isPending}
				onClick={() => {
					beginning.mutate();
				}}
			>
				{signIn.openId(new URL(provider.issuer).host)}
			</Button>
		</>
	);
}

/** Our second factor, after the provider said who somebody is. */
export function OpenIdCode({onDone}: {readonly onDone: () => void}) {
	const {signIn} = useTexts();
	return (
		<ActionForm
			fields={[{name: 'code', label: signIn.code, kind: 'code', hint: signIn.codeHint}]}
			submit={signIn.submit}
			done={signIn.submit}
			send={async ({code = ''}) =>
				answerOf(api.POST('/v1/sessions/oidc/code', {body: {code: code.trim()}}))
			}
			onDone={onDone}
		/>
	);
}
