// What `npm test` runs: every gate, even after one has failed, and one closing line. Each gate is also
// an npm script of the same name, so that it can be run alone.
import {spawn} from 'node:child_process';
import {readSummary} from './ava-summary.js';
import {root} from './sources.js';

const gates = ['types', 'lint', 'format', 'imports', 'ava'];
const isContinuous = !['', 'false', '0', undefined].includes(process.env['CI']);

/** Runs a script, shows what it prints as it comes, and keeps it. */
function run(name) {
	return new Promise((resolve, reject) => {
		const child = spawn('npm', ['run', '--silent', name], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const chunks = [];
		for (const [from, to] of [
			[child.stdout, process.stdout],
			[child.stderr, process.stderr],
		]) {
			from.on('data', (chunk) => {
				chunks.push(chunk);
				to.write(chunk);
			});
		}
		child.on('error', reject);
		child.on('close', (status) =>
			resolve({isPassed: status === 0, text: Buffer.concat(chunks).toString('utf8')}),
		);
	});
}

const results = [];
let tests = {passed: 0, failed: 0, skipped: 0};
for (const name of gates) {
	console.log(`\n── ${name}`);
	const start = performance.now();
	const {isPassed, text} = await run(name);
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	const faults = isPassed ? [] : ['failed'];
	if (name === 'ava') {
		tests = readSummary(text);
		if (isPassed && tests.failed > 0) faults.push(`${tests.failed} failed or left undone`);
		if (tests.passed === 0) faults.push('no test passed');
		if (tests.skipped > 0 && isContinuous)
			faults.push(`${tests.skipped} skipped, which CI forbids`);
	}
	results.push({name, seconds, faults});
}

console.log('\n── result');
for (const {name, seconds, faults} of results) {
	console.log(`${name.padEnd(8)} ${seconds.padStart(6)} s  ${faults.join('; ') || 'passed'}`);
}
if (tests.skipped > 0 && !isContinuous) {
	console.log(
		`${tests.skipped} tests were skipped on this machine; with CI=true that is a failure.`,
	);
}
// A failed gate without a failed test counts as one failure, so that the line never hides it.
const failedGates = results.filter(({faults}) => faults.length > 0);
const others = failedGates.filter(({name}) => name !== 'ava' || tests.failed === 0).length;
console.log(`\n${tests.passed} passed, ${tests.failed + others} failed, ${tests.skipped} skipped`);
if (failedGates.length > 0) process.exitCode = 1;
