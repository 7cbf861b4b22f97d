// kill -9 of the service and of PostgreSQL in the middle of 64 concurrent writers, as often as
// wanted, and then an inquest: nothing acknowledged is lost, nothing is there twice or by half.
//
//   npm run torture [-- --kills N --target service|postgres|both --seconds-between S --json]
import {parseArgs} from 'node:util';
import {isClean, targets, torture} from './torture/torture.ts';

const {values: options} = parseArgs({
	options: {
		kills: {type: 'string', default: '20'},
		target: {type: 'string', default: 'both'},
		'seconds-between': {type: 'string', default: '3'},
		json: {type: 'boolean', default: false},
	},
});
const target = targets.find((known) => known === options.target);
if (!target) throw new Error(`--target is ${options.target}; it must be ${targets.join(', ')}.`);

const result = await torture({
	kills: Number.parseInt(options.kills, 10),
	target,
	secondsBetween: Number.parseInt(options['seconds-between'], 10),
	say: (line) => {
		process.stderr.write(`${line}\n`);
	},
});
const {unexpected, ...figures} = result;
if (unexpected.length > 0) {
	process.stderr.write(`${unexpected.length} answers were neither success nor 503.\n`);
}
if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else
	for (const [name, value] of Object.entries(figures))
		process.stdout.write(`${name.padEnd(14)} ${String(value)}\n`);
process.exitCode = isClean(result) ? 0 : 1;
