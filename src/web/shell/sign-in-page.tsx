import {Alert, Anchor, Box, Card, Center, Group, Stack, Text, Title} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useEffect} from 'react';
import {Link, useLocation, useSearch} from 'wouter';
import {meKey} from '../api/me.ts';
import {useTexts} from '../language.ts';
import {OpenIdButton, OpenIdCode} from './open-id.tsx';
import {AppearanceSwitch, LanguageSwitch} from './switches.tsx';
import {SignInForm} from './sign-in-form.tsx';
import {sections} from './sections.ts';

/** Where a stranger begins: the door, and what is for everybody. */
export function SignInPage() {
	const texts = useTexts();
	const client = useQueryClient();
	useEffect(() => {
		document.title = `${texts.signIn.title} · ${texts.app.name}`;
	}, [texts]);
	const [address, go] = useLocation();
	const asked = new URLSearchParams(useSearch());
	const isAtDoor = address === '/masuk';
	const isCode = isAtDoor && asked.has('kode');
	// Whoever was sent to the door goes on from there; whoever came to a page stays on it.
	const done = (): void => {
		if (isAtDoor) go('/', {replace: true});
		void client.invalidateQueries({queryKey: meKey});
	};
	const open = sections.filter(({role}) => role === undefined).flatMap(({links}) => links);
	return (
		<Center mih="100dvh" p="md">
			<Stack w="100%" maw={420} gap="lg">
				<Group justify="space-between">
					<Box component="header">
						<Text fz={28} fw={800} c="var(--mantine-color-anchor)">
							{texts.app.name}
						</Text>
						<Text c="dimmed">{texts.app.tagline}</Text>
					</Box>
					<Group gap={4}>
						<LanguageSwitch />
						<AppearanceSwitch />
					</Group>
				</Group>
				<Card component="main" withBorder padding="lg" radius="md">
					<Title order={1} size="h2" mb="md">
						{isCode ? texts.signIn.codeTitle : texts.signIn.title}
					</Title>
					{asked.has('sandi') ? (
						<Alert color="teal" role="status" mb="md">
							{texts.signIn.passwordChanged}
						</Alert>
					) : null}
					<Refused code={asked.get('ditolak')} />
					{isCode ? (
						<OpenIdCode onDone={done} />
					) : (
						<>
							<SignInForm onDone={done} />
							<OpenIdButton />
						</>
					)}
				</Card>
				<Box component="nav" aria-label={texts.app.publicPages}>
					<Text size="sm" c="dimmed">
						{texts.signIn.publicHint}
					</Text>
					<Group gap="md" mt={4}>
						{open.map(({to, label}) => (
							<Anchor key={to} component={Link} href={to} underline="always">
								{label(texts)}
							</Anchor>
						))}
						<Anchor href="/kuitansi" underline="always">
							{texts.people.receiptCheck}
						</Anchor>
					</Group>
				</Box>
			</Stack>
		</Center>
	);
}

/** Why the identity provider's word was not taken, where one came back from there. */
function Refused({code}: {readonly code: string | null}) {
	const {signIn} = useTexts();
	if (code === null) return null;
	const known: Readonly<Record<string, string>> = signIn.refusals;
	return (
		<Alert color="red" role="alert" mb="md" title={signIn.refused}>
			{Object.hasOwn(known, code) ? known[code] : signIn.refusedOtherwise}
		</Alert>
	);
}
