import {Counter, Gauge, Histogram, Registry, collectDefaultMetrics} from 'prom-client';

export type Metrics = {
	readonly registry: Registry;
	readonly observeRequest: (labels: RequestLabels, seconds: number) => void;
	readonly countRefusal: (code: string) => void;
	/** How a queue of writes fares. */
	readonly observeQueue: (queue: string) => QueueMetrics;
};

export type QueueMetrics = {
	readonly waiting: (count: number) => void;
	readonly group: (size: number, seconds: number) => void;
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
	const observeQueue = createQueueMetrics(registry);
	return {
		registry,
		observeQueue,
		observeRequest: (labels, seconds) => {
			requests.observe(labels, seconds);
		},
		countRefusal: (code) => {
			refusals.inc({code});
		},
	};
}

function createQueueMetrics(registry: Registry): Metrics['observeQueue'] {
	const labelNames = ['queue'] as const;
	const registers = [registry];
	const waiting = new Gauge({
		name: 'bergulir_write_queue_waiting',
		help: 'Writes that wait for their turn.',
		labelNames,
		registers,
	});
	const sizes = new Histogram({
		name: 'bergulir_write_group_size',
		help: 'Writes that shared a transaction.',
		labelNames,
		buckets: [1, 2, 4, 8, 16, 32, 64],
		registers,
	});
	const durations = new Histogram({
		name: 'bergulir_write_group_duration_seconds',
		help: 'Seconds from the beginning of a group of writes to the end of its commit.',
		labelNames,
		buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
		registers,
	});
	return (queue) => ({
		waiting: (count) => {
			waiting.set({queue}, count);
		},
		group: (size, seconds) => {
			sizes.observe({queue}, size);
			durations.observe({queue}, seconds);
		},
	});
}
