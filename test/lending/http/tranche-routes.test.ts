// A loan that is paid out in tranches, over HTTP: from its product to the last of it, what is
// refused on the way, and each tranche taken back.
import test from 'ava';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	countRows,
	createWorld,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {approveOf, openTranched} from '../tranched.ts';

let world: World;
let server: Server;
let funded: Funded;
let [officer, supervisor]: Client[] = [];

test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book);
	supervisor = await server.signUp('supervisor', funded.book);
	await openTranched(world, funded);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const english = {headers: {'accept-language': 'en'}};

const post = async (by: Client | undefined, id: string, verb: string, body: object) =>
	by!.post(`/v1/loans/${id}/${verb}`, body, english);
const disburse = async (id: string, disbursedOn: string, amount?: string) =>
	post(officer, id, 'disburse', {
		disbursedOn,
		document: `BA-${disbursedOn}`,
		...(amount === undefined ? {} : {amount}),
	});
const repay = async (id: string, paidOn: string, amount: string) =>
	post(officer, id, 'repayments', {paidOn, amount, method: 'cash'});
const reverse = async (id: string, effectiveOn: string, named: object = {}) =>
	post(supervisor, id, 'reverse', {effectiveOn, reason: 'Salah', document: 'BA-B', ...named});
const giveUp = async (id: string, on: string) =>
	post(officer, id, 'give-up', {on, reason: 'Modal cukup'});

const rowsOf = async (id: string): Promise<string[]> => {
	const {body} = await officer!.get(`/v1/loans/${id}/schedule`);
	return body.rows.map((row: Record<string, string>) =>
		[row.dueOn, row.principal, row.margin, row.owedAfter].join(' '),
	);
};
const stepsOf = async (id: string) => (await officer!.get(`/v1/loans/${id}/events`)).body.items;
const owedOf = async (id: string) => (await officer!.get(`/v1/loans/${id}/statement`)).body.owed;

const productBody = {
	code: 'BTH',
	name: 'Bertahap',
	effectiveFrom: '2025-01-01',
	principalMin: '100000',
	principalMax: '20000000',
	instalmentsMin: 1,
	instalmentsMax: 24,
	period: {unit: 'month', every: 1},
	tranchesMax: 2,
	legalBasis: 'Keputusan RAT 2025',
};

test.serial('money lent or put in may be tranched; a sale and a letting may not', async (t) => {
	const path = `/v1/cooperatives/${funded.book}/products`;
	for (const [akad, method] of [
		['qardh', 'equal-principal'],
		['mudharabah', 'bullet'],
		['musyarakah', 'equal-principal'],
	]) {
		const made = await supervisor!.post(path, {
			...productBody,
			code: `T-${method!.length}${akad!.toUpperCase()}`,
			akad,
			method,
		});
		t.is(made.status, 201, JSON.stringify(made.body));
		t.is(made.body.tranchesMax, 2);
	}
	for (const akad of ['murabahah', 'ijarah']) {
		const refused = await supervisor!.post(path, {...productBody, akad, method: 'level'}, english);
		t.is(refused.status, 422);
		t.is(refused.body.code, 'lending/product-tranches');
		t.true(refused.body.detail.startsWith(`A ${akad} product cannot be paid out in 2 tranches`));
	}
	const plain = await supervisor!.post(path, {
		...productBody,
		tranchesMax: undefined,
		akad: 'murabahah',
		method: 'level',
	});
	t.is(plain.body.tranchesMax, 1);
});

// 6,000,000 of 10,000,000 at 12 % a year flat in six: 1,000,000 + 60,000. After two are paid the
// rest over the four left: 1,000,000 + 40,000 more.
test.serial('a loan goes out in two tranches, each with its schedule and its entry', async (t) => {
	const {id} = await approveOf(world, funded);
	const waiting = (await officer!.get(`/v1/loans/${id}`)).body;
	t.like(waiting, {approved: '10000000.00', disbursed: '0.00', leftToDisburse: '10000000.00'});
	const before = await balances(world, funded.book);
	const first = await disburse(id, '2025-02-03', '6000000');
	t.is(first.status, 200, JSON.stringify(first.body));
	t.like(first.body, {
		status: 'disbursed',
		principal: '10000000.00',
		approved: '10000000.00',
		disbursed: '6000000.00',
		leftToDisburse: '4000000.00',
	});
	t.deepEqual((await rowsOf(id)).slice(0, 2), [
		'2025-03-03 1000000.00 60000.00 5300000.00',
		'2025-04-03 1000000.00 60000.00 4240000.00',
	]);
	t.is((await repay(id, '2025-03-03', '1060000')).status, 201);
	t.is((await repay(id, '2025-04-03', '1060000')).status, 201);
	const second = await disburse(id, '2025-04-03');
	t.is(second.status, 200, JSON.stringify(second.body));
	t.like(second.body, {
		disbursed: '10000000.00',
		leftToDisburse: '0.00',
		disbursedOn: '2025-02-03',
	});
	t.deepEqual(await rowsOf(id), [
		'2025-05-03 2000000.00 100000.00 6300000.00',
		'2025-06-03 2000000.00 100000.00 4200000.00',
		'2025-07-03 2000000.00 100000.00 2100000.00',
		'2025-08-03 2000000.00 100000.00 0.00',
	]);
	t.deepEqual(await owedOf(id), {
		principal: '8000000.00',
		margin: '400000.00',
		total: '8400000.00',
	});
	const after = await balances(world, funded.book);
	const moved = (account: string) =>
		(
			BigInt(after[account]!.slice(0, -3)) - BigInt((before[account] ?? '0.00').slice(0, -3))
		).toString();
	// 360,000 and 160,000 of jasa deferred, 120,000 of it earned.
	t.deepEqual(['1.1.11', '1.2.07', '1.2.08', '4.1.06'].map(moved), [
		'-10000000',
		'8400000',
		'-400000',
		'-120000',
	]);
	const {body} = await officer!.get(`/v1/loans/${id}/tranches`);
	t.deepEqual(
		body.items.map(({entry: _, ...one}: {entry: number}) => one),
		[
			{
				number: 1,
				disbursedOn: '2025-02-03',
				document: 'BA-2025-02-03',
				principal: '6000000.00',
				margin: '360000.00',
				isReversed: false,
			},
			{
				number: 2,
				disbursedOn: '2025-04-03',
				document: 'BA-2025-04-03',
				principal: '4000000.00',
				margin: '160000.00',
				isReversed: false,
			},
		],
	);
	t.deepEqual(
		(await stepsOf(id))
			.filter(({kind}: {kind: string}) => kind === 'disbursed')
			.map(({detail}: {detail: object}) => detail),
		[
			{tranche: '1', amount: '6000000.00', left: '4000000.00'},
			{tranche: '2', amount: '4000000.00', left: '0.00'},
		],
	);
	// As approved and paid out at once, 12 % flat in six months; the first schedule has a part only.
	const {body: schedule} = await officer!.get(`/v1/loans/${id}/schedule`);
	const whole = await approveOf(world, funded);
	await disburse(whole.id, '2025-02-03');
	const {body: atOnce} = await officer!.get(`/v1/loans/${whole.id}/schedule`);
	t.is(schedule.effectiveAnnualRatePercent, atOnce.effectiveAnnualRatePercent);
	// Settled on 3 May: what is due is owed, and of what is not due no jasa is asked for.
	const settled = await post(officer, id, 'settle', {
		paidOn: '2025-05-03',
		amount: '8100000',
		method: 'bank',
	});
	t.is(settled.status, 201, JSON.stringify(settled.body));
	t.like(settled.body, {principal: '8000000.00', marginDue: '100000.00', discount: '300000.00'});
	t.is((await disburse(id, '2025-05-03', '1')).body.code, 'lending/wrong-status');
});

test.serial('what may not go out is refused, and nothing is written', async (t) => {
	const {id} = await approveOf(world, funded);
	const whole = (
		await officer!.post('/v1/loans', {
			member: (await approveOf(world, funded)).member,
			allocation: funded.allocation.id,
			akad: 'qardh',
			purpose: 'Modal',
			principal: '1000000',
			instalments: 10,
			appliedOn: '2025-02-03',
		})
	).body.id;
	await post(supervisor, whole, 'approve', {decidedOn: '2025-02-03', reason: 'Layak'});
	await disburse(id, '2025-02-03', '6000000');
	const before = await countRows(world);
	const refused = async (answer: Promise<{status: number; body: {code: string}}>) => {
		const {status, body} = await answer;
		return `${status} ${body.code}`;
	};
	t.is(await refused(disburse(whole, '2025-02-03', '999999')), '422 lending/not-in-tranches');
	t.is(await refused(disburse(whole, '2025-02-03', '0')), '422 amount/zero');
	t.is(await refused(disburse(id, '2025-02-20', '4000001')), '422 lending/tranche-above-approved');
	t.is(await refused(disburse(id, '2025-02-02', '1000')), '422 lending/disbursed-before-approval');
	t.is(await refused(disburse(id, '2025-03-04', '1000')), '409 lending/tranche-while-late');
	t.is(await refused(reverse(id, '2025-02-20', {tranche: 2})), '404 lending/unknown-tranche');
	t.is(await refused(giveUp(id, '2025-02-02')), '422 lending/before-last-step');
	t.is(await refused(giveUp(id, '2025-09-16')), '422 lending/step-in-future');
	t.is(await refused(giveUp(whole, '2025-02-20')), '409 lending/wrong-status');
	t.deepEqual(await countRows(world), before);
	t.is((await post(supervisor, id, 'give-up', {on: '2025-02-20', reason: 'x'})).status, 403);
});

test.serial('no more tranches than the product has; the rest is given up', async (t) => {
	const {id} = await approveOf(world, funded);
	for (const on of ['2025-02-03', '2025-02-10', '2025-02-20']) await disburse(id, on, '1000000');
	const fourth = await disburse(id, '2025-02-21');
	t.is(fourth.status, 409);
	t.is(fourth.body.code, 'lending/tranches-used-up');
	const given = await giveUp(id, '2025-02-21');
	t.is(given.status, 200, JSON.stringify(given.body));
	t.like(given.body, {
		principal: '10000000.00',
		approved: '3000000.00',
		disbursed: '3000000.00',
		leftToDisburse: '0.00',
	});
	t.like((await officer!.get(`/v1/loans/${id}`)).body, {approved: '3000000.00'});
	t.like((await stepsOf(id)).at(-1), {
		kind: 'rest-given-up',
		reason: 'Modal cukup',
		detail: {amount: '7000000.00'},
	});
	t.is((await giveUp(id, '2025-02-21')).body.code, 'lending/nothing-left-to-disburse');
	t.is((await disburse(id, '2025-02-21')).body.code, 'lending/nothing-left-to-disburse');
});

test.serial('tranches are taken back from the latest on, and may go out again', async (t) => {
	const {id} = await approveOf(world, funded);
	await disburse(id, '2025-02-03', '6000000');
	const alone = await rowsOf(id);
	await disburse(id, '2025-02-10', '3000000');
	await disburse(id, '2025-02-20', '1000000');
	t.is((await reverse(id, '2025-02-25', {tranche: 2})).body.code, 'lending/tranche-not-last');
	t.is((await reverse(id, '2025-02-25', {tranche: 3})).status, 204);
	t.is((await reverse(id, '2025-02-26', {tranche: 2})).status, 204);
	t.deepEqual(await rowsOf(id), alone);
	t.like((await officer!.get(`/v1/loans/${id}`)).body, {
		status: 'disbursed',
		disbursed: '6000000.00',
		leftToDisburse: '4000000.00',
	});
	const {detail, kind} = (await stepsOf(id)).at(-1);
	t.is(kind, 'tranche-reversed');
	t.deepEqual(detail, {tranche: '2', amount: '3000000.00'});
	t.is((await disburse(id, '2025-02-27', '4000000')).body.disbursed, '10000000.00');
	await repay(id, '2025-03-03', '10000');
	t.is((await reverse(id, '2025-03-03', {tranche: 4})).body.code, 'lending/has-repayments');
	t.is((await reverse(id, '2025-03-03')).body.code, 'lending/has-repayments');
	const {repayments} = (await officer!.get(`/v1/loans/${id}/statement`)).body;
	await reverse(id, '2025-03-03', {repayment: repayments[0].id});
	t.is((await reverse(id, '2025-03-03')).status, 204);
	t.like((await officer!.get(`/v1/loans/${id}`)).body, {status: 'reversed', disbursed: '0.00'});
	t.deepEqual(await owedOf(id), {principal: '0.00', margin: '0.00', total: '0.00'});
});

test.serial('the only tranche that is left out is the whole of the loan', async (t) => {
	const {id} = await approveOf(world, funded);
	await disburse(id, '2025-02-03', '6000000');
	t.is((await reverse(id, '2025-02-04', {tranche: 1})).status, 204);
	t.is((await officer!.get(`/v1/loans/${id}`)).body.status, 'reversed');
});

test.serial('a schedule agreed since was agreed with the tranche in it', async (t) => {
	const {id} = await approveOf(world, funded);
	await disburse(id, '2025-02-03', '6000000');
	await disburse(id, '2025-02-10', '3000000');
	const eased = await server.signUp('supervisor', funded.book, 'darto');
	const agreed = await post(eased, id, 'reschedule', {
		effectiveOn: '2025-02-11',
		instalments: 12,
		reason: 'Musim sepi',
		document: 'ADD-1',
	});
	t.is(agreed.status, 201, JSON.stringify(agreed.body));
	const refused = await reverse(id, '2025-02-12', {tranche: 2});
	t.is(refused.body.code, 'lending/restructured-after-tranche');
	// The next tranche is laid over the twelve that are in force now.
	await disburse(id, '2025-02-12', '1000000');
	t.is((await rowsOf(id)).length, 12);
});

// The 100,000 before the second tranche paid 60,000 of jasa and 40,000 of the first instalment.
// From 10 February 21 of the 28 days to 3 March are left: 5.75 months at 1 % on 4,000,000 is
// 230,000, of which the first instalment bears 38,333 beside no other jasa. In all 9,960,000 +
// 530,000 is owed.
test.serial('late-found payments are taken after the latest tranche, not before it', async (t) => {
	const {id} = await approveOf(world, funded);
	await disburse(id, '2025-02-03', '6000000');
	await repay(id, '2025-02-10', '100000');
	await disburse(id, '2025-02-10', '4000000');
	const early = await repay(id, '2025-02-09', '50000');
	t.is(early.status, 422);
	t.is(early.body.code, 'lending/paid-before-schedule');
	const {member} = (await officer!.get(`/v1/loans/${id}`)).body;
	const spread = {paidOn: '2025-02-09', amount: '50000', method: 'cash'};
	const several = await officer!.post(`/v1/members/${member}/payments`, spread, english);
	t.is(several.body.code, 'lending/paid-before-schedule', JSON.stringify(several.body));
	t.is((await repay(id, '2025-03-03', '90000')).body.margin, '38333.00');
	const found = await repay(id, '2025-02-20', '60000');
	t.is(found.status, 201, JSON.stringify(found.body));
	t.like(found.body, {principal: '21667.00', margin: '38333.00'});
	t.is((await owedOf(id)).total, '10340000.00');
});
