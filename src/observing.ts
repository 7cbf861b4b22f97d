import type {Knex} from 'knex';
import type {GroupObserver} from './db/group-queue.ts';
import type {Replica} from './db/replica.ts';
import type {Metrics} from './http/metrics.ts';
import type {Clock} from './kernel/clock.ts';
import type {Tracing} from './kernel/tracing.ts';
import {addMeasures} from './measures.ts';
import {
	type Checked,
	type ReadinessCheck,
	type Watched,
	createChecks,
	runChecks,
} from './readiness.ts';
import {checkReplica} from './replica-reads.ts';

export type ObservingSettings = {
	/** Where what the installation keeps on its own disk lies; here without it. */
	readonly dataDirectory?: string;
	/** Below so much free disk the service is not ready; never without it. */
	readonly diskFreeBytesMin?: number;
	/** What else the service needs. */
	readonly checks?: readonly ReadinessCheck[];
	/** To whom it is told what took how long within what; nobody without it. */
	readonly tracing?: Tracing;
};

type Observed = ObservingSettings & {
	readonly knex: Knex;
	readonly replica?: Replica | undefined;
	readonly clock: Clock;
};

/** The service does its work without the replica, so that is told and nothing more. */
const replicaChecks = (replica: Replica | undefined): ReadinessCheck[] =>
	replica === undefined
		? []
		: [{name: 'replica', isNeeded: false, run: async () => checkReplica(replica)}];

/** Lets a service be measured, and be asked whether it is ready. */
export function observeService(
	service: Watched,
	{registry}: Metrics,
	{dataDirectory = '.', diskFreeBytesMin = 0, checks = [], knex, replica, clock}: Observed,
): {readonly readiness: () => Promise<readonly Checked[]>} {
	const common = {service, knex, clock, dataDirectory};
	addMeasures(registry, common);
	const known = createChecks({...common, diskFreeBytesMin});
	const all = [...known, ...replicaChecks(replica), ...checks];
	return {readiness: async () => runChecks(all)};
}

/**
 * Lets the queues of writes be counted and, where there is tracing, be told: a group stands under
 * the first request that it is done for, and names the others.
 */
export const observingQueues =
	(observe: (queue: string) => GroupObserver, tracing: Tracing | undefined) =>
	(queue: string): GroupObserver => {
		const counted = observe(queue);
		if (tracing === undefined) return counted;
		return {
			...counted,
			here: tracing.here,
			within: async (places, run) => {
				const [under, ...alsoFor] = places;
				// What nobody asked for by a request, a chore's for one, is not told; least of all as a
				// part of the request whose end has let it have its turn.
				if (under === undefined) return tracing.apart(run);
				const attributes = {'bergulir.queue': queue, 'bergulir.group_size': places.length};
				const about = {name: `write ${queue}`, kind: 'internal', attributes} as const;
				return tracing.span({...about, under, alsoFor}, run);
			},
		};
	};
