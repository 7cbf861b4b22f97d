// How long one schedule of 36 instalments takes, by every method: `npm run bench:schedule`.
import {localDate} from '../src/kernel/local-date.ts';
import {rupiah} from '../src/kernel/money.ts';
import {rate} from '../src/kernel/rate.ts';
import {buildSchedule} from '../src/lending/schedule.ts';

const rounds = 500;
const wantedMs = 1;

const common = {
	principal: rupiah('5000000'),
	yearlyRate: rate('0.18'),
	instalments: 36,
	period: {unit: 'month', every: 1},
	disbursedOn: localDate('2026-01-31'),
	moneyQuantum: rupiah('1'),
	rounding: 'half-up',
	roundsComponentsSeparately: false,
	principalGraceInstalments: 0,
	marginDeferredInstalments: 0,
} as const;

const cases = [
	['flat', {...common, method: 'flat', dayCount: 'rate/12'}],
	['equal principal', {...common, method: 'equal-principal', dayCount: 'actual/365'}],
	['annuity', {...common, method: 'annuity', dayCount: 'rate/12'}],
	['annuity by days', {...common, method: 'annuity', dayCount: 'actual/365'}],
	['murabahah', {...common, method: 'murabahah', dayCount: 'rate/12', margin: rupiah('900000')}],
] as const;

for (const [name, terms] of cases) {
	for (let round = 0; round < 100; round += 1) buildSchedule(terms);
	const start = performance.now();
	for (let round = 0; round < rounds; round += 1) buildSchedule(terms);
	const ms = (performance.now() - start) / rounds;
	const verdict = ms < wantedMs ? 'reached' : 'MISSED';
	process.stdout.write(`${name.padEnd(16)} ${ms.toFixed(3)} ms  < ${wantedMs} ms: ${verdict}\n`);
	if (ms >= wantedMs) process.exitCode = 1;
}
