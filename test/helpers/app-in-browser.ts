// The app as people use it: the service with the demo city, its pages as they are built, and a real
// browser. One city for a test file, as large as the file needs it.
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import type {ExecutionContext} from 'ava';
import type {Page} from 'playwright-core';
import {fillDemo} from '../../seeds/demo/fill.ts';
import {demoUsers} from '../../seeds/demo/users.ts';
import type {CompositionOptions} from '../../src/compose.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {type Seen, type TestBrowser, cutOffOf, keepPicture, startBrowser} from './browser.ts';
import {type Server, startServer} from './http.ts';
import {type World, createWorld} from './world.ts';

const require = createRequire(import.meta.url);

/** The day on which everybody in these tests looks at the city. */
export const today = '2026-11-24';
/** The cooperative of the officer and the supervisor of the demo. */
export const firstBook = 'KOP-1771011001';

export const widths = {phone: 360, desk: 1280} as const;
export type Width = keyof typeof widths;

export type App = {
	readonly world: World;
	readonly server: Server;
	readonly browser: TestBrowser;
	/** A page at an address of the app, as a user of the demo or as a stranger. */
	readonly open: (
		address: string,
		options?: {
			readonly width?: Width;
			readonly user?: string;
			readonly language?: string;
			/** What is sent with every request. */
			readonly headers?: Readonly<Record<string, string>>;
		},
	) => Promise<Seen>;
	readonly close: () => Promise<void>;
};

/** Builds the pages where they are not built of what they are made of now. */
export async function buildPages(): Promise<string> {
	await promisify(execFile)(process.execPath, ['.ci/build-web.js', '--if-stale']);
	return path.resolve('dist/web');
}

/** The demo city in a browser. */
export async function openApp(
	program: string,
	scale: {readonly cooperatives?: number; readonly members?: number; readonly months?: number} = {},
	more: Partial<CompositionOptions> = {},
): Promise<App> {
	const world = await createWorld(today, {webFolder: await buildPages(), ...more});
	await fillDemo({
		cooperatives: 3,
		months: 12,
		...scale,
		serviceUrl: world.database.serviceUrl,
		timeZone: 'Asia/Jakarta',
		until: localDate('2026-11-23'),
	});
	const server = await startServer(world);
	const browser = await startBrowser(program);
	return {
		world,
		server,
		browser,
		open: async (address, {width = 'desk', user, language, headers = {}} = {}) => {
			const options = {headers, ...(language === undefined ? {} : {language})};
			const seen = await browser.open(widths[width], options);
			if (user !== undefined) await signIn(seen.page, server, user);
			await seen.page.goto(server.address + address);
			return seen;
		},
		close: async () => {
			await browser.close();
			await server.close();
			await world.close();
		},
	};
}

export const passwordOf = (user: string): string =>
	demoUsers(firstBook, '17.71').find(({name}) => name === user)!.password;

/** Signs a page in as a user of the demo, past the form. */
async function signIn(page: Page, server: Server, name: string): Promise<void> {
	const answer = await page.request.post(`${server.address}/v1/sessions`, {
		data: {name, password: passwordOf(name)},
	});
	if (answer.status() !== 201) throw new Error(`${name} was not let in: ${await answer.text()}`);
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What on a page breaks WCAG 2.2 AA, as far as a program finds it. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
	await page.evaluate(axeSource);
	return page.evaluate<string[]>(`axe
		.run(document, {runOnly: ${JSON.stringify(tags)}})
		.then(({violations}) => violations.flatMap(({id, nodes}) =>
			nodes.map(({html, failureSummary}) =>
				id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`);
}

/** Waits until what was asked for is on the page. */
export async function shown(page: Page): Promise<void> {
	const isShown = `performance.getEntriesByName('bergulir:shown').length > 0 &&
		document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') === null`;
	// The policy of the page forbids it to evaluate texts, so the page is asked from outside.
	for (let round = 0; round < 300; round += 1) {
		if (await page.evaluate<boolean>(isShown)) return;
		await sleep(50);
	}
	throw new Error(`Nothing was shown at ${page.url()}: ${await page.innerText('body')}`);
}

/** Whether a page is whole: nothing is asked for, and nothing holds the place of an answer. */
const isSettled = `document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') === null
	&& document.querySelector('h1, h2') !== null`;

/**
 * Waits until a page has a heading, and all that it asked for stands on it; of one that asks for
 * nothing, until it stands there.
 */
export async function settled(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	for (let round = 0; round < 300; round += 1) {
		if (await page.evaluate<boolean>(isSettled)) return;
		await sleep(50);
	}
	throw new Error(`${page.url()} does not settle: ${await page.innerText('body')}`);
}

/** Counts from the first moment how much of a page moves by itself, and when it last changed. */
export async function watchPage(page: Page): Promise<void> {
	await page.addInitScript(`
		window.bergulirShift = 0;
		window.bergulirShifts = [];
		new PerformanceObserver((list) => {
			for (const {value, hadRecentInput, sources} of list.getEntries()) {
				if (hadRecentInput) continue;
				window.bergulirShift += value;
				window.bergulirShifts.push(value.toFixed(3) + ' ' + sources.map(({node}) =>
					(node?.textContent ?? '').slice(0, 40)).join(' | '));
			}
		}).observe({type: 'layout-shift', buffered: true});
		new MutationObserver(() => {
			window.bergulirChangedAt = performance.now();
		}).observe(document, {childList: true, subtree: true, characterData: true});
	`);
}

/** What of a page moved by itself, as the cumulative layout shift of the web vitals, and where. */
export const shiftOf = async (page: Page): Promise<{total: number; where: string[]}> =>
	page.evaluate('({total: window.bergulirShift, where: window.bergulirShifts})');

/** Milliseconds from the last answer of the API until nothing on a page changed any more. */
export const settleMs = async (page: Page): Promise<number> =>
	page.evaluate<number>(`(() => {
		const answered = performance.getEntriesByType('resource')
			.filter(({name}) => name.includes('/v1/'))
			.map(({responseEnd}) => responseEnd);
		return Math.max(0, window.bergulirChangedAt - Math.max(0, ...answered));
	})()`);

/** Milliseconds from the last answer of the API until it stood on the page. */
export const renderMs = async (page: Page): Promise<number> =>
	page.evaluate<number>(`(() => {
		const answers = performance.getEntriesByType('resource')
			.filter(({name}) => name.includes('/v1/'));
		const answered = Math.max(...answers.map(({responseEnd}) => responseEnd));
		const marks = performance.getEntriesByName('bergulir:shown').map(({startTime}) => startTime);
		return Math.max(0, Math.max(...marks) - answered);
	})()`);

/**
 * Keeps a picture of the whole page, as on a screen that is as tall: what stays at the edges of a
 * screen is at the edges of the picture. Of what is very long, the beginning.
 */
export async function keepWhole(page: Page, name: string): Promise<void> {
	if (process.env.BERGULIR_SCREENSHOTS === undefined) return;
	const before = page.viewportSize()!;
	const height = await page.evaluate<number>('document.documentElement.scrollHeight');
	await page.setViewportSize({
		width: before.width,
		height: Math.min(Math.max(before.height, height), 2400),
	});
	await page.evaluate('window.scrollTo(0, 0)');
	await keepPicture(page, name, false);
	await page.setViewportSize(before);
}

/** A page is held to what every page owes: no fault of axe, and nothing cut off. */
export async function isWhole(t: ExecutionContext, page: Page, width: Width): Promise<void> {
	t.deepEqual(await accessibilityFaults(page), []);
	t.deepEqual(await cutOffOf(page, width), []);
}
