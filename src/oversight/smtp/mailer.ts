import {createTransport} from 'nodemailer';
import type {MailMessage} from '../index.ts';

/** Hands mail to a server. */
export type Mailer = {
	/** @throws MailFailure when the server does not take it. */
	readonly send: (message: MailMessage) => Promise<void>;
	readonly close: () => void;
};

/**
 * That a mail was not taken, and by which code. What the server said is left out: it repeats
 * addresses, and what a client says of itself may hold a password.
 */
export class MailFailure extends Error {
	override readonly name = 'MailFailure';
	/** Such as `ECONNECTION` or `EENVELOPE 550`. */
	readonly code: string;

	/** Whether another mail would be taken: the fault is this one's address or content. */
	get isOfThisMail(): boolean {
		return /^(EENVELOPE|EMESSAGE)\b/.test(this.code);
	}

	constructor(code: string) {
		super(`The mail was not taken (${code}).`);
		this.code = code;
	}
}

// A server that does not answer is one that is down: the mail waits for its next turn.
const timeoutMs = 20_000;

/** Sends over the SMTP server of a URL, which may hold a name and a password. */
export function createSmtpMailer(settings: {
	readonly smtpUrl: string;
	readonly from: string;
}): Mailer {
	const {password} = new URL(settings.smtpUrl);
	const transport = createTransport({
		url: settings.smtpUrl,
		// A password is not said where everybody can hear it; `requireTLS=false` in the URL allows it.
		requireTLS: password !== '',
		connectionTimeout: timeoutMs,
		greetingTimeout: timeoutMs,
		socketTimeout: timeoutMs,
	});
	return {
		async send(message) {
			try {
				await transport.sendMail({...message, from: settings.from});
			} catch (error) {
				throw new MailFailure(codeOf(error));
			}
		},
		close: () => {
			transport.close();
		},
	};
}

function codeOf(error: unknown): string {
	if (!(error instanceof Error)) return 'unknown';
	const {code, responseCode} = error as Error & {code?: unknown; responseCode?: unknown};
	const words = [code, responseCode].filter(
		(word) => typeof word === 'string' || typeof word === 'number',
	);
	return words.length === 0 ? 'unknown' : words.join(' ');
}
