import type {Actor} from '../kernel/actor.ts';
import type {NewId} from '../kernel/ids.ts';
import type {CallerScope} from '../kernel/scope.ts';
import type {JobFile, ReportJob} from './report-job.ts';

export type NewJob = Pick<
	ReportJob,
	'id' | 'ownerId' | 'owner' | 'report' | 'query' | 'format' | 'language' | 'askedAt' | 'expiresAt'
>;

/** Which attempt at a job: a worker that was taken for dead does not write over its successor. */
export type Attempt = Pick<ReportJob, 'id' | 'attempts'>;

/** Reports that take long, within one transaction. */
export type JobStore = {
	/** Keeps the job and puts it into the queue, both or neither. */
	readonly insert: (job: NewJob) => Promise<void>;
	readonly find: (id: string) => Promise<ReportJob | undefined>;
	/** The newest first. */
	readonly list: (
		ownerId: string,
		page: {readonly before?: string; readonly limit: number},
	) => Promise<ReportJob[]>;
	readonly countOpen: (ownerId: string) => Promise<number>;
	/** For a worker; undefined where there is nothing left to do. */
	readonly take: (id: string, at: Date) => Promise<ReportJob | undefined>;
	/** False where the attempt is not the running one any more: it was cancelled, or taken over. */
	readonly setProgress: (attempt: Attempt, progress: number) => Promise<boolean>;
	/** As {@link setProgress}. */
	readonly finish: (
		attempt: Attempt,
		result: {
			readonly file: JobFile;
			readonly bytes: Buffer;
			readonly scope: CallerScope;
			readonly at: Date;
		},
	) => Promise<boolean>;
	/** False where it had ended already. */
	readonly end: (
		id: string,
		ending: {
			readonly status: 'failed' | 'cancelled';
			readonly failure?: string;
			readonly at: Date;
		},
	) => Promise<boolean>;
	/** Forgets the files whose time is over; how many jobs that were. */
	readonly expire: (before: Date) => Promise<number>;
	readonly bytes: (id: string) => Promise<Buffer>;
};

export type JobWork = {
	readonly jobs: JobStore;
	readonly actor: Actor;
	readonly now: () => Date;
	readonly newId: NewId;
};
