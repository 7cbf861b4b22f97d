// A real browser for what people see: Chromium without a window, from an npm package that brings
// the program itself, and with the fonts of ours, so that a page looks the same on every machine.
import {execFileSync} from 'node:child_process';
import {createReadStream, createWriteStream} from 'node:fs';
import {access, chmod, mkdir, mkdtemp, rename, rm, stat, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {pipeline} from 'node:stream/promises';
import {createBrotliDecompress} from 'node:zlib';
import {type Browser, type Page, chromium} from 'playwright-core';

const require = createRequire(import.meta.url);

/** What a page did that nobody wants to see, in words: what it logged, threw or could not load. */
export type Seen = {
	readonly page: Page;
	readonly faults: readonly string[];
	readonly close: () => Promise<void>;
};

export type TestBrowser = {
	/** A page of its own, without cookies, as wide as asked for in pixels. */
	readonly open: (
		width: number,
		options?: {readonly language?: string; readonly headers?: Readonly<Record<string, string>>},
	) => Promise<Seen>;
	readonly close: () => Promise<void>;
};

/**
 * The browser's program, or undefined where it does not run on this machine: the package has it for
 * Linux on x64. A test that needs it is skipped then, which CI counts as a failure.
 */
export async function findBrowser(): Promise<string | undefined> {
	try {
		const program = await unpackBrowser();
		execFileSync(program, ['--version'], {stdio: 'ignore'});
		return program;
	} catch (error) {
		process.stderr.write(`There is no browser: ${String(error)}\n`);
		return undefined;
	}
}

/** Unpacks the program once for a version of it; processes that do so at once do not meet. */
async function unpackBrowser(): Promise<string> {
	const build = path.dirname(require.resolve('@sparticuz/chromium'));
	const packed = path.resolve(build, '../../bin/chromium.br');
	const folder = path.join(os.tmpdir(), `bergulir-chromium-${await stampOf(packed)}`);
	const program = path.join(folder, 'chromium');
	if (await isThere(program)) return program;
	await mkdir(folder, {recursive: true});
	const own = path.join(await mkdtemp(path.join(folder, 'unpacking-')), 'chromium');
	await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(own));
	await chmod(own, 0o700);
	await rename(own, program);
	await rm(path.dirname(own), {recursive: true});
	return program;
}

/** Who unpacked it and what, for a machine may have several of both. */
async function stampOf(packed: string): Promise<string> {
	const {size} = await stat(packed);
	return `${size}-${os.userInfo().uid}`;
}

const isThere = async (place: string): Promise<boolean> =>
	access(place).then(
		() => true,
		() => false,
	);

/** Starts the browser. A test closes it when it is done. */
export async function startBrowser(program: string): Promise<TestBrowser> {
	const home = await mkdtemp(path.join(os.tmpdir(), 'bergulir-browser-'));
	const browser = await chromium.launch({
		executablePath: program,
		// It runs as whoever tests, often root within a container, where it has no sandbox of its own;
		// and it is shown pages of ours alone.
		args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
		env: {...process.env, HOME: home, FONTCONFIG_FILE: await describeFonts(home)},
	});
	return {
		open: async (width, options) => openPage(browser, width, options),
		close: async () => {
			await browser.close();
			await rm(home, {recursive: true, force: true});
		},
	};
}

/** The one family of fonts that there is, whatever a page asks for. */
async function describeFonts(home: string): Promise<string> {
	const fonts = path.join(path.dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
	const file = path.join(home, 'fonts.conf');
	await writeFile(
		file,
		`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${path.join(home, 'fonts')}</cachedir>
<alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
<match target="pattern">
<edit name="family" mode="append"><string>DejaVu Sans</string></edit>
</match>
</fontconfig>
`,
	);
	return file;
}

async function openPage(
	browser: Browser,
	width: number,
	{language = 'id-ID', headers = {}}: Parameters<TestBrowser['open']>[1] = {},
): Promise<Seen> {
	const context = await browser.newContext({
		viewport: {width, height: 800},
		locale: language,
		extraHTTPHeaders: {...headers},
	});
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) faults.push(message.text());
	});
	page.on('pageerror', (error) => faults.push(error.message));
	page.on('requestfailed', (request) => {
		faults.push(`${request.url()}: ${request.failure()?.errorText ?? 'failed'}`);
	});
	return {page, faults, close: async () => context.close()};
}

/** What of a page lies beyond its right edge, so that one would have to move it to and fro. */
export const overflowOf = async (page: Page): Promise<string[]> =>
	page.evaluate<string[]>(`[...document.querySelectorAll('body, body *')]
		// What turns while one waits is no content.
		.filter((one) => one.closest('.mantine-Button-loader') === null)
		.filter((one) => {
			const {right, width} = one.getBoundingClientRect();
			const wide = document.documentElement.clientWidth;
			return right > wide + 0.5 || one.scrollWidth > Math.ceil(width) + 1 && width > 0;
		})
		.map((one) => one.tagName.toLowerCase() + ': ' + one.textContent.trim().slice(0, 40))`);

const isTooWide =
	'document.documentElement.scrollWidth > document.documentElement.clientWidth ? ["page"] : []';

/** On a phone nothing is cut off; on a desk tables alone are moved to and fro. */
export const cutOffOf = async (page: Page, width: 'phone' | 'desk'): Promise<string[]> =>
	width === 'phone' ? overflowOf(page) : page.evaluate<string[]>(isTooWide);

/** Keeps a picture of a page where `BERGULIR_SCREENSHOTS` names a folder. */
export async function keepPicture(page: Page, name: string, fullPage = true): Promise<void> {
	const folder = process.env.BERGULIR_SCREENSHOTS;
	if (folder === undefined) return;
	await mkdir(folder, {recursive: true});
	await page.screenshot({path: path.join(folder, `${name}.png`), fullPage});
}
