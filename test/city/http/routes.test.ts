// The city's book over HTTP: the fund manager proposes, another confirms, the auditor reads, and
// everyone else is kept out; what is wrong is told with its code and writes nothing.
import test from 'ava';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {type Funded, type World, city, countRows} from '../../helpers/world.ts';
import {collect, createOldWorld, openOld, provideFor, registerBendahara} from '../setup.ts';

let world: World;
let server: Server;
let funded: Funded;
let bendahara: string;
let manager: Client;
let deputy: Client;
let auditor: Client;

test.before(async () => {
	world = await createOldWorld('2026-03-31');
	funded = await openOld(world);
	await collect(world, funded, '60000000');
	bendahara = await registerBendahara(world, funded);
	server = await startServer(world);
	manager = await server.signUp('fund-manager', '17.71');
	deputy = await server.signUp('fund-manager', '17.71');
	auditor = await server.signUp('auditor', '17.71');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

/** Only what is told of the refusal; and that nothing was written but the sign-ups' own rows. */
async function refusal(run: () => Promise<{status: number; body: {code?: string}}>) {
	const {users: _, user_grants: __, api_tokens: ___, ...before} = await countRows(world);
	const {status, body} = await run();
	const {users: ____, user_grants: _____, api_tokens: ______, ...after} = await countRows(world);
	return [status, body.code, JSON.stringify(before) === JSON.stringify(after)];
}

test.serial('the closing of a balance date, and the policy with its basis', async (t) => {
	const path = `/v1/city/${city}/current-portions`;
	const done = await manager.post(path, {balanceDate: '2018-12-31'});
	t.is(done.status, 201, JSON.stringify(done.body));
	t.like(done.body.items[0], {balanceDate: '2018-12-31', required: '400000000.00'});
	const again = await manager.post(path, {balanceDate: '2018-12-31'});
	t.deepEqual(again.body.items, []);
	t.is((await auditor.get(path)).body.items.length, 1);
	t.deepEqual(await refusal(async () => auditor.post(path, {balanceDate: '2018-12-31'})), [
		403,
		'identity/forbidden',
		true,
	]);
	t.deepEqual(await refusal(async () => manager.post(path, {balanceDate: '2026-03-31'})), [
		422,
		'city/balance-date-not-past',
		true,
	]);
	const ofCooperative = `/v1/city/${funded.book}/current-portions`;
	t.deepEqual(await refusal(async () => manager.post(ofCooperative, {balanceDate: '2018-12-31'})), [
		422,
		'city/not-a-city-book',
		true,
	]);
	const {body} = await auditor.get('/v1/city-policies');
	t.like(body.items[0], {
		provisionPolicy: 'permendagri-73',
		councilAbove: '5000000000.00',
		status: 'provisional',
	});
});

test.serial('the annex equals the trial balance to the rupiah', async (t) => {
	const provided = await manager.post(`/v1/city/${city}/provisions`, {month: '2018-12'});
	t.like(provided.body.items[0], {
		class: 'kurang-lancar',
		monthsPastDue: 25,
		base: '500000000.00',
		required: '50000000.00',
	});
	t.is((await auditor.get(`/v1/city/${city}/provisions`)).body.items.length, 1);
	const asked = `book=${city}&asOf=2018-12-31`;
	const annex = await auditor.get(`/v1/reports/revolving-fund-annex?${asked}`, {
		'accept-language': 'id',
	});
	t.is(annex.status, 200);
	t.like(annex.body.rows[0], {
		cooperative: funded.book,
		class: 'kurang-lancar',
		className: 'Kurang lancar',
		opening: '500000000.00',
		closing: '500000000.00',
		currentPortion: '400000000.00',
		provision: '50000000.00',
		netRealisableValue: '450000000.00',
	});
	t.true(annex.body.meta.isProvisional);
	t.regex(annex.body.meta.notice, /^Kebijakan sementara/u);
	t.true(annex.body.control.isBalanced);
	const {body} = await auditor.get(`/v1/reports/trial-balance?${asked}`);
	const of = (account: string) =>
		body.rows.find((row: {account: string}) => row.account === account);
	t.is(of('1.1.2').debit, '400000000.00');
	t.is(of('1.2.1').debit, '100000000.00');
	t.is(of('1.2.2').credit, annex.body.totals.provision);
	const bad = `/v1/reports/revolving-fund-annex?${asked}&from=2019-01-01`;
	t.deepEqual(await refusal(async () => auditor.get(bad)), [422, 'report/from-after-to', true]);
	const future = `/v1/reports/revolving-fund-annex?book=${city}&asOf=2026-04-01`;
	t.deepEqual(await refusal(async () => auditor.get(future)), [
		422,
		'report/as-of-in-future',
		true,
	]);
	const officer = await server.signUp('officer', funded.book);
	t.is((await officer.get(`/v1/reports/revolving-fund-annex?${asked}`)).status, 404);
});

test.serial('a write-off is proposed by one and confirmed by another', async (t) => {
	await provideFor(world, '2025-05');
	const path = `/v1/allocations/${funded.allocation.id}/write-offs`;
	const body = {
		step: 'conditional',
		amount: '100000000',
		effectiveOn: '2025-07-01',
		decree: 'SK-1',
		decreeOn: '2025-07-01',
		reason: 'Koperasi bubar',
	};
	t.deepEqual(await refusal(async () => auditor.post(path, body)), [
		403,
		'identity/forbidden',
		true,
	]);
	t.deepEqual(await refusal(async () => manager.post(path, {...body, amount: '440000001'})), [
		422,
		'city/writes-off-more',
		true,
	]);
	const proposed = await manager.post(path, body);
	t.is(proposed.status, 201, JSON.stringify(proposed.body));
	const one = `/v1/fund-write-offs/${proposed.body.id}`;
	const reason = {reason: 'Sesuai SK'};
	t.deepEqual(await refusal(async () => manager.post(`${one}/confirm`, reason)), [
		403,
		'city/same-person',
		true,
	]);
	const confirmed = await deputy.post(`${one}/confirm`, reason);
	t.like(confirmed.body.decision, {outcome: 'confirmed', entry: null, isReversed: false});
	t.deepEqual(await refusal(async () => deputy.post(`${one}/reject`, reason)), [
		409,
		'city/write-off-decided',
		true,
	]);
	t.is((await auditor.get(path)).body.items.length, 1);
	t.is((await auditor.get(one)).body.number, 1);
	const rejected = await manager.post(path, {...body, amount: '1'});
	t.is((await deputy.post(`/v1/fund-write-offs/${rejected.body.id}/reject`, reason)).status, 200);
	const officer = await server.signUp('officer', funded.book);
	const recovery = await officer.post(`/v1/allocations/${funded.allocation.id}/recoveries`, {
		document: 'STS-1',
		remittedOn: '2025-08-01',
		amount: '1000000',
		method: 'cash',
	});
	t.is(recovery.status, 201, JSON.stringify(recovery.body));
	const back = {effectiveOn: '2025-09-01', reason: 'Keliru', document: 'BA-1'};
	await manager.post(`/v1/allocations/${funded.allocation.id}/reverse`, {
		...back,
		operation: recovery.body.id,
	});
	const reversed = await manager.post(`${one}/reverse`, back);
	t.true(reversed.body.decision.isReversed);
	t.deepEqual(await refusal(async () => manager.post(`${one}/reverse`, back)), [
		409,
		'city/write-off-not-confirmed',
		true,
	]);
});

test.serial('a claim from its report to its settlement, with its evidence', async (t) => {
	const path = `/v1/allocations/${funded.allocation.id}/claims`;
	const body = {
		pengurus: bendahara,
		shortage: 'cash',
		amount: '50000000',
		foundOn: '2025-06-01',
		foundBy: 'Inspektorat',
		description: 'Kas tidak sesuai',
	};
	t.deepEqual(await refusal(async () => manager.post(path, {...body, foundOn: '2013-12-31'})), [
		422,
		'city/unknown-pengurus',
		true,
	]);
	const reported = await manager.post(path, body);
	t.is(reported.status, 201, JSON.stringify(reported.body));
	const one = `/v1/fund-claims/${reported.body.id}`;
	const paper = {
		name: 'berita-acara.pdf',
		contentBase64: Buffer.from('%PDF-1.7 kas opname').toString('base64'),
	};
	t.is((await auditor.post(`${one}/attachments`, paper)).status, 403);
	const kept = await manager.post(`${one}/attachments`, paper);
	t.like(kept.body, {
		ownerKind: 'fund-claim',
		owner: reported.body.id,
		mediaType: 'application/pdf',
	});
	t.is((await auditor.get(`${one}/attachments`)).body.items.length, 1);
	t.is((await auditor.get(`${one}/attachments/${kept.body.id}`)).status, 200);

	const step = {occurredOn: '2025-06-10', document: 'SKTJM-1', reason: 'Mengakui'};
	const statement = {
		...step,
		basis: 'sktjm',
		instalments: [
			{dueOn: '2025-12-31', amount: '20000000'},
			{dueOn: '2026-12-31', amount: '30000000'},
		],
	};
	t.deepEqual(await refusal(async () => manager.post(`${one}/state`, statement)), [
		403,
		'city/same-person',
		true,
	]);
	t.deepEqual(await refusal(async () => manager.post(`${one}/payments`, {...step, amount: '1'})), [
		409,
		'city/claim-state',
		true,
	]);
	const stated = await deputy.post(`${one}/state`, statement);
	t.is(stated.status, 200, JSON.stringify(stated.body));
	t.like(stated.body, {state: 'stated', left: '50000000.00'});
	t.true(stated.body.instalments[0].isOverdue);
	t.deepEqual(await refusal(async () => deputy.post(`${one}/state`, statement)), [
		409,
		'city/claim-state',
		true,
	]);
	t.deepEqual(await refusal(async () => deputy.post(`${one}/drop`, step)), [
		409,
		'city/claim-state',
		true,
	]);
	t.is((await manager.post(`${one}/prosecute`, step)).body.state, 'prosecuted');
	const paid = await manager.post(`${one}/payments`, {...step, amount: '50000000'});
	t.like(paid.body, {state: 'settled', left: '0.00'});
	t.deepEqual(await refusal(async () => manager.post(`${one}/cancel`, step)), [
		409,
		'city/claim-has-payments',
		true,
	]);
	const {receipt} = paid.body.events.at(-1);
	const back = await manager.post(`${one}/reverse-payment`, {...step, receipt});
	t.is(back.body.state, 'prosecuted');
	const health = await auditor.get('/v1/reports/fund-health?region=17.71');
	t.is(health.body.totals.sums.claims, '50000000.00');
	t.true(health.body.mirror.isBalanced);
	const officer = await server.signUp('officer', funded.book);
	const own = await officer.get('/v1/reports/fund-health?region=17.71.01.1001');
	t.is(own.body.totals.sums.claims, null);
	t.is((await manager.post(`${one}/cancel`, step)).body.state, 'cancelled');
	const list = await auditor.get(`/v1/city/${city}/claims?allocation=${funded.allocation.id}`);
	t.deepEqual(
		list.body.items.map(({state}: {state: string}) => state),
		['cancelled'],
	);
	const outsider = await server.signUp('fund-manager', '17.71.02');
	t.is((await outsider.get(one)).status, 404);
	t.is((await officer.get(one)).status, 403);
	t.is((await manager.get('/v1/fund-claims/0190b1c0-0000-7000-8000-000000000000')).status, 404);
});
