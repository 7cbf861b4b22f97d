// The fund's life over HTTP: proposed, granted, paid out, given back, moved on, ended early, and
// its earnings shared; each step by its role, and refused in each wrong state with nothing written.
import test from 'ava';
import {recordPengurus} from '../../../src/cooperatives/index.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {recordRepayment} from '../../../src/lending/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	city,
	countRows,
	createWorld,
	day,
	fundManager,
	lend,
	officer as petugas,
	openCity,
	openCooperative,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let [officer, manager, auditor]: Client[] = [];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book, 'rina');
	manager = await server.signUp('fund-manager', 'all', 'yanti');
	auditor = await server.signUp('auditor', 'all', 'bpk');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const statement = async (id: string) =>
	(await auditor!.get(`/v1/allocations/${id}/statement`)).body;

const proposalOf = (cooperative: string, change: object = {}) => ({
	programme: 'SAMISAKE',
	cooperative,
	kelurahan: '17.71.01.1002',
	amount: '300000000',
	purpose: 'Modal usaha warga',
	document: 'PROP-1',
	proposedOn: '2026-03-01',
	...change,
});

const addOfficers = async (book: Funded['book']): Promise<void> =>
	world.as(fundManager, async (work) => {
		for (const [office, nik] of [
			['ketua', '1771014103850901'],
			['bendahara', '1771014103850902'],
		] as const) {
			await recordPengurus(work, {
				cooperative: book,
				name: office,
				nik,
				office,
				since: day('2025-01-01'),
			});
		}
	});

test.serial('a proposal waits, is examined, and becomes an allocation', async (t) => {
	const made = await officer!.post('/v1/proposals', proposalOf(funded.book));
	t.is(made.status, 201, JSON.stringify(made.body));
	t.like(made.body, {status: 'open', proposedBy: 'rina', amount: '300000000.00'});
	const path = `/v1/proposals/${made.body.id}`;

	// Nobody is recorded as ketua or bendahara yet.
	const before = await manager!.get(path);
	t.deepEqual(
		before.body.obstacles.map(({code}: {code: string}) => code),
		['fund/proposer-without-office', 'fund/proposer-without-office'],
	);
	const approval = {decidedOn: '2026-03-10', amount: '250000000', reason: 'Layak sebagian'};
	const counted = await countRows(world);
	const early = await manager!.post(`${path}/approve`, approval);
	t.is(early.status, 422);
	t.is(early.body.findings.length, 2);
	t.is((await officer!.post(`${path}/approve`, approval)).status, 403);
	t.deepEqual(await countRows(world), counted);

	await addOfficers(funded.book);
	t.deepEqual((await manager!.get(path)).body.obstacles, []);
	const granted = await manager!.post(`${path}/approve`, approval);
	t.like(granted.body, {status: 'approved', granted: '250000000.00', decidedBy: 'yanti'});
	t.is((await manager!.post(`${path}/reject`, {...approval, amount: undefined})).status, 409);

	const wanted = {
		programme: 'SAMISAKE',
		cooperative: funded.book,
		kelurahan: '17.71.01.1002',
		agreementNumber: 'PKS-P1',
		agreedOn: '2026-03-15',
		amount: '250000000',
		proposal: made.body.id,
	};
	t.is((await manager!.post('/v1/allocations', {...wanted, amount: '250000001'})).status, 422);
	const allocation = await manager!.post('/v1/allocations', wanted);
	t.is(allocation.status, 201, JSON.stringify(allocation.body));
	t.is(allocation.body.proposal, made.body.id);
	const again = await manager!.post('/v1/allocations', {...wanted, agreementNumber: 'PKS-P2'});
	t.like(again.body, {code: 'fund/proposal-used'});

	const listed = await auditor!.get(`/v1/proposals?cooperative=${funded.book}&open=false`);
	t.is(listed.body.items.length, 1);
});

test.serial('a rejected proposal becomes nothing', async (t) => {
	const made = await officer!.post('/v1/proposals', proposalOf(funded.book, {document: 'PROP-2'}));
	const same = await officer!.post('/v1/proposals', proposalOf(funded.book, {document: 'PROP-2'}));
	t.like(same.body, {code: 'fund/proposal-document-exists'});
	const path = `/v1/proposals/${made.body.id}`;
	const no = await manager!.post(`${path}/reject`, {decidedOn: '2026-03-12', reason: 'Tunda'});
	t.like(no.body, {status: 'rejected', reason: 'Tunda'});
	const wanted = await manager!.post('/v1/allocations', {
		programme: 'SAMISAKE',
		cooperative: funded.book,
		kelurahan: '17.71.01.1002',
		agreementNumber: 'PKS-P3',
		agreedOn: '2026-03-15',
		amount: '1000',
		proposal: made.body.id,
	});
	t.like(wanted.body, {code: 'fund/proposal-not-approved'});
});

test.serial('unlent money goes back, and what is held for the city does not', async (t) => {
	const place = await openFunded(world, '17.71.01.1003');
	const {id} = place.allocation;
	// Of 100,000,000 one loan of 1,200,000 is lent, and 300,000 of it is paid back to the bank.
	const loan = await lend(world, place);
	await world.as(petugas, async (work) =>
		recordRepayment(work, {
			loan: loan.id,
			paidOn: day('2026-03-20'),
			amount: rupiah('300000'),
			method: 'bank',
		}),
	);
	const back = {document: 'STS-1', returnedOn: '2026-03-31', amount: '98800000'};
	const counted = await countRows(world);
	const over = await manager!.post(`/v1/allocations/${id}/returns`, {...back, amount: '98800001'});
	t.like(over.body, {code: 'fund/returns-more-than-free'});
	t.deepEqual(await countRows(world), counted);
	const returned = await manager!.post(`/v1/allocations/${id}/returns`, back);
	t.is(returned.status, 201, JSON.stringify(returned.body));
	t.like((await statement(id)).totals, {
		received: '100000000.00',
		returned: '98800000.00',
		collectedNotRemitted: '300000.00',
		owed: '1200000.00',
	});
	t.like(await balances(world, place.book), {
		'1.1.11': '300000.00',
		'2.2.01': '-900000.00',
		'2.2.02': '-300000.00',
	});

	const late = await auditor!.get(`/v1/allocations/${id}/not-remitted`);
	t.like(late.body.rows[0], {collectedOn: '2026-03-20', held: '300000.00', days: 11, isLate: true});
	t.deepEqual(late.body.totals, {held: '300000.00', late: '300000.00'});
	const soon = await auditor!.get(`/v1/allocations/${id}/not-remitted?asOf=2026-03-27`);
	t.like(soon.body.rows[0], {days: 7, isLate: false});

	const undo = {effectiveOn: '2026-03-31', reason: 'Salah setor', document: 'BA-2'};
	const reverse = `/v1/allocations/${id}/reverse`;
	t.is((await manager!.post(reverse, {...undo, operation: returned.body.id})).status, 204);
	t.is((await statement(id)).totals.owed, '100000000.00');
	const twice = await manager!.post(reverse, {...undo, operation: returned.body.id});
	t.like(twice.body, {code: 'fund/already-reversed'});
});

test.serial(
	'money revolves from one kelurahan to another, each rupiah with its origin',
	async (t) => {
		const giver = await openFunded(world, '17.71.01.1004');
		const receiver = await openFunded(world, '17.71.01.1005');
		const before = await balances(world, city);
		const move = {
			to: receiver.allocation.id,
			document: 'SP2D-R1',
			budgetYear: 2026,
			movedOn: '2026-03-30',
			amount: '40000000',
			reason: 'Dana menganggur',
		};
		const path = `/v1/allocations/${giver.allocation.id}/reallocate`;
		t.is((await officer!.post(path, move)).status, 403);
		const counted = await countRows(world);
		const self = await manager!.post(path, {...move, to: giver.allocation.id});
		t.like(self.body, {code: 'fund/moved-to-itself'});
		const large = await manager!.post(path, {...move, amount: '100000000.01'});
		t.like(large.body, {code: 'fund/returns-more-than-free'});
		t.deepEqual(await countRows(world), counted);

		const moved = await manager!.post(path, move);
		t.is(moved.status, 201, JSON.stringify(moved.body));
		const [from, to] = [
			await statement(giver.allocation.id),
			await statement(receiver.allocation.id),
		];
		t.is(from.totals.owed, '60000000.00');
		t.is(to.totals.owed, '140000000.00');
		t.deepEqual(to.reallocations, from.reallocations);
		t.like(to.reallocations[0], {
			from: {book: giver.book, allocation: giver.allocation.id},
			tranche: moved.body.tranche.id,
			reason: 'Dana menganggur',
		});
		// The city has as much as before, only elsewhere.
		t.deepEqual(await balances(world, city), before);

		// Taken back at one end it is taken back at both.
		const undone = await manager!.post(`/v1/allocations/${receiver.allocation.id}/reverse`, {
			operation: moved.body.tranche.id,
			effectiveOn: '2026-03-31',
			reason: 'Batal',
			document: 'BA-3',
		});
		t.is(undone.status, 204, JSON.stringify(undone.body));
		t.is((await statement(giver.allocation.id)).totals.owed, '100000000.00');
		t.is((await statement(receiver.allocation.id)).totals.owed, '100000000.00');
	},
);

test.serial(
	'an agreement that the city withdraws pays nothing out and is due at once',
	async (t) => {
		const place = await openFunded(world, '17.71.01.1006');
		const {id} = place.allocation;
		const end = {
			kind: 'withdrawn',
			endedOn: '2026-03-20',
			dueOn: '2026-03-30',
			reason: 'Pelanggaran',
			document: 'SK-WALI-1',
		};
		t.is((await officer!.post(`/v1/allocations/${id}/end`, end)).status, 403);
		const wrong = await manager!.post(`/v1/allocations/${id}/end`, {
			...end,
			endedOn: '2026-04-01',
			dueOn: '2026-03-01',
		});
		t.deepEqual(
			wrong.body.findings.map(({code}: {code: string}) => code),
			['fund/ending-date', 'fund/due-before-ending'],
		);
		const ended = await manager!.post(`/v1/allocations/${id}/end`, end);
		t.like(ended.body, {kind: 'withdrawn', endedBy: 'yanti'});
		t.like((await manager!.post(`/v1/allocations/${id}/end`, end)).body, {
			code: 'fund/allocation-ended',
		});
		const tranche = await manager!.post(`/v1/allocations/${id}/tranches`, {
			document: 'SP2D-9',
			budgetYear: 2026,
			receivedOn: '2026-03-31',
			amount: '1000',
		});
		t.like(tranche.body, {code: 'fund/allocation-ended'});
		await t.throwsAsync(lend(world, place, {disbursedOn: '2026-03-31'}), {
			code: 'fund/allocation-ended',
		});
		const {dues, totals, ending} = await statement(id);
		t.like(dues.at(-1), {dueOn: '2026-03-30', unpaid: '100000000.00', isOverdue: true});
		t.is(totals.overdue, '100000000.00');
		t.like(ending, {document: 'SK-WALI-1'});
		const health = await auditor!.get('/v1/reports/fund-health?region=17.71.01.1006');
		t.like(health.body.rows[0].sums, {
			overdueToCity: '100000000.00',
			principalDueToCity: '100000000.00',
		});

		// What it still owes is all that it takes of the ceiling: 900,000,000 are left.
		const wanted = {
			programme: 'SAMISAKE',
			cooperative: funded.book,
			kelurahan: '17.71.01.1006',
			agreementNumber: 'PKS-NEW',
			agreedOn: '2026-03-31',
		};
		const over = await manager!.post('/v1/allocations', {...wanted, amount: '900000001'});
		t.like(over.body, {code: 'fund/over-ceiling'});
		t.is((await manager!.post('/v1/allocations', {...wanted, amount: '900000000'})).status, 201);

		// One cooperative over several kelurahan, several cooperatives in one.
		const both = await auditor!.get('/v1/allocations?kelurahan=17.71.01.1006');
		t.deepEqual(
			both.body.items.map(({cooperative}: {cooperative: string}) => cooperative),
			['KOP-1771011001', 'KOP-1771011006'],
		);
		// Who lost an agreement is granted no other.
		await addOfficersOf(place);
		const asker = await server.signUp('officer', place.book, 'asker');
		const asked = await asker.post(
			'/v1/proposals',
			proposalOf(place.book, {kelurahan: '17.71.01.1002', amount: '1000000'}),
		);
		const review = await manager!.get(`/v1/proposals/${asked.body.id}`);
		t.deepEqual(
			review.body.obstacles.map(({code}: {code: string}) => code),
			['fund/proposer-overdue', 'fund/proposer-withdrawn'],
		);
	},
);

const addOfficersOf = async ({book}: Funded): Promise<void> => addOfficers(book);

test.serial("the city's share follows what the fund earned, in both books", async (t) => {
	const book = await openCooperative(world, '17.71.02.1001');
	await manager!.post('/v1/programmes', {
		code: 'BERBAGI',
		name: 'Dana bergulir bagi hasil',
		cityBook: city,
		ceilingPerKelurahan: '1000000000',
		tenorMonths: 60,
		graceMonths: 12,
		remittanceDays: 7,
		tranchesMax: 1,
		overdueDaysMax: 30,
		cityShare: '20',
		legalBasis: 'Perda contoh',
		status: 'provisional',
		effectiveFrom: '2025-01-01',
	});
	const {body: allocation} = await manager!.post('/v1/allocations', {
		programme: 'BERBAGI',
		cooperative: book,
		kelurahan: '17.71.01.1001',
		agreementNumber: 'PKS-B1',
		agreedOn: '2025-01-06',
		amount: '500000000',
	});
	const path = `/v1/allocations/${allocation.id}`;
	const tranche = {document: 'SP2D-B1', budgetYear: 2025, receivedOn: '2025-01-10'};
	await manager!.post(`${path}/tranches`, {...tranche, amount: '100000000'});
	const second = await manager!.post(`${path}/tranches`, {...tranche, amount: '1'});
	t.like(second.body, {code: 'fund/tranche-count'});

	// A murabahah of 1,200,000 + 240,000 in twelve: 20,000 of margin in each of two payments.
	const place = {book, allocation, tranche: ''} as Funded;
	const loan = await lend(world, place, {
		akad: 'murabahah',
		margin: '240000',
		disbursedOn: '2025-02-03',
	});
	for (const paidOn of ['2025-03-03', '2025-04-03']) {
		await world.as(petugas, async (work) =>
			recordRepayment(work, {
				loan: loan.id,
				paidOn: day(paidOn),
				amount: rupiah('120000'),
				method: 'bank',
			}),
		);
	}
	const teller = await server.signUp('officer', book, 'teller');
	const march = await teller.post(`${path}/city-shares`, {accruedOn: '2025-03-31'});
	t.like(march.body, {earned: '20000.00', amount: '4000.00', share: '20.0000'});
	const again = await teller.post(`${path}/city-shares`, {accruedOn: '2025-03-31'});
	t.like(again.body, {code: 'fund/nothing-to-accrue'});

	const payment = {document: 'STS-J1', paidOn: '2025-04-30', amount: '8000', method: 'bank'};
	const over = await teller.post(`${path}/city-share-payments`, {...payment, amount: '8000.01'});
	t.like(over.body, {code: 'fund/share-over-owed'});
	const paid = await teller.post(`${path}/city-share-payments`, payment);
	t.is(paid.status, 201, JSON.stringify(paid.body));
	t.like(await balances(world, book), {'2.2.03': '0.00', '5.6.01': '8000.00'});
	t.like(await balances(world, city), {'1.1.3': '0.00', '4.1.1': '-8000.00'});
	t.like((await statement(allocation.id)).totals, {earned: '40000.00', shareOwed: '0.00'});
});
