import type {Knex} from 'knex';
import {orUnavailable} from './db/unavailable.ts';
import type {AppOptions} from './http/app.ts';
import type {Runner} from './http/route.ts';
import {createCredentialLookup} from './identity/db/credential-lookup.ts';
import {createIdentityStore} from './identity/db/identity-store.ts';
import {
	type IdentityWork,
	authenticate,
	isRefusalTold,
	recordRefusedRequest,
} from './identity/index.ts';
import type {Actor} from './kernel/actor.ts';
import type {Clock} from './kernel/clock.ts';
import {localDateAt} from './kernel/local-date.ts';
import type {CallerScope} from './kernel/scope.ts';

/** What of the service the edge needs: how requests run, and how a refusal is written down. */
type Inside<Work> = {
	readonly runner: Runner<Work>;
	readonly inTransaction: (
		settings: {readonly scope: CallerScope; readonly actor: Actor},
		run: (work: Work) => Promise<void>,
	) => Promise<void>;
};

/** How the world reaches the service, how often, and what it must prove. */
export type EdgeSettings = Pick<
	AppOptions<never>,
	'publicUrl' | 'rateLimits' | 'trustedProxies' | 'patience' | 'webFolder'
> & {
	/** Whether who approves and who lets others in must have a second factor; yes without it. */
	readonly isSecondFactorRequired?: boolean;
};

type EdgeOptions = EdgeSettings & {
	readonly knex: Knex;
	readonly clock: Clock;
	readonly timeZone: string;
};

type Edge<Work> = Pick<
	AppOptions<Work>,
	| 'authenticate'
	| 'runner'
	| 'noteRefusal'
	| 'publicUrl'
	| 'rateLimits'
	| 'trustedProxies'
	| 'patience'
	| 'webFolder'
> & {
	/** To be told after every write that may have changed who may do what. */
	readonly forget: () => void;
};

const nowhere: CallerScope = {all: false, regions: [], cooperatives: []};

/** Who calls, how they are found again, and what is written down of what they were refused. */
export function createEdge<Work extends IdentityWork>(
	service: Inside<Work>,
	{knex, clock, timeZone, isSecondFactorRequired = true, ...settings}: EdgeOptions,
): Edge<Work> {
	const credentials = createCredentialLookup(knex, clock);
	const identity = {...createIdentityStore(knex), ...credentials};
	const today = () => localDateAt(clock.now(), timeZone);
	const {publicUrl, rateLimits, trustedProxies, patience, webFolder} = settings;
	return {
		...(publicUrl === undefined ? {} : {publicUrl}),
		...(rateLimits === undefined ? {} : {rateLimits}),
		...(trustedProxies === undefined ? {} : {trustedProxies}),
		...(patience === undefined ? {} : {patience}),
		...(webFolder === undefined ? {} : {webFolder}),
		forget: credentials.forget,
		runner: forgettingCallers(service.runner, credentials.forget),
		authenticate: async (credential) =>
			orUnavailable(async () =>
				authenticate({identity, now: clock.now, today, isSecondFactorRequired}, credential),
			),
		async noteRefusal(refused) {
			if (!isRefusalTold(refused)) return;
			await service.inTransaction({scope: nowhere, actor: refused.actor}, async (work) =>
				recordRefusedRequest(work, refused),
			);
		},
	};
}

/** Whatever is not an entry may change who may do what: after it nobody is known by heart. */
const forgettingCallers = <Work>(runner: Runner<Work>, forget: () => void): Runner<Work> => ({
	...runner,
	open: async (actor, run) => runner.open(actor, run).finally(forget),
	write: async (request, run) => runner.write(request, run).finally(forget),
});
