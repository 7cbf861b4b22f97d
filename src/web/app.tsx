import {Center, Loader, MantineProvider} from '@mantine/core';
import {QueryClient} from '@tanstack/react-query';
import {
	PersistQueryClientProvider,
	type PersistQueryClientOptions,
} from '@tanstack/react-query-persist-client';
import {lazy, useEffect} from 'react';
import {Redirect, Route, Switch, useLocation} from 'wouter';
import {isPassing} from './api/client.ts';
import {type Me, useMaybeMe} from './api/me.ts';
import {useTexts} from './language.ts';
import {isKept, keptAnswers} from './offline/kept-answers.ts';
import {rememberSignedIn} from './api/session.ts';
import {styleNonce} from './nonce.ts';
import {Shell} from './shell/shell.tsx';
import {SignInPage} from './shell/sign-in-page.tsx';
import {sections, sectionsOf} from './shell/sections.ts';
import {NotFound} from './states/boundary.tsx';
import {Failure, NoPermission} from './states/failure.tsx';
import {Notice} from './states/notice.tsx';
import {resolveColours, theme} from './theme.ts';

const AccountPage = lazy(async () => ({
	default: (await import('./account/account-page.tsx')).AccountPage,
}));

const dayMs = 86_400_000;

const client = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: 15_000,
			gcTime: dayMs,
			retry: (failures, error) => failures < 2 && isPassing(error),
		},
		// What is sent is sent now or not at all: nobody should wait for what may be sent some day.
		mutations: {networkMode: 'always'},
	},
});

const keeping: Omit<PersistQueryClientOptions, 'queryClient'> = {
	persister: keptAnswers,
	maxAge: dayMs,
	buster: '1',
	dehydrateOptions: {
		// That nobody is signed in is asked each time: they may come back from the identity provider.
		shouldDehydrateQuery: ({queryKey, state: {status, data}}) =>
			status === 'success' && data !== null && isKept(queryKey),
		shouldDehydrateMutation: () => false,
	},
};

export function App() {
	return (
		<MantineProvider
			theme={theme}
			cssVariablesResolver={resolveColours}
			defaultColorScheme="auto"
			getStyleNonce={styleNonce}
		>
			<PersistQueryClientProvider client={client} persistOptions={keeping}>
				<Pages />
			</PersistQueryClientProvider>
		</MantineProvider>
	);
}

const isPublic = (address: string): boolean =>
	sections.some(({root, role}) => !role && address.split('/')[1] === root);

/** Whether an address is of a section; where nothing stands at it, it is one of another role. */
const isOfSection = (address: string): boolean =>
	sections.some(({root}) => address.split('/')[1] === root);

function Pages() {
	const [address] = useLocation();
	const {data: me, error, refetch} = useMaybeMe();
	const {app} = useTexts();
	// Who is known from before, without a network, signs in again like anybody when it is back.
	useEffect(() => {
		if (me) rememberSignedIn(true);
	}, [me]);
	if (me === undefined && error) return <Failure error={error} again={() => void refetch()} />;
	if (me === undefined) {
		return (
			<Center mih="100dvh">
				<Loader aria-label={app.name} />
			</Center>
		);
	}
	if (me === null && !isPublic(address)) return <SignInPage />;
	return (
		<Shell me={me}>
			<Switch>
				{sections
					.filter(({role}) => !role || me?.grants.some((grant) => grant.role === role))
					.map(({root, Pages: SectionPages}) => (
						<Route key={root} path={`/${root}/*?`}>
							<SectionPages />
						</Route>
					))}
				{me ? <Route path="/akun" component={AccountPage} /> : null}
				<Route path="/">{me && <Start me={me} />}</Route>
				<Route>{isOfSection(address) ? <NoPermission /> : <NotFound />}</Route>
			</Switch>
		</Shell>
	);
}

/** Where somebody's work begins. */
function Start({me}: {readonly me: Me}) {
	const {app} = useTexts();
	const first = sectionsOf(me.grants.map(({role}) => role))[0]?.links[0];
	if (me.isSecondFactorDue) {
		return <Redirect to="/akun" replace />;
	}
	if (first) return <Redirect to={first.to} replace />;
	return (
		<Notice
			title={app.noSection}
			hint={app.noSectionHint}
			action={{
				label: app.documentation,
				run: () => {
					globalThis.location.assign('/docs');
				},
			}}
		/>
	);
}
