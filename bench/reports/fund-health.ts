// Fund health asked as the service answers it, of any day and of today, in a city and in a country.
import type {Knex} from 'knex';
import {type Work, createRoutes, createService} from '../../src/compose.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import {addDays, localDate} from '../../src/kernel/local-date.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {withDatabase} from '../database.ts';
import {type FundsWanted, fillFunds} from '../funds.ts';
import {median, percentile} from '../probes.ts';

const asOf = localDate('2026-10-31');
const timeZone = 'Asia/Jakarta';
const samples = 60;
const warmUp = 6;

export type CityFigures = {
	readonly kelurahan: number;
	readonly loans: number;
	readonly p95Ms: number;
	readonly medianMs: number;
	/** The median with ten times the history over that without. */
	readonly historyGrowth: number;
};

export type NationalFigures = {
	readonly kelurahan: number;
	readonly loans: number;
	/** The whole country by province, every kelurahan counted, today. */
	readonly nationalSeconds: number;
	/** The first hundred kelurahan of one province, with its sums, today. */
	readonly provincePageMs: number;
};

type Ask = (query: Readonly<Record<string, string | number>>) => Promise<number>;

/** The route itself in a transaction of its own: milliseconds from the question to the text. */
function asker(knex: Knex): Ask {
	const clock = settableClock(`${asOf}T10:00:00Z`);
	const {inTransaction} = createService({knex, clock, timeZone});
	const route = createRoutes({isCookieSecure: false}).find(
		(one) => one.path === '/v1/reports/fund-health',
	);
	if (route?.kind !== 'read') throw new Error('There is no report of fund health.');
	const actor = {userId: '00000000-0000-0000-0000-000000000000', name: '(bench)'};
	const reading = {scope: everywhere, actor, isReadOnly: true, isSnapshot: true};
	const input = {
		params: {},
		body: undefined,
		caller: undefined,
		language: 'id',
		format: 'json',
		isWhole: false,
		requestId: 'bench',
	} as const;
	return async (query) => {
		const start = performance.now();
		const text = await inTransaction(reading, async (work: Work) => {
			const {body} = await route.handle(work, {...input, query});
			return JSON.stringify(body);
		});
		if (!text.includes('outstandingPrincipal')) throw new Error('Fund health answered nothing.');
		return performance.now() - start;
	};
}

/** A report of some day of the history, again and again: another day each time. */
async function askAnyDay(ask: Ask, days: number): Promise<number[]> {
	const taken: number[] = [];
	for (let round = 0; round < warmUp + samples; round += 1) {
		const day = addDays(asOf, -((round * 7919) % days));
		const took = await ask({asOf: day});
		if (round >= warmUp) taken.push(took);
	}
	return taken;
}

// When as many loans run in the short history as in the long one: what differs is what came before.
const latelyDays = 40;

const short = {instalments: 12, days: 365} as const;
const long = {instalments: 12, days: 3650} as const;

/** A city of 67 kelurahan with ten years of loans, against the same with one year of them. */
export async function measureCity(
	loans: number,
	say: (line: string) => void,
): Promise<CityFigures> {
	const city = {kelurahan: 67, asOf, say};
	const of = async (wanted: FundsWanted): Promise<{any: number[]; lately: number[]}> => {
		const taken: {any: number[]; lately: number[]} = {any: [], lately: []};
		await withDatabase(async ({owner, knex}) => {
			await fillFunds(owner, wanted);
			const ask = asker(knex);
			taken.any = await askAnyDay(ask, wanted.days);
			taken.lately = await askAnyDay(ask, latelyDays);
		});
		return taken;
	};
	const young = await of({...city, ...short, loans: loans / 10});
	const old = await of({...city, ...long, loans});
	const figures = {
		kelurahan: city.kelurahan,
		loans,
		p95Ms: percentile(old.any, 0.95),
		medianMs: median(old.any),
		historyGrowth: median(old.lately) / median(young.lately),
	};
	say(
		`  fund health of a city, any day: median ${figures.medianMs.toFixed(0)} ms, p95 ` +
			`${figures.p95Ms.toFixed(0)} ms; of the last weeks ${median(old.lately).toFixed(0)} ms, ` +
			`with a tenth of the history ${median(young.lately).toFixed(0)} ms`,
	);
	return figures;
}

const rounds = 5;

/** The country on its last day. */
export async function measureCountry(
	{
		kelurahan,
		loans,
		kept,
	}: {
		readonly kelurahan: number;
		readonly loans: number;
		readonly kept: string | undefined;
	},
	say: (line: string) => void,
): Promise<NationalFigures> {
	const [whole, page]: [number[], number[]] = [[], []];
	await withDatabase(async ({owner, knex}) => {
		await fillFunds(owner, {kelurahan, loans, instalments: 2, days: 700, asOf, say});
		const ask = asker(knex);
		for (let round = 0; round < rounds; round += 1) {
			whole.push(await ask({level: 'province'}));
			page.push(await ask({level: 'village', region: '11', limit: 100}));
			say(`  the country ${whole.at(-1)!.toFixed(0)} ms, a page ${page.at(-1)!.toFixed(0)} ms`);
		}
	}, kept);
	return {
		kelurahan,
		loans,
		nationalSeconds: median(whole) / 1000,
		provincePageMs: median(page),
	};
}
