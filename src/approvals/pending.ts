import type {BookCode} from '../kernel/ids.ts';
import {isWithin} from '../kernel/region-code.ts';
import {type Actor, isOnePerson} from '../kernel/actor.ts';
import type {Permission} from '../kernel/permission.ts';
import type {CallerScope} from '../kernel/scope.ts';
import {refuse} from './errors.ts';
import {type Write, identityOf} from './write.ts';

/** A command as it was sent: what is needed to carry it out again, and nothing secret. */
export type SentCommand = {
	readonly method: string;
	/** Path and query, with their values. */
	readonly address: string;
	/** What came with it, as its schema let it pass. */
	readonly body: unknown;
};

export const pendingStatuses = ['pending', 'approved', 'rejected', 'withdrawn'] as const;
export type PendingStatus = (typeof pendingStatuses)[number];

/** A command that somebody made and somebody else has to check. */
export type PendingCommand = SentCommand & {
	readonly id: string;
	/** The pattern of its address: what kind of command it is. */
	readonly command: string;
	readonly permission: Permission;
	/** The book that it would write to; none for what belongs to no book. */
	readonly book?: BookCode;
	/** Where the maker may give it: codes of regions and cooperatives, or `*` for everywhere. */
	readonly places: readonly string[];
	/** What it wrote when it was tried; taken back then. */
	readonly preview: readonly Write[];
	readonly maker: Pick<Actor, 'userId' | 'name'>;
	readonly madeAt: Date;
	readonly expiresAt: Date;
	/** The next one each time the maker changes it. */
	readonly version: number;
	readonly status: PendingStatus;
	readonly decision?: Decision;
};

export type Decision = {
	readonly by: Pick<Actor, 'userId' | 'name'>;
	readonly at: Date;
	readonly reason?: string;
};

/** How a scope is kept with a pending command. */
export const placesOf = (scope: CallerScope): string[] =>
	scope.all ? ['*'] : [...scope.regions, ...scope.cooperatives];

/**
 * Whether a scope reaches everything that places reach. `regionOf` tells where a cooperative lies.
 */
export const coversPlaces = (
	scope: CallerScope,
	places: readonly string[],
	regionOf: (cooperative: string) => string | undefined,
): boolean =>
	scope.all ||
	places.every((place) => {
		if (scope.cooperatives.includes(place)) return true;
		const region = regionOf(place) ?? place;
		return scope.regions.some((outer) => isWithin(region, outer));
	});

/**
 * @throws DomainError `approval/decided`, `approval/expired`, `approval/changed`.
 */
export function requireOpen(pending: PendingCommand, version: number, now: Date): void {
	if (pending.status !== 'pending') {
		throw refuse('approval/decided', {status: pending.status});
	}
	if (now >= pending.expiresAt) {
		throw refuse('approval/expired', {expiresAt: pending.expiresAt.toISOString()});
	}
	requireVersion(pending, version);
}

function requireVersion(pending: PendingCommand, version: number): void {
	if (pending.version === version) return;
	const values = {version: String(pending.version), given: String(version)};
	throw refuse('approval/changed', values, 'version');
}

/** @throws DomainError `approval/own`. */
export function requireOther({maker}: PendingCommand, {userId, name}: Actor): void {
	if (maker.userId === userId || isOnePerson(maker.name, name)) {
		throw refuse('approval/own', {maker: maker.name});
	}
}

/** @throws DomainError `approval/not-own`, `approval/decided`, `approval/changed`. */
export function requireOwn(pending: PendingCommand, {userId}: Actor, version: number): void {
	if (pending.maker.userId !== userId) {
		throw refuse('approval/not-own', {maker: pending.maker.name});
	}
	if (pending.status !== 'pending') throw refuse('approval/decided', {status: pending.status});
	requireVersion(pending, version);
}

/** What was shown, of which each part may be written once. */
export type Shown = {
	/** @throws DomainError `approval/preview-differs`, for what was not shown. */
	readonly take: (write: Write) => void;
	/** @throws DomainError `approval/preview-differs`, where something shown was not written. */
	readonly end: () => void;
};

export function createShown(preview: readonly Write[]): Shown {
	const remaining = preview.map((write) => ({write, identity: identityOf(write)}));
	const differs = ({name, subject}: Write) =>
		refuse('approval/preview-differs', {write: `${name} ${subject}`});
	return {
		take(write) {
			const identity = identityOf(write);
			const index = remaining.findIndex((shown) => shown.identity === identity);
			if (index < 0) throw differs(write);
			remaining.splice(index, 1);
		},
		end() {
			const [left] = remaining;
			if (left) throw differs(left.write);
		},
	};
}

/** When a command expires: after the shortest time that the policies naming it leave. */
export const expiryOf = (madeAt: Date, hours: readonly number[]): Date =>
	new Date(madeAt.getTime() + Math.min(...hours) * 60 * 60 * 1000);
