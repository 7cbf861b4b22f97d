import {z} from 'zod';
import type {Metrics} from './metrics.ts';
import {type Route, route} from './route.ts';

/** How one of the things stands that the service needs, or that is good to know of it. */
export type ReadinessPart = {
	readonly name: string;
	readonly isNeeded: boolean;
	readonly isGood: boolean;
	readonly told: string;
};

/** What a machine asks of the service itself: does it live, is it ready, how does it fare. */
export const createServiceRoutes = <Work>(
	readiness: () => Promise<readonly ReadinessPart[]>,
	metrics: Metrics,
): Route<Work>[] => [
	route({
		kind: 'open',
		method: 'GET',
		path: '/healthz',
		permission: 'public',
		tag: 'service',
		summary: 'The process lives.',
		status: 200,
		response: z.strictObject({status: z.literal('ok')}),
		handle: async () => ({body: {status: 'ok'}}),
	}),
	route({
		kind: 'open',
		method: 'GET',
		path: '/readyz',
		permission: 'public',
		tag: 'service',
		summary: 'The service can do its work; 503 says what keeps it from it.',
		description:
			'Each check with whether it is needed, whether it is good, and how it stands; what is not ' +
			'needed (chores, the last verification) is told and makes nothing unready.',
		status: 200,
		files: ['application/json'],
		handle: async () => {
			const parts = await readiness();
			const failing = parts.filter(({isNeeded, isGood}) => isNeeded && !isGood);
			const isReady = failing.length === 0;
			const body = {
				status: isReady ? 'ready' : 'not ready',
				...(isReady ? {} : {reasons: toTold(failing)}),
				checks: Object.fromEntries(parts.map(({name, ...part}) => [name, part])),
			};
			return {
				status: isReady ? 200 : 503,
				content: {type: 'application/json', body: JSON.stringify(body)},
			};
		},
	}),
	route({
		kind: 'open',
		method: 'GET',
		path: '/metrics',
		permission: 'public',
		tag: 'service',
		summary: 'Metrics in the text format of Prometheus.',
		status: 200,
		files: ['text/plain'],
		handle: async () => ({
			content: {type: metrics.registry.contentType, body: await metrics.registry.metrics()},
		}),
	}),
];

const toTold = (parts: readonly ReadinessPart[]): Record<string, string> =>
	Object.fromEntries(parts.map(({name, told}) => [name, told]));
