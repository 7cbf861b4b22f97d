import {createRequire} from 'node:module';
import path from 'node:path';
import type Koa from 'koa';
import serve from 'koa-static';

const start = `
window.onload = () => {
	window.ui = SwaggerUIBundle({url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true});
};
`;

const page = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bergulir: API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** The document of the API, and a page to browse it that asks nothing of any other address. */
export function createDocs(document: Readonly<Record<string, unknown>>): Koa.Middleware {
	const require = createRequire(import.meta.url);
	const assets = path.dirname(require.resolve('swagger-ui-dist/package.json'));
	const files = serve(assets, {index: false, maxage: 3_600_000});
	const json = JSON.stringify(document);
	return async (ctx, next) => {
		if (ctx.path === '/openapi.json') return answer(ctx, 'application/json', json);
		if (ctx.path === '/docs' || ctx.path === '/docs/') {
			// Swagger UI styles itself inline and draws its icons from data addresses.
			ctx.set(
				'Content-Security-Policy',
				"default-src 'none'; script-src 'self'; connect-src 'self'; " +
					"style-src 'self' 'unsafe-inline'; " +
					"img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			);
			return answer(ctx, 'text/html; charset=utf-8', page);
		}
		if (ctx.path === '/docs/start.js') return answer(ctx, 'text/javascript; charset=utf-8', start);
		if (!/^\/docs\/swagger-ui(-bundle\.js|\.css)$/.test(ctx.path)) {
			await next();
			return;
		}
		ctx.path = ctx.path.slice('/docs'.length);
		await files(ctx, next);
	};
}

async function answer(ctx: Koa.Context, type: string, body: string): Promise<void> {
	ctx.state.route = ctx.path;
	ctx.type = type;
	ctx.body = body;
}
