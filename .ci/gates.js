// What `npm test` runs: every gate, each of them even if one before it failed, and a verdict.
// A gate that inspected nothing has failed; in CI a skipped test fails too.
import {spawn} from 'node:child_process';
import {readdirSync} from 'node:fs';

const isCi = process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false';
const npx = (name) => `node_modules/.bin/${name}`;

const gates = [
	{name: 'types', command: [npx('tsc'), '--noEmit', '--listFilesOnly'], check: hasSources, then: [npx('tsc'), '--noEmit']},
	{name: 'lint', command: [npx('eslint'), '-c', '.ci/eslint.config.js', '--max-warnings', '0', '.']},
	{name: 'format', command: [npx('prettier'), '--check', '.']},
	{name: 'imports', command: ['node', '.ci/import-law.js']},
	{name: 'tests', command: ['node', '.ci/ava.js', '--tap'], check: readTap},
];

const totals = {passed: 0, failed: 0, skipped: 0};
const verdicts = [];
for (const gate of gates) {
	const start = process.hrtime.bigint();
	let {code, output} = await run(gate.command, gate.name === 'tests');
	if (code === 0 && gate.check) code = gate.check(output);
	else if (gate.check === readTap) readTap(output);
	if (code === 0 && gate.then) ({code, output} = await run(gate.then));
	if (code !== 0 && gate.name !== 'tests') process.stdout.write(output);
	const seconds = Number(process.hrtime.bigint() - start) / 1e9;
	verdicts.push({name: gate.name, isPassed: code === 0, seconds});
	console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${gate.name} (${seconds.toFixed(1)} s)`);
}
const failedGates = verdicts.filter(({isPassed}) => !isPassed).map(({name}) => name);
if (totals.skipped > 0) console.log(`Skipped tests: ${totals.skipped}${isCi ? ', which fails in CI' : ''}.`);
if (failedGates.length > 0) console.log(`Failed gates: ${failedGates.join(', ')}.`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = failedGates.length > 0 ? 1 : 0;

function hasSources(output) {
	const wanted = readdirSync('src', {recursive: true}).filter((file) => file.endsWith('.ts')).length;
	const seen = output.split('\n').filter((line) => line.includes('/src/') && !line.includes('node_modules')).length;
	if (seen >= wanted) return 0;
	console.log(`the type checker saw ${seen} of ${wanted} sources`);
	return 1;
}

function readTap(output) {
	for (const line of output.split('\n')) {
		if (/^ok \d+/.test(line)) totals[/# (SKIP|TODO)/i.test(line) ? 'skipped' : 'passed'] += 1;
		else if (/^not ok \d+/.test(line)) totals[/# TODO/i.test(line) ? 'skipped' : 'failed'] += 1;
	}
	if (totals.passed === 0) console.log('no test was run');
	if (totals.passed === 0 || totals.failed > 0) return 1;
	return isCi && totals.skipped > 0 ? 1 : 0;
}

async function run([command, ...args], isShown = false) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {stdio: ['ignore', 'pipe', 'pipe']});
		let output = '';
		let open = '';
		const show = (text) => {
			// Of the tests only what failed is shown as it comes; the rest is a count.
			const lines = (open + text).split('\n');
			open = lines.pop();
			for (const line of lines) if (!/^(ok |TAP|1\.\.|# )/.test(line)) console.log(line);
		};
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text) => {
				output += text;
				if (isShown) show(text);
			});
		}
		child.on('close', (code) => resolve({code: code ?? 1, output}));
	});
}
