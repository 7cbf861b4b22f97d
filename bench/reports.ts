// How fast reports are, each beside what it is held against in the same run: a trial balance beside
// hledger on the same journal, the general ledger beside PostgreSQL's own COPY, fund health of a
// city of any day, with a tenth of the history beside it, and of the whole country.
//
//   npm run bench:reports [-- --only city,country,book --lines N --loans N --kelurahan N
//     --country-loans N --keep DIR --json]
//
// The country takes an hour to fill; in the folder that --keep names it is left for the next time.
import {parseArgs} from 'node:util';
import {readProcessorTimes, stealBetween} from './probes.ts';
import {measureBook} from './reports/book.ts';
import {measureCity, measureCountry} from './reports/fund-health.ts';

const {values: options} = parseArgs({
	options: {
		only: {type: 'string', default: 'city,book,country'},
		lines: {type: 'string', default: '1000000'},
		loans: {type: 'string', default: '100000'},
		kelurahan: {type: 'string', default: '83762'},
		'country-loans': {type: 'string', default: '5000000'},
		keep: {type: 'string'},
		json: {type: 'boolean', default: false},
	},
});
const parts = options.only.split(',');
const count = (text: string): number => Number.parseInt(text, 10);
const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

const before = readProcessorTimes();
const city = parts.includes('city') ? await measureCity(count(options.loans), say) : undefined;
const book = parts.includes('book') ? await measureBook(count(options.lines), say) : undefined;
const country = parts.includes('country')
	? await measureCountry(
			{
				kelurahan: count(options.kelurahan),
				loans: count(options['country-loans']),
				kept: options.keep,
			},
			say,
		)
	: undefined;

type Target = {readonly name: string; readonly value: number | undefined; readonly unit: string} & (
	{readonly most: number} | {readonly least: number}
);

const targets: readonly Target[] = [
	{name: 'trialBalanceVsHledger', value: book?.trialBalanceVsHledger, unit: 'x', least: 100},
	{name: 'trialBalanceP95Ms', value: book?.trialBalanceP95Ms, unit: 'ms', most: 50},
	{name: 'fundHealthP95Ms', value: city?.p95Ms, unit: 'ms', most: 200},
	{name: 'nationalSeconds', value: country?.nationalSeconds, unit: 's', most: 5},
	{name: 'provincePageMs', value: country?.provincePageMs, unit: 'ms', most: 300},
	{name: 'historyGrowth', value: city?.historyGrowth, unit: 'x', most: 1.5},
	{name: 'csvVsCopy', value: book?.csvVsCopy, unit: 'x', least: 0.5},
	{name: 'csvMemoryMb', value: book?.csvMemoryMb, unit: 'MB', most: 300},
	{name: 'xlsxMemoryMb', value: book?.xlsxMemoryMb, unit: 'MB', most: 300},
];
for (const target of targets) {
	if (target.value === undefined) continue;
	const [bound, isReached] =
		'most' in target
			? [`<= ${target.most}`, target.value <= target.most]
			: [`>= ${target.least}`, target.value >= target.least];
	const verdict = isReached ? 'reached' : 'MISSED';
	say(`${target.name}: ${target.value.toFixed(2)} ${target.unit} (${bound}): ${verdict}`);
	if (!isReached) process.exitCode = 1;
}
const steal = stealBetween(before, readProcessorTimes());
say(`steal ${(100 * steal).toFixed(1)} %`);
const figures = Object.fromEntries(targets.map(({name, value}) => [name, value]));
if (options.json) process.stdout.write(`${JSON.stringify({...figures, steal})}\n`);
