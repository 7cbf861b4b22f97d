import {Counter, Gauge, Histogram, Registry, collectDefaultMetrics} from 'prom-client';

export type Metrics = {
	readonly registry: Registry;
	readonly observeRequest: (labels: RequestLabels, seconds: number) => void;
	readonly countRefusal: (code: string) => void;
	/** A write that was answered with what its key was answered before. */
	readonly countReplay: () => void;
	/** How long a report took: to whoever waited for it, or as a job. */
	readonly observeReport: (report: string, way: 'request' | 'job', seconds: number) => void;
	/** Rows of imports that were staged or posted. */
	readonly countImportRows: (step: 'staged' | 'posted', rows: number) => void;
	/** How a chore ended, and how long it took. */
	readonly observeChore: (chore: string, state: 'done' | 'failed', seconds: number) => void;
	/** How a queue of writes fares. */
	readonly observeQueue: (queue: string) => QueueMetrics;
};

export type QueueMetrics = {
	readonly waiting: (count: number) => void;
	readonly group: (size: number, seconds: number) => void;
};

type RequestLabels = {readonly method: string; readonly route: string; readonly status: string};

// From what a page waits for to what is done at night.
const longBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/**
 * The service's own registry, so that two services in one process do not count together. Names end
 * in their unit, as Prometheus has it; `ops/` shows and watches every one of them, and a test holds
 * both to each other.
 */
export function createMetrics(): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({register: registry});
	return {
		registry,
		...createRequestMetrics(registry),
		...createWorkMetrics(registry),
		observeQueue: createQueueMetrics(registry),
	};
}

function createRequestMetrics(
	registry: Registry,
): Pick<Metrics, 'observeRequest' | 'countRefusal' | 'countReplay' | 'observeReport'> {
	const registers = [registry];
	const requests = new Histogram({
		name: 'bergulir_http_request_duration_seconds',
		help: 'Seconds from the first byte of a request to the end of its answer.',
		labelNames: ['method', 'route', 'status'],
		buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30],
		registers,
	});
	const refusals = new Counter({
		name: 'bergulir_refusals_total',
		help: 'Refused requests by the code of the refusal.',
		labelNames: ['code'],
		registers,
	});
	const replays = new Counter({
		name: 'bergulir_replays_total',
		help: 'Writes that were answered with what their idempotency key was answered before.',
		registers,
	});
	const reports = new Histogram({
		name: 'bergulir_report_duration_seconds',
		help: 'Seconds that a report took, for whoever waited for it or as a job.',
		labelNames: ['report', 'way'],
		buckets: longBuckets,
		registers,
	});
	const observeReport: Metrics['observeReport'] = (report, way, seconds) => {
		reports.observe({report, way}, seconds);
	};
	return {
		observeReport,
		observeRequest: (labels, seconds) => {
			requests.observe(labels, seconds);
			const [, report] = /^\/v1\/reports\/([a-z-]+)$/u.exec(labels.route) ?? [];
			if (report !== undefined && labels.status === '200') {
				observeReport(report, 'request', seconds);
			}
		},
		countRefusal: (code) => {
			refusals.inc({code});
		},
		countReplay: () => {
			replays.inc();
		},
	};
}

function createWorkMetrics(registry: Registry): Pick<Metrics, 'countImportRows' | 'observeChore'> {
	const registers = [registry];
	const rows = new Counter({
		name: 'bergulir_import_rows_total',
		help: 'Rows of imports that were staged for checking, and rows that were posted.',
		labelNames: ['step'],
		registers,
	});
	const runs = new Counter({
		name: 'bergulir_chore_runs_total',
		help: 'Runs of what the service does by itself, by how they ended.',
		labelNames: ['chore', 'state'],
		registers,
	});
	const durations = new Histogram({
		name: 'bergulir_chore_duration_seconds',
		help: 'Seconds that a run of a chore took in this process.',
		labelNames: ['chore'],
		buckets: longBuckets,
		registers,
	});
	return {
		countImportRows: (step, count) => {
			rows.inc({step}, count);
		},
		observeChore: (chore, state, seconds) => {
			runs.inc({chore, state});
			durations.observe({chore}, seconds);
		},
	};
}

function createQueueMetrics(registry: Registry): Metrics['observeQueue'] {
	const labelNames = ['queue'] as const;
	const registers = [registry];
	const waiting = new Gauge({
		name: 'bergulir_write_queue_waiting_writes',
		help: 'Writes that wait for their turn.',
		labelNames,
		registers,
	});
	const sizes = new Histogram({
		name: 'bergulir_write_group_size_writes',
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
