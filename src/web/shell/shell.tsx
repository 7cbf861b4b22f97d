import {
	ActionIcon,
	AppShell,
	Badge,
	Group,
	NavLink,
	ScrollArea,
	Stack,
	Text,
	UnstyledButton,
} from '@mantine/core';
import {type ReactNode, Suspense, useEffect, useRef} from 'react';
import {Link, useLocation} from 'wouter';
import {type Me, may} from '../api/me.ts';
import {useTexts} from '../language.ts';
import {Loading} from '../states/answer.tsx';
import {Boundary} from '../states/boundary.tsx';
import {Icon} from './icons.tsx';
import {type Section, type SectionLink, sections, sectionsOf} from './sections.ts';
import {SignInAgain} from './sign-in-again.tsx';
import {useSignOut} from './sign-out.ts';
import {AppearanceSwitch, LanguageSwitch} from './switches.tsx';

const tabsMax = 5;

/** The link that is nearest to an address: the longest that it begins with. */
function currentOf(links: readonly SectionLink[], address: string): string | undefined {
	const fitting = links
		.map(({to}) => to)
		.filter((to) => address === to || address.startsWith(`${to}/`));
	return fitting.sort((a, b) => b.length - a.length)[0];
}

/** The frame of every page: who is here, where one can go, and the page. */
export function Shell({me, children}: {readonly me: Me | null; readonly children: ReactNode}) {
	const texts = useTexts();
	const [address] = useLocation();
	const own = me ? sectionsOf([...new Set(me.grants.map(({role}) => role))]) : [];
	const shown: readonly Section[] = own.length > 0 ? own : sections.filter(({role}) => !role);
	const links = shown
		.flatMap(({links: all}) => all)
		.filter(({needs}) => needs === undefined || (me !== null && may(me, needs)));
	const current = currentOf(links, address);
	return (
		<AppShell
			header={{height: 60}}
			navbar={{width: 240, breakpoint: 'sm', collapsed: {mobile: true}}}
			footer={{height: {base: 64, sm: 0}}}
			padding="md"
		>
			<a className="skip-link" href="#content">
				{texts.app.toContent}
			</a>
			<Header me={me} />
			<AppShell.Navbar p="sm" aria-label={texts.app.menu}>
				<AppShell.Section grow component={ScrollArea}>
					{links.map(({to, label, icon}) => (
						<NavLink
							key={to}
							component={Link}
							href={to}
							active={to === current}
							aria-current={to === current ? 'page' : undefined}
							label={label(texts)}
							leftSection={<Icon name={icon} />}
							py="sm"
							variant="filled"
							style={{borderRadius: 8}}
						/>
					))}
				</AppShell.Section>
			</AppShell.Navbar>
			<Content address={address}>{children}</Content>
			<AppShell.Footer hiddenFrom="sm">
				<nav className="tabs" aria-label={texts.app.menu}>
					{links.slice(0, tabsMax).map(({to, label, icon}) => (
						<Link
							key={to}
							href={to}
							className="tab"
							aria-current={to === current ? 'page' : undefined}
						>
							<Icon name={icon} />
							{label(texts)}
						</Link>
					))}
				</nav>
			</AppShell.Footer>
			{me ? <SignInAgain name={me.name} /> : null}
		</AppShell>
	);
}

function Header({me}: {readonly me: Me | null}) {
	const texts = useTexts();
	const signOut = useSignOut();
	const role = me?.grants[0]?.role;
	return (
		<AppShell.Header px="md">
			<Group h="100%" justify="space-between" wrap="nowrap">
				<UnstyledButton component={Link} href="/">
					<Text fz={22} fw={800} c="var(--mantine-color-anchor)">
						{texts.app.name}
					</Text>
				</UnstyledButton>
				<Group gap={4} wrap="nowrap">
					{me && (
						<Stack gap={0} align="flex-end" mr={4} visibleFrom="xs">
							<Text size="sm" fw={600}>
								{me.name}
							</Text>
							{role && (
								<Badge size="sm" variant="light" tt="none">
									{texts.app.roles[role]}
								</Badge>
							)}
						</Stack>
					)}
					<LanguageSwitch />
					<AppearanceSwitch />
					{me && (
						<ActionIcon
							variant="subtle"
							c="inherit"
							size={44}
							aria-label={texts.app.signOut}
							title={texts.app.signOut}
							onClick={signOut}
						>
							<Icon name="leave" />
						</ActionIcon>
					)}
				</Group>
			</Group>
		</AppShell.Header>
	);
}

/** The page; who changes pages begins at its head, with eyes as with a reader of screens. */
function Content({address, children}: {readonly address: string; readonly children: ReactNode}) {
	const main = useRef<HTMLElement>(null);
	const before = useRef(address);
	useEffect(() => {
		if (before.current === address) return;
		before.current = address;
		globalThis.scrollTo(0, 0);
		main.current?.focus({preventScroll: true});
	}, [address]);
	return (
		<AppShell.Main id="content" tabIndex={-1} ref={main} style={{outline: 'none'}}>
			<Boundary key={address}>
				<Suspense fallback={<Loading />}>{children}</Suspense>
			</Boundary>
		</AppShell.Main>
	);
}
