import {createHash, randomUUID} from 'node:crypto';
import {Readable} from 'node:stream';
import Koa from 'koa';
import type {Clock} from '../kernel/clock.ts';
import {DomainError, TookTooLong, Unavailable} from '../kernel/errors.ts';
import {type Tracing, noTracing} from '../kernel/tracing.ts';
import {createBodyBudget} from './body-budget.ts';
import {createDocs} from './docs.ts';
import {splitEnding} from './format.ts';
import {answerRoute} from './guard.ts';
import {createLastingReads} from './lasting.ts';
import type {Logger} from './log.ts';
import {type Metrics, createMetrics} from './metrics.ts';
import {type OpenApiInfo, buildOpenApi} from './openapi.ts';
import {createAddressOf} from './proxies.ts';
import {type RefusalTable, createProblems, preferredLanguage} from './problem.ts';
import {refuse} from './request-texts.ts';
import type {Authenticate, RefusedRequest, Route, Runner} from './route.ts';
import {type RouteTable, createRouteTable} from './route-table.ts';
import type {Patience} from './preference.ts';
import {type RateLimits, createRateLimiter, networkOf} from './rate-limits.ts';
import {createSecurityHeaders} from './security-headers.ts';
import {type ReadinessPart, createServiceRoutes} from './service-routes.ts';
import {createWebApp} from './web-app.ts';

export type AppOptions<Work> = {
	readonly routes: readonly Route<Work>[];
	readonly runner: Runner<Work>;
	readonly authenticate: Authenticate;
	readonly refusals: readonly RefusalTable[];
	readonly log: Logger;
	readonly clock: Clock;
	/** By whose clock a file tells moments. */
	readonly timeZone: string;
	/** How everything stands that the service needs. */
	readonly readiness: () => Promise<readonly ReadinessPart[]>;
	readonly info: OpenApiInfo;
	readonly bytesMax?: number;
	/** How long is waited for an answer; as long as it takes without it. */
	readonly patience?: Patience;
	/** Where the service counts; its own without one. */
	readonly metrics?: Metrics;
	/** To whom it is told what took how long within what; nobody without it. */
	readonly tracing?: Tracing;
	/**
	 * Outside production an answer that its schema does not allow is a fault, not only a log line.
	 */
	readonly isProduction: boolean;
	/** Where browsers reach the service, where that is not the address that we hear of. */
	readonly publicUrl?: string;
	/** Where the pages of the app lie as they were built; without it there are none. */
	readonly webFolder?: string;
	/** How many requests in a minute; as many as come without them. */
	readonly rateLimits?: RateLimits;
	/** Whose word is taken for where a request came from; nobody's without them. */
	readonly trustedProxies?: readonly string[];
	/** Puts on record what a caller was refused. */
	readonly noteRefusal?: (refused: RefusedRequest) => Promise<void>;
};

/** What a request carries through the pipeline. */
export type RequestState = {
	requestId: string;
	/** The pattern of the route, for logs and metrics: never the path with its values. */
	route: string;
	userId?: string;
	/** The book that the address names. */
	book?: string;
	/** By which code the request was refused. */
	code?: string;
};

const bytesMaxDefault = 1_000_000;
/** A body takes about ten times its size while it is worked on. */
const largeBytesAtOnceMax = 16_000_000;
/** Each holds one of the connections to the database until it was read. */
const streamsAtOnceMax = 4;

/** The HTTP service over a table of routes; it knows no room and no database. */
export function createApp<Work>(options: AppOptions<Work>): Koa<RequestState> {
	const metrics = options.metrics ?? createMetrics();
	const routes = [...createServiceRoutes<Work>(options.readiness, metrics), ...options.routes];
	const document = buildOpenApi(routes, options.info);
	const table = createRouteTable(routes);
	const docs = createDocs(document);
	const budget = createBodyBudget(largeBytesAtOnceMax);
	const lasting = createLastingReads(streamsAtOnceMax);
	const app = new Koa<RequestState>();
	app.on('error', tellBrokenOff(options.log));
	const limiter = createRateLimiter(options.rateLimits);
	const addressOf = createAddressOf(options.trustedProxies ?? []);
	const publicHost = options.publicUrl === undefined ? undefined : new URL(options.publicUrl).host;
	app.use(identifyRequest(options, metrics));
	app.use(createSecurityHeaders(options));
	app.use(problemBoundary(options, metrics));
	app.use(async (ctx, next) => {
		ctx.request.ip = addressOf(ctx.req);
		await limiter.take(ctx, 'address', networkOf(ctx.ip));
		await next();
	});
	app.use(docs);
	if (options.webFolder !== undefined) app.use(createWebApp(options.webFolder));
	app.use(async (ctx) => {
		const {found, ending} = findRoute(table, ctx);
		if (!found) throw unknownAddress(ctx, table.methodsOf(ctx.path));
		ctx.state.route = found.route.path;
		noteBook(ctx, found.params);
		await answerRoute(ctx, found.route, found.params, {
			runner: options.runner,
			authenticate: options.authenticate,
			log: options.log,
			limiter,
			publicHost,
			bytesMax: options.bytesMax ?? bytesMaxDefault,
			budget,
			lasting,
			isProduction: options.isProduction,
			clock: options.clock,
			timeZone: options.timeZone,
			...(options.publicUrl === undefined ? {} : {publicUrl: options.publicUrl}),
			...(options.patience === undefined ? {} : {patience: options.patience}),
			ending,
			routeAt: (method, path) => table.find(method, path)!.route,
			...(options.noteRefusal ? {noteRefusal: options.noteRefusal} : {}),
		});
		weakTag(ctx);
	});
	return app;
}

/**
 * What goes wrong while an answer is being sent can be told nobody any more; that a reader went
 * away is no fault of ours.
 */
const tellBrokenOff =
	(log: Logger) =>
	(error: NodeJS.ErrnoException): void => {
		const hasReaderGone = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'];
		if (!hasReaderGone.includes(error.code ?? '')) log.error({err: error}, 'answer broken off');
	};

/** The route of an address; what can be had as a file, also under the ending of a format. */
function findRoute<Work>(table: RouteTable<Work>, {method, path}: Koa.Context) {
	const {path: bare, ending} = splitEnding(path);
	const asFile = ending === undefined ? undefined : table.find(method, bare);
	if (asFile?.route.layout !== undefined) return {found: asFile, ending};
	return {found: table.find(method, path), ending: undefined};
}

function unknownAddress(ctx: Koa.Context, allowed: readonly string[]): DomainError {
	if (allowed.length === 0) return refuse('request/unknown-route', {path: ctx.path.slice(0, 200)});
	ctx.set('Allow', allowed.join(', '));
	return refuse('request/method-not-allowed', {method: ctx.method, allowed: allowed.join(', ')});
}

/** The book that an address names, where it may be one: nothing else of an address is told. */
function noteBook(
	ctx: Koa.ParameterizedContext<RequestState>,
	params: Readonly<Record<string, string>>,
): void {
	const book = params.book ?? ctx.query.book;
	if (typeof book === 'string' && /^[A-Z][A-Z0-9-]{1,39}$/u.test(book)) ctx.state.book = book;
}

const identifyRequest =
	<Work>({log, clock, tracing = noTracing}: AppOptions<Work>, metrics: Metrics) =>
	async (ctx: Koa.ParameterizedContext<RequestState>, next: Koa.Next): Promise<void> => {
		const given = ctx.get('X-Request-Id');
		ctx.state.requestId = /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
		ctx.state.route = 'unknown';
		ctx.set('X-Request-Id', ctx.state.requestId);
		const start = clock.now().getTime();
		const {method} = ctx;
		const about = {name: method, kind: 'server', calledBy: ctx.get('traceparent')} as const;
		await tracing.span(about, async (span) => {
			await next();
			const {requestId, route, code, book} = ctx.state;
			span.rename(`${method} ${route}`);
			span.tell({
				'http.request.method': method,
				'http.route': route,
				'http.response.status_code': ctx.status,
				'bergulir.request_id': requestId,
				...(book === undefined ? {} : {'bergulir.book': book}),
				...(code === undefined ? {} : {'bergulir.code': code}),
			});
			if (ctx.status >= 500) span.fail(code ?? String(ctx.status));
		});
		const tell = (): void => {
			const ms = clock.now().getTime() - start;
			const {requestId, route, userId, book, code} = ctx.state;
			log.info({requestId, method, route, status: ctx.status, ms, userId, book, code}, 'request');
			metrics.observeRequest({method, route, status: String(ctx.status)}, ms / 1000);
			if (ctx.response.get('Idempotency-Replayed') === 'true') metrics.countReplay();
		};
		// What is streamed has ended when it was sent, or when its reader went away.
		if (ctx.body instanceof Readable) ctx.res.once('close', tell);
		else tell();
	};

/** Turns whatever was thrown into problem+json; logs what is our fault once, with its cause. */
function problemBoundary<Work>(
	options: AppOptions<Work>,
	metrics: Metrics,
): Koa.Middleware<RequestState> {
	const problems = createProblems(options.refusals);
	return async (ctx, next) => {
		try {
			await next();
		} catch (error) {
			const {requestId} = ctx.state;
			const refusal = asRefusal(error, requestId);
			if (refusal !== error)
				options.log.error({requestId, route: ctx.state.route, err: error}, 'fault');
			const language = preferredLanguage(ctx.get('Accept-Language'));
			const problem = problems.ofRefusal(refusal, language, requestId);
			metrics.countRefusal(problem.code);
			ctx.state.code = problem.code;
			ctx.status = problem.status;
			ctx.set('Content-Language', language);
			if (problem.status === 401) ctx.set('WWW-Authenticate', 'Bearer');
			const seconds = refusal.findings[0]?.values.seconds;
			const retryAfter = seconds ?? (problem.code === 'server/busy' ? '1' : '5');
			if (problem.status === 503 || problem.status === 429) ctx.set('Retry-After', retryAfter);
			if (problem.status === 413) ctx.set('Connection', 'close');
			ctx.body = JSON.stringify(problem);
			ctx.type = 'application/problem+json';
		}
	};
}

function asRefusal(error: unknown, requestId: string): DomainError {
	if (error instanceof DomainError) return error;
	if (error instanceof Unavailable) return refuse('server/unavailable');
	if (error instanceof TookTooLong) return refuse('server/took-too-long');
	return refuse('server/fault', {requestId});
}

/** An entity tag over what is answered, so that a client need not fetch the same twice. */
function weakTag(ctx: Koa.Context): void {
	const isRead = ctx.method === 'GET' || ctx.method === 'HEAD';
	if (!isRead || ctx.status !== 200 || typeof ctx.body !== 'string') return;
	ctx.set('ETag', `W/"${createHash('sha256').update(ctx.body).digest('base64url').slice(0, 22)}"`);
	if (ctx.fresh) ctx.status = 304;
}
