import test from 'ava';
import {buildSecret, previousUntil, secretAbout} from '../../src/webhooks/webhook.ts';

test('a secret is thirty-two bytes as Standard Webhooks writes them', (t) => {
	t.is(
		buildSecret((size) => new Uint8Array(size)),
		'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
	);
});

test('a replaced secret holds for a day, and is sealed for its webhook alone', (t) => {
	t.is(previousUntil(new Date('2026-03-31T05:00:00Z')).toISOString(), '2026-04-01T05:00:00.000Z');
	t.not(secretAbout('a'), secretAbout('b'));
});
