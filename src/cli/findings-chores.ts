import type {Service} from '../compose.ts';
import type {Logger} from '../http/log.ts';
import {
	type Escalated,
	buildMessage,
	claimMail,
	escalateFindings,
	escalatedMax,
	recordFailure,
	recordSent,
	remindOfDueDates,
} from '../oversight/index.ts';
import {type Mailer, MailFailure} from '../oversight/smtp/mailer.ts';
import {bySelf as by} from './chore-actor.ts';
import {startChore} from './chore.ts';

type InTransaction = Pick<Service, 'inTransaction'>;

/**
 * Takes every finding that is overdue a level up, some hundreds in a transaction, and writes what
 * is due tomorrow. Twice on a day is as once.
 */
export async function escalateAll(
	{inTransaction}: InTransaction,
	actor = by.actor,
): Promise<Escalated> {
	const settings = {...by, actor};
	let all: Escalated = {findings: 0, steps: 0};
	for (;;) {
		const some = await inTransaction(settings, escalateFindings);
		all = {findings: all.findings + some.findings, steps: all.steps + some.steps};
		if (some.findings < escalatedMax) break;
	}
	await inTransaction(settings, remindOfDueDates);
	return all;
}

// As many as are tried in one turn: a server that is slow must not keep the service from stopping.
const mailsInTurnMax = 200;

/** What became of the mail of one turn. */
export type MailTurn = {readonly sent: number; readonly failed: number};

/**
 * Sends mail that waits, one at a time. What a server took is marked after it took it: a service
 * that dies in between sends it once more, with the same Message-ID.
 */
export async function sendMails(
	{inTransaction}: InTransaction,
	{mailer, publicUrl}: {readonly mailer: Mailer; readonly publicUrl: string},
): Promise<MailTurn> {
	let sent = 0;
	let failed = 0;
	while (sent + failed < mailsInTurnMax) {
		const mail = await inTransaction(by, claimMail);
		if (!mail) break;
		try {
			await mailer.send(buildMessage(mail, publicUrl));
		} catch (error) {
			if (!(error instanceof MailFailure)) throw error;
			failed += 1;
			await inTransaction(by, async (work) => recordFailure(work, mail, error.code));
			// A server that is down takes no other mail either.
			if (!error.isOfThisMail) break;
			continue;
		}
		sent += 1;
		await inTransaction(by, async (work) => recordSent(work, mail));
	}
	return {sent, failed};
}

/** Sends the mail that waits, every minute. */
export const startMail = (
	service: InTransaction,
	settings: {readonly mailer: Mailer; readonly publicUrl: string; readonly log: Logger},
) =>
	startChore({
		name: 'mail sent',
		everyMinutes: 1,
		log: settings.log,
		run: async () => {
			const turn = await sendMails(service, settings);
			return turn.sent + turn.failed === 0 ? undefined : turn;
		},
	});
