import {createHash, randomUUID} from 'node:crypto';
import type Koa from 'koa';
import {type Origin, stranger} from '../kernel/actor.ts';
import type {DomainError} from '../kernel/errors.ts';
import type {Permission} from '../kernel/permission.ts';
import {type ReadFrom, readFromText} from '../kernel/read-from.ts';
import type {CallerScope} from '../kernel/scope.ts';
import {allOf} from './findings.ts';
import type {LastingReads} from './lasting.ts';
import {refuse} from './request-texts.ts';
import {
	type Answer,
	type Caller,
	type Route,
	type RouteInput,
	type Runner,
	type WriteRequest,
	readFromHeader,
} from './route.ts';

/** By which request somebody acts, and from where: the trail and the log tell it. */
export const originOf = (ctx: Koa.Context): Origin => ({
	requestId: (ctx.state as {requestId: string}).requestId,
	address: ctx.ip,
});

/** Method and path. */
export const addressOf = (ctx: Koa.Context): string => `${ctx.method} ${ctx.path}`;

type Inside<Work> = {readonly runner: Runner<Work>; readonly lasting: LastingReads};

/** What came in, read by its route's contract, and what is wrong with it. */
export type Checked = {
	readonly input: RouteInput<unknown, unknown, unknown>;
	readonly refusal: DomainError | undefined;
};

/** Runs the handler of a route as its kind asks for. */
export async function perform<Work>(
	ctx: Koa.Context,
	route: Route<Work>,
	{
		input,
		body,
		scope,
		refusal,
		secondsMax,
	}: Checked & {
		readonly body: unknown;
		readonly scope: CallerScope;
		readonly secondsMax: number | undefined;
	},
	{runner, lasting}: Inside<Work>,
): Promise<Answer> {
	switch (route.kind) {
		case 'open':
			return runner.open(
				input.caller?.actor ?? {...stranger, origin: originOf(ctx)},
				async (work) => route.handle(work, input),
			);
		case 'read':
			return lasting(async (within) =>
				runner.read(
					scope,
					input.caller?.actor,
					async (work, from) =>
						within(async () => {
							const judged = allOf([refusal, await route.judge?.(work as never, {...ctx.query})]);
							if (judged) throw judged;
							return telling(from, await route.handle(work, input));
						}),
					{secondsMax, need: route.replica?.({...ctx.query})},
				),
			);
		case 'write':
		case 'post': {
			const request = writeRequest(ctx, route, input.caller, {body, scope});
			const answer =
				route.kind === 'post'
					? await runner.post(request, route.plan(input))
					: await runner.write(request, async (work) => ({
							status: route.status,
							...(await route.handle(work, input)),
						}));
			if (answer.isReplay) ctx.set('Idempotency-Replayed', 'true');
			return answer;
		}
	}
}

/** An answer that says which server it is of, whatever it is sent as. */
const telling = (from: ReadFrom | undefined, answer: Answer): Answer =>
	from === undefined
		? answer
		: {...answer, headers: {...answer.headers, [readFromHeader]: readFromText(from)}};

/** As JSON; what is nested beyond all sense can be read, but not written again. */
function written(value: unknown): string {
	try {
		return JSON.stringify(value);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw refuse('request/invalid-json', {explanation: 'it is nested too deeply'});
	}
}

function writeRequest(
	ctx: Koa.Context,
	{permission}: {readonly permission: Permission},
	caller: Caller | undefined,
	{body, scope}: {readonly body: unknown; readonly scope: CallerScope},
): WriteRequest {
	const given = ctx.get('Idempotency-Key');
	const isAskedByReading = ctx.method === 'GET' || ctx.method === 'HEAD';
	const idempotencyKey = isAskedByReading && given === '' ? randomUUID() : given;
	if (!/^[\x21-\x7E]{1,255}$/.test(idempotencyKey)) {
		throw refuse('request/idempotency-key-missing');
	}
	if (!caller) throw refuse('identity/not-authenticated');
	const fingerprint = createHash('sha256')
		.update(written([ctx.method, ctx.path + ctx.search, body ?? null]))
		.digest('hex');
	const {actor} = caller;
	const command = {method: ctx.method, address: ctx.path + ctx.search, body};
	const sent = {permission, address: addressOf(ctx), command};
	return {scope, actor, sent, idempotencyKey, fingerprint};
}
