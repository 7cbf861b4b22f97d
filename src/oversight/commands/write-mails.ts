import type {MailDraft} from '../mail.ts';
import type {OversightWork} from '../ports.ts';

/** Writes what is to be told, in the transaction of what it tells of. */
export async function writeMails(work: OversightWork, mails: readonly MailDraft[]): Promise<void> {
	if (mails.length === 0) return;
	await work.mails.insertMails(
		mails.map((mail) => ({...mail, id: work.newId()})),
		work.now(),
	);
}
