import path from 'node:path';
import {isServersUrl} from './db/servers.ts';
import {StartupFailure} from './db/startup-failure.ts';
import type {Patience} from './http/preference.ts';
import {isProxy} from './http/proxies.ts';
import {type RateLimits, rateKinds} from './http/rate-limits.ts';
import {isEmailAddress} from './kernel/email-address.ts';
import {readSecretKey} from './kernel/secret-box.ts';
import {productionFaults} from './production.ts';

/** What the environment says, checked once, at the start. */
export type Config = {
	readonly host: string;
	readonly port: number;
	/** Where the world reaches the service, for receipts and mail; without a slash at its end. */
	readonly publicUrl: string;
	readonly database:
		| {readonly kind: 'embedded'; readonly directory: string}
		| {
				readonly kind: 'external';
				readonly url: string;
				readonly ownerUrl: string | undefined;
				/** Of a replica, for reports. */
				readonly readUrl: string | undefined;
		  };
	/** Whether an empty database is filled with the demo city. */
	readonly hasDemo: boolean;
	readonly timeZone: string;
	readonly logLevel: string;
	readonly isProduction: boolean;
	/** False only where the service is reached over plain HTTP on the loopback address. */
	readonly isCookieSecure: boolean;
	/** Where the key that checkpoints are signed with lies. */
	readonly keyFile: string;
	/** By which secrets are encrypted, the first one; empty for the one in the data directory. */
	readonly secretKeys: readonly Uint8Array[];
	/** Where the key lies that secrets are encrypted with when none is named. */
	readonly secretKeyFile: string;
	/** Whether who approves and who lets others in must have a second factor. */
	readonly isSecondFactorRequired: boolean;
	/** How many requests in a minute; undefined for as many as come. */
	readonly rateLimits: RateLimits | undefined;
	/** How long is waited for an answer. */
	readonly patience: Patience;
	/** Whose word is taken for where a request came from. */
	readonly trustedProxies: readonly string[];
	/** Where what is kept on this machine's disk lies. */
	readonly dataDirectory: string;
	/** With less free there the service says that it is not ready. */
	readonly diskFreeBytesMin: number;
	/** Whether the provisions of a month are booked by themselves when it has ended. */
	readonly hasNightlyProvisions: boolean;
	/** Where traces are sent to, and under which name; without it there are none. */
	readonly traces: {readonly endpoint: string; readonly serviceName: string} | undefined;
	/** How often a checkpoint is taken while the service runs; zero is never. */
	readonly checkpointMinutes: number;
	/** Where webhooks may be sent to. */
	readonly webhooks: {readonly isHttpsOnly: boolean; readonly allowedHosts: readonly string[]};
	/** Where people may sign in by OpenID Connect; without it by password alone. */
	readonly openId:
		{readonly issuer: string; readonly clientId: string; readonly clientSecret: string} | undefined;
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
	if (demo === 'on' && !loopback.has(host)) {
		faults.push(`HOST is "${host}" with the demo on; the demo listens on 127.0.0.1 alone.`);
	}
	const secondFactor = choose(
		'BERGULIR_SECOND_FACTOR',
		['required', 'optional'],
		demo === 'on' ? 'optional' : 'required',
	);
	const dataDirectory = environment.BERGULIR_DATA_DIR ?? '.data';
	const config: Config = {
		host,
		port: readPort(environment.PORT ?? '3000', faults),
		publicUrl: readPublicUrl(environment, faults),
		database:
			url === undefined
				? {kind: 'embedded', directory: dataDirectory}
				: {
						kind: 'external',
						url,
						ownerUrl: environment.DATABASE_OWNER_URL,
						readUrl: environment.DATABASE_READ_URL,
					},
		hasDemo: demo === 'on',
		timeZone: readTimeZone(environment.BERGULIR_TIME_ZONE ?? 'Asia/Jakarta', faults),
		logLevel: choose('LOG_LEVEL', logLevels, isProduction ? 'info' : 'warn'),
		isProduction,
		isCookieSecure: isProduction || !loopback.has(host),
		keyFile: environment.BERGULIR_KEY_FILE ?? path.join(dataDirectory, 'signing-key.pem'),
		secretKeys: readSecretKeys(environment.BERGULIR_SECRET_KEYS, faults),
		secretKeyFile: path.join(dataDirectory, 'secret-key'),
		isSecondFactorRequired: secondFactor === 'required',
		rateLimits: readRateLimits(environment.BERGULIR_RATE_LIMITS, isProduction, faults),
		patience: readPatience(environment, faults),
		trustedProxies: readProxies(environment.BERGULIR_TRUSTED_PROXIES, faults),
		dataDirectory,
		diskFreeBytesMin: readMegabytes(environment.BERGULIR_DISK_FREE_MB ?? '512', faults),
		hasNightlyProvisions: choose('BERGULIR_NIGHTLY_PROVISIONS', ['on', 'off'], 'off') === 'on',
		traces: readTraces(environment, faults),
		checkpointMinutes: readMinutes(environment.BERGULIR_CHECKPOINT_MINUTES ?? '15', faults),
		webhooks: {
			isHttpsOnly: isProduction,
			allowedHosts: readHosts(environment.BERGULIR_WEBHOOK_HOSTS ?? '', faults),
		},
		openId: readOpenId(environment, faults),
		mail: readMail(environment, faults),
	};
	checkUrls(environment, faults);
	if (isProduction) faults.push(...productionFaults(environment));
	if (faults.length > 0) throw new StartupFailure(faults.join('\n'));
	return Object.freeze(config);
}

function checkUrls(environment: Environment, faults: string[]): void {
	for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_READ_URL'] as const) {
		checkUrl(name, environment[name], faults);
	}
	if (environment.DATABASE_URL !== undefined || environment.DATABASE_READ_URL === undefined) return;
	faults.push('DATABASE_READ_URL names a replica of DATABASE_URL, which is not set.');
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
	return url.endsWith('/') ? url.slice(0, -1) : url;
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

function readMegabytes(text: string, faults: string[]): number {
	const megabytes = Number.parseInt(text, 10);
	if (!/^\d{1,7}$/.test(text)) {
		faults.push(
			`BERGULIR_DISK_FREE_MB is "${text}"; it must be a whole number of megabytes, 0 for none.`,
		);
	}
	return megabytes * 1_000_000;
}

// The address is not shown: it may hold a password.
function readTraces(
	{OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName}: Environment,
	faults: string[],
): Config['traces'] {
	if (endpoint === undefined || endpoint === '') return undefined;
	if (!/^https?:\/\//u.test(endpoint) || !URL.canParse(endpoint)) {
		faults.push(
			'OTEL_EXPORTER_OTLP_ENDPOINT must be the address of a collector that takes OTLP over HTTP, ' +
				'such as http://127.0.0.1:4318.',
		);
	}
	return {endpoint, serviceName: serviceName ?? 'bergulir'};
}

function readPatience(environment: Environment, faults: string[]): Patience {
	const read = (name: string, otherwise: string): number => {
		const text = environment[name] ?? otherwise;
		const seconds = Number.parseInt(text, 10);
		if (!/^\d{1,4}$/.test(text) || seconds < 1 || seconds > 3600) {
			faults.push(`${name} is "${text}"; it must be a whole number of seconds from 1 to 3600.`);
		}
		return seconds;
	};
	return {
		reportSeconds: read('BERGULIR_REPORT_SECONDS', '5'),
		readSeconds: read('BERGULIR_READ_SECONDS', '60'),
	};
}

function readHosts(text: string, faults: string[]): string[] {
	const hosts = text.split(',').map((host) => host.trim().toLowerCase());
	const named = hosts.filter((host) => host !== '');
	if (!named.every((host) => /^[a-z0-9.:-]+$/u.test(host))) {
		faults.push(
			`BERGULIR_WEBHOOK_HOSTS is "${text}"; it must be names of hosts, parted by commas.`,
		);
	}
	return named;
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
	if (!isServersUrl(value))
		faults.push(`${name} must be a URL such as postgres://user:password@host:5432/database.`);
}

// The secret is not shown.
function readOpenId(environment: Environment, faults: string[]): Config['openId'] {
	const {
		BERGULIR_OIDC_ISSUER: issuer,
		BERGULIR_OIDC_CLIENT_ID: clientId,
		BERGULIR_OIDC_CLIENT_SECRET: clientSecret,
	} = environment;
	if ([issuer, clientId, clientSecret].every((value) => value === undefined)) return undefined;
	if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
		faults.push(
			'BERGULIR_OIDC_ISSUER, BERGULIR_OIDC_CLIENT_ID and BERGULIR_OIDC_CLIENT_SECRET go ' +
				'together; set all three, or none.',
		);
		return undefined;
	}
	if (!/^https:\/\/[^?#@\s]+$/u.test(issuer) || !URL.canParse(issuer)) {
		faults.push(
			`BERGULIR_OIDC_ISSUER is "${issuer}"; it must be the provider's own name over https, ` +
				'such as https://masuk.kota.example.',
		);
	}
	return {issuer, clientId, clientSecret};
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

// The keys themselves are not shown, only which of them is wrong.
function readSecretKeys(text: string | undefined, faults: string[]): Uint8Array[] {
	if (text === undefined) return [];
	return text.split(',').flatMap((part, index) => {
		const key = readSecretKey(part.trim());
		if (key) return [key];
		faults.push(
			`BERGULIR_SECRET_KEYS: key ${index + 1} is not 32 random bytes in base64; make one with ` +
				'`openssl rand -base64 32` and part several by commas, the newest first.',
		);
		return [];
	});
}

/** Outside production one is alone with it, and tries what it can do. */
const strictLimits: RateLimits = {address: 6000, user: 3000, public: 600, guess: 60};
const looseLimits: RateLimits = {address: 120_000, user: 120_000, public: 12_000, guess: 600};

function readRateLimits(
	text: string | undefined,
	isProduction: boolean,
	faults: string[],
): RateLimits | undefined {
	const usual = isProduction ? strictLimits : looseLimits;
	if (text === undefined) return usual;
	if (text === 'off') return undefined;
	const limits: Record<string, number> = {...usual};
	for (const part of text.split(',')) {
		const [, kind = '', count = ''] = /^\s*([a-z]+)=(\d{1,7})\s*$/u.exec(part) ?? [];
		const limit = Number.parseInt(count, 10);
		if (!Object.hasOwn(usual, kind) || !(limit > 0)) {
			faults.push(
				`BERGULIR_RATE_LIMITS has "${part.trim()}"; it must be off, or requests a minute such as ` +
					`user=3000,public=600, of ${rateKinds.join(', ')}.`,
			);
			continue;
		}
		limits[kind] = limit;
	}
	return limits as RateLimits;
}

function readProxies(text: string | undefined, faults: string[]): string[] {
	if (text === undefined || text.trim() === '') return [];
	const proxies = text.split(',').map((part) => part.trim());
	for (const proxy of proxies.filter((named) => !isProxy(named))) {
		faults.push(
			`BERGULIR_TRUSTED_PROXIES has "${proxy}"; it must be an address, a network such as ` +
				'10.0.0.0/8, or loopback, linklocal or uniquelocal.',
		);
	}
	return proxies;
}
