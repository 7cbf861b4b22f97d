// The city's own book on a real PostgreSQL: current portion, provision, write-off and claims, with
// the mirror and the annex held against the journals after every step.
import test from 'ava';
import {reverseFundOperation} from '../../../src/fund/index.ts';
import {
	cancelFundClaim,
	claimLeft,
	claimState,
	confirmFundWriteOff,
	dropFundClaim,
	getFundClaim,
	payFundClaim,
	prosecuteFundClaim,
	recordFundRecovery,
	rejectFundWriteOff,
	reverseClaimPayment,
	reverseFundWriteOff,
} from '../../../src/city/index.ts';
import type {FundClaim, FundWriteOff} from '../../../src/city/index.ts';
import {rupiah, toText} from '../../../src/kernel/money.ts';
import {mirrorDifference, readFundHealth} from '../../../src/reporting/index.ts';
import {verifyBook} from '../../../src/ledger/index.ts';
import {
	type World,
	balances,
	city,
	countRows,
	day,
	fundManager,
	officer,
	supervisor,
} from '../../helpers/world.ts';
import {
	agreed,
	agreement,
	annexOn,
	closeOn,
	collect,
	createOldWorld,
	openOld,
	proposal,
	propose,
	provideFor,
	registerBendahara,
	remit,
	reportLoss,
	stateLoss,
	writeOff,
} from '../setup.ts';

let world: World;
test.beforeEach(async () => {
	world = await createOldWorld('2026-03-31');
});
test.afterEach.always(async () => {
	await world.close();
});

const refused = async (t: {is: (a: unknown, b: unknown) => void}, run: () => Promise<unknown>) => {
	const before = await countRows(world);
	const code = await run().then(
		() => 'nothing',
		(error: unknown) => (error as {code?: string}).code ?? String(error),
	);
	const after = await countRows(world);
	t.is(JSON.stringify(after), JSON.stringify(before));
	return code;
};

test.serial('what falls due within a year stands apart on a balance date alone', async (t) => {
	const funded = await openOld(world);
	// On 31 December 2014 nothing is due before 18 December 2016; a year later one part is.
	t.deepEqual(await closeOn(world, '2014-12-31'), []);
	const [portion] = await closeOn(world, '2015-12-31');
	t.is(toText(portion!.required), '100000000.00');
	// Run again: nothing is different.
	t.deepEqual(await closeOn(world, '2015-12-31'), []);
	const {annex} = await annexOn(world, '2015-12-31');
	t.is(toText(annex.totals.currentPortion), '100000000.00');
	t.is(toText(annex.totals.closing), '500000000.00');
	t.is(toText((await annexOn(world, '2016-01-01')).annex.totals.currentPortion), '0.00');
	t.deepEqual(await agreement(world, '2015-12-31'), agreed);
	t.is((await balances(world, city))['1.2.1'], '500000000.00');
	t.is((await balances(world, city))['1.1.2'], '0.00');
	t.is(funded.allocation.amount.toFixed(0), '500000000');
});

test.serial('a remittance of the past changes what was current by the difference', async (t) => {
	const funded = await openOld(world);
	await collect(world, funded, '250000000');
	await closeOn(world, '2025-06-30');
	// All of it is overdue, and so current.
	t.is(toText((await annexOn(world, '2025-06-30')).annex.totals.currentPortion), '500000000.00');
	// A later remittance finds all of the investment where it was.
	await remit(world, funded, '200000000', '2025-07-10');
	// One of before the balance date: what was current then is less.
	await remit(world, funded, '50000000', '2025-06-20');
	const [again] = await closeOn(world, '2025-06-30');
	t.is(toText(again!.bookedBefore), '500000000.00');
	t.is(toText(again!.required), '450000000.00');
	t.is(toText((await annexOn(world, '2025-06-30')).annex.totals.currentPortion), '450000000.00');
	t.deepEqual(await agreement(world, '2025-06-30'), agreed);
	t.deepEqual(await agreement(world, '2026-03-31'), agreed);
	t.is(await refused(t, async () => closeOn(world, '2026-03-31')), 'city/balance-date-not-past');
});

test.serial('the cooperative is rated by months past due, month by month', async (t) => {
	await openOld(world);
	const classes: string[] = [];
	for (const month of ['2016-12', '2017-12', '2018-12', '2019-12', '2020-12', '2021-12']) {
		for (const one of await provideFor(world, month)) {
			classes.push(`${month} ${one.class} ${one.monthsPastDue} ${toText(one.required)}`);
		}
	}
	// Permendagri 73/2015 as the policy rows have it: 0.5 % up to 12 months, 10 % up to 36, 50 % up
	// to 60, then 100 %, of Rp 500 juta, since 18 December 2016.
	t.deepEqual(classes, [
		'2016-12 lancar 1 2500000.00',
		'2017-12 kurang-lancar 13 50000000.00',
		'2019-12 diragukan 37 250000000.00',
		'2021-12 macet 61 500000000.00',
	]);
	t.deepEqual(await provideFor(world, '2021-12'), []);
	t.is(
		await refused(t, async () => provideFor(world, '2020-12')),
		'provisioning/later-month-booked',
	);
	t.is(await refused(t, async () => provideFor(world, '2026-04')), 'provisioning/month-not-over');
	const {annex} = await annexOn(world, '2019-12-31');
	t.is(toText(annex.totals.netRealisableValue), '250000000.00');
	t.deepEqual(await agreement(world, '2026-03-31'), agreed);
});

async function confirmAs(who: typeof fundManager, {id}: FundWriteOff) {
	return world.as(who, async (work) => confirmFundWriteOff(work, {writeOff: id, reason: 'Ya'}));
}

test.serial('a write-off in its two steps, and what still comes between them', async (t) => {
	const funded = await openOld(world);
	t.is(
		await refused(t, async () => propose(world, proposal(funded, 'conditional', '400000000'))),
		'city/not-provided-for',
	);
	await provideFor(world, '2025-05');
	const asked = await propose(world, proposal(funded, 'conditional', '400000000'));
	t.is((await balances(world, city))['9.1.1'], undefined);
	t.is(await refused(t, async () => confirmAs(fundManager, asked)), 'city/same-person');
	t.is(
		await refused(t, async () => propose(world, proposal(funded, 'conditional', '1'))),
		'city/write-off-open',
	);
	await confirmAs(supervisor, asked);
	t.is(await refused(t, async () => confirmAs(supervisor, asked)), 'city/write-off-decided');
	t.like(await balances(world, city), {
		'1.2.1': '100000000.00',
		'1.2.2': '-100000000.00',
		'9.1.1': '400000000.00',
		'9.1.2': '-400000000.00',
	});
	t.is((await balances(world, funded.book))['2.2.01'], '-500000000.00');
	t.deepEqual(await agreement(world, '2026-03-31'), agreed);

	// The cooperative still pays: what the city has on its books, then what it wrote off.
	await collect(world, funded, '130000000');
	t.is(
		await refused(t, async () => remit(world, funded, '130000000', '2025-08-01')),
		'fund/investment-written-off',
	);
	await remit(world, funded, '100000000', '2025-08-01');
	const recover = async (amount: string, on = '2025-08-02') =>
		world.as(officer, async (work) =>
			recordFundRecovery(work, {
				allocation: funded.allocation.id,
				document: 'STS-2',
				remittedOn: day(on),
				amount: rupiah(amount),
				method: 'cash',
			}),
		);
	t.is(await refused(t, async () => recover('30000001')), 'fund/remits-more-than-collected');
	t.is(await refused(t, async () => recover('1', '2025-06-30')), 'city/before-write-off');
	const recovery = await recover('30000000');
	t.is(recovery.number, 2);
	t.like(await balances(world, city), {
		'1.2.1': '0.00',
		'4.1.2': '-30000000.00',
		'9.1.1': '370000000.00',
	});
	t.deepEqual(await agreement(world, '2026-03-31'), agreed);

	// The claim itself ends, and the cooperative is released.
	t.is(
		await refused(t, async () => propose(world, proposal(funded, 'absolute', '370000001'))),
		'city/writes-off-more',
	);
	await writeOff(world, proposal(funded, 'absolute', '370000000', '2025-09-01'));
	t.like(await balances(world, city), {'9.1.1': '0.00', '9.1.2': '0.00'});
	t.like(await balances(world, funded.book), {'2.2.01': '0.00', '4.9.01': '-370000000.00'});
	t.deepEqual(await agreement(world, '2026-03-31'), agreed);
	const {annex} = await annexOn(world, '2025-12-31');
	t.like(
		{
			opening: toText(annex.totals.opening),
			repayments: toText(annex.totals.repayments),
			writtenOff: toText(annex.totals.writtenOff),
			closing: toText(annex.totals.closing),
		},
		{
			opening: '500000000.00',
			repayments: '100000000.00',
			writtenOff: '400000000.00',
			closing: '0.00',
		},
	);
	const {total} = await world.as(fundManager, async (work) =>
		readFundHealth(work, {}, {asOf: day('2026-03-31')}),
	);
	t.is(toText(total.sums.overdueToCity), '0.00');
	t.is(toText(total.sums.remitted), '130000000.00');
});

test.serial('a write-off is rejected or taken back, and a recovery as well', async (t) => {
	const funded = await openOld(world);
	await provideFor(world, '2025-05');
	const asked = await propose(world, proposal(funded, 'conditional', '500000000'));
	const rejected = await world.as(supervisor, async (work) =>
		rejectFundWriteOff(work, {writeOff: asked.id, reason: 'Masih berjalan'}),
	);
	t.is(rejected.decision?.outcome, 'rejected');
	const back = {effectiveOn: day('2025-10-01'), reason: 'Keliru', document: 'BA-1'};
	const reverse = async ({id}: FundWriteOff) =>
		world.as(fundManager, async (work) => reverseFundWriteOff(work, {...back, writeOff: id}));
	t.is(await refused(t, async () => reverse(asked)), 'city/write-off-not-confirmed');
	const done = await writeOff(world, proposal(funded, 'conditional', '500000000'));
	await collect(world, funded, '10000000');
	const recovery = await world.as(officer, async (work) =>
		recordFundRecovery(work, {
			allocation: funded.allocation.id,
			document: 'STS-2',
			remittedOn: day('2025-08-02'),
			amount: rupiah('10000000'),
			method: 'cash',
		}),
	);
	// What has come of it is taken back first: the register holds less than was written off.
	t.is(await refused(t, async () => reverse(done)), 'ledger/floor-broken');
	await world.as(fundManager, async (work) =>
		reverseFundOperation(work, {
			...back,
			allocation: funded.allocation.id,
			operation: recovery.id,
		}),
	);
	await reverse(done);
	t.is(await refused(t, async () => reverse(done)), 'city/write-off-not-confirmed');
	t.like(await balances(world, city), {'1.2.1': '500000000.00', '9.1.1': '0.00', '4.1.2': '0.00'});
	t.deepEqual(await agreement(world, '2026-03-31'), agreed);
});

test.serial('above the limit the council agrees, in parts as well as at once', async (t) => {
	await world.database.owner('city_policies').insert({
		version: 2,
		effective_from: '2024-01-01',
		provision_policy: 'permendagri-73',
		council_above: '300000000',
		legal_basis: 'Uji',
		status: 'provisional',
	});
	const funded = await openOld(world);
	await provideFor(world, '2025-05');
	t.is(
		await refused(t, async () => propose(world, proposal(funded, 'conditional', '300000001'))),
		'city/council-missing',
	);
	await writeOff(world, proposal(funded, 'conditional', '300000000'));
	const rest = proposal(funded, 'conditional', '1');
	t.is(await refused(t, async () => propose(world, rest)), 'city/council-missing');
	const agreedTo = await writeOff(world, {...rest, councilDocument: 'Persetujuan DPRD 1/2025'});
	t.is(agreedTo.decision?.outcome, 'confirmed');
	t.is(
		await refused(t, async () => propose(world, {...rest, decreeOn: day('2025-07-02')})),
		'city/before-decree',
	);
	t.is(
		await refused(t, async () => propose(world, {...rest, effectiveOn: day('2026-04-01')})),
		'city/date-in-future',
	);
});

test.serial('what was collected and not remitted is not written off', async (t) => {
	const funded = await openOld(world);
	await provideFor(world, '2025-05');
	await collect(world, funded, '60000000');
	t.is(
		await refused(t, async () => propose(world, proposal(funded, 'conditional', '440000001'))),
		'city/writes-off-more',
	);
	await writeOff(world, proposal(funded, 'conditional', '440000000'));
	t.deepEqual(await agreement(world, '2026-03-31'), agreed);
});

const step = (claim: FundClaim, on = '2025-07-01') => ({
	claim: claim.id,
	occurredOn: day(on),
	document: 'D-1',
	reason: 'R',
});

test.serial('a loss is reported, stated by another, paid and settled', async (t) => {
	const funded = await openOld(world);
	await collect(world, funded, '60000000');
	const bendahara = await registerBendahara(world, funded);
	const reported = await reportLoss(world, funded, bendahara, '50000000');
	t.is(claimState(reported), 'reported');
	t.is((await balances(world, city))['1.3.1'], undefined);
	const pay = async (amount: string) =>
		world.as(fundManager, async (work) =>
			payFundClaim(work, {...step(reported), amount: rupiah(amount)}),
		);
	t.is(await refused(t, async () => pay('1')), 'city/claim-state');
	const stated = await stateLoss(world, reported);
	t.is(claimState(stated), 'stated');
	t.is(await refused(t, async () => stateLoss(world, reported)), 'city/claim-state');
	t.like(await balances(world, city), {'1.2.1': '450000000.00', '1.3.1': '50000000.00'});
	// Of what was collected and not remitted first.
	t.like(await balances(world, funded.book), {'1.1.01': '10000000.00', '2.2.02': '-10000000.00'});
	t.deepEqual(await agreement(world, '2026-03-31'), agreed);
	const health = async () =>
		world.as(fundManager, async (work) => readFundHealth(work, {}, {asOf: day('2026-03-31')}));
	const {total, rows, cities} = await health();
	t.is(toText(total.sums.claims), '50000000.00');
	t.is(toText(cities[0]!.sums.claims), '50000000.00');
	t.is(toText(rows.find(({region}) => region === '17.71.01.1001')!.sums.claims), '50000000.00');
	t.is(toText(total.sums.overdueToCity), '450000000.00');
	t.is(toText(mirrorDifference(total.sums)), '0.00');

	t.is(await refused(t, async () => pay('50000001')), 'city/claim-overpaid');
	const paid = await pay('20000000');
	t.is(paid.events.at(-1)?.receiptNumber, 1);
	await world.as(fundManager, async (work) => prosecuteFundClaim(work, step(reported)));
	t.is(
		await refused(t, async () =>
			world.as(fundManager, async (work) => cancelFundClaim(work, step(reported))),
		),
		'city/claim-has-payments',
	);
	const settled = await pay('30000000');
	t.is(claimState(settled), 'settled');
	t.is(await refused(t, async () => pay('1')), 'city/claim-state');
	const reopened = await world.as(fundManager, async (work) =>
		reverseClaimPayment(work, {...step(reported), receiptNumber: 2}),
	);
	t.is(claimState(reopened), 'prosecuted');
	t.is(toText(claimLeft(reopened)), '30000000.00');
	t.is(
		await refused(t, async () =>
			world.as(fundManager, async (work) =>
				reverseClaimPayment(work, {...step(reported), receiptNumber: 2}),
			),
		),
		'city/unknown-payment',
	);
	const kept = await world.as(fundManager, async (work) => getFundClaim(work, reported.id));
	t.deepEqual(
		kept.events.map(({kind}) => kind),
		['stated', 'paid', 'prosecuted', 'paid', 'payment-reversed'],
	);
	t.like(await balances(world, city), {'1.3.1': '30000000.00'});
	const {breaches} = await world.as(fundManager, async (work) => verifyBook(work, city));
	t.deepEqual(breaches, []);
});

test.serial('a claim is dropped or cancelled, and none is over what there is', async (t) => {
	const funded = await openOld(world);
	await collect(world, funded, '60000000');
	const bendahara = await registerBendahara(world, funded);
	const drop = async (who: typeof officer, claim: FundClaim) =>
		world.as(who, async (work) => dropFundClaim(work, step(claim)));
	const first = await reportLoss(world, funded, bendahara, '1000000');
	t.is(await refused(t, async () => drop(fundManager, first)), 'city/same-person');
	t.is(claimState(await drop(supervisor, first)), 'dropped');
	t.is(await refused(t, async () => stateLoss(world, first)), 'city/claim-state');

	// More is missing than the cash box should hold.
	const second = await reportLoss(world, funded, bendahara, '60000001');
	t.is(await refused(t, async () => stateLoss(world, second)), 'ledger/floor-broken');
	const third = await reportLoss(world, funded, bendahara, '500000001', 'bank');
	t.is(await refused(t, async () => stateLoss(world, third)), 'city/claim-over-debt');
	const fourth = await reportLoss(world, funded, bendahara, '100000000', 'bank');
	await stateLoss(world, fourth);
	t.deepEqual(await agreement(world, '2026-03-31'), agreed);
	const cancelled = await world.as(fundManager, async (work) =>
		cancelFundClaim(work, step(fourth)),
	);
	t.is(claimState(cancelled), 'cancelled');
	t.like(await balances(world, city), {'1.3.1': '0.00', '1.2.1': '500000000.00'});
	t.deepEqual(await agreement(world, '2026-03-31'), agreed);
});

test.serial(
	'a theft that comes to light after the write-off is claimed all the same',
	async (t) => {
		const funded = await openOld(world);
		await provideFor(world, '2025-05');
		const bendahara = await registerBendahara(world, funded);
		const late = await writeOff(world, proposal(funded, 'conditional', '480000000', '2025-06-30'));
		const claim = await reportLoss(world, funded, bendahara, '100000000', 'bank');
		// Not before the day on which it was all registered.
		t.is(await refused(t, async () => stateLoss(world, claim)), 'city/before-write-off');
		const back = {effectiveOn: day('2025-06-30'), reason: 'Tanggal', document: 'BA-1'};
		await world.as(fundManager, async (work) =>
			reverseFundWriteOff(work, {...back, writeOff: late.id}),
		);
		await writeOff(world, {
			...proposal(funded, 'conditional', '480000000', '2025-06-10'),
			decreeOn: day('2025-06-10'),
		});
		await stateLoss(world, claim);
		// Rp 20 juta were on the books; for Rp 80 juta the register gives way to income.
		t.like(await balances(world, city), {
			'1.2.1': '0.00',
			'1.3.1': '100000000.00',
			'4.1.2': '-80000000.00',
			'9.1.1': '400000000.00',
		});
		t.deepEqual(await agreement(world, '2026-03-31'), agreed);
	},
);
