import test from 'ava';
import {productionFaults} from '../src/production.ts';

const key = Buffer.from(Array.from({length: 32}, (_, index) => index)).toString('base64');
const safe = {
	BERGULIR_PUBLIC_URL: 'https://dana.example.go.id',
	BERGULIR_SECRET_KEYS: key,
	DATABASE_URL: 'postgres://bergulir_service:pZ3vLQ0sXr8yTn5wKd2h@db/bergulir',
	DATABASE_OWNER_URL: 'postgres://owner:Hf7uB1mWq9xCe4jRz6t0@db/bergulir',
};

test('what is safe has no fault', (t) => {
	t.deepEqual(productionFaults(safe), []);
	const {DATABASE_URL: _, DATABASE_OWNER_URL: __, ...embedded} = safe;
	t.deepEqual(productionFaults(embedded), []);
	t.deepEqual(productionFaults({...safe, DATABASE_URL: 'postgresql:///bergulir'}), []);
	t.deepEqual(productionFaults({...safe, DATABASE_READ_URL: 'postgres://siaga/bergulir'}), []);
	const several = 'postgres://bergulir_service:pZ3vLQ0sXr8yTn5wKd2h@one:5432,two:5432/bergulir';
	t.deepEqual(productionFaults({...safe, DATABASE_URL: several}), []);
	t.regex(
		productionFaults({...safe, DATABASE_URL: several.replace('pZ3vLQ0sXr8yTn5wKd2h', 'x')}).join(),
		/DATABASE_URL has a password that is short/u,
	);
});

test('a secret for the provider that can be guessed is not safe', (t) => {
	const faults = (secret: string) =>
		productionFaults({...safe, BERGULIR_OIDC_CLIENT_SECRET: secret});
	t.deepEqual(faults('pZ3vLQ0sXr8yTn5w'), []);
	const [fault] = faults('pZ3vLQ0sXr8yTn5');
	t.regex(fault!, /^BERGULIR_OIDC_CLIENT_SECRET .*must have 16/u);
	t.false(fault!.includes('pZ3vLQ0s'));
});

test('everything unsafe is told at once, each with what would be right, and no secret', (t) => {
	const faults = productionFaults({
		BERGULIR_DEMO: 'on',
		BERGULIR_PUBLIC_URL: 'http://dana.example.go.id',
		BERGULIR_RATE_LIMITS: 'off',
		BERGULIR_SECOND_FACTOR: 'optional',
		DATABASE_URL: 'postgres://bergulir:Bergulir-2026-xyz@db/bergulir',
		DATABASE_OWNER_URL: 'postgres://owner:kE8d2@db/bergulir',
	});
	t.deepEqual(
		faults.map((fault) => fault.split(/[ ;:]/u)[0]),
		[
			'BERGULIR_DEMO',
			'BERGULIR_PUBLIC_URL',
			'BERGULIR_SECRET_KEYS',
			'BERGULIR_RATE_LIMITS',
			'BERGULIR_SECOND_FACTOR',
			'DATABASE_URL',
			'DATABASE_OWNER_URL',
		],
	);
	for (const fault of faults) t.regex(fault, /set it to|must|leave it out/u);
	t.notRegex(faults.join('\n'), /2026-xyz|kE8d2/u);
	t.true(faults[1]!.includes('"http://dana.example.go.id"'));
});

test('a password of the database that anyone would try first is refused', (t) => {
	const told = (password: string, user = 'owner') =>
		productionFaults({...safe, DATABASE_URL: `postgres://${user}:${password}@db/dana`}).join();
	t.regex(told('postgres'), /is obvious/u);
	t.regex(told('Postgres12345678901'), /is obvious/u);
	t.regex(told('changeme-changeme-changeme'), /is obvious/u);
	t.regex(told('siti-rahma-2026-2026', 'siti-rahma'), /is obvious/u);
	t.regex(told('%70assword-and-some-more'), /is obvious/u);
	t.regex(told('dana-dana-dana-dana'), /is obvious/u);
	t.regex(told('x7Kq2mZp'), /is short/u);
	t.regex(told(''), /is missing/u);
	t.is(told('x7Kq2mZpx7Kq2mZp'), '');
});
