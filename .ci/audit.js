// Asks the registry for known holes in our packages. A registry that does not answer is said plainly
// and is no failure of ours; a hole that is high or critical is.
import {spawnSync} from 'node:child_process';
import {root} from './sources.js';

const {stdout} = spawnSync(
	'npm',
	['audit', '--json', '--audit-level=high', '--fetch-retries=1', '--fetch-timeout=30000'],
	{cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024},
);
let report = {};
try {
	report = JSON.parse(stdout);
} catch {
	// No JSON at all is the same as no answer.
}
const counts = report.metadata?.vulnerabilities;
if (counts === undefined) {
	const reason = report.message ?? report.error?.summary ?? 'npm gave no report';
	console.log(`npm audit: NOT DONE, the registry does not answer (${reason}).`);
} else {
	const grave = counts.high + counts.critical;
	console.log(
		`npm audit: ${counts.total} known holes in ${report.metadata.dependencies.total} packages, ${grave} high or critical.`,
	);
	for (const {name, severity} of Object.values(report.vulnerabilities)) {
		if (severity === 'high' || severity === 'critical') console.error(`${severity}: ${name}`);
	}
	if (grave > 0) process.exitCode = 1;
}
