// Fund health is read from a rollup and what came since, and said to be what the lines say. Here
// over random histories with late payments, reversals, new schedules, write-offs, classes by hand
// and collateral, asked of random days as known at random moments, between random refreshings.
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {DomainError} from '../../src/kernel/errors.ts';
import {type LocalDate, addDays} from '../../src/kernel/local-date.ts';
import {sum, toText} from '../../src/kernel/money.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {
	type FundHealthFacts,
	type FundHealthSums,
	refreshFundRollup,
} from '../../src/reporting/index.ts';
import {city, officer} from '../helpers/world.ts';
import {type History, beginHistory, someStep, take} from './random-history.ts';

let history: History;
test.before(async () => {
	history = await beginHistory();
});
test.after.always(async () => {
	await history.world.close();
});

/** What the rollup answers, what every line answers, and what provisioning says of the classes. */
async function ask(asOf: LocalDate, knownAt: Date | undefined) {
	const axes = {asOf, ...(knownAt === undefined ? {} : {knownAt})};
	const question = {axes, level: 'village', scope: everywhere, limit: 100} as const;
	return history.world.as(officer, async (work) => ({
		rolled: await work.reports.fundHealth(question),
		plain: await work.reports.fundHealth({...question, isPlain: true}),
		// Known at a moment it is computed by another way, which must come to the same.
		known: await work.reports.fundHealth({
			...question,
			axes: {asOf, knownAt: knownAt ?? new Date('2099-01-01')},
		}),
		classes: await work.provisioning.classSums(axes),
	}));
}

/** Kelurahan to kecamatan to city to province to the whole, and the programmes to it. */
function addsUp(t: ExecutionContext, facts: readonly FundHealthFacts[]): void {
	const levels = ['village', 'district', 'regency', 'province', 'programme'] as const;
	const whole = facts.find(({level}) => level === 'whole')!;
	for (const level of levels) {
		const rows = facts.filter((fact) => fact.level === level);
		for (const name of Object.keys(whole.sums) as (keyof FundHealthSums)[]) {
			t.is(
				toText(sum(rows.map(({sums}) => sums[name]))),
				toText(whole.sums[name]),
				`${level} ${name}`,
			);
		}
	}
}

test('whatever is refreshed and whenever it is asked, it is what the lines say', async (t) => {
	const moments: Date[] = [];
	let [refused, count] = [0, 0];
	const books = [...history.funded.map(({book}) => book), city];
	const holds = async (asOf: LocalDate, knownAt: Date | undefined): Promise<void> => {
		const {rolled, plain, known, classes} = await ask(asOf, knownAt);
		t.deepEqual(rolled, plain);
		t.deepEqual(rolled, known);
		addsUp(t, rolled);
		const whole = rolled.filter(({level}) => level === 'whole');
		const sums = whole.flatMap((fact) => fact.classes).reduce((total, one) => total + one.loans, 0);
		t.is(
			sums,
			classes.reduce((total, one) => total + one.loans, 0),
		);
		t.is(
			toText(sum(whole.flatMap((fact) => fact.classes.map((one) => one.provision)))),
			toText(sum(classes.map((one) => one.provision))),
		);
	};
	await fc.assert(
		fc.asyncProperty(
			fc.array(someStep, {minLength: 6, maxLength: 14}),
			fc.array(fc.tuple(fc.nat(260), fc.nat(400)), {minLength: 3, maxLength: 5}),
			async (steps, questions) => {
				for (const [at, step] of steps.entries()) {
					try {
						await take(history, step, at);
					} catch (error) {
						if (!(error instanceof DomainError)) throw error;
						refused += 1;
					}
					moments.push(new Date(`${history.today}T05:00:00Z`));
					count += 1;
				}
				// Today is read another way than other days: as the steps left it, and refreshed.
				await holds(history.today, undefined);
				for (const book of books) {
					await history.world.as(officer, async (work) => refreshFundRollup(work, book));
				}
				for (const [daysBack, moment] of [[0, 0] as const, ...questions]) {
					const knownAt = moment % 2 === 0 ? undefined : moments[moment % moments.length];
					await holds(addDays(history.today, -daysBack), knownAt);
				}
			},
		),
		{numRuns: 12, endOnFailure: true, includeErrorInReport: true},
	);
	// Chance makes the histories: enough of their steps must have been taken to tell of anything.
	const taken = count - refused;
	t.true(
		history.loans.length > 5 && taken > 20,
		`${history.loans.length} loans, ${taken} steps of ${count}`,
	);
});
