// From Rp 1 miliar for a kelurahan to its fund health, told over HTTP as its people would do it.
// Every expected figure is worked out by hand beside it.
import test from 'ava';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {type World, balances, createWorld} from '../helpers/world.ts';

let world: World;
let server: Server;
let [administrator, manager, officer, supervisor, auditor]: Client[] = [];
const book = 'KOP-1771011001';
const ids: Record<string, string> = {};

test.before(async () => {
	world = await createWorld('2026-01-05');
	server = await startServer(world);
	administrator = await server.signUp('administrator');
	manager = await server.signUp('fund-manager', '17.71', 'pengelola');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

test.serial('the administrator opens the books of the city and of a cooperative', async (t) => {
	const city = await administrator!.post('/v1/books', {
		code: 'KOTA-BENGKULU',
		name: 'BLUD Dana Bergulir',
		region: '17.71',
		openedOn: '2026-01-01',
	});
	t.is(city.status, 201);
	const cooperative = await administrator!.post('/v1/cooperatives', {
		code: book,
		name: 'BMT Pagar Dewa Mandiri',
		form: 'bmt',
		legalNumber: 'AHU-1',
		kelurahan: '17.71.01.1001',
		openedOn: '2026-01-01',
	});
	t.is(cooperative.status, 201);
	t.is(cooperative.body.book, book);
	officer = await server.signUp('officer', book, 'petugas');
	supervisor = await server.signUp('supervisor', book, 'penyelia');
	auditor = await server.signUp('auditor', '17.71', 'auditor');
});

test.serial('the fund manager sets up the programme and receives the budget', async (t) => {
	const budget = await manager!.post('/v1/books/KOTA-BENGKULU/entries', {
		effectiveOn: '2026-01-02',
		reason: 'Penerimaan dari APBD',
		document: 'DPA-1',
		lines: [
			{account: '1.1.1', side: 'debit', amount: '2000000000'},
			{account: '3.1.1', side: 'credit', amount: '2000000000'},
		],
	});
	t.is(budget.status, 201);
	t.is(budget.body.number, 1);
	t.is(budget.body.previousHash, '0'.repeat(64));
	const programme = await manager!.post('/v1/programmes', {
		code: 'SAMISAKE',
		name: 'Satu Miliar Satu Kelurahan',
		cityBook: 'KOTA-BENGKULU',
		ceilingPerKelurahan: '1000000000',
		tenorMonths: 84,
		graceMonths: 24,
		remittanceDays: 7,
		legalBasis: 'Perda Kota Bengkulu 12/2013',
		status: 'provisional',
		effectiveFrom: '2026-01-01',
	});
	t.is(programme.status, 201);
});

test.serial('a tranche stands in both books at once', async (t) => {
	const allocation = await manager!.post('/v1/allocations', {
		programme: 'SAMISAKE',
		cooperative: book,
		kelurahan: '17.71.01.1001',
		agreementNumber: 'PKS/001/BLUD',
		agreedOn: '2026-01-03',
		amount: '1000000000',
	});
	t.is(allocation.status, 201);
	ids.allocation = allocation.body.id;
	const tranche = await manager!.post(`/v1/allocations/${ids.allocation}/tranches`, {
		document: 'SP2D/2026/001',
		budgetYear: 2026,
		receivedOn: '2026-01-05',
		amount: '50000000',
	});
	t.is(tranche.status, 201);
	t.like(tranche.body, {number: 1, amount: '50000000.00', entry: 1, cityEntry: 2});
	t.deepEqual(await balances(world, book as never), {
		'1.1.11': '50000000.00',
		'2.2.01': '-50000000.00',
	});
	t.deepEqual(await balances(world, 'KOTA-BENGKULU' as never), {
		'1.1.1': '1950000000.00',
		'1.2.1': '50000000.00',
		'3.1.1': '-2000000000.00',
	});
});

test.serial(
	'a qardh and a murabahah are applied for, approved by another, and disbursed',
	async (t) => {
		const join = async (nik: string, name: string) => {
			const member = await officer!.post('/v1/members', {
				cooperative: book,
				nik,
				name,
				kelurahan: '17.71.01.1001',
				address: 'Jl. Melati 1',
				joinedOn: '2026-01-05',
			});
			t.is(member.status, 201, JSON.stringify(member.body));
			return member.body;
		};
		const siti = await join('1771014103850001', 'Siti Aminah');
		t.like(siti, {
			number: 1,
			sex: 'female',
			birthDate: '1985-03-01',
			nikMasked: '************0001',
		});
		const budi = await join('1771010103850002', 'Budi Santoso');
		t.like(budi, {number: 2, sex: 'male'});

		const apply = async (body: object) => {
			const loan = await officer!.post('/v1/loans', {
				allocation: ids.allocation,
				purpose: 'Modal warung',
				instalments: 10,
				appliedOn: '2026-01-05',
				...body,
			});
			t.is(loan.status, 201, JSON.stringify(loan.body));
			const approved = await supervisor!.post(`/v1/loans/${loan.body.id}/approve`, {
				decidedOn: '2026-01-05',
				reason: 'Usaha layak',
			});
			t.is(approved.status, 200);
			const disbursed = await officer!.post(`/v1/loans/${loan.body.id}/disburse`, {
				disbursedOn: '2026-01-05',
				document: 'BA-1',
			});
			t.is(disbursed.status, 200, JSON.stringify(disbursed.body));
			return disbursed.body.id as string;
		};
		ids.qardh = await apply({member: siti.id, akad: 'qardh', principal: '2000000'});
		ids.murabahah = await apply({
			member: budi.id,
			akad: 'murabahah',
			principal: '5000000',
			margin: '500000',
		});
		// Cash 50.000.000 - 2.000.000 - 5.000.000; the margin is a deduction from the receivable.
		t.deepEqual(await balances(world, book as never), {
			'1.1.11': '43000000.00',
			'1.2.01': '5500000.00',
			'1.2.02': '-500000.00',
			'1.2.03': '2000000.00',
			'1.3.01': '0.00',
			'2.2.01': '-50000000.00',
		});
		const schedule = await officer!.get(`/v1/loans/${ids.murabahah}/schedule`);
		t.is(schedule.body.rows.length, 10);
		// 5.500.000 / 10 = 550.000, of it 550.000 x 500.000 / 5.500.000 = 50.000 margin.
		t.like(schedule.body.rows[0], {
			dueOn: '2026-02-05',
			principal: '500000.00',
			margin: '50000.00',
			total: '550000.00',
			owedAfter: '4950000.00',
		});
	},
);

test.serial('repayments are split, earn their margin and are held for the city', async (t) => {
	world.setDay('2026-03-31');
	const first = await officer!.post(`/v1/loans/${ids.murabahah}/repayments`, {
		paidOn: '2026-02-05',
		amount: '550000',
		method: 'cash',
	});
	t.is(first.status, 201);
	t.like(first.body, {receiptNumber: 1, principal: '500000.00', margin: '50000.00'});
	// Less than one instalment: the margin of 50.000 comes first, then 250.000 of principal.
	const part = await officer!.post(`/v1/loans/${ids.murabahah}/repayments`, {
		paidOn: '2026-03-05',
		amount: '300000',
		method: 'bank',
	});
	t.like(part.body, {receiptNumber: 2, principal: '250000.00', margin: '50000.00'});
	const qardh = await officer!.post(`/v1/loans/${ids.qardh}/repayments`, {
		paidOn: '2026-02-05',
		amount: '200000',
		method: 'cash',
	});
	t.like(qardh.body, {receiptNumber: 3, principal: '200000.00', margin: '0.00'});
	ids.repayment = qardh.body.id;
	// Cash 550.000 + 200.000; bank 43.000.000 + 300.000; receivable 5.500.000 - 850.000;
	// deferred margin 500.000 - 100.000; collected principal 500.000 + 250.000 + 200.000.
	t.deepEqual(await balances(world, book as never), {
		'1.1.01': '750000.00',
		'1.1.11': '43300000.00',
		'1.2.01': '4650000.00',
		'1.2.02': '-400000.00',
		'1.2.03': '1800000.00',
		'1.3.01': '0.00',
		'2.2.01': '-49050000.00',
		'2.2.02': '-950000.00',
		'4.1.01': '-100000.00',
	});
	const statement = await officer!.get(`/v1/loans/${ids.murabahah}/statement`);
	// Of 5 March 250.000 is unpaid: 26 days on 31 March. Owed 4.650.000, of it margin 400.000.
	t.like(statement.body, {
		daysPastDue: 26,
		overdue: '250000.00',
		instalmentsPaid: 1,
		owed: {principal: '4250000.00', margin: '400000.00', total: '4650000.00'},
	});
});

test.serial('a remittance lowers the debt and the investment together', async (t) => {
	const remittance = await officer!.post(`/v1/allocations/${ids.allocation}/remittances`, {
		document: 'STS/2026-03/1',
		remittedOn: '2026-03-10',
		amount: '700000',
		method: 'bank',
	});
	t.is(remittance.status, 201, JSON.stringify(remittance.body));
	ids.remittance = remittance.body.id;
	const mine = await balances(world, book as never);
	t.is(mine['2.2.02'], '-250000.00');
	t.is(mine['1.1.11'], '42600000.00');
	const theirs = await balances(world, 'KOTA-BENGKULU' as never);
	t.is(theirs['1.2.1'], '49300000.00');
	t.is(theirs['1.1.1'], '1950700000.00');
});

test.serial('fund health adds up from kelurahan to city and to the ledger', async (t) => {
	const {status, body} = await auditor!.get('/v1/reports/fund-health?asOf=2026-03-31');
	t.is(status, 200);
	t.is(body.rows.length, 67);
	t.is(body.kecamatan.length, 9);
	const row = body.rows.find(({region}: {region: string}) => region === '17.71.01.1001');
	t.deepEqual(row.sums, {
		ceiling: '1000000000.00',
		allocated: '1000000000.00',
		tranchesReceived: '50000000.00',
		principalDueToCity: '0.00', // Two years of grace.
		remitted: '700000.00',
		returned: '0.00',
		overdueToCity: '0.00',
		principalCollected: '950000.00',
		collectedNotRemitted: '250000.00',
		writtenOffYear: '0.00',
		recoveredYear: '0.00',
		claims: '0.00',
		cashAndBank: '43350000.00', // 750.000 + 42.600.000
		beforeSale: '0.00',
		downPayments: '0.00',
		outstandingPrincipal: '6050000.00', // 4.250.000 + 1.800.000
		disbursed: '7000000.00',
		principalDueFromMembers: '1400000.00', // February and March: 2 x 500.000 + 2 x 200.000
		principalOverdue: '450000.00', // 250.000 of the one, 200.000 of the other
		atRisk1: '6050000.00', // Both are late since 5 March, 26 days.
		atRisk30: '0.00',
		atRisk60: '0.00',
		atRisk90: '0.00',
		restructured: '0.00',
		atRisk30Restructured: '0.00',
	});
	t.deepEqual(row.ratios, {
		turnover: '0.1400', // 7 / 50
		idleShare: '0.8620', // (43.350.000 - 250.000) / 50.000.000
		repaymentRate: '0.6786', // 950 / 1400
		arrearsRatio: '0.0744', // 450 / 6050
		par1: '1.0000',
		par30: '0.0000',
		par60: '0.0000',
		par90: '0.0000',
		par30Restructured: '0.0000',
		remittanceRate: null,
		womenShare: '0.5000',
		operatingSelfSufficiency: null, // Nothing was spent.
	});
	// 700.000 was remitted: all of 5 February (500.000 + 200.000), nothing of 5 March.
	t.like(row, {activeLoans: 2, borrowers: 2, womenBorrowers: 1, notRemittedDays: 26});
	t.deepEqual(body.totals.sums.outstandingPrincipal, '6050000.00');
	t.is(body.totals.sums.ceiling, '67000000000.00');
	t.deepEqual(body.mirror, {
		cityInvestment: '49300000.00',
		owedByCooperatives: '49300000.00',
		difference: '0.00',
		isBalanced: true,
	});
	t.deepEqual(body.meta.policies[0].status, 'provisional');
	const empty = body.rows.find(({region}: {region: string}) => region === '17.71.01.1002');
	t.is(empty.sums.tranchesReceived, '0.00');
	t.is(empty.ratios.par30, null);
});

test.serial('February as known in February is reproduced after later postings', async (t) => {
	const sums = async (query: string) => {
		const {body} = await auditor!.get(`/v1/reports/fund-health?region=17.71.01.1001&${query}`);
		return body.totals.sums;
	};
	t.is((await sums('asOf=2026-02-28')).principalCollected, '700000.00');
	// All of it was recorded on 31 March: a month before, nothing of it was known.
	const known = await sums('asOf=2026-02-28&knownAt=2026-02-28T23:59:59%2B07:00');
	t.is(known.principalCollected, '0.00');
	t.is(known.tranchesReceived, '50000000.00');
});

test.serial(
	'repayment, remittance, disbursement and tranche are taken back, each once',
	async (t) => {
		const reversal = {effectiveOn: '2026-03-31', reason: 'Salah catat', document: 'K-1'};
		const held = await supervisor!.post(`/v1/loans/${ids.qardh}/reverse`, {
			...reversal,
			repayment: ids.repayment,
		});
		t.is(held.status, 204);
		const again = await supervisor!.post(`/v1/loans/${ids.qardh}/reverse`, {
			...reversal,
			repayment: ids.repayment,
		});
		t.like(again, {status: 409});
		t.is(again.body.code, 'lending/already-reversed');
		t.is((await balances(world, book as never))['2.2.02'], '-50000.00');

		const remittance = {...reversal, operation: ids.remittance};
		const path = `/v1/allocations/${ids.allocation}/reverse`;
		t.is((await manager!.post(path, remittance)).status, 204);
		t.is((await manager!.post(path, remittance)).body.code, 'fund/already-reversed');
		t.is((await balances(world, 'KOTA-BENGKULU' as never))['1.2.1'], '50000000.00');

		t.is((await supervisor!.post(`/v1/loans/${ids.qardh}/reverse`, reversal)).status, 204);
		t.is((await balances(world, book as never))['1.2.03'], '0.00');
		const busy = await supervisor!.post(`/v1/loans/${ids.murabahah}/reverse`, reversal);
		t.is(busy.body.code, 'lending/has-repayments');

		const statement = await manager!.get(`/v1/allocations/${ids.allocation}/statement`);
		const tranche = statement.body.tranches[0].id;
		const spent = await manager!.post(path, {...reversal, operation: tranche});
		t.is(spent.body.code, 'ledger/floor-broken', 'its money is lent');
		t.like(statement.body.totals, {
			received: '50000000.00',
			remitted: '0.00',
			collectedNotRemitted: '750000.00',
		});
	},
);

test.serial('a key gives the first answer again, and is refused for another request', async (t) => {
	const wanted = {paidOn: '2026-03-31', amount: '250000', method: 'cash'};
	const path = `/v1/loans/${ids.murabahah}/repayments`;
	const first = await officer!.post(path, wanted, {key: 'counter-7-0001'});
	const before = await balances(world, book as never);
	const replay = await officer!.post(path, wanted, {key: 'counter-7-0001'});
	t.deepEqual(replay.body, first.body);
	t.is(replay.status, 201);
	t.is(replay.headers.get('idempotency-replayed'), 'true');
	const other = await officer!.post(path, {...wanted, amount: '1'}, {key: 'counter-7-0001'});
	t.is(other.status, 409);
	t.is(other.body.code, 'request/idempotency-key-reused');
	t.deepEqual(await balances(world, book as never), before);
});

test.serial('a month is closed by two people and then takes nothing more', async (t) => {
	const path = `/v1/books/${book}/periods`;
	for (const month of ['2026-01', '2026-02']) {
		const asked = await supervisor!.post(path, {month});
		t.is(asked.status, 201);
	}
	const early = await manager!.post(`${path}/2026-02/confirm`);
	t.is(early.body.code, 'ledger/earlier-month-open');
	t.is((await manager!.post(`${path}/2026-01/confirm`)).status, 200);
	t.is((await supervisor!.post(`${path}/2026-02/confirm`)).body.code, 'ledger/close-same-person');
	t.is((await manager!.post(`${path}/2026-02/confirm`)).status, 200);
	const late = await officer!.post(`/v1/loans/${ids.murabahah}/repayments`, {
		paidOn: '2026-02-20',
		amount: '1000',
		method: 'cash',
	});
	t.is(late.status, 409);
	t.is(late.body.code, 'ledger/period-closed');
});

test.serial('the trial balance is the sum of the lines', async (t) => {
	const {body} = await auditor!.get(`/v1/reports/trial-balance?book=${book}`);
	t.is(body.totals.debit, body.totals.credit);
	const shown = Object.fromEntries(
		body.rows.map(({account, debit, credit}: Record<string, string>) => [
			account,
			credit === '0.00' ? debit : `-${credit}`,
		]),
	);
	t.deepEqual(shown, await balances(world, book as never));
});
