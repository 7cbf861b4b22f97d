import type Koa from 'koa';
import helmet from 'koa-helmet';

/**
 * What browsers are told of every answer: that it is data and runs nothing, asks nothing and stands
 * in no frame. A page of ours says itself what it needs beyond that.
 */
export function createSecurityHeaders({isProduction}: {isProduction: boolean}): Koa.Middleware {
	const headers = helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'none'"],
				baseUri: ["'none'"],
				formAction: ["'none'"],
				frameAncestors: ["'none'"],
			},
		},
		crossOriginResourcePolicy: {policy: 'same-origin'},
		referrerPolicy: {policy: 'no-referrer'},
		// In plain HTTP on the own machine a browser would be told never to come back so.
		strictTransportSecurity: isProduction && {maxAge: 63_072_000, includeSubDomains: true},
		xFrameOptions: {action: 'deny'},
	});
	return async (ctx, next) => {
		ctx.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
		await headers(ctx, next);
	};
}
