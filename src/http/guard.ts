import {Readable} from 'node:stream';
import type Koa from 'koa';
import {z} from 'zod';
import type {Format} from '../files/format.ts';
import type {Clock} from '../kernel/clock.ts';
import {DomainError, type Finding, TookTooLong} from '../kernel/errors.ts';
import type {BodyBudget} from './body-budget.ts';
import {readBody} from './body.ts';
import {allOf, refusalOf} from './findings.ts';
import {wantedFormat} from './format.ts';
import {checkParts} from './input.ts';
import type {LastingReads} from './lasting.ts';
import type {Logger} from './log.ts';
import {preferredLanguage} from './problem.ts';
import {type RateLimiter, networkOf} from './rate-limits.ts';
import {type Patience, readPreference} from './preference.ts';
import {type Checked, addressOf, originOf, perform} from './perform.ts';
import {renderAnswer} from './render.ts';
import {refuse} from './request-texts.ts';
import type {Authenticate, Caller, RefusedRequest, Route, Runner} from './route.ts';
import type {CallerScope} from '../kernel/scope.ts';

export type GuardOptions<Work> = {
	readonly runner: Runner<Work>;
	readonly authenticate: Authenticate;
	readonly log: Logger;
	readonly bytesMax: number;
	readonly limiter: RateLimiter;
	/** The host under which browsers reach the service, where that is not the one that we hear of. */
	readonly publicHost: string | undefined;
	/** Shared by all requests: what large bodies may take together. */
	readonly budget: BodyBudget;
	/** Shared by all requests: how many streams are read at once. */
	readonly lasting: LastingReads;
	readonly isProduction: boolean;
	readonly clock: Clock;
	readonly timeZone: string;
	/** How long is waited for an answer; as long as it takes without it. */
	readonly patience?: Patience;
	/** The route of an address that is there. */
	readonly routeAt: (method: string, path: string) => Route<Work>;
	/** The ending of the address, where it asks for a format. */
	readonly ending: string | undefined;
	/** Puts on record what a caller was refused; what it cannot is logged and changes no answer. */
	readonly noteRefusal?: (refused: RefusedRequest) => Promise<void>;
};

export const sessionCookie = 'bergulir_session';

/**
 * Answers a request by its route's contract: who calls, may they, is what came in right, the work
 * itself, and is what goes out what was promised.
 */
export async function answerRoute<Work>(
	ctx: Koa.Context,
	route: Route<Work>,
	params: Record<string, string>,
	options: GuardOptions<Work>,
): Promise<void> {
	// What is public asks nobody's name, so that health is told also while the database is away.
	const isPublic = route.permission === 'public';
	const {limiter} = options;
	if (isPublic) await limiter.take(ctx, 'public', networkOf(ctx.ip));
	if (route.isGuessable === true) await limiter.take(ctx, 'guess', networkOf(ctx.ip));
	const caller = isPublic ? undefined : from(ctx, await identify(ctx, options));
	if (caller) {
		ctx.state.userId = caller.actor.userId;
		await limiter.take(ctx, 'user', caller.actor.userId);
	}
	const noted = async <T>(run: () => Promise<T>): Promise<T> =>
		noting(ctx, {route, caller}, options, run);
	const scope = await noted(async () => authorize(route, caller));
	const giveBack =
		route.bytesMax === undefined ? undefined : options.budget.take(ctx.req, route.bytesMax);
	try {
		await answerCaller(ctx, route, {params, caller, scope, noted}, options);
	} finally {
		giveBack?.();
	}
}

/** Who takes nothing of a file for so long has gone, and holds up nobody else. */
const stalledMsMax = 120_000;

type Admitted = {
	readonly params: Record<string, string>;
	readonly caller: Caller | undefined;
	readonly scope: CallerScope;
	/** Runs what may be refused, and puts on record that it was. */
	readonly noted: <T>(run: () => Promise<T>) => Promise<T>;
};

async function answerCaller<Work>(
	ctx: Koa.Context,
	route: Route<Work>,
	{params, caller, scope, noted}: Admitted,
	options: GuardOptions<Work>,
): Promise<void> {
	const body =
		route.method === 'GET' ? undefined : await readBody(ctx.req, route, options.bytesMax);
	return answerBody(ctx, route, {params, caller, scope, noted, body}, options);
}

/** What a caller asked for in another way: with a key of its own, for reading needs none. */
async function answerAsked<Work>(
	ctx: Koa.Context,
	route: Route<Work>,
	{caller, body}: {readonly caller: Caller | undefined; readonly body: unknown},
	options: GuardOptions<Work>,
): Promise<void> {
	// To ask for what is read is to read, whenever it is made.
	const reader = caller && {...caller, isReadOnly: false};
	const noted: Admitted['noted'] = async (run) => noting(ctx, {route, caller}, options, run);
	const scope = await noted(async () => authorize(route, reader));
	await answerBody(ctx, route, {params: {}, caller, scope, noted, body}, options);
}

/** A report that takes longer than is waited for is made by itself; the answer says where. */
async function answerLater<Work>(
	ctx: Koa.Context,
	later: NonNullable<Route<Work>['later']>,
	{caller, format}: {readonly caller: Caller | undefined; readonly format: Format},
	options: GuardOptions<Work>,
): Promise<void> {
	const asked = later({...ctx.query}, format);
	await answerAsked(ctx, options.routeAt('POST', asked.path), {caller, body: asked.body}, options);
}

async function answerBody<Work>(
	ctx: Koa.Context,
	route: Route<Work>,
	{params, caller, scope, noted, body}: Admitted & {readonly body: unknown},
	options: GuardOptions<Work>,
): Promise<void> {
	// What was asked in another way has its question in the body.
	const query = route.method === ctx.method || ctx.method === 'HEAD' ? {...ctx.query} : {};
	const {input, refusal} = checkInput(ctx, route, {params, body, caller, query}, options.ending);
	if (refusal && !route.judge) throw refusal;
	const {waitSeconds = options.patience?.reportSeconds, isApplied} = readPreference(
		ctx.get('Prefer'),
	);
	if (route.later && isApplied) ctx.set('Preference-Applied', 'respond-async');
	const {format} = input;
	if (route.later && waitSeconds === 0) {
		return answerLater(ctx, route.later, {caller, format}, options);
	}
	const secondsMax = route.later ? waitSeconds : options.patience?.readSeconds;
	const said = await noted(async () =>
		perform(ctx, route, {input, body, scope, refusal, secondsMax}, options),
	).catch((error: unknown) => {
		if (error instanceof TookTooLong && route.later) return undefined;
		throw placeFindings(error, {body: fieldsOf(route.body), path: params});
	});
	if (!said) return answerLater(ctx, route.later!, {caller, format}, options);
	const rendered = await renderAnswer(route, said, input, options);
	// What somebody may see is kept by nobody for anybody else, and asked for again each time.
	if (caller) ctx.set('Cache-Control', 'private, no-cache');
	for (const [name, value] of Object.entries(rendered.headers)) ctx.set(name, value);
	ctx.status = rendered.status;
	if (rendered.body === undefined) {
		ctx.body = null;
		return;
	}
	ctx.body = rendered.body;
	if (rendered.body instanceof Readable) {
		ctx.res.setTimeout(stalledMsMax, () => ctx.res.destroy());
	}
	ctx.type = rendered.type ?? '';
}

const from = (ctx: Koa.Context, caller: Caller | undefined): Caller | undefined =>
	caller && {...caller, actor: {...caller.actor, origin: originOf(ctx)}};

async function noting<Work, T>(
	ctx: Koa.Context,
	{route, caller}: {readonly route: Route<Work>; readonly caller: Caller | undefined},
	{noteRefusal, log}: GuardOptions<Work>,
	run: () => Promise<T>,
): Promise<T> {
	try {
		return await run();
	} catch (error) {
		if (noteRefusal && caller && error instanceof DomainError) {
			const {actor} = caller;
			const {permission} = route;
			const refused = {actor, permission, address: addressOf(ctx), code: error.code};
			await noteRefusal(refused).catch((fault: unknown) => {
				log.error({err: fault, route: route.path}, 'a refusal could not be put on record');
			});
		}
		throw error;
	}
}

const fieldsOf = (schema: z.ZodType | undefined): object =>
	schema instanceof z.ZodObject ? schema.shape : {};

/**
 * A room names a field as its command does; the caller is told where in the request it stands, so
 * that a form can show the sentence beside it.
 */
function placeFindings(error: unknown, parts: Readonly<Record<string, object>>): unknown {
	if (!(error instanceof DomainError)) return error;
	const place = (finding: Finding): Finding => {
		const name = /^\w+/.exec(finding.path)?.[0];
		const root = Object.entries(parts).find(
			([, part]) => name !== undefined && Object.hasOwn(part, name),
		)?.[0];
		return root === undefined ? finding : {...finding, path: `${root}.${finding.path}`};
	};
	const [first, ...others] = error.findings.map(place);
	return new DomainError(first!, error.text, others, error.cause);
}

async function identify<Work>(
	ctx: Koa.Context,
	{authenticate, publicHost}: GuardOptions<Work>,
): Promise<Caller | undefined> {
	const bearer = /^Bearer ([\w.~+/-]+=*)$/i.exec(ctx.get('Authorization'))?.[1];
	if (bearer !== undefined) return authenticate({bearer});
	const session = ctx.cookies.get(sessionCookie);
	if (session === undefined) return undefined;
	const isWrite = ctx.method !== 'GET' && ctx.method !== 'HEAD';
	if (isWrite) requireOwnPage(ctx, publicHost);
	return authenticate({session});
}

/**
 * A browser sends the cookie along with a foreign page's request, but names where it came from.
 * What does not say that it came from a page of ours is not taken for one.
 */
function requireOwnPage(ctx: Koa.Context, publicHost: string | undefined): void {
	const site = ctx.get('Sec-Fetch-Site');
	const origin = ctx.get('Origin');
	const isTold = site !== '' || origin !== '';
	const isOurs =
		(site === '' || site === 'same-origin') &&
		(origin === '' || [ctx.host, publicHost].includes(hostOf(origin)));
	if (!isTold || !isOurs) throw refuse('request/cross-origin');
}

// The scheme is left out: a proxy that ends TLS speaks plain HTTP to us.
const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');

const nowhere: CallerScope = {all: false, regions: [], cooperatives: []};

function authorize<Work>(route: Route<Work>, caller: Caller | undefined): CallerScope {
	if (route.permission === 'public') return nowhere;
	if (!caller) throw refuse('identity/not-authenticated');
	if (caller.isSecondFactorDue === true && route.permission !== 'enrol') {
		throw refuse('identity/second-factor-due');
	}
	if (caller.isReadOnly === true && route.method !== 'GET') {
		throw refuse('identity/token-read-only');
	}
	const scope = caller.scopeFor(route.permission);
	if (!scope) throw refuse('identity/forbidden', {permission: route.permission});
	return scope;
}

/** A request as its schemas have it, and all that they do not let pass. */
function checkInput<Work>(
	ctx: Koa.Context,
	route: Route<Work>,
	{
		caller,
		...parts
	}: Pick<Admitted, 'params' | 'caller'> & {
		readonly body: unknown;
		readonly query: Readonly<Record<string, unknown>>;
	},
	ending: string | undefined,
): Checked {
	const {format, unavailable} = formatOf(ctx, route, ending);
	const {findings, ...checked} = checkParts(route, parts);
	const input = {
		...checked,
		caller,
		language: preferredLanguage(ctx.get('Accept-Language')),
		format,
		isWhole: format !== 'json',
		requestId: (ctx.state as {requestId: string}).requestId,
		isVisit: ctx.method === 'GET' && ctx.accepts('json', 'html') === 'html',
		cookies: (name: string) => ctx.cookies.get(name),
	};
	return {input, refusal: allOf([refusalOf(findings), unavailable])};
}

function formatOf<Work>(
	ctx: Koa.Context,
	route: Route<Work>,
	ending: string | undefined,
): {readonly format: Format; readonly unavailable?: DomainError} {
	if (!route.layout) return {format: 'json'};
	try {
		return {format: wantedFormat(ctx, ending)};
	} catch (error) {
		if (!(error instanceof DomainError)) throw error;
		return {format: 'json', unavailable: error};
	}
}
