import {z} from 'zod';
import type {Metrics} from './metrics.ts';
import {type Route, route} from './route.ts';

/** What a machine asks of the service itself: does it live, is it ready, how does it fare. */
export const createServiceRoutes = <Work>(
	readiness: () => Promise<Readonly<Record<string, string>>>,
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
		status: 200,
		files: ['application/json'],
		handle: async () => {
			const reasons = await readiness();
			const isReady = Object.keys(reasons).length === 0;
			return {
				status: isReady ? 200 : 503,
				content: {
					type: 'application/json',
					body: JSON.stringify(isReady ? {status: 'ready'} : {status: 'not ready', reasons}),
				},
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
