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
	});
});

test('a database of your own has no demo unless it is asked for', (t) => {
	const url = 'postgres://a:b@db.example/bergulir';
	t.like(readConfig({DATABASE_URL: url}), {
		database: {kind: 'external', url, ownerUrl: undefined},
		hasDemo: false,
	});
	t.true(readConfig({DATABASE_URL: url, BERGULIR_DEMO: 'on'}).hasDemo);
});

test('production has no demo, refuses it, and sends cookies over TLS only', (t) => {
	t.like(readConfig({NODE_ENV: 'production'}), {
		hasDemo: false,
		isCookieSecure: true,
		logLevel: 'info',
	});
	t.throws(() => readConfig({NODE_ENV: 'production', BERGULIR_DEMO: 'on'}), {
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
