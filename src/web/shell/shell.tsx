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
import {type ReactNode, Suspense, useEffect, useRef, useState} from 'react';
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
	// Where the menu was opened: it closes by itself where one goes on to another page.
	const [menuAt, setMenuAt] = useState<string | undefined>(undefined);
	const isMenuOpen = menuAt === address;
	return (
		<AppShell
			header={{height: 60}}
			navbar={{width: 240, breakpoint: 'sm', collapsed: {mobile: !isMenuOpen}}}
			footer={{height: {base: 64, sm: 0}}}
			padding="md"
		>
			<a className="skip-link" href="#content">
				{texts.app.toContent}
			</a>
			<Header me={me} />
			<AppShell.Navbar p="sm" id="menu" aria-label={texts.app.menu}>
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
				<Tabs
					links={links}
					current={current}
					isMenuOpen={isMenuOpen}
					onMenu={() => {
						setMenuAt(isMenuOpen ? undefined : address);
					}}
				/>
			</AppShell.Footer>
			{me ? <SignInAgain name={me.name} actingFor={me.actingFor} /> : null}
		</AppShell>
	);
}

type TabsProps = {
	readonly links: readonly SectionLink[];
	readonly current: string | undefined;
	readonly isMenuOpen: boolean;
	readonly onMenu: () => void;
};

/** The links under the thumb; what does not fit there is in the menu behind the last. */
function Tabs({links, current, isMenuOpen, onMenu}: TabsProps) {
	const texts = useTexts();
	const isAll = links.length <= tabsMax;
	return (
		<nav className="tabs" aria-label={texts.app.menu}>
			{(isAll ? links : links.slice(0, tabsMax - 1)).map(({to, label, icon}) => (
				<Link key={to} href={to} className="tab" aria-current={to === current ? 'page' : undefined}>
					<Icon name={icon} />
					{label(texts)}
				</Link>
			))}
			{isAll ? null : (
				<UnstyledButton
					className="tab"
					aria-expanded={isMenuOpen}
					aria-controls="menu"
					onClick={onMenu}
				>
					<Icon name="more" />
					{texts.app.more}
				</UnstyledButton>
			)}
		</nav>
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
						<UnstyledButton component={Link} href="/akun" mr={4} visibleFrom="xs">
							<Stack gap={0} align="flex-end">
								<Text size="sm" fw={600}>
									{me.name}
									{me.actingFor === null ? null : ` ${texts.app.actingFor(me.actingFor)}`}
								</Text>
								{role && (
									<Badge size="sm" variant="light" tt="none">
										{texts.app.roles[role]}
									</Badge>
								)}
							</Stack>
						</UnstyledButton>
					)}
					{me && (
						<ActionIcon
							component={Link}
							href="/akun"
							hiddenFrom="xs"
							variant="subtle"
							c="inherit"
							size={44}
							aria-label={texts.app.account}
							title={texts.app.account}
						>
							<Icon name="person" />
						</ActionIcon>
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
