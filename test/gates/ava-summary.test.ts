import path from 'node:path';
import {pathToFileURL} from 'node:url';
import test from 'ava';

type Summary = {readonly passed: number; readonly failed: number; readonly skipped: number};

const {readSummary} = (await import(pathToFileURL(path.resolve('.ci/ava-summary.js')).href)) as {
	readSummary: (text: string) => Summary;
};

test('a run in which all passed is read from its last lines', (t) => {
	const text = '  ✔ kernel › money › adds\n  ✔ kernel › rate › scales\n  ─\n\n  2 tests passed\n';
	t.deepEqual(readSummary(text), {passed: 2, failed: 0, skipped: 0});
});

test('where one failed the passed ones are counted by their lines', (t) => {
	const text = '  ✔ money › adds\n  ✘ [fail]: money › subtracts\n  ─\n\n  1 test failed\n';
	t.deepEqual(readSummary(text), {passed: 1, failed: 1, skipped: 0});
});

test('skipped tests are counted', (t) => {
	const text = '  ✔ a\n  - [skip] b\n  ─\n\n  1 test passed\n  1 test skipped\n';
	t.deepEqual(readSummary(text), {passed: 1, failed: 0, skipped: 1});
});

test('a failed hook, an exception, a rejection, a known failure and a todo are failures', (t) => {
	const text = [
		'  ─',
		'  1 hook failed',
		'  2 known failures',
		'  3 tests todo',
		'  1 unhandled rejection',
		'  1 uncaught exception',
	].join('\n');
	t.deepEqual(readSummary(text), {passed: 0, failed: 8, skipped: 0});
});

test('a run that printed no summary has no passed tests', (t) => {
	t.deepEqual(readSummary('Error: the server did not start\n'), {passed: 0, failed: 0, skipped: 0});
});
