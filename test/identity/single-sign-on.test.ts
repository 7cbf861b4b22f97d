import test from 'ava';
import {
	decideSubject,
	flowAbout,
	openIdEnd,
	openIdSecret,
} from '../../src/identity/single-sign-on.ts';
import {DomainError} from '../../src/kernel/errors.ts';

test('a sign-in at the provider has ten minutes', (t) => {
	t.is(openIdEnd(new Date('2026-03-31T05:00:00Z')).toISOString(), '2026-03-31T05:10:00.000Z');
});

test('its secrets are 256 bits, and a flow is sealed to its own state', (t) => {
	t.is(
		openIdSecret((size) => new Uint8Array(size).fill(255)),
		`${'_'.repeat(42)}8`,
	);
	t.not(flowAbout('a'), flowAbout('b'));
	t.regex(flowAbout('a'), /^openid:[0-9a-f]{64}$/u);
});

test('a subject is what a provider calls somebody, and never an e-mail address', (t) => {
	t.is(decideSubject('248289761001'), '248289761001');
	for (const wrong of ['', 'siti@kota.example', 'dua kata', 'é', 'x'.repeat(256)]) {
		const error = t.throws(() => decideSubject(wrong), {instanceOf: DomainError});
		t.is(error.code, 'identity/subject-malformed', wrong);
	}
});
