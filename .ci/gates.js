// What `npm test` runs: every gate, even after one has failed, and one closing line. Each gate is also
// an npm script of the same name, so that it can be run alone. A gate that inspected nothing has
// failed; in CI a skipped test fails too.
import {spawn} from 'node:child_process';
import {root} from './sources.js';
import {readTap} from './tap-summary.js';

const gates = ['types', 'lint', 'format', 'imports', 'ava'];
const isContinuous = !['', '0', 'false', undefined].includes(process.env.CI);

// Of the tests only what failed or was skipped is shown as it comes; the rest is a count.
const isQuiet = (line) => /^(?:TAP version|\d+\.\.\d+|# |ok \d+(?!.*# SKIP))/u.test(line);

/** Runs an npm script and shows what it prints as it comes, by whole lines. */
function run(name) {
	return new Promise((resolve, reject) => {
		const extra = name === 'ava' ? ['--', '--tap'] : [];
		const child = spawn('npm', ['run', '--silent', name, ...extra], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let text = '';
		for (const stream of [child.stdout, child.stderr]) {
			let open = '';
			const show = (lines) => {
				for (const line of lines) {
					text += `${line}\n`;
					if (name !== 'ava' || !isQuiet(line)) console.log(line);
				}
			};
			stream.setEncoding('utf8');
			stream.on('data', (chunk) => {
				const lines = (open + chunk).split('\n');
				open = lines.pop();
				show(lines);
			});
			stream.on('end', () => open !== '' && show([open]));
		}
		child.on('error', reject);
		child.on('close', (status) => resolve({isPassed: status === 0, text}));
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
		tests = readTap(text);
		if (isPassed && tests.failed > 0) faults.push(`${tests.failed} failed or left for later`);
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
	console.log(`${tests.skipped} skipped on this machine (above); with CI=true that is a failure.`);
}
// A failed gate without a failed test counts as one failure, so that the line never hides it.
const failedGates = results.filter(({faults}) => faults.length > 0);
const others = failedGates.filter(({name}) => name !== 'ava' || tests.failed === 0).length;
console.log(`\n${tests.passed} passed, ${tests.failed + others} failed, ${tests.skipped} skipped`);
if (failedGates.length > 0) process.exitCode = 1;
