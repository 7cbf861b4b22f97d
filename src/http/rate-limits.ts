import type Koa from 'koa';
import {RateLimiterMemory, RateLimiterRes} from 'rate-limiter-flexible';
import {refuse} from './request-texts.ts';

/**
 * What is counted: all requests of a network address, those of a user, those to public routes, and
 * those that take what could be guessed, a password or a code.
 */
export const rateKinds = ['address', 'user', 'public', 'guess'] as const;
export type RateKind = (typeof rateKinds)[number];

/** How many requests each kind may make in a minute. */
export type RateLimits = Readonly<Record<RateKind, number>>;

const windowSeconds = 60;

export type RateLimiter = {
	/**
	 * Counts a request, and tells in its headers how many are left of the limit that is nearest.
	 * @throws DomainError `request/too-many`.
	 */
	readonly take: (ctx: Koa.Context, kind: RateKind, key: string) => Promise<void>;
};

/**
 * Counts in the memory of this process: several behind one address each count for themselves.
 * Without limits nothing is counted.
 */
export function createRateLimiter(limits: RateLimits | undefined): RateLimiter {
	if (!limits) return {take: async () => undefined};
	const counters = new Map(
		rateKinds.map((kind) => [
			kind,
			new RateLimiterMemory({keyPrefix: kind, points: limits[kind], duration: windowSeconds}),
		]),
	);
	return {
		async take(ctx, kind, key) {
			const limit = limits[kind];
			try {
				tell(ctx, limit, await counters.get(kind)!.consume(key));
			} catch (error) {
				if (!(error instanceof RateLimiterRes)) throw error;
				tell(ctx, limit, error);
				const seconds = String(secondsLeft(error));
				throw refuse('request/too-many', {limit: String(limit), seconds});
			}
		},
	};
}

const secondsLeft = ({msBeforeNext}: RateLimiterRes): number => Math.ceil(msBeforeNext / 1000);

function tell(ctx: Koa.Context, limit: number, counted: RateLimiterRes): void {
	const told = ctx.response.get('RateLimit-Remaining');
	if (told !== '' && Number.parseInt(told, 10) <= counted.remainingPoints) return;
	ctx.set('RateLimit-Limit', String(limit));
	ctx.set('RateLimit-Remaining', String(counted.remainingPoints));
	ctx.set('RateLimit-Reset', String(secondsLeft(counted)));
}

/**
 * What of a network address stands for one subscriber: of IPv6 the first 64 bits, because each has
 * as many addresses below them as they like.
 */
export function networkOf(address: string): string {
	const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/iu.exec(address)?.[1];
	if (mapped !== undefined) return mapped;
	if (!address.includes(':')) return address;
	const [head = '', tail] = address.split('%')[0]!.split('::');
	const groups = (text: string | undefined): string[] => (text ? text.split(':') : []);
	const left = groups(head);
	const right = groups(tail);
	const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
	const all = [...left, ...Array.from({length: missing}, () => '0'), ...right];
	const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
	return `${network.join(':')}::/64`;
}
