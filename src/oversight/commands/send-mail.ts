import {type OutgoingMail, leaseMs, nextAttemptAt} from '../mail.ts';
import type {OversightWork} from '../ports.ts';

/** Takes one mail that may be sent now, for this sender alone until its attempt must have ended. */
export async function claimMail(work: OversightWork): Promise<OutgoingMail | undefined> {
	const now = work.now();
	return work.mails.claimMail(now, new Date(now.getTime() + leaseMs));
}

/** A server took the mail: it is not sent again. */
export const recordSent = async (work: OversightWork, mail: OutgoingMail): Promise<void> =>
	work.mails.recordSent(mail, work.now());

/** A server did not take the mail: it is tried again later, each time after a longer while. */
export async function recordFailure(
	work: OversightWork,
	mail: OutgoingMail,
	failure: string,
): Promise<void> {
	const next = nextAttemptAt(mail.attempts, work.now());
	await work.mails.recordFailure(mail, failure.slice(0, failureLengthMax), next);
}

const failureLengthMax = 40;
