// The reports over loans agree with the ledger's control accounts, with fund health and with each
// other, on random days as known at random moments over random histories, and over the demo city.
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {fillDemo} from '../../seeds/demo/fill.ts';
import {DomainError} from '../../src/kernel/errors.ts';
import {type LocalDate, addDays, addMonths, localDate} from '../../src/kernel/local-date.ts';
import {type Rupiah, isPositive, sum, toText} from '../../src/kernel/money.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import type {Book} from '../../src/ledger/index.ts';
import type {Work} from '../../src/compose.ts';
import {
	type FundHealthSums,
	addCollections,
	buildAgeing,
	buildCohorts,
	buildTrend,
	cohortTotals,
	collectionOf,
	leftOf,
	monthEnds,
} from '../../src/reporting/index.ts';
import {collect} from '../helpers/rows.ts';
import {type World, createWorld, officer} from '../helpers/world.ts';
import {type History, beginHistory, someStep, take} from './random-history.ts';

let history: History;
let demo: World;
const until = localDate('2026-03-30');
test.before(async () => {
	history = await beginHistory();
	demo = await createWorld('2026-03-31');
	const scale = {cooperatives: 4, months: 14, members: 6, seed: 7, until, timeZone: 'Asia/Jakarta'};
	await fillDemo({...scale, serviceUrl: demo.database.serviceUrl});
});
test.after.always(async () => {
	await history.world.close();
	await demo.close();
});

type Question = {readonly asOf: LocalDate; readonly knownAt?: Date};

const texts = (...amounts: readonly Rupiah[]): string[] => amounts.map(toText);
const everything = {offset: 0, limit: 100_000};

/** What every report says of some books on a day, in figures that have to be equal. */
async function compare(
	t: ExecutionContext,
	work: Work,
	books: readonly Book[],
	question: Question,
): Promise<void> {
	const scope = {books, ...question};
	const {asOf} = question;
	const {rows, totals} = await work.reports.loanPositions(scope, everything, 'koperasi');
	const control = await work.provisioning.control(scope);
	const said = `${asOf} ${question.knownAt?.toISOString() ?? 'now'}`;
	t.deepEqual(texts(totals.owed, totals.principal), texts(control.owed, control.principal), said);
	t.deepEqual(
		texts(sum(rows.map(({owed}) => owed)), sum(rows.map(({principal}) => principal))),
		texts(totals.owed, totals.principal),
		said,
	);

	const {total} = buildAgeing(
		await work.reports.bucketSums(scope),
		await work.reports.fundNames(scope),
		await work.reports.writtenOffInYear(scope),
		'fund',
	);
	const codes = new Set<string>(
		(await work.reports.fundNames(scope)).map(({kelurahan}) => kelurahan),
	);
	const villages = (
		await work.reports.fundHealth({
			axes: question,
			level: 'village',
			scope: everywhere,
			limit: 1000,
		})
	).filter(({level, region}) => level === 'village' && codes.has(region!));
	const health = (name: keyof FundHealthSums): Rupiah => sum(villages.map(({sums}) => sums[name]));
	t.deepEqual(
		texts(total.balance, total.atRisk[0]!, total.atRisk[1]!, total.restructured),
		texts(
			health('outstandingPrincipal'),
			health('atRisk1'),
			health('atRisk30'),
			health('restructured'),
		),
		said,
	);
	t.is(toText(total.late), toText(totals.overdue), said);
	t.is(toText(total.writtenOff), toText(health('writtenOffYear')), said);

	const from = addDays(asOf, -45);
	const collected = addCollections(
		(await collect(await work.reports.loanCollections({...scope, from}))).map(collectionOf),
	);
	const asked = await collect(await work.reports.dueLoans(scope));
	t.is(toText(collected.arrearsClosing), toText(sum(asked.map((loan) => loan.total))), said);
	const days = await work.reports.dayCollections({...scope, from});
	t.deepEqual(
		texts(sum(days.map((one) => one.duePrincipal)), sum(days.map((one) => one.paidPrincipal))),
		texts(collected.duePrincipal, collected.paidPrincipal),
		said,
	);

	const register = await collect(await work.reports.writtenOffLoans({...scope, from}));
	const held = [];
	for (const book of books) {
		const turnovers = await work.reports.turnovers(book, question);
		held.push(...turnovers.filter(({account}) => account.code === '9.1.01'));
	}
	const closing = sum(register.map((loan) => leftOf(loan)));
	t.is(
		toText(closing),
		toText(sum(held.map(({debits, credits}) => debits.minus(credits) as Rupiah))),
		said,
	);

	const ends = monthEnds(asOf, 16);
	const cohorts = cohortTotals(buildCohorts(await work.reports.cohortMonths(scope, ends)), asOf);
	t.deepEqual(
		texts(cohorts.outstanding, cohorts.atRisk30),
		texts(total.balance, total.atRisk[1]!),
		said,
	);
	const before = {on: ends[14]!, facts: await work.reports.monthFacts({...scope, asOf: ends[14]!})};
	const [trend] = buildTrend([before, {on: asOf, facts: await work.reports.monthFacts(scope)}]);
	t.deepEqual(
		texts(trend!.outstanding, trend!.atRisk30),
		texts(total.balance, total.atRisk[1]!),
		said,
	);
}

const cooperatives = async (work: Work): Promise<Book[]> =>
	(await work.ledger.listBooks()).filter(({kind}) => kind === 'cooperative');

test('whatever happened, the reports agree with the ledger and with each other', async (t) => {
	const moments: Date[] = [];
	let taken = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(someStep, {minLength: 6, maxLength: 14}),
			fc.array(fc.tuple(fc.nat(200), fc.nat(400)), {minLength: 2, maxLength: 4}),
			async (steps, questions) => {
				for (const [at, step] of steps.entries()) {
					try {
						await take(history, step, at);
						taken += 1;
					} catch (error) {
						if (!(error instanceof DomainError)) throw error;
					}
					moments.push(new Date(`${history.today}T05:00:00Z`));
				}
				await history.world.as(officer, async (work) => {
					const books = await cooperatives(work);
					for (const [daysBack, moment] of questions) {
						const knownAt = moment % 2 === 0 ? undefined : moments[moment % moments.length];
						const question = {
							asOf: addDays(history.today, -daysBack),
							...(knownAt === undefined ? {} : {knownAt}),
						};
						await compare(t, work, books, question);
						await compare(t, work, books.slice(0, 1), question);
					}
				});
			},
		),
		{numRuns: 10, endOnFailure: true, includeErrorInReport: true},
	);
	t.true(history.loans.length > 5 && taken > 20, `${history.loans.length} loans, ${taken} steps`);
});

test('over the demo city, at each month end of its history', async (t) => {
	await demo.as(officer, async (work) => {
		const books = await cooperatives(work);
		const {totals} = await work.reports.loanPositions({books, asOf: until}, everything, undefined);
		t.true(totals.loans > 10 && isPositive(totals.overdue));
		for (const month of [0, 3, 6, 9, 12]) {
			await compare(t, work, books, {asOf: addMonths(until, -month)});
		}
		await compare(t, work, books.slice(1, 2), {asOf: addMonths(until, -1)});
	});
});
