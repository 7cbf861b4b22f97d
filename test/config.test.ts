import test from 'ava';
import {readConfig} from '../src/config.ts';
import {StartupFailure} from '../src/db/startup-failure.ts';

test('without an environment: embedded, with the demo, on loopback', (t) => {
	t.deepEqual(readConfig({}), {
		host: '127.0.0.1',
		port: 3000,
		database: {kind: 'embedded', directory: '.data'},
		hasDemo: true,
		timeZone: 'Asia/Jakarta',
		logLevel: 'warn',
		isProduction: false,
		isCookieSecure: false,
		keyFile: '.data/signing-key.pem',
		secretKeys: [],
		secretKeyFile: '.data/secret-key',
		isSecondFactorRequired: false,
		rateLimits: {address: 120_000, user: 120_000, public: 12_000, guess: 600},
		patience: {reportSeconds: 5, readSeconds: 60},
		trustedProxies: [],
		checkpointMinutes: 15,
		dataDirectory: '.data',
		diskFreeBytesMin: 512_000_000,
		hasNightlyProvisions: false,
		traces: undefined,
		openId: undefined,
		mail: undefined,
		webhooks: {isHttpsOnly: false, allowedHosts: []},
		publicUrl: 'http://127.0.0.1:3000',
	});
});

test('what is watched is set, or refused with what would be right', (t) => {
	const set = readConfig({
		BERGULIR_DATA_DIR: '/srv/b',
		BERGULIR_DISK_FREE_MB: '2048',
		BERGULIR_NIGHTLY_PROVISIONS: 'on',
		OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
		OTEL_SERVICE_NAME: 'dana-kota',
	});
	t.is(set.dataDirectory, '/srv/b');
	t.is(set.diskFreeBytesMin, 2_048_000_000);
	t.true(set.hasNightlyProvisions);
	t.deepEqual(set.traces, {endpoint: 'http://127.0.0.1:4318', serviceName: 'dana-kota'});
	t.is(readConfig({OTEL_EXPORTER_OTLP_ENDPOINT: ''}).traces, undefined);
	const error = t.throws(
		() =>
			readConfig({
				BERGULIR_DISK_FREE_MB: 'banyak',
				BERGULIR_NIGHTLY_PROVISIONS: 'ya',
				OTEL_EXPORTER_OTLP_ENDPOINT: 'grpc://rahasia@host',
			}),
		{instanceOf: StartupFailure},
	);
	t.regex(error.message, /BERGULIR_DISK_FREE_MB is "banyak"/u);
	t.regex(error.message, /BERGULIR_NIGHTLY_PROVISIONS is "ya"/u);
	t.regex(error.message, /OTEL_EXPORTER_OTLP_ENDPOINT must be/u);
	t.false(error.message.includes('rahasia'), 'it may hold a password');
});

test('the signing key lies with the data unless it is put elsewhere', (t) => {
	t.is(readConfig({BERGULIR_DATA_DIR: '/srv/b'}).keyFile, '/srv/b/signing-key.pem');
	const elsewhere = {BERGULIR_DATA_DIR: '/srv/b', BERGULIR_KEY_FILE: '/run/secrets/key.pem'};
	t.is(readConfig(elsewhere).keyFile, '/run/secrets/key.pem');
});

test('a report is waited for as long as is said, and never without end', (t) => {
	const said = {BERGULIR_REPORT_SECONDS: '20', BERGULIR_READ_SECONDS: '300'};
	t.deepEqual(readConfig(said).patience, {reportSeconds: 20, readSeconds: 300});
	for (const wrong of ['0', '', 'soon', '3601', '-1']) {
		t.throws(() => readConfig({BERGULIR_REPORT_SECONDS: wrong}), {
			instanceOf: StartupFailure,
			message: /BERGULIR_REPORT_SECONDS/,
		});
	}
});

test('receipts lead to where the world reaches the service', (t) => {
	t.is(readConfig({PORT: '8080'}).publicUrl, 'http://127.0.0.1:8080');
	const told = {BERGULIR_PUBLIC_URL: 'https://dana.example.go.id/'};
	t.is(readConfig(told).publicUrl, 'https://dana.example.go.id');
	for (const wrong of ['', 'dana.example', 'ftp://a', 'https://', 'https://a/b#c', 'https://u@a']) {
		t.throws(() => readConfig({BERGULIR_PUBLIC_URL: wrong}), {
			instanceOf: StartupFailure,
			message: /BERGULIR_PUBLIC_URL/,
		});
	}
});

test('a provider to sign in at is set up whole, or not at all', (t) => {
	const whole = {
		BERGULIR_OIDC_ISSUER: 'https://masuk.kota.example',
		BERGULIR_OIDC_CLIENT_ID: 'bergulir',
		BERGULIR_OIDC_CLIENT_SECRET: 'rahasia-sekali-9182',
	};
	t.deepEqual(readConfig(whole).openId, {
		issuer: 'https://masuk.kota.example',
		clientId: 'bergulir',
		clientSecret: 'rahasia-sekali-9182',
	});
	for (const name of Object.keys(whole)) {
		const error = t.throws(() => readConfig({...whole, [name]: undefined}), {
			instanceOf: StartupFailure,
			message: /BERGULIR_OIDC_ISSUER.*set all three/u,
		});
		t.false(error.message.includes('rahasia'));
	}
	for (const wrong of [
		'masuk.kota.example',
		'http://masuk.kota.example',
		'https://a?b',
		'https://u@a',
	]) {
		t.throws(() => readConfig({...whole, BERGULIR_OIDC_ISSUER: wrong}), {
			instanceOf: StartupFailure,
			message: /BERGULIR_OIDC_ISSUER is/u,
		});
	}
});

test('checkpoints are taken every so many minutes, or never', (t) => {
	t.is(readConfig({BERGULIR_CHECKPOINT_MINUTES: '0'}).checkpointMinutes, 0);
	t.is(readConfig({BERGULIR_CHECKPOINT_MINUTES: '1440'}).checkpointMinutes, 1440);
	for (const wrong of ['-1', '1.5', 'often', '10081', '']) {
		t.throws(() => readConfig({BERGULIR_CHECKPOINT_MINUTES: wrong}), {
			instanceOf: StartupFailure,
			message: /BERGULIR_CHECKPOINT_MINUTES/,
		});
	}
});

test('a database of your own has no demo unless it is asked for', (t) => {
	const url = 'postgres://a:b@db.example/bergulir';
	t.like(readConfig({DATABASE_URL: url}), {
		database: {kind: 'external', url, ownerUrl: undefined},
		hasDemo: false,
	});
	t.true(readConfig({DATABASE_URL: url, BERGULIR_DEMO: 'on'}).hasDemo);
});

test('a database may be several servers, and have a replica for reports', (t) => {
	const url = 'postgres://a:b@one:5432,two:5432/bergulir';
	const readUrl = 'postgres://two/bergulir';
	t.like(readConfig({DATABASE_URL: url, DATABASE_READ_URL: readUrl}), {
		database: {kind: 'external', url, ownerUrl: undefined, readUrl},
	});
	t.throws(() => readConfig({DATABASE_READ_URL: readUrl}), {
		instanceOf: StartupFailure,
		message: /DATABASE_READ_URL names a replica of DATABASE_URL, which is not set/u,
	});
	for (const wrong of ['mysql://two/bergulir', 'postgres://one,/bergulir', 'two']) {
		const error = t.throws(() => readConfig({DATABASE_URL: url, DATABASE_READ_URL: wrong}), {
			instanceOf: StartupFailure,
		});
		t.regex(error.message, /DATABASE_READ_URL must be a URL/u);
	}
});

const key = Buffer.from(Array.from({length: 32}, (_, index) => index)).toString('base64');
const production = {
	NODE_ENV: 'production',
	BERGULIR_PUBLIC_URL: 'https://dana.example.go.id',
	BERGULIR_SECRET_KEYS: key,
};

test('webhooks go to the public internet, and to hosts that are named', (t) => {
	const {webhooks} = readConfig({
		...production,
		BERGULIR_WEBHOOK_HOSTS: 'hook.lan, 10.0.0.5',
	});
	t.deepEqual(webhooks, {isHttpsOnly: true, allowedHosts: ['hook.lan', '10.0.0.5']});
	t.throws(() => readConfig({BERGULIR_WEBHOOK_HOSTS: 'http://hook.lan/'}), {
		message: /BERGULIR_WEBHOOK_HOSTS/,
	});
});

test('production has no demo, refuses it, and sends cookies over TLS only', (t) => {
	t.like(readConfig(production), {
		isSecondFactorRequired: true,
		rateLimits: {address: 6000, user: 3000, public: 600, guess: 60},
		hasDemo: false,
		isCookieSecure: true,
		logLevel: 'info',
	});
	t.throws(() => readConfig({...production, BERGULIR_DEMO: 'on'}), {
		instanceOf: StartupFailure,
		message: /known passwords/,
	});
});

test('the demo listens on this machine alone', (t) => {
	t.throws(() => readConfig({HOST: '0.0.0.0'}), {
		instanceOf: StartupFailure,
		message: /127\.0\.0\.1 alone/,
	});
	t.like(readConfig({HOST: '0.0.0.0', BERGULIR_DEMO: 'off'}), {isCookieSecure: true});
});

test('mail is sent where a server and a sender are named, and the password is not shown', (t) => {
	const smtpUrl = 'smtps://bergulir:rahasia-sekali@mail.example:465';
	const from = 'bergulir@kota.example';
	const named = {BERGULIR_SMTP_URL: smtpUrl, BERGULIR_MAIL_FROM: from};
	t.deepEqual(readConfig(named).mail, {smtpUrl, from});
	const wrong = {BERGULIR_SMTP_URL: 'bergulir:rahasia-sekali@mail.example'};
	const error = t.throws(() => readConfig(wrong), {instanceOf: StartupFailure});
	t.regex(error.message, /BERGULIR_SMTP_URL/);
	t.regex(error.message, /BERGULIR_MAIL_FROM/);
	t.notRegex(error.message, /rahasia/);
});

test('without the demo a second factor is required unless it is said otherwise', (t) => {
	t.true(readConfig({BERGULIR_DEMO: 'off'}).isSecondFactorRequired);
	t.false(
		readConfig({BERGULIR_DEMO: 'off', BERGULIR_SECOND_FACTOR: 'optional'}).isSecondFactorRequired,
	);
	t.true(readConfig({BERGULIR_SECOND_FACTOR: 'required'}).isSecondFactorRequired);
});

test('limits are named one by one, or off', (t) => {
	t.is(readConfig({BERGULIR_RATE_LIMITS: 'off'}).rateLimits, undefined);
	t.deepEqual(readConfig({...production, BERGULIR_RATE_LIMITS: 'user=5, guess=7'}).rateLimits, {
		address: 6000,
		user: 5,
		public: 600,
		guess: 7,
	});
	for (const wrong of ['', 'on', 'user', 'user=0', 'user=-1', 'toString=5', 'user=1.5', 'all=5']) {
		t.throws(() => readConfig({BERGULIR_RATE_LIMITS: wrong}), {
			instanceOf: StartupFailure,
			message: /^BERGULIR_RATE_LIMITS has ".*"; it must be off, or /u,
		});
	}
});

test('proxies are addresses or networks', (t) => {
	const BERGULIR_TRUSTED_PROXIES = '10.0.0.0/8, loopback';
	t.deepEqual(readConfig({BERGULIR_TRUSTED_PROXIES}).trustedProxies, ['10.0.0.0/8', 'loopback']);
	t.throws(() => readConfig({BERGULIR_TRUSTED_PROXIES: 'proxy.example,*'}), {
		message: /has "proxy\.example".*\n.*has "\*"/u,
	});
});

test('keys of secrets are told by their number, never shown', (t) => {
	t.is(readConfig({BERGULIR_SECRET_KEYS: `${key}, ${key}`}).secretKeys.length, 2);
	const error = t.throws(() => readConfig({BERGULIR_SECRET_KEYS: `${key},rahasia-sekali`}), {
		instanceOf: StartupFailure,
	});
	t.regex(error.message, /^BERGULIR_SECRET_KEYS: key 2 is not 32 random bytes in base64/u);
	t.false(error.message.includes('rahasia-sekali') || error.message.includes(key));
});
