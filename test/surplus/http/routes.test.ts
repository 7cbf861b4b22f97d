// One cooperative from its rule to the last rupiah; the figures are worked out in ../setup.ts.
import test, {type ExecutionContext} from 'ava';
import {verify} from '../../../src/cli/verify.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type World,
	balances,
	countRows,
	createWorld,
	openCooperative,
} from '../../helpers/world.ts';
import {type Small, openSmall} from '../setup.ts';

let world: World;
let server: Server;
let small: Small;
let officer: Client;
let supervisor: Client;
let manager: Client;
let auditor: Client;
const at = (path: string) => `/v1/books/KOP-1771011001/${path}`;

test.before(async () => {
	world = await createWorld('2026-03-31');
	small = await openSmall(world);
	await openCooperative(world, '17.71.02.1001');
	server = await startServer(world);
	officer = await server.signUp('officer');
	supervisor = await server.signUp('supervisor');
	manager = await server.signUp('fund-manager');
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const parts = [
	{kind: 'general-reserve', name: 'Cadangan umum', percent: '30'},
	{kind: 'member-savings', name: 'Jasa simpanan', percent: '25'},
	{kind: 'member-business', name: 'Jasa usaha', percent: '25.0'},
	{kind: 'education', name: 'Dana pendidikan', percent: '5'},
	{kind: 'social', name: 'Dana sosial', percent: '2.5'},
	{kind: 'management', name: 'Dana pengurus', percent: '7.5'},
	{kind: 'employees', name: 'Dana karyawan', percent: '5'},
];
const rule = {
	effectiveFrom: '2026-01-01',
	basis: 'member-meeting',
	document: 'RAT-2026/1',
	parts,
};
const decision = {year: 2025, decidedOn: '2026-02-20', document: 'RAT-2026/2'};
const back = {effectiveOn: '2026-03-15', reason: 'Salah catat', document: 'BA-2'};

/** Refused by a code, and nothing anywhere is other than before. */
async function refused(
	t: ExecutionContext,
	ask: () => Promise<{status: number; body: {code: string}}>,
	status: number,
	code: string,
): Promise<void> {
	const before = await countRows(world);
	const answer = await ask();
	t.is(answer.body.code, code);
	t.is(answer.status, status);
	t.deepEqual(await countRows(world), before);
}

const sums = [
	['general-reserve', '30', '3.2.01', '12666.00', '12671.50', null],
	['member-savings', '25', '2.4.02', '10555.00', '10553.00', '241666.66'],
	['member-business', '25', '2.4.02', '10555.00', '10555.00', '50000.00'],
	['education', '5', '2.4.01', '2111.00', '2111.00', null],
	['social', '2.5', '2.4.01', '1055.00', '1055.00', null],
	['management', '7.5', '2.4.01', '3166.00', '3166.00', null],
	['employees', '5', '2.4.01', '2111.00', '2111.00', null],
];

type Part = Record<'kind' | 'percent' | 'account' | 'share' | 'amount', string> & {
	base: string | null;
};
const shown = (of: Part[]) =>
	of.map(({kind, percent, account, share, amount, base}) => [
		kind,
		percent,
		account,
		share,
		amount,
		base,
	]);

test.serial('without a rule of its own a cooperative distributes nothing', async (t) => {
	await refused(
		t,
		async () => manager.post(at('surplus-distributions'), decision),
		409,
		'surplus/no-rule',
	);
});

const wrongRules: readonly (readonly [string, object, string])[] = [
	[
		'99 per cent',
		{parts: [{...parts[0], percent: '29'}, ...parts.slice(1)]},
		'surplus/parts-not-whole',
	],
	[
		'a part of nothing',
		{parts: [...parts, {kind: 'other', name: 'X', percent: '0'}]},
		'surplus/percent-not-positive',
	],
	[
		'seven decimals',
		{parts: [{...parts[0], percent: '29.9999999'}, ...parts.slice(1)]},
		'surplus/percent-too-fine',
	],
	[
		'a kind twice',
		{parts: [...parts, {kind: 'social', name: 'X', percent: '1'}]},
		'surplus/part-twice',
	],
	[
		'no reserve',
		{parts: [{...parts[0], kind: 'other'}, ...parts.slice(1)]},
		'surplus/no-general-reserve',
	],
	[
		'a reserve that is a liability',
		{parts: [{...parts[0], account: '2.4.01'}, ...parts.slice(1)]},
		'surplus/wrong-account',
	],
	[
		'a fund into savings',
		{parts: [parts[0], parts[1], parts[2], {...parts[3], account: '2.1.01'}, ...parts.slice(4)]},
		'surplus/wrong-account',
	],
	['no savings named', {savingProducts: []}, 'surplus/no-saving-product'],
	['a percentage that is a word', {parts: [{...parts[0], percent: 'x'}]}, 'percent/malformed'],
];
test.serial('a rule that is none is refused by its own code', async (t) => {
	for (const [, change, code] of wrongRules) {
		const body = {...rule, ...change};
		await refused(t, async () => supervisor.post(at('surplus-rules'), body), 422, code);
	}
});

test.serial('the rule of a meeting is kept in versions', async (t) => {
	const {status, body} = await supervisor.post(at('surplus-rules'), rule);
	t.is(status, 201, JSON.stringify(body));
	t.like(body, {version: 1, document: 'RAT-2026/1', savingProducts: ['pokok', 'wajib']});
	t.is(body.parts[2].percent, '25');
	await refused(
		t,
		async () => supervisor.post(at('surplus-rules'), {...rule, effectiveFrom: '2025-12-31'}),
		422,
		'surplus/rule-not-later',
	);
	t.is((await officer.post(at('surplus-rules'), rule)).status, 403);
	t.is((await auditor.get(at('surplus-rules'))).body.items.length, 1);
});

test.serial('a preview has the figures, and writes nothing', async (t) => {
	const before = await countRows(world);
	const {status, body} = await auditor.get(
		at('surplus-distributions/preview?year=2025&decidedOn=2026-02-20'),
	);
	t.is(status, 200, JSON.stringify(body));
	t.is(body.surplus, '42222.50');
	t.deepEqual(shown(body.parts), sums);
	t.deepEqual(body.notShared, []);
	t.is(body.members, 3);
	t.deepEqual(await countRows(world), before);
});

const impossible: readonly (readonly [object, number, string])[] = [
	[{year: 2024, decidedOn: '2025-02-20'}, 409, 'surplus/year-not-closed'],
	[{decidedOn: '2025-12-31'}, 422, 'surplus/decided-too-early'],
	[{decidedOn: '2026-04-01'}, 422, 'surplus/decided-in-future'],
	[{decidedOn: '2026-02-30'}, 422, 'date/not-a-day'],
	[{year: 1999}, 422, 'count/out-of-range'],
];
test.serial('a distribution that cannot be is refused by its own code', async (t) => {
	for (const [change, status, code] of impossible) {
		const body = {...decision, ...change};
		await refused(t, async () => manager.post(at('surplus-distributions'), body), status, code);
	}
	// Who closed the year is the supervisor of the world, penyelia.
	const same = await server.signUp('supervisor', 'all', 'penyelia');
	await refused(
		t,
		async () => same.post(at('surplus-distributions'), decision),
		409,
		'surplus/same-person',
	);
	t.is((await officer.post(at('surplus-distributions'), decision)).status, 403);
});

let id: string;

test.serial('the surplus is distributed to the sen', async (t) => {
	const held = await balances(world, small.funded.book);
	t.is(held['3.2.09'], '-42222.50');
	const {status, body} = await manager.post(at('surplus-distributions'), decision);
	t.is(status, 201, JSON.stringify(body));
	id = body.id;
	t.is(body.surplus, '42222.50');
	t.deepEqual(shown(body.parts), sums);
	t.like(await balances(world, small.funded.book), {
		'3.2.09': '0.00',
		'3.2.01': '-12671.50',
		'2.4.01': '-8443.00',
		'2.4.02': '-21108.00',
	});
	const shares = (await auditor.get(at(`surplus-distributions/${id}/shares`))).body.items;
	t.deepEqual(
		shares.map((one: Record<string, string>) => [
			one.member,
			one.savingsBase,
			one.businessBase,
			one.savingsShare,
			one.businessShare,
			one.left,
		]),
		[
			[small.a.id, '116666.66', '30000.00', '5095.00', '6333.00', '11428.00'],
			[small.b.id, '50000.00', '20000.00', '2183.00', '4222.00', '6405.00'],
			[small.c.id, '75000.00', '0.00', '3275.00', '0.00', '3275.00'],
		],
	);
	const entry = (await auditor.get(at(`entries/${body.firstEntry}`))).body;
	t.like(entry, {kind: 'surplus-distribution', document: 'RAT-2026/2', effectiveOn: '2026-02-20'});
	// Fund by fund: the fund earned all of it, and what names none had the expenses.
	t.deepEqual(
		entry.lines
			.filter(({account}: {account: string}) => account === '3.2.09')
			.map((line: Record<string, string>) => [line.side, line.amount, line.fund ?? null]),
		[
			['debit', '50000.00', small.funded.allocation.id],
			['credit', '7777.50', null],
		],
	);
	t.is((await auditor.get(at('surplus-distributions'))).body.items.length, 1);
});

test.serial('a year is distributed once, and stays closed', async (t) => {
	await refused(
		t,
		async () => manager.post(at('surplus-distributions'), decision),
		409,
		'surplus/already-distributed',
	);
	await refused(
		t,
		async () =>
			supervisor.post(at(`entries/${small.closing.number}/reverse`), {
				...back,
				effectiveOn: '2025-12-31',
			}),
		409,
		'surplus/year-distributed',
	);
});

const pay = async (change: object = {}) =>
	officer.post(at(`surplus-distributions/${id}/payouts`), {
		member: small.a.id,
		amount: '10000',
		paidOn: '2026-03-01',
		way: 'cash',
		...change,
	});
let cash: string;
let saving: string;

test.serial('members are paid as they wish, and no more than is theirs', async (t) => {
	const paid = await pay();
	t.is(paid.status, 201, JSON.stringify(paid.body));
	t.like(paid.body, {slip: 'SH-1', amount: '10000.00', way: 'cash', isReversed: false});
	cash = paid.body.id;
	const saved = await pay({amount: '428', way: 'savings', product: 'wadiah'});
	t.is(saved.status, 201, JSON.stringify(saved.body));
	t.regex(saved.body.slip, /^SS-\d+$/);
	saving = saved.body.id;
	// Whoever left is paid what they earned, but has no savings to put it into.
	const left = await pay({member: small.c.id, amount: '3275', way: 'bank'});
	t.is(left.body.code, 'ledger/floor-broken');
	t.is((await pay({member: small.c.id, amount: '3275'})).status, 201);
	t.like(await balances(world, small.funded.book), {'2.4.02': '-7405.00', '2.1.01': '-500428.00'});
	const savings = (await auditor.get(`/v1/members/${small.a.id}/savings`)).body.totals;
	t.is(savings.wadiah, '500428.00');
	const list = (await auditor.get(at(`surplus-payouts?distribution=${id}&limit=2`))).body;
	t.is(list.items.length, 2);
	t.is((await auditor.get(at(`surplus-payouts?cursor=${list.nextCursor}`))).body.items.length, 1);
	t.is((await auditor.get(at(`surplus-payouts?member=${small.a.id}`))).body.items.length, 2);
});

const wrongPayouts: readonly (readonly [() => object, number, string])[] = [
	[() => ({amount: '1000.01'}), 422, 'surplus/above-left'],
	[() => ({member: small.c.id, amount: '1'}), 422, 'surplus/above-left'],
	[() => ({paidOn: '2026-02-19', amount: '1'}), 422, 'surplus/paid-too-early'],
	[() => ({paidOn: '2026-04-01', amount: '1'}), 422, 'ledger/date-in-future'],
	[() => ({way: 'savings', amount: '1'}), 422, 'surplus/product-needed'],
	[() => ({product: 'wadiah', amount: '1'}), 422, 'surplus/product-needed'],
	[() => ({amount: '0'}), 422, 'amount/zero'],
	[() => ({way: 'gold'}), 422, 'field/not-one-of'],
	[() => ({member: '0190b1c0-0000-7000-8000-000000000000'}), 404, 'member/unknown'],
];
test.serial('a payout that cannot be is refused by its own code', async (t) => {
	for (const [change, status, code] of wrongPayouts) {
		await refused(t, async () => pay(change()), status, code);
	}
	const nowhere = '0190b1c0-0000-7000-8000-000000000000';
	const elsewhere = at(`surplus-distributions/${nowhere}/payouts`);
	const body = {member: small.a.id, amount: '1', paidOn: '2026-03-01', way: 'cash'};
	await refused(t, async () => officer.post(elsewhere, body), 404, 'surplus/unknown');
	t.is((await supervisor.post(at(`surplus-distributions/${id}/payouts`), body)).status, 403);
});

test.serial('a slip is printed and checked like any other', async (t) => {
	const {status, body} = await officer.get(at('receipts/SH-1'), {accept: 'text/html'});
	t.is(status, 200, JSON.stringify(body).slice(0, 300));
});

test.serial('nothing is taken back while something of it is paid out', async (t) => {
	const address = at(`surplus-distributions/${id}/reverse`);
	await refused(t, async () => supervisor.post(address, back), 409, 'surplus/paid-out');
});

test.serial('payouts are taken back, then the distribution, then the closing', async (t) => {
	const reverse = async (payout: string, change: object = {}) =>
		supervisor.post(at(`surplus-payouts/${payout}/reverse`), {...back, ...change});
	for (const payout of [cash, saving]) {
		const {status, body} = await reverse(payout);
		t.is(status, 200, JSON.stringify(body));
		t.true(body.isReversed);
	}
	await refused(t, async () => reverse(cash), 409, 'surplus/payout-reversed');
	await refused(
		t,
		async () => reverse('0190b1c0-0000-7000-8000-000000000000'),
		404,
		'surplus/unknown-payout',
	);
	const {items} = (await auditor.get(at(`surplus-payouts?member=${small.c.id}`))).body;
	await reverse(items[0].id);
	t.like(await balances(world, small.funded.book), {'2.4.02': '-21108.00', '2.1.01': '-500000.00'});
	const address = at(`surplus-distributions/${id}/reverse`);
	await refused(
		t,
		async () => supervisor.post(address, {...back, effectiveOn: '2026-03-14'}),
		422,
		'surplus/reversal-too-early',
	);
	const {status, body} = await supervisor.post(address, back);
	t.is(status, 200, JSON.stringify(body));
	t.is(body.reversal.effectiveOn, '2026-03-15');
	await refused(t, async () => supervisor.post(address, back), 409, 'surplus/already-reversed');
	t.is((await pay({amount: '1'})).body.code, 'surplus/already-reversed');
	t.like(await balances(world, small.funded.book), {
		'3.2.09': '-42222.50',
		'3.2.01': '0.00',
		'2.4.01': '0.00',
		'2.4.02': '0.00',
	});
	// The year may be distributed anew.
	const anew = await manager.post(at('surplus-distributions'), decision);
	t.is(anew.status, 201, JSON.stringify(anew.body));
	t.not(anew.body.id, id);
});

test.serial('the books keep every law', async (t) => {
	t.deepEqual((await verify(world)).lines, []);
});

test.serial('a stranger and another cooperative see nothing', async (t) => {
	const outsider = await server.signUp('supervisor', 'KOP-1771021001');
	for (const path of ['surplus-rules', 'surplus-distributions', 'surplus-payouts']) {
		t.is((await server.stranger.get(at(path))).status, 401);
		const {status, body} = await outsider.get(at(path));
		t.is(status, 404);
		t.is(body.code, 'ledger/unknown-book');
	}
});
