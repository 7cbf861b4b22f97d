import type {Format} from '../files/format.ts';
import type {Language} from '../kernel/errors.ts';
import type {CallerScope} from '../kernel/scope.ts';

export const jobStatuses = [
	'waiting',
	'running',
	'done',
	'failed',
	'cancelled',
	'expired',
] as const;
export type JobStatus = (typeof jobStatuses)[number];

/** A report that somebody asked for and does not wait for. */
export type ReportJob = {
	readonly id: string;
	readonly ownerId: string;
	readonly owner: string;
	readonly report: string;
	/** As it was asked, with the day and the moment that were meant where none was given. */
	readonly query: Readonly<Record<string, string>>;
	readonly format: Format;
	readonly language: Language;
	readonly askedAt: Date;
	/** Until when its file is kept. */
	readonly expiresAt: Date;
	readonly status: JobStatus;
	/** In percent. */
	readonly progress: number;
	readonly attempts: number;
	readonly endedAt?: Date;
	/** By which code it failed. */
	readonly failure?: string;
	/** Where its owner held the report's permission when it was made. */
	readonly scope?: CallerScope;
	readonly file?: JobFile;
};

export type JobFile = {
	readonly name: string;
	readonly mediaType: string;
	readonly size: number;
	/** SHA-256, hexadecimal. */
	readonly digest: string;
};

/** How far a job is: reading is the long part of it. */
export const progressOf = {taken: 5, read: 80, done: 100} as const;

const keptDays = 7;
export const jobFileBytesMax = 100_000_000;
/** How many jobs of one person may wait or run at once. */
export const openJobsMax = 20;

export const expiryOf = (askedAt: Date): Date =>
	new Date(askedAt.getTime() + keptDays * 86_400_000);

export const isOpen = ({status}: Pick<ReportJob, 'status'>): boolean =>
	status === 'waiting' || status === 'running';

/** Whether two scopes are the same, in whatever order they name their parts. */
export function isSameScope(a: CallerScope, b: CallerScope): boolean {
	if (a.all || b.all) return a.all === b.all;
	const sorted = (codes: readonly string[]) => [...codes].sort().join(' ');
	return (
		sorted(a.regions) === sorted(b.regions) && sorted(a.cooperatives) === sorted(b.cooperatives)
	);
}
