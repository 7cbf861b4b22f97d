import {randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import type Koa from 'koa';
import serve from 'koa-static';

/**
 * The first parts of the addresses that are pages of the app, besides the start at `/`. What is
 * under them is answered with the app, which knows itself what is there; all else is the API's.
 */
export const appSections = [
	'masuk',
	'akun',
	'petugas',
	'penyelia',
	'pengelola',
	'auditor',
	'administrator',
	'publik',
] as const;

/** What lies beside the page and not under a hash; asked for each time. */
const besides = new Set(['/service-worker.js', '/manifest.webmanifest', '/icon.svg']);

const nonceMark = /NONCE_OF_THE_ANSWER/gu;
const yearMs = 31_536_000_000;

/**
 * The pages of the app, built into a folder. Scripts are our files alone; styles are our files and
 * what the app itself adds with the number of this answer, for its components style themselves.
 * @throws Error where nothing was built.
 */
export function createWebApp(folder: string): Koa.Middleware {
	const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
	const files = serve(folder, {index: false, maxage: yearMs, immutable: true, gzip: true});
	const loose = serve(folder, {index: false, maxage: 0});
	return async (ctx, next) => {
		const isRead = ctx.method === 'GET' || ctx.method === 'HEAD';
		if (isRead && isPage(ctx.path)) {
			answerPage(ctx, page);
			return;
		}
		const isAsset = ctx.path.startsWith('/assets/');
		if (isRead && (isAsset || besides.has(ctx.path))) {
			ctx.state.route = '/assets';
			// The worker asks nobody but us, for what it keeps.
			if (!isAsset) ctx.set('Content-Security-Policy', "default-src 'none'; connect-src 'self'");
			await (isAsset ? files : loose)(ctx, async () => undefined);
			if (ctx.body !== undefined && ctx.body !== null) return;
		}
		await next();
	};
}

const isPage = (address: string): boolean => {
	const [section] = address.split('/').slice(1);
	return address === '/' || appSections.some((known) => known === section);
};

function answerPage(ctx: Koa.Context, page: string): void {
	const nonce = randomBytes(18).toString('base64url');
	ctx.state.route = '/';
	ctx.set('Cache-Control', 'no-cache');
	ctx.set(
		'Content-Security-Policy',
		"default-src 'none'; script-src 'self'; connect-src 'self'; " +
			`style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; ` +
			"manifest-src 'self'; worker-src 'self'; " +
			"base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	);
	ctx.type = 'text/html; charset=utf-8';
	ctx.body = page.replace(nonceMark, nonce);
}
