// What a payment would pay, asked before it is taken: the same split that is posted then.
import test from 'ava';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	countRows,
	createWorld,
	lend,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let officer: Client;
let loan: string;

// Rp 1.200.000 sold for Rp 240.000 more on 3 February 2025, in twelve instalments of Rp 120.000, of
// each of which Rp 100.000 is principal; looked at on 15 April, when two of them are overdue.
test.before(async () => {
	world = await createWorld('2025-04-15');
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book, 'rina');
	loan = (await lend(world, funded, {akad: 'murabahah', principal: '1200000', margin: '240000'}))
		.id;
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const preview = async (query: string) =>
	officer.get(`/v1/loans/${loan}/repayments/preview?${query}`);

test.serial('the split is told and nothing is written', async (t) => {
	const before = await countRows(world);
	const {status, body} = await preview('amount=120000');
	t.is(status, 200);
	t.deepEqual(body, {
		paidOn: '2025-04-15',
		amount: '120000.00',
		principal: '100000.00',
		margin: '20000.00',
		excess: '0.00',
		owedAfter: {principal: '1100000.00', margin: '220000.00', total: '1320000.00'},
		isLast: false,
	});
	t.deepEqual(await countRows(world), before);
});

test.serial('what is posted is what was told', async (t) => {
	const told = (await preview('amount=130000.50&method=bank&paidOn=2025-04-14')).body;
	const paid = await officer.post(`/v1/loans/${loan}/repayments`, {
		paidOn: '2025-04-14',
		amount: '130000.50',
		method: 'bank',
	});
	t.is(paid.status, 201);
	t.is(paid.body.principal, told.principal);
	t.is(paid.body.margin, told.margin);
	t.is(paid.body.amount, told.amount);
});

test.serial('what would be refused is refused, each with its field', async (t) => {
	const wrong = await preview('amount=-5&paidOn=2025-02-30&method=barter');
	t.is(wrong.status, 422);
	t.deepEqual(
		wrong.body.findings.map(({path}: {path: string}) => path),
		['query.paidOn', 'query.amount', 'query.method'],
	);
	const tooMuch = await preview('amount=99000000');
	t.is(tooMuch.body.code, 'lending/repays-more-than-owed');
	t.is(tooMuch.status, (await postTooMuch()).status);
	t.is((await preview('amount=1000&method=payroll')).body.code, 'lending/employer-missing');
	t.is(
		(await preview('amount=1000&paidOn=2025-02-01')).body.code,
		'lending/paid-before-disbursement',
	);
	t.is(
		(await preview('amount=1000&paidOn=2025-03-01')).body.code,
		'lending/collected-out-of-order',
	);
	t.is((await preview('amount=1000&tip=yes')).status, 422);
});

const postTooMuch = async () =>
	officer.post(`/v1/loans/${loan}/repayments`, {
		paidOn: '2025-04-15',
		amount: '99000000',
		method: 'cash',
	});

test.serial('a loan of others is not there', async (t) => {
	await openFunded(world, '17.71.02.1001');
	const stranger = await server.signUp('officer', 'KOP-1771021001');
	t.is((await stranger.get(`/v1/loans/${loan}/repayments/preview?amount=1000`)).status, 404);
});
