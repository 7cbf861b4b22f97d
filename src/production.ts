import {isServersUrl, serversOf} from './db/servers.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const passwordLengthMin = 16;
const obvious = [
	'bergulir',
	'postgres',
	'password',
	'passw0rd',
	'secret',
	'rahasia',
	'admin',
	'changeme',
	'example',
	'qwerty',
	'123456',
];

/**
 * What of the environment is not safe where it counts, each with its variable, its value unless
 * that is a secret, and what would be right. Empty when nothing is.
 */
export function productionFaults(environment: Environment): string[] {
	const faults: string[] = [];
	const {BERGULIR_DEMO: demo, BERGULIR_PUBLIC_URL: publicUrl} = environment;
	if (demo === 'on') {
		faults.push(
			'BERGULIR_DEMO is on in production; the demo has known passwords, so set it to off.',
		);
	}
	if (publicUrl === undefined) {
		faults.push(
			'BERGULIR_PUBLIC_URL is not set; in production it must be where people reach the service, ' +
				'such as https://dana.example.go.id.',
		);
	} else if (publicUrl.startsWith('http:')) {
		faults.push(
			`BERGULIR_PUBLIC_URL is "${publicUrl}"; in production it must begin with https://, for ` +
				'passwords and sessions pass there.',
		);
	}
	if (environment.BERGULIR_SECRET_KEYS === undefined) {
		faults.push(
			'BERGULIR_SECRET_KEYS is not set; in production it must hold a key of 32 random bytes in ' +
				'base64, kept apart from the database: make one with `openssl rand -base64 32`.',
		);
	}
	if (environment.BERGULIR_RATE_LIMITS === 'off') {
		faults.push(
			'BERGULIR_RATE_LIMITS is "off"; in production requests are counted: leave it out, or name ' +
				'limits such as user=3000,public=600.',
		);
	}
	if (environment.BERGULIR_SECOND_FACTOR === 'optional') {
		faults.push(
			'BERGULIR_SECOND_FACTOR is "optional"; in production it must be required, for who approves ' +
				'and who lets others in.',
		);
	}
	const {BERGULIR_OIDC_CLIENT_SECRET: clientSecret} = environment;
	if (clientSecret !== undefined && clientSecret.length < passwordLengthMin) {
		faults.push(
			`BERGULIR_OIDC_CLIENT_SECRET is short; it must have ${passwordLengthMin} random characters ` +
				'or more: let the provider make another.',
		);
	}
	for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_READ_URL'] as const) {
		const why = weakPassword(environment[name]);
		// A replica without a login of its own is signed in to as the primary is.
		if (why === undefined || (name === 'DATABASE_READ_URL' && why === 'is missing')) continue;
		faults.push(
			`${name} has a password that ${why}; it must have ${passwordLengthMin} random characters ` +
				'or more: make one with `openssl rand -base64 24`.',
		);
	}
	return faults;
}

/** Why the password of a database's address is none. The password itself is never told. */
function weakPassword(url: string | undefined): string | undefined {
	// What is no address of a PostgreSQL at all is told elsewhere.
	if (url === undefined || !isServersUrl(url)) return undefined;
	const {password: written, username, pathname, hostname} = new URL(serversOf(url)[0]);
	// Without one the server knows by other means who asks: a socket of its own machine.
	if (written === '') return hostname === '' ? undefined : 'is missing';
	const password = decoded(written).toLowerCase();
	const known = [...obvious, decoded(username).toLowerCase(), pathname.slice(1).toLowerCase()];
	if (known.some((word) => word.length > 2 && password.startsWith(word))) return 'is obvious';
	return password.length < passwordLengthMin ? 'is short' : undefined;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
