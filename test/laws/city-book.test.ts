// Laws of the city's book over random histories, on a real database: whatever was lent, paid back,
// closed, provided for, written off and claimed, the two books agree and the annex is the accounts.
import test from 'ava';
import fc from 'fast-check';
import {
	payFundClaim,
	proposeFundWriteOff,
	confirmFundWriteOff,
	readAnnex,
	recordFundRecovery,
} from '../../src/city/index.ts';
import {recordTranche} from '../../src/fund/index.ts';
import {type LocalDate, addDays, localDate} from '../../src/kernel/local-date.ts';
import {add, isNegative, rupiah, subtract, toText} from '../../src/kernel/money.ts';
import {verifyBook} from '../../src/ledger/index.ts';
import {readTrialBalance} from '../../src/reporting/index.ts';
import {
	type Funded,
	type World,
	city,
	day,
	fundManager,
	officer,
	supervisor,
} from '../helpers/world.ts';
import {
	agreed,
	agreement,
	closeOn,
	collect,
	createOldWorld,
	openOld,
	proposal,
	provideFor,
	registerBendahara,
	remit,
	reportLoss,
	stateLoss,
} from '../city/setup.ts';

let world: World;
test.before(async () => {
	world = await createOldWorld('2026-03-31');
});
test.after.always(async () => {
	await world.close();
});

const kinds = [
	'tranche',
	'collect',
	'remit',
	'close',
	'provide',
	'conditional',
	'absolute',
	'recover',
	'claim',
	'pay',
] as const;

type Step = {
	readonly kind: (typeof kinds)[number];
	/** In millions of rupiah. */
	readonly amount: number;
	/** Days after 1 July 2025. */
	readonly offset: number;
};

const step: fc.Arbitrary<Step> = fc.record({
	kind: fc.constantFrom(...kinds),
	amount: fc.integer({min: 1, max: 90}),
	offset: fc.integer({min: 0, max: 200}),
});

const wanted = new Set([
	'fund/tranche-over-allocation',
	'fund/remits-more-than-collected',
	'fund/investment-written-off',
	'ledger/floor-broken',
	'lending/fund-cash-too-low',
	'provisioning/later-month-booked',
	'city/not-provided-for',
	'city/writes-off-more',
	'city/recovers-more',
	'city/before-write-off',
	'city/claim-over-debt',
	'city/claim-overpaid',
	'city/claim-state',
]);

async function take(funded: Funded, {kind, amount, offset}: Step): Promise<void> {
	const rupiahs = `${amount}000000`;
	const on: LocalDate = addDays(day('2025-07-01'), offset);
	const allocation = funded.allocation.id;
	switch (kind) {
		case 'tranche':
			await world.as(fundManager, async (work) =>
				recordTranche(work, {
					allocation,
					document: 'SP2D-2',
					budgetYear: 2025,
					receivedOn: on,
					amount: rupiah(rupiahs),
				}),
			);
			return;
		case 'collect':
			return collect(world, funded, rupiahs);
		case 'remit':
			await remit(world, funded, rupiahs, on);
			return;
		case 'close':
			await closeOn(world, on);
			return;
		case 'provide':
			// The same month for all, so that no allocation comes too late for it.
			await provideFor(world, '2026-02');
			return;
		case 'conditional':
		case 'absolute': {
			const asked = proposal(funded, kind, rupiahs, on);
			await world.as(fundManager, async (work) => {
				const {id: writeOff} = await proposeFundWriteOff(work, asked);
				const other = {...work, actor: supervisor};
				await confirmFundWriteOff(other, {writeOff, reason: 'Sesuai SK'});
			});
			return;
		}
		case 'recover':
			await world.as(officer, async (work) =>
				recordFundRecovery(work, {
					allocation,
					document: 'STS-9',
					remittedOn: on,
					amount: rupiah(rupiahs),
					method: 'cash',
				}),
			);
			return;
		case 'claim': {
			const [bendahara] = await world.as(fundManager, async (work) =>
				work.cooperatives.listPengurus([funded.book]),
			);
			const place = offset % 2 === 0 ? 'cash' : 'bank';
			await stateLoss(world, await reportLoss(world, funded, bendahara!.id, rupiahs, place));
			return;
		}
		case 'pay':
			await world.as(fundManager, async (work) => {
				const book = (await work.ledger.findBook(city))!;
				const claims = await work.city.listClaims({city: book, allocation, after: 0, limit: 9});
				const claim = claims.findLast(({events}) => events.length > 0);
				if (claim === undefined) return;
				const paper = {occurredOn: on, document: 'STS', reason: 'Angsuran'};
				await payFundClaim(work, {...paper, claim: claim.id, amount: rupiah(rupiahs)});
			});
	}
}

/** The annex of 2025 beside the trial balance: to the rupiah, by accounts read another way. */
async function compareWithTrialBalance(t: {is: (a: string, b: string) => unknown}, asOf: string) {
	const {annex, trial} = await world.as(fundManager, async (work) => ({
		annex: (await readAnnex(work, {book: city, asOf: localDate(asOf)})).annex,
		trial: await readTrialBalance(work, city, {asOf: localDate(asOf)}),
	}));
	const balance = (code: string) => {
		const row = trial.rows.find((one) => one.code === code);
		return row ? subtract(row.debit, row.credit) : rupiah('0');
	};
	const {totals} = annex;
	t.is(toText(totals.closing), toText(add(balance('1.1.2'), balance('1.2.1'))));
	t.is(toText(totals.currentPortion), toText(balance('1.1.2')));
	t.is(toText(totals.provision), toText(subtract(rupiah('0'), balance('1.2.2'))));
	t.is(toText(totals.register), toText(balance('9.1.1')));
	t.is(toText(totals.claims), toText(balance('1.3.1')));
	const {opening, additions, repayments, writtenOff, claimed, other, closing} = totals;
	t.is(toText(other), '0.00');
	const moved = [repayments, writtenOff, claimed].reduce(subtract, add(opening, additions));
	t.is(toText(moved), toText(closing));
	t.is(toText(totals.netRealisableValue), toText(subtract(closing, totals.provision)));
	for (const row of annex.rows) {
		for (const held of [row.register, row.claims])
			t.is(isNegative(held) ? 'below' : 'held', 'held');
	}
}

test.serial('the mirror agrees and the annex is the accounts, whatever was done', async (t) => {
	const villages: {code: string}[] = await world.database
		.owner('regions')
		.where('level', 'village')
		.where('code', 'like', '17.71.%')
		.orderBy('code')
		.select('code');
	const outcomes = {taken: new Map<string, number>(), refused: 0};
	let run = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(step, {minLength: 6, maxLength: 14}), async (steps) => {
			const funded = await openOld(world, villages[run]!.code, '200000000');
			run += 1;
			await registerBendahara(world, funded);
			// So that something can be written off, recovered and claimed.
			await provideFor(world, '2026-02');
			await collect(world, funded, '40000000');
			for (const one of steps) {
				try {
					await take(funded, one);
					outcomes.taken.set(one.kind, (outcomes.taken.get(one.kind) ?? 0) + 1);
				} catch (error) {
					t.true(wanted.has((error as {code: string}).code), String(error));
					outcomes.refused += 1;
				}
			}
			for (const asOf of ['2025-12-31', '2026-03-31']) {
				t.deepEqual(await agreement(world, asOf), agreed);
				await compareWithTrialBalance(t, asOf);
			}
		}),
		{numRuns: 12, endOnFailure: true},
	);
	const told = JSON.stringify([...outcomes.taken]);
	for (const kind of ['tranche', 'remit', 'close', 'provide', 'conditional', 'claim']) {
		t.true((outcomes.taken.get(kind) ?? 0) > 0, `${kind}: ${told}`);
	}
	t.true(outcomes.refused > 5, told);
	const {breaches} = await world.as(fundManager, async (work) => verifyBook(work, city));
	t.deepEqual(breaches, []);
});
