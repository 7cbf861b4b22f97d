import path from 'node:path';
import {StartupFailure} from './db/startup-failure.ts';
import {isEmailAddress} from './kernel/email-address.ts';

/** What the environment says, checked once, at the start. */
export type Config = {
	readonly host: string;
	readonly port: number;
	/** Where the world reaches the service, for receipts and mail; without a slash at its end. */
	readonly publicUrl: string;
	readonly database:
		| {readonly kind: 'embedded'; readonly directory: string}
		| {readonly kind: 'external'; readonly url: string; readonly ownerUrl: string | undefined};
	/** Whether an empty database is filled with the demo city. */
	readonly hasDemo: boolean;
	readonly timeZone: string;
	readonly logLevel: string;
	readonly isProduction: boolean;
	/** False only where the service is reached over plain HTTP on the loopback address. */
	readonly isCookieSecure: boolean;
	/** Where the key that checkpoints are signed with lies. */
	readonly keyFile: string;
	/** How often a checkpoint is taken while the service runs; zero is never. */
	readonly checkpointMinutes: number;
	/** By what mail is sent and from whom; without it mail waits. */
	readonly mail: {readonly smtpUrl: string; readonly from: string} | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Reads the environment. @throws StartupFailure with a sentence for each fault, all at once. */
export function readConfig(environment: Environment): Config {
	const faults: string[] = [];
	const choose = (name: string, options: readonly string[], otherwise: string): string => {
		const value = environment[name] ?? otherwise;
		if (!options.includes(value))
			faults.push(`${name} is "${value}"; it must be one of ${options.join(', ')}.`);
		return value;
	};
	const isProduction = environment.NODE_ENV === 'production';
	const host = environment.HOST ?? '127.0.0.1';
	const url = environment.DATABASE_URL;
	const demo = choose(
		'BERGULIR_DEMO',
		['on', 'off'],
		url === undefined && !isProduction ? 'on' : 'off',
	);
	if (demo === 'on' && isProduction) {
		faults.push(
			'BERGULIR_DEMO is on in production; the demo has known passwords, so set it to off.',
		);
	}
	if (demo === 'on' && !loopback.has(host)) {
		faults.push(`HOST is "${host}" with the demo on; the demo listens on 127.0.0.1 alone.`);
	}
	const dataDirectory = environment.BERGULIR_DATA_DIR ?? '.data';
	const config: Config = {
		host,
		port: readPort(environment.PORT ?? '3000', faults),
		publicUrl: readPublicUrl(environment, faults),
		database:
			url === undefined
				? {kind: 'embedded', directory: dataDirectory}
				: {kind: 'external', url, ownerUrl: environment.DATABASE_OWNER_URL},
		hasDemo: demo === 'on',
		timeZone: readTimeZone(environment.BERGULIR_TIME_ZONE ?? 'Asia/Jakarta', faults),
		logLevel: choose('LOG_LEVEL', logLevels, isProduction ? 'info' : 'warn'),
		isProduction,
		isCookieSecure: isProduction || !loopback.has(host),
		keyFile: environment.BERGULIR_KEY_FILE ?? path.join(dataDirectory, 'signing-key.pem'),
		checkpointMinutes: readMinutes(environment.BERGULIR_CHECKPOINT_MINUTES ?? '15', faults),
		mail: readMail(environment, faults),
	};
	checkUrl('DATABASE_URL', url, faults);
	checkUrl('DATABASE_OWNER_URL', environment.DATABASE_OWNER_URL, faults);
	if (faults.length > 0) throw new StartupFailure(faults.join('\n'));
	return Object.freeze(config);
}

function readPort(text: string, faults: string[]): number {
	const port = Number.parseInt(text, 10);
	if (!/^\d{1,5}$/.test(text) || port > 65_535) {
		faults.push(`PORT is "${text}"; it must be a whole number from 0 to 65535.`);
	}
	return port;
}

function readPublicUrl({BERGULIR_PUBLIC_URL: url, PORT}: Environment, faults: string[]): string {
	if (url === undefined) return `http://127.0.0.1:${PORT ?? '3000'}`;
	const isPlain = /^https?:\/\/[^/?#@\s]+(?:\/[^?#@\s]*)?$/.test(url) && URL.canParse(url);
	if (!isPlain) {
		faults.push(
			`BERGULIR_PUBLIC_URL is "${url}"; it must be an address such as https://dana.example.go.id.`,
		);
	}
	return url.replace(/\/+$/u, '');
}

function readMinutes(text: string, faults: string[]): number {
	const minutes = Number.parseInt(text, 10);
	if (!/^\d{1,5}$/.test(text) || minutes > 10_080) {
		faults.push(
			`BERGULIR_CHECKPOINT_MINUTES is "${text}"; it must be a whole number from 0 (never) to 10080.`,
		);
	}
	return minutes;
}

function readTimeZone(name: string, faults: string[]): string {
	try {
		new Intl.DateTimeFormat('en-CA', {timeZone: name});
	} catch {
		faults.push(`BERGULIR_TIME_ZONE is "${name}"; it must be a zone such as Asia/Jakarta.`);
	}
	return name;
}

// The value is not shown: it holds a password.
function checkUrl(name: string, value: string | undefined, faults: string[]): void {
	if (value === undefined) return;
	const isPostgres = /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
	if (!isPostgres)
		faults.push(`${name} must be a URL such as postgres://user:password@host:5432/database.`);
}

// The server's URL is not shown: it may hold a password.
function readMail(environment: Environment, faults: string[]): Config['mail'] {
	const {BERGULIR_SMTP_URL: smtpUrl, BERGULIR_MAIL_FROM: from} = environment;
	if (smtpUrl === undefined) return undefined;
	if (!/^smtps?:\/\//.test(smtpUrl) || !URL.canParse(smtpUrl)) {
		faults.push('BERGULIR_SMTP_URL must be a URL such as smtp://user:password@host:587.');
	}
	if (from === undefined || !isEmailAddress(from)) {
		faults.push(
			`BERGULIR_MAIL_FROM is "${from ?? ''}"; mail needs a sender such as bergulir@kota.example.`,
		);
	}
	return {smtpUrl, from: from ?? ''};
}
