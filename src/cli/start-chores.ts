import type {Knex} from 'knex';
import type {Service} from '../compose.ts';
import type {Config} from '../config.ts';
import type {Logger} from '../http/log.ts';
import {type Clock, systemClock} from '../kernel/clock.ts';
import {createSmtpMailer} from '../oversight/smtp/mailer.ts';
import {createSender} from '../webhooks/sender/sender.ts';
import {startChore} from './chore.ts';
import {startMail} from './findings-chores.ts';
import {createNightChores} from './night-chores.ts';
import {type ChoreObserver, runNight} from './night.ts';
import {createRecurringChores, startRecurring} from './recurring-chores.ts';
import {startWebhooks} from './webhook-chore.ts';

type Settings = Pick<
	Config,
	'checkpointMinutes' | 'mail' | 'publicUrl' | 'webhooks' | 'hasNightlyProvisions'
>;

export type StartChoresOptions = {
	readonly service: Service;
	readonly knex: Knex;
	readonly log: Logger;
	readonly clock?: Clock;
	readonly observe?: ChoreObserver;
};

/** A night begins at most so long after midnight. */
const nightEveryMinutes = 10;
/** Whoever has just started the service wants to be served first. */
const nightFirstAfterMinutes = 2;

/** What the service does by itself for as long as it runs. */
export function startChores(
	{checkpointMinutes, mail, publicUrl, webhooks, hasNightlyProvisions}: Settings,
	{service, knex, log, clock = systemClock, ...observing}: StartChoresOptions,
): {readonly stop: () => Promise<void>} {
	const mailer = mail && createSmtpMailer(mail);
	const stopping = new AbortController();
	const nightChores = createNightChores(service, {hasProvisions: hasNightlyProvisions, log});
	const night = {
		...{service, knex, log, clock, chores: nightChores},
		...observing,
		stopping: stopping.signal,
	};
	const chores = [
		startChore({
			name: 'night',
			everyMinutes: nightEveryMinutes,
			firstAfterMinutes: nightFirstAfterMinutes,
			log,
			run: async () => {
				const turn = await runNight(night);
				return turn === undefined || turn.done + turn.failed === 0 ? undefined : turn;
			},
		}),
		...createRecurringChores(service, {checkpointMinutes}).map((chore) =>
			startRecurring(chore, {service, log, clock, ...observing}),
		),
		startWebhooks(service, createSender(webhooks), log),
		...(mailer ? [startMail(service, {mailer, publicUrl, log})] : []),
	];
	return {
		stop: async () => {
			stopping.abort();
			await Promise.all(chores.map(async (chore) => chore.stop()));
			mailer?.close();
		},
	};
}
