import type {IncomingMessage} from 'node:http';
import test from 'ava';
import {createBodyBudget} from '../../src/http/body-budget.ts';

const request = (length?: string): IncomingMessage =>
	({
		headers: length === undefined ? {} : {'content-length': length},
		resume: () => undefined,
	}) as unknown as IncomingMessage;

test('large bodies are let in up to the budget, and again when one has ended', (t) => {
	const budget = createBodyBudget(100);
	const giveBack = budget.take(request('60'), 200);
	budget.take(request('40'), 200);
	t.throws(() => budget.take(request('1'), 200), {code: 'server/busy'});
	giveBack();
	t.notThrows(() => budget.take(request('60'), 200));
});

test('one alone is let in, however large; without a length it counts as the largest', (t) => {
	const budget = createBodyBudget(100);
	const giveBack = budget.take(request(), 200);
	t.throws(() => budget.take(request('1'), 200), {code: 'server/busy'});
	giveBack();
	t.notThrows(() => budget.take(request('100'), 200));
});
