import test from 'ava';
import {noTracing} from '../../src/kernel/tracing.ts';

test('without anybody to tell, work runs as it is', async (t) => {
	const told = {name: 'POST /v1/loans', kind: 'server'} as const;
	const outcome = await noTracing.span(told, async (span) => {
		span.rename('other');
		span.tell({count: 1});
		span.fail('a/code');
		t.is(noTracing.here(), undefined);
		return 7;
	});
	t.is(outcome, 7);
	t.is(
		noTracing.apart(() => 8),
		8,
	);
	noTracing.begin(told)('failed');
	const failing = noTracing.span(told, async () => Promise.reject(new Error('as it is')));
	await t.throwsAsync(failing, {message: 'as it is'});
});
