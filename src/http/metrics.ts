import {Counter, Histogram, Registry, collectDefaultMetrics} from 'prom-client';

export type Metrics = {
	readonly registry: Registry;
	readonly observeRequest: (labels: RequestLabels, seconds: number) => void;
	readonly countRefusal: (code: string) => void;
};

type RequestLabels = {readonly method: string; readonly route: string; readonly status: string};

/** The service's own registry, so that two services in one process do not count together. */
export function createMetrics(): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({register: registry});
	const requests = new Histogram({
		name: 'bergulir_http_request_duration_seconds',
		help: 'Seconds from the first byte of a request to the end of its answer.',
		labelNames: ['method', 'route', 'status'],
		buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
		registers: [registry],
	});
	const refusals = new Counter({
		name: 'bergulir_refusals_total',
		help: 'Refused requests by the code of the refusal.',
		labelNames: ['code'],
		registers: [registry],
	});
	return {
		registry,
		observeRequest: (labels, seconds) => {
			requests.observe(labels, seconds);
		},
		countRefusal: (code) => {
			refusals.inc({code});
		},
	};
}
