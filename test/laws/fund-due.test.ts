// What an agreement makes due is told twice: by the schedule in code, and by the sums over many
// agreements in PostgreSQL. Here the one is held against the other.
import test from 'ava';
import fc from 'fast-check';
import {type FundTerms, buildScheduleOfReceived, principalDueBy} from '../../src/fund/index.ts';
import {addDays} from '../../src/kernel/local-date.ts';
import {rupiah, sum, toText} from '../../src/kernel/money.ts';
import {type World, createWorld, day} from '../helpers/world.ts';

let world: World;
test.before(async () => {
	world = await createWorld('2025-04-01');
});
test.after.always(async () => {
	await world.close();
});

const someDay = (span: number) => fc.nat(span).map((days) => addDays(day('2018-01-29'), days));
const someTerms = fc
	.record({
		agreedOn: someDay(400),
		tenorMonths: fc.integer({min: 1, max: 130}),
		graceMonths: fc.nat(129),
	})
	.filter(({tenorMonths, graceMonths}) => graceMonths < tenorMonths)
	.map((terms): FundTerms => ({...terms, amount: rupiah('1000000000')}));
const someTranche = fc.record({
	receivedOn: someDay(3000),
	amount: fc.integer({min: 1, max: 500_000_000_00}).map((sen) => rupiah((sen / 100).toFixed(2))),
});

test('the database makes the same principal due as the schedule does', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			someTerms,
			fc.array(someTranche, {minLength: 1, maxLength: 4}),
			fc.option(someDay(4000), {nil: undefined}),
			fc.array(someDay(5200), {minLength: 1, maxLength: 6}),
			async (terms, tranches, endsOn, days) => {
				const end = endsOn === undefined ? undefined : {dueOn: endsOn};
				for (const asOf of days) {
					const received = tranches.filter(({receivedOn}) => receivedOn <= asOf);
					const inCode = principalDueBy(buildScheduleOfReceived(terms, received, end), asOf);
					const inDatabase = await Promise.all(
						received.map(async ({receivedOn, amount}) => {
							const {rows} = await world.database.service.raw<{rows: {due: string}[]}>(
								'select fund_principal_due(?::date, ?, ?, ?::date, ?::numeric, ?::date, ?::date) as due',
								[
									terms.agreedOn,
									terms.tenorMonths,
									terms.graceMonths,
									receivedOn,
									toText(amount),
									endsOn ?? null,
									asOf,
								],
							);
							return rupiah(rows[0]!.due);
						}),
					);
					t.is(toText(sum(inDatabase)), toText(inCode), JSON.stringify({terms, received, asOf}));
				}
			},
		),
		{numRuns: 150},
	);
});

test('a third of a hundred, twice, is 66: the last part takes the rest', async (t) => {
	const {rows} = await world.database.service.raw<{rows: {due: string}[]}>(
		`select fund_principal_due('2020-01-31', 36, 0, '2020-01-31', 100, null, given::date) as due
		from unnest(array['2021-01-30', '2021-01-31', '2022-01-31', '2023-01-31']) given`,
	);
	t.deepEqual(
		rows.map(({due}) => due),
		['0', '33', '66', '100'],
	);
});
