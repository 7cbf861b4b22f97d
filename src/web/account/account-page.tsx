import {Alert, Button, Stack, Text} from '@mantine/core';
import {type Me, useMe} from '../api/me.ts';
import {useTexts} from '../language.ts';
import {useSignOut} from '../shell/sign-out.ts';
import {PageHead} from '../states/page-head.tsx';
import {Delegations} from './delegations.tsx';
import {Part} from './part.tsx';
import {PasswordChange} from './password-change.tsx';
import {SecondFactor} from './second-factor.tsx';
import {Sessions} from './sessions.tsx';

/** What concerns whoever is signed in: proofs, sessions, and who acts for whom. */
export function AccountPage() {
	const {account, app} = useTexts();
	const me = useMe();
	return (
		<>
			<PageHead title={account.title} hint={me.name} />
			<Stack gap="lg" maw={960}>
				{me.actingFor === null ? (
					<Own me={me} roleOf={(role) => app.roles[role]} />
				) : (
					<Acting name={me.actingFor} />
				)}
			</Stack>
		</>
	);
}

type OwnProps = {
	readonly me: Me;
	readonly roleOf: (role: Me['grants'][number]['role']) => string;
};

function Own({me, roleOf}: OwnProps) {
	const {account} = useTexts();
	// Before the second factor is set up the service answers nothing else.
	if (me.isSecondFactorDue) return <SecondFactor me={me} />;
	return (
		<>
			<Part title={account.roles}>
				{me.grants.length === 0 ? <Text c="dimmed">{account.noRoles}</Text> : null}
				{me.grants.map(({role, scope}) => (
					<Text key={`${role} ${scope}`}>
						{roleOf(role)} · {scope}
					</Text>
				))}
			</Part>
			<SecondFactor me={me} />
			<PasswordChange me={me} />
			<Sessions />
			<Delegations />
		</>
	);
}

/** In a session for another nothing is one's own but to end it. */
function Acting({name}: {readonly name: string}) {
	const {account} = useTexts();
	const signOut = useSignOut();
	return (
		<Alert color="yellow" title={account.acting(name)}>
			<Text size="sm" mb="sm">
				{account.actingHint}
			</Text>
			<Button variant="default" onClick={signOut}>
				{account.stopActing}
			</Button>
		</Alert>
	);
}
