// Murabahah with an agent and a down payment over HTTP and in the books: goods approved at
// 1,050,000, bought for 1,000,000 and sold at 1,200,000, of which 100,000 was paid beforehand.
import test from 'ava';
import {verifyBook} from '../../../src/ledger/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	countRows,
	createWorld,
	joinMember,
	officer as petugas,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let [officer, supervisor, manager]: Client[] = [];

const wakalah = {
	code: 'MRB-W',
	name: 'Murabahah bil wakalah',
	effectiveFrom: '2025-01-01',
	akad: 'murabahah',
	method: 'level',
	principalMin: '500000',
	principalMax: '10000000',
	instalmentsMin: 1,
	instalmentsMax: 24,
	period: {unit: 'month', every: 1},
	legalBasis: 'Fatwa DSN-MUI 4/2000, 10/2000, 13/2000',
	purchase: 'wakalah',
	downPaymentMinRate: '0.08',
};

const productsPath = (): string => `/v1/cooperatives/${funded.book}/products`;

test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book, 'rina');
	supervisor = await server.signUp('supervisor', funded.book, 'darto');
	manager = await server.signUp('fund-manager');
	const direct = {
		...wakalah,
		code: 'MRB-D',
		purchase: 'direct',
		downPaymentMinRate: undefined,
		downPaymentMin: '50000',
	};
	for (const product of [wakalah, direct]) {
		const made = await supervisor.post(productsPath(), product);
		if (made.status !== 201) throw new Error(JSON.stringify(made.body));
	}
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

/** The path of a loan that was applied for and approved on 3 February 2025. */
async function approved(product = 'MRB-W'): Promise<string> {
	const {id: member} = await joinMember(world, funded.book);
	const applied = await officer!.post('/v1/loans', {
		member,
		allocation: funded.allocation.id,
		product,
		akad: 'murabahah',
		purpose: 'Mesin jahit',
		principal: '1050000',
		margin: '200000',
		instalments: 10,
		appliedOn: '2025-02-03',
	});
	const path = `/v1/loans/${applied.body.id}`;
	await supervisor!.post(`${path}/approve`, {decidedOn: '2025-02-03', reason: 'Layak'});
	return path;
}

const pay = async (path: string, amount = '100000') =>
	officer!.post(`${path}/down-payment`, {paidOn: '2025-02-04', amount, method: 'cash'});
const give = async (path: string, amount = '1050000') =>
	officer!.post(`${path}/purchase-advance`, {givenOn: '2025-02-05', amount, document: 'WKL-1'});
const buy = async (path: string, cost = '1000000') =>
	officer!.post(`${path}/purchase`, {
		boughtOn: '2025-02-06',
		cost,
		supplier: 'Toko Jaya',
		document: 'INV-88',
	});
const sell = async (path: string) =>
	officer!.post(`${path}/disburse`, {disbursedOn: '2025-02-07', document: 'BA-1'});
const cancellation = {
	cancelledOn: '2025-02-08',
	proceeds: '970000',
	costs: [] as {document: string; description: string; spentOn: string; amount: string}[],
	method: 'cash',
	reason: 'Anggota membatalkan',
	document: 'BTL-1',
};
const cancel = async (path: string, change: Partial<typeof cancellation> = {}) =>
	supervisor!.post(`${path}/purchase/cancel`, {...cancellation, ...change});
const takeBack = async (path: string, entry: number) =>
	supervisor!.post(`${path}/purchase-steps/${entry}/reverse`, {
		effectiveOn: '2025-02-20',
		reason: 'Dikembalikan',
		document: 'BK-1',
	});
const withdraw = async (path: string) =>
	officer!.post(`${path}/withdraw`, {on: '2025-02-20', reason: 'Tidak jadi'});

/** By how much each account changed while something ran, on its debit side; what did not is not. */
async function moved(run: () => Promise<unknown>): Promise<Record<string, string>> {
	const before = await balances(world, funded.book);
	await run();
	const after = await balances(world, funded.book);
	return Object.fromEntries(
		Object.entries(after)
			.map(([account, amount]): [string, number] => [
				account,
				Number.parseInt(amount, 10) - Number.parseInt(before[account] ?? '0', 10),
			])
			.filter(([, change]) => change !== 0)
			.map(([account, change]) => [account, String(change)]),
	);
}

const kindsOf = async (path: string): Promise<string[]> => {
	const {body} = await officer!.get(`${path}/events`);
	return body.items.map(({kind}: {kind: string}) => kind);
};

const healthOf = async () => {
	const {body} = await manager!.get('/v1/reports/fund-health?region=17.71&asOf=2025-09-15');
	const row = body.rows.find(({region}: {region: string}) => region === '17.71.01.1001');
	return row.sums as Record<string, string>;
};

test.serial('from the akad wakalah to the sale: books, schedule, page', async (t) => {
	const path = await approved();
	t.deepEqual(await moved(async () => pay(path)), {'1.1.01': '100000', '2.1.11': '-100000'});
	t.deepEqual(await moved(async () => give(path)), {'1.1.11': '-1050000', '1.3.02': '1050000'});
	t.deepEqual(await moved(async () => buy(path)), {
		'1.1.11': '50000',
		'1.3.01': '1000000',
		'1.3.02': '-1050000',
	});
	const {body: before} = await officer!.get(`${path}/statement`);
	t.deepEqual(before.beforeSale, {
		advance: '0.00',
		goods: '1000000.00',
		downPayment: '100000.00',
		claim: '0.00',
	});
	t.is(before.owed.total, '0.00');
	const sold = await moved(async () => {
		const {status, body} = await sell(path);
		t.is(status, 200, JSON.stringify(body));
		t.like(body, {status: 'disbursed', principal: '1050000.00', downPayment: '100000.00'});
	});
	t.deepEqual(sold, {
		'1.2.01': '1100000',
		'1.2.02': '-200000',
		'1.3.01': '-1000000',
		'2.1.11': '100000',
		'2.2.01': '100000',
		'2.2.02': '-100000',
	});
	// 1,200,000 less 100,000 in ten instalments of 110,000: 90,000 + 20,000.
	const {body: schedule} = await officer!.get(`${path}/schedule`);
	t.is(schedule.rows.length, 10);
	for (const row of schedule.rows) t.like(row, {principal: '90000.00', margin: '20000.00'});
	const {body: after} = await officer!.get(`${path}/statement`);
	t.like(after.owed, {principal: '900000.00', margin: '200000.00', total: '1100000.00'});
	t.like(after.beforeSale, {goods: '0.00', downPayment: '0.00'});
	t.deepEqual(await kindsOf(path), [
		...['applied', 'approved', 'down-payment', 'purchase-advance', 'goods-bought'],
		...['down-payment-applied', 'disbursed'],
	]);
	const {body: events} = await officer!.get(`${path}/events`);
	t.like(events.items[4], {
		document: 'INV-88',
		detail: {supplier: 'Toko Jaya', cost: '1000000.00', unspent: '50000.00'},
	});
});

test.serial('fund health adds up at every step, and an advance is no loan', async (t) => {
	const start = await healthOf();
	const path = await approved();
	const changes = async (run: () => Promise<unknown>) => {
		const from = await healthOf();
		await run();
		const to = await healthOf();
		const names = ['cashAndBank', 'beforeSale', 'outstandingPrincipal', 'disbursed'] as const;
		const others = ['principalCollected', 'collectedNotRemitted', 'downPayments'] as const;
		return Object.fromEntries(
			[...names, ...others]
				.map((name): [string, number] => [
					name,
					Number.parseInt(to[name]!, 10) - Number.parseInt(from[name]!, 10),
				])
				.filter(([, change]) => change !== 0),
		);
	};
	t.deepEqual(await changes(async () => pay(path)), {cashAndBank: 100000, downPayments: 100000});
	t.deepEqual(await changes(async () => give(path)), {
		cashAndBank: -1050000,
		beforeSale: 1050000,
	});
	t.deepEqual(await changes(async () => buy(path)), {cashAndBank: 50000, beforeSale: -50000});
	t.deepEqual(await changes(async () => sell(path)), {
		beforeSale: -1000000,
		outstandingPrincipal: 900000,
		disbursed: 1000000,
		principalCollected: 100000,
		collectedNotRemitted: 100000,
		downPayments: -100000,
	});
	// What the fund has is what came and was collected for the city; nothing was earned yet.
	const end = await healthOf();
	const of = (name: string, from = end) => Number.parseInt(from[name]!, 10);
	t.is(
		of('cashAndBank') + of('beforeSale') + of('outstandingPrincipal') - of('downPayments'),
		of('tranchesReceived') - of('remitted'),
	);
	t.is(of('disbursed') - of('disbursed', start), 1000000);
});

test.serial('a sale taken back restores goods and down payment, and all before it', async (t) => {
	const before = await balances(world, funded.book);
	const path = await approved();
	const paid = await pay(path);
	const given = await give(path);
	const bought = await buy(path);
	const undone = await moved(async () => {
		await sell(path);
		const body = {effectiveOn: '2025-02-10', reason: 'Salah', document: 'BK-2'};
		t.is((await supervisor!.post(`${path}/reverse`, body)).status, 204);
	});
	t.deepEqual(undone, {});
	for (const {body} of [bought, given, paid]) t.is((await takeBack(path, body.entry)).status, 204);
	const after = await balances(world, funded.book);
	t.deepEqual({...before, '1.3.02': before['1.3.02'] ?? '0.00'}, after);
	t.deepEqual((await kindsOf(path)).slice(-3), [
		...['purchase-step-reversed', 'purchase-step-reversed', 'purchase-step-reversed'],
	]);
});

test.serial('a down payment that the city has is not taken back with the sale', async (t) => {
	const path = await approved();
	await pay(path);
	await give(path);
	await buy(path);
	await sell(path);
	const held = Number.parseInt((await balances(world, funded.book))['2.2.02']!, 10);
	const remitted = await officer!.post(`/v1/allocations/${funded.allocation.id}/remittances`, {
		document: 'STS-1',
		remittedOn: '2025-02-12',
		amount: String(-held),
		method: 'bank',
	});
	t.is(remitted.status, 201, JSON.stringify(remitted.body));
	const before = await countRows(world);
	const body = {effectiveOn: '2025-02-13', reason: 'Salah', document: 'BK-2'};
	t.is((await supervisor!.post(`${path}/reverse`, body)).body.code, 'lending/already-remitted');
	t.deepEqual(await countRows(world), before);
});

test.serial('who withdraws before the purchase has all of it back', async (t) => {
	const path = await approved();
	await pay(path);
	const {body: given} = await give(path);
	t.is((await withdraw(path)).body.code, 'lending/held-before-sale');
	const giveBack = async () =>
		officer!.post(`${path}/down-payment/return`, {
			returnedOn: '2025-02-20',
			method: 'cash',
			reason: 'Anggota mundur',
			document: 'BKK-1',
		});
	t.is((await giveBack()).body.code, 'lending/purchase-open');
	// The agent brought the money back.
	t.is((await takeBack(path, given.entry)).status, 204);
	const moves = await moved(async () => {
		const {status, body} = await giveBack();
		t.is(status, 201, JSON.stringify(body));
		t.is(body.beforeSale.downPayment, '0.00');
	});
	t.deepEqual(moves, {'1.1.01': '-100000', '2.1.11': '100000'});
	t.is((await withdraw(path)).status, 200);
	t.deepEqual((await kindsOf(path)).slice(-2), ['down-payment-returned', 'withdrawn']);
});

test.serial('who withdraws after the purchase bears its real cost, by papers', async (t) => {
	const path = await approved();
	await pay(path);
	await give(path);
	await buy(path);
	const paper = {description: 'Ongkos angkut', spentOn: '2025-02-06', amount: '20000'};
	const costs = [{...paper, document: 'NOTA-1'}];
	let entry = 0;
	const moves = await moved(async () => {
		const {status, body} = await cancel(path, {costs});
		t.is(status, 201, JSON.stringify(body));
		entry = body.entry;
	});
	t.deepEqual(moves, {
		'1.1.01': '-50000', // 100,000 less 30,000 lost on the goods and 20,000 spent.
		'1.1.11': '970000',
		'1.3.01': '-1000000',
		'2.1.11': '100000',
		'4.9.01': '-20000',
	});
	const other = await approved();
	await pay(other);
	await give(other);
	await buy(other);
	const before = await countRows(world);
	t.is((await cancel(other, {costs})).body.code, 'lending/paper-counted');
	t.deepEqual(await countRows(world), before);
	// Taken back, the goods and the down payment stand again, and the paper is free.
	t.is((await takeBack(path, entry)).status, 204);
	t.like((await officer!.get(`${path}/statement`)).body.beforeSale, {
		goods: '1000000.00',
		downPayment: '100000.00',
	});
	t.is((await cancel(path, {costs})).status, 201);
	t.is((await withdraw(path)).status, 200);
});

test.serial('what the down payment does not reach to is asked for and paid', async (t) => {
	const path = await approved();
	await pay(path);
	await give(path);
	await buy(path);
	const moves = await moved(async () => cancel(path, {proceeds: '800000'}));
	t.deepEqual(moves, {
		'1.1.11': '800000',
		'1.2.32': '100000',
		'1.3.01': '-1000000',
		'2.1.11': '100000',
	});
	t.is((await withdraw(path)).status, 200);
	const payRest = async (amount: string) =>
		officer!.post(`${path}/purchase/claim-payments`, {
			paidOn: '2025-03-01',
			amount,
			method: 'cash',
		});
	t.is((await payRest('100001')).body.code, 'lending/pays-more-than-claimed');
	const {body: rest} = await payRest('60000');
	t.like(rest.beforeSale, {claim: '40000.00'});
	t.regex(rest.document, /^KW-\d+$/u);
	const body = {effectiveOn: '2025-03-02', reason: 'Salah', document: 'BK-3'};
	const back = await supervisor!.post(`${path}/purchase-steps/${rest.entry}/reverse`, body);
	t.is(back.status, 204, JSON.stringify(back.body));
	t.like((await payRest('100000')).body.beforeSale, {claim: '0.00'});
});

test.serial('a direct murabahah may ask for a down payment too', async (t) => {
	const path = await approved('MRB-D');
	t.is((await sell(path)).body.code, 'lending/down-payment-too-low');
	await pay(path, '50000');
	const moves = await moved(async () => sell(path));
	t.deepEqual(moves, {
		'1.1.11': '-1050000',
		'1.2.01': '1200000',
		'1.2.02': '-200000',
		'2.1.11': '50000',
		'2.2.01': '50000',
		'2.2.02': '-50000',
	});
	t.is((await give(path)).body.code, 'lending/wrong-status');
});

test.serial(
	'every step in a wrong state is refused by its own code, nothing written',
	async (t) => {
		const fresh = await approved();
		const direct = await approved('MRB-D');
		const given = await approved();
		await pay(given);
		await give(given);
		const sold = await approved();
		await pay(sold);
		await give(sold);
		const {body: purchase} = await buy(sold);
		await sell(sold);
		const before = await countRows(world);
		const refused: [string, Promise<{body: {code: string}}>][] = [
			['lending/goods-not-bought', sell(fresh)],
			['lending/goods-not-bought', sell(given)],
			['lending/no-advance', buy(fresh)],
			['lending/down-payment-too-low', give(fresh)],
			['lending/no-wakalah', give(direct)],
			['lending/purchase-open', give(given)],
			['lending/purchase-above-advance', buy(given, '1050001')],
			['lending/down-payment-too-high', pay(fresh, '1050000')],
			['lending/goods-not-bought', cancel(given)],
			['lending/wrong-status', pay(sold)],
			['lending/wrong-status', give(sold)],
			['lending/wrong-status', buy(sold)],
			['lending/wrong-status', cancel(sold)],
			['lending/wrong-status', takeBack(sold, purchase.entry)],
			['lending/unknown-purchase-step', takeBack(fresh, purchase.entry)],
			['lending/held-before-sale', withdraw(given)],
			['identity/forbidden', supervisor!.post(`${fresh}/purchase-advance`, {})],
			['identity/forbidden', officer!.post(`${fresh}/purchase/cancel`, {})],
			['request/invalid', officer!.post(`${fresh}/purchase`, {cost: '-1'})],
		];
		for (const [code, answer] of refused) t.is((await answer).body.code, code);
		t.deepEqual(await countRows(world), before);
	},
);

test.serial('a product that buys or asks beforehand is a murabahah', async (t) => {
	const qardh = {...wakalah, code: 'QRD', akad: 'qardh', method: 'bullet'};
	const {body} = await supervisor!.post(productsPath(), qardh);
	t.deepEqual(
		body.findings.map(({code, path}: {code: string; path: string}) => `${code} ${path}`),
		[
			'lending/purchase-not-murabahah body.purchase',
			'lending/purchase-not-murabahah body.downPaymentMinRate',
		],
	);
	const {body: listed} = await officer!.get(productsPath());
	t.like(listed.items[0], {code: 'MRB-D', purchase: 'direct', downPaymentMin: '50000.00'});
	t.like(listed.items[1], {code: 'MRB-W', purchase: 'wakalah', downPaymentMinRate: '0.08'});
});

test.serial('after all of it the book keeps every law', async (t) => {
	const {breaches} = await world.as(petugas, async (work) => verifyBook(work, funded.book));
	t.deepEqual(breaches, []);
});
