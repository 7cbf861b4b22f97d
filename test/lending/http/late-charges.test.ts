// Ta'zir and ta'widh over HTTP, from the charge to what became of it in the books.
import test from 'ava';
import {rate} from '../../../src/kernel/rate.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	countRows,
	createWorld,
	lend,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {lendOf, openProduct, repay} from '../late.ts';

let world: World;
let server: Server;
let funded: Funded;
let [officer, supervisor]: Client[] = [];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	await openProduct(world, funded);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book);
	supervisor = await server.signUp('supervisor', funded.book);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const english = {headers: {'accept-language': 'en'}};
const wilful = {isWilful: true, statement: 'Toko ramai, dua kali ingkar janji'};
const fine = async (loan: string, change: object = {}, by = officer!) =>
	by.post(`/v1/loans/${loan}/tazir`, {chargedOn: '2026-03-31', ...wilful, ...change}, english);
const end = async (by: Client, loan: string, number: number, verb: string, body: object) =>
	by.post(`/v1/loans/${loan}/late-charges/${number}/${verb}`, body, english);
const pay = async (loan: string, number: number) =>
	end(officer!, loan, number, 'pay', {paidOn: '2026-03-31', method: 'cash'});
const waive = async (by: Client, loan: string, number: number) =>
	end(by, loan, number, 'waive', {waivedOn: '2026-03-31', reason: 'Anak sakit'});

/** What accounts hold on their debit side, less what they held before. */
async function moved(before: Record<string, string>, accounts: readonly string[]) {
	const after = await balances(world, funded.book);
	const at = (all: Record<string, string>, code: string) => rupiah(all[code] ?? '0');
	return accounts.map((code) => at(after, code).minus(at(before, code)).toFixed(2));
}

// Due on 15 February and 15 March, nothing paid: two fines of 10,000 into the benevolence fund.
test.serial('a fine per late instalment is paid into the benevolence fund', async (t) => {
	const {id} = await lendOf(world, funded);
	const made = await fine(id);
	t.is(made.status, 201, JSON.stringify(made.body));
	t.deepEqual(
		made.body.items.map((one: Record<string, unknown>) => [
			one.number,
			one.kind,
			one.state,
			one.amount,
			one.instalment,
		]),
		[
			[1, 'tazir', 'open', '10000.00', {version: 1, number: 1}],
			[2, 'tazir', 'open', '10000.00', {version: 1, number: 2}],
		],
	);
	const again = await fine(id);
	t.is(again.status, 409);
	t.is(again.body.code, 'lending/tazir-charged-already');

	const before = await balances(world, funded.book);
	const paid = await pay(id, 1);
	t.is(paid.status, 200, JSON.stringify(paid.body));
	t.is(paid.body.state, 'paid');
	t.is(paid.body.payment.method, 'cash');
	// Dr cash 10,000, Cr benevolence fund 10,000, and no income of any kind.
	const accounts = ['1.1.01', '2.3.03', '4.9.01', '4.1.01'];
	t.deepEqual(await moved(before, accounts), ['10000.00', '-10000.00', '0.00', '0.00']);
	const twice = await pay(id, 1);
	t.is(twice.status, 409);
	t.is(twice.body.detail, 'Late charge 1 is paid; this step needs it to be open.');
});

test.serial('a fine is waived by another person, and then not paid', async (t) => {
	const {id} = await lendOf(world, funded);
	await fine(id);
	t.is((await waive(officer!, id, 1)).status, 403);
	const waived = await waive(supervisor!, id, 1);
	t.is(waived.status, 200, JSON.stringify(waived.body));
	t.is(waived.body.state, 'waived');
	t.is(waived.body.waiver.reason, 'Anak sakit');
	t.is((await pay(id, 1)).body.code, 'lending/late-charge-ended');
	t.is((await waive(supervisor!, id, 1)).body.code, 'lending/late-charge-ended');

	const other = await lendOf(world, funded);
	await fine(other.id, {}, supervisor);
	const own = await waive(supervisor!, other.id, 1);
	t.is(own.status, 409);
	t.is(own.body.code, 'lending/waiver-same-person');
});

test.serial('a payment that is taken back leaves the charge open', async (t) => {
	const {id} = await lendOf(world, funded);
	await fine(id);
	const before = await balances(world, funded.book);
	await pay(id, 1);
	const body = {effectiveOn: '2026-03-31', reason: 'Salah catat', document: 'BA-9'};
	t.is((await end(officer!, id, 1, 'reverse', body)).status, 403);
	const reversed = await end(supervisor!, id, 1, 'reverse', body);
	t.is(reversed.status, 200, JSON.stringify(reversed.body));
	t.is(reversed.body.state, 'open');
	t.deepEqual(await moved(before, ['1.1.01', '2.3.03']), ['0.00', '0.00']);
	t.is((await end(supervisor!, id, 1, 'reverse', body)).body.code, 'lending/late-charge-ended');
	t.is((await pay(id, 1)).body.state, 'paid');
	const {body: listed} = await officer!.get(`/v1/loans/${id}/late-charges`);
	t.deepEqual(
		listed.items.map((one: {state: string}) => one.state),
		['paid', 'open'],
	);
	const {body: events} = await officer!.get(`/v1/loans/${id}/events`);
	t.deepEqual(events.items.map((one: {kind: string}) => one.kind).slice(-5), [
		'tazir-charged',
		'tazir-charged',
		'tazir-paid',
		'tazir-payment-reversed',
		'tazir-paid',
	]);
});

test.serial('a conventional fine goes where the product says', async (t) => {
	await openProduct(world, funded, {
		code: 'JASA-6',
		akad: 'jasa',
		method: 'flat',
		yearlyRate: rate('0.12'),
		lateFine: {amount: rupiah('7500'), to: 'income'},
	});
	const {id} = await lendOf(world, funded, {product: 'JASA-6', akad: 'jasa', margin: '0'});
	await fine(id);
	const before = await balances(world, funded.book);
	const paid = await end(officer!, id, 1, 'pay', {paidOn: '2026-03-31', method: 'bank'});
	t.is(paid.status, 200, JSON.stringify(paid.body));
	const accounts = ['1.1.02', '4.9.01', '2.3.03'];
	t.deepEqual(await moved(before, accounts), ['7500.00', '-7500.00', '0.00']);
});

const cost = (document: string, amount: string, spentOn = '2026-03-20') => ({
	document,
	description: 'Transpor penagihan',
	spentOn,
	amount,
});

// DSN-MUI 43/2004: a claim of 50,000 on 30,000 + 25,000 really spent, as other income.
test.serial('a compensation is of real costs and no more', async (t) => {
	const {id} = await lendOf(world, funded);
	const claim = async (change: object) =>
		officer!.post(
			`/v1/loans/${id}/tawidh`,
			{
				claimedOn: '2026-03-31',
				amount: '50000',
				costs: [cost('KW-81', '30000'), cost('KW-82', '25000')],
				...wilful,
				...change,
			},
			english,
		);
	const above = await claim({amount: '55000.01'});
	t.is(above.status, 422);
	t.is(
		above.body.detail,
		"A ta'widh of 55000.01 is more than the real cost of 55000.00 (DSN-MUI fatwa 43/2004); claim that at most.",
	);
	// The loan is late from 16 February on.
	const early = await claim({costs: [cost('KW-81', '50000', '2026-02-15')]});
	t.is(early.body.code, 'lending/cost-not-of-lateness');
	t.is(early.body.findings[0].path, 'body.costs[0].spentOn');
	t.is((await claim({costs: []})).status, 422);
	const made = await claim({});
	t.is(made.status, 201, JSON.stringify(made.body));
	t.is(made.body.costs.length, 2);
	const again = await claim({costs: [cost('KW-90', '1'), cost('KW-82', '49999')]});
	t.is(again.status, 409);
	t.is(again.body.code, 'lending/cost-claimed-already');

	const before = await balances(world, funded.book);
	t.is((await pay(id, 1)).status, 200);
	const accounts = ['1.1.01', '4.9.01', '2.3.03'];
	t.deepEqual(await moved(before, accounts), ['50000.00', '-50000.00', '0.00']);
});

test.serial('what may not be charged is refused, and nothing is written', async (t) => {
	const late = await lendOf(world, funded);
	const paid = await lendOf(world, funded);
	await repay(world, paid.id, '2026-03-15', '220000');
	const plain = await lend(world, funded, {disbursedOn: '2026-01-15'});
	const before = await countRows(world);
	const attempts: readonly (readonly [string, object, number, string])[] = [
		[late.id, {isWilful: false}, 422, 'lending/not-wilful'],
		[late.id, {chargedOn: '2026-04-01'}, 422, 'lending/not-happened-yet'],
		[late.id, {chargedOn: '2026-02-15'}, 422, 'lending/loan-not-late'],
		[paid.id, {}, 422, 'lending/loan-not-late'],
		[plain.id, {}, 409, 'lending/no-late-fine'],
		[funded.allocation.id, {}, 404, 'lending/unknown-loan'],
	];
	for (const [loan, change, status, code] of attempts) {
		const answer = await fine(loan, change);
		t.is(answer.status, status, JSON.stringify(answer.body));
		t.is(answer.body.code, code);
	}
	t.is((await pay(late.id, 1)).body.code, 'lending/unknown-late-charge');
	t.deepEqual(await countRows(world), before);
});

test.serial('a fine is paid from its day on', async (t) => {
	const {id} = await lendOf(world, funded);
	await fine(id, {chargedOn: '2026-03-20'});
	const early = await end(officer!, id, 1, 'pay', {paidOn: '2026-03-19', method: 'cash'});
	t.is(early.body.code, 'lending/before-late-charge');
	t.is(early.status, 422);
});

test.serial('the effective rate is shown before and of a loan', async (t) => {
	const preview = await officer!.post('/v1/schedules/preview', {
		method: 'flat',
		principal: '12000000',
		annualRatePercent: '12',
		instalments: 12,
		period: {unit: 'month', every: 1},
		disbursementDate: '2026-01-15',
		dayCount: 'rate/12',
		moneyQuantum: '1',
		rounding: 'half-even',
		disbursementFees: '120000',
	});
	t.is(preview.status, 200, JSON.stringify(preview.body));
	// As in effective-rate.test.ts, by a bisection in another language.
	t.is(preview.body.effectiveAnnualRatePercent, '26.2215');
	const qardh = await lend(world, funded);
	const {body} = await officer!.get(`/v1/loans/${qardh.id}/schedule`);
	t.is(body.effectiveAnnualRatePercent, '0.0000');
});
