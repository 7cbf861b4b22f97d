// What a cooperative lends, as data: over HTTP, into the books, and against who would bend it.
import test from 'ava';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	createWorld,
	joinMember,
	openCity,
	openFunded,
} from '../helpers/world.ts';

let world: World;
let server: Server;
let officer: Client;
let supervisor: Client;
let funded: Funded;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer');
	supervisor = await server.signUp('supervisor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const productsPath = (): string => `/v1/cooperatives/${funded.book}/products`;

const flat = {
	code: 'PJM-12',
	name: 'Pinjaman dua belas bulan',
	effectiveFrom: '2026-01-01',
	akad: 'jasa',
	method: 'flat',
	principalMin: '500000',
	principalMax: '10000000',
	instalmentsMin: 1,
	instalmentsMax: 24,
	period: {unit: 'month', every: 1},
	yearlyRate: '0.12',
	fees: [
		{name: 'Administrasi', kind: 'fixed', amount: '15000'},
		{name: 'Provisi', kind: 'percent', rate: '0.01'},
	],
	legalBasis: 'Keputusan RAT 2025',
};

async function applyFor(change: Record<string, unknown>) {
	const member = await joinMember(world, funded.book);
	return officer.post('/v1/loans', {
		member: member.id,
		allocation: funded.allocation.id,
		akad: 'jasa',
		purpose: 'Modal warung',
		principal: '1200000',
		instalments: 12,
		appliedOn: '2026-02-02',
		...change,
	});
}

async function disburse(id: string) {
	const decision = {decidedOn: '2026-02-02', reason: 'Layak'};
	await supervisor.post(`/v1/loans/${id}/approve`, decision);
	return officer.post(`/v1/loans/${id}/disburse`, {disbursedOn: '2026-02-02', document: 'BA-1'});
}

// 12 % a year flat on 1,200,000 is 144,000, 12,000 a month; fees of 15,000 and 1 %.
test.serial('a loan at a rate: schedule, books, fees and events', async (t) => {
	const made = await supervisor.post(productsPath(), flat);
	t.is(made.status, 201, JSON.stringify(made.body));
	t.is(made.body.version, 1);
	const before = await balances(world, funded.book);
	const applied = await applyFor({product: 'PJM-12'});
	t.is(applied.status, 201, JSON.stringify(applied.body));
	t.deepEqual(applied.body.product, {code: 'PJM-12', version: 1});
	const disbursed = await disburse(applied.body.id);
	t.is(disbursed.status, 200, JSON.stringify(disbursed.body));
	const after = await balances(world, funded.book);
	const change = (account: string): string =>
		(
			Number.parseInt(after[account] ?? '0', 10) - Number.parseInt(before[account] ?? '0', 10)
		).toString();
	t.deepEqual(['1.2.07', '1.2.08', '1.1.11', '1.1.01', '4.1.05'].map(change), [
		'1344000',
		'-144000',
		'-1200000',
		'27000',
		'-27000',
	]);
	const {body: schedule} = await officer.get(`/v1/loans/${applied.body.id}/schedule`);
	t.like(schedule.rows[0], {dueOn: '2026-03-02', principal: '100000.00', margin: '12000.00'});
	t.is(schedule.rows.length, 12);
	const {body: events} = await officer.get(`/v1/loans/${applied.body.id}/events`);
	t.deepEqual(
		events.items.map(({kind}: {kind: string}) => kind),
		['applied', 'approved', 'disbursed'],
	);
	const paid = await officer.post(`/v1/loans/${applied.body.id}/repayments`, {
		paidOn: '2026-03-02',
		amount: '112000',
		method: 'cash',
	});
	t.like(paid.body, {principal: '100000.00', margin: '12000.00'});
	t.is((await balances(world, funded.book))['4.1.06'], '-12000.00');
});

test.serial(
	'a new version holds for new loans from its day; another akad is another product',
	async (t) => {
		const next = await supervisor.post(productsPath(), {
			...flat,
			effectiveFrom: '2026-03-01',
			yearlyRate: '0.18',
		});
		t.is(next.body.version, 2);
		t.deepEqual((await applyFor({product: 'PJM-12'})).body.product, {code: 'PJM-12', version: 1});
		t.deepEqual((await applyFor({product: 'PJM-12', appliedOn: '2026-03-01'})).body.product, {
			code: 'PJM-12',
			version: 2,
		});
		const late = await supervisor.post(productsPath(), {...flat, effectiveFrom: '2026-02-01'});
		t.is(late.body.code, 'lending/product-version-late');
		const other = {...flat, akad: 'qardh', method: 'bullet', fees: [], effectiveFrom: '2026-04-01'};
		const {yearlyRate: _, ...qardh} = other;
		t.is((await supervisor.post(productsPath(), qardh)).body.code, 'lending/product-akad-changed');
		t.is((await officer.get(productsPath())).body.items.length, 2);
	},
);

test.serial(
	'what a fatwa forbids is refused by name, and an officer makes no product',
	async (t) => {
		const {yearlyRate: _, ...plain} = flat;
		const qardh = {
			...plain,
			code: 'QRD-10',
			akad: 'qardh',
			method: 'equal-principal',
			lateFine: {amount: '5000', to: 'income'},
		};
		const refused = await supervisor.post(productsPath(), qardh, {
			headers: {'accept-language': 'en'},
		});
		t.is(refused.status, 422);
		t.deepEqual(
			refused.body.findings.map(({code, path}: {code: string; path: string}) => `${code} ${path}`),
			['lending/qardh-percent-fee body.fees[1].kind', 'lending/fine-as-income body.lateFine.to'],
		);
		t.regex(JSON.stringify(refused.body), /DSN-MUI fatwa 19\/2001.*DSN-MUI fatwa 17\/2000/);
		t.is((await officer.post(productsPath(), flat)).status, 403);
	},
);

test.serial('PostgreSQL holds the same against everybody', async (t) => {
	const {rows} = await world.database.owner.raw('select * from loan_products limit 1');
	const good = {
		...rows[0],
		code: 'SQL-1',
		version: 1,
		waterfall: '{}',
		fees: '[]',
		late_fine: null,
	};
	const refusedBy = async (constraint: string, change: Record<string, unknown>): Promise<void> => {
		const error = await t.throwsAsync<Error & {constraint?: string}>(
			world.database.owner('loan_products').insert({...good, ...change}),
		);
		t.is(error.constraint, constraint);
	};
	const qardh = {akad: 'qardh', method: 'bullet', yearly_rate: null};
	const percent = JSON.stringify([{name: 'x', kind: 'percent', rate: '0.01'}]);
	await refusedBy('loan_products_qardh_fee_check', {...qardh, fees: percent});
	await refusedBy('loan_products_fine_check', {
		...qardh,
		late_fine: JSON.stringify({amount: '1', to: 'income'}),
	});
	await refusedBy('loan_products_rate_check', {yearly_rate: null});
	await refusedBy('loan_products_method_check', {...qardh, method: 'annuity'});
	await refusedBy('loan_products_fees', {fees: JSON.stringify([{name: 'x', kind: 'gift'}])});
	await refusedBy('loan_products_forward', {version: 3});
	await t.throwsAsync(
		world.database.owner('loan_products').where({code: 'PJM-12'}).update({name: 'x'}),
		{message: /corrected by reversal/},
	);
});

test.serial('a loan out of the bounds of its product, or at a rate without one', async (t) => {
	const found = async (change: Record<string, unknown>): Promise<string[]> =>
		(await applyFor(change)).body.findings.map(({code}: {code: string}) => code);
	t.deepEqual(await found({product: 'PJM-12', principal: '400000', instalments: 25}), [
		'lending/product-principal',
		'lending/product-instalments',
	]);
	t.deepEqual(await found({}), ['lending/product-needed']);
	t.deepEqual(await found({product: 'PJM-99'}), ['lending/unknown-product']);
	t.deepEqual(await found({akad: 'mudharabah'}), ['lending/nisbah-missing']);
	t.deepEqual(await found({akad: 'ijarah'}), ['lending/ijarah-without-rent']);
});

test.serial('holidays move due dates where the product says so', async (t) => {
	const administrator = await server.signUp('administrator');
	const holiday = {day: '2026-08-17', name: 'Kemerdekaan', legalBasis: 'Keppres 24/1953'};
	t.is((await administrator.post('/v1/holidays', holiday)).status, 201);
	t.is((await administrator.post('/v1/holidays', holiday)).body.code, 'lending/holiday-known');
	await supervisor.post(productsPath(), {
		...flat,
		code: 'PJM-LIBUR',
		workingDayShift: 'next',
		restDays: [6, 7],
		cutOffDay: 20,
	});
	const {body} = await applyFor({product: 'PJM-LIBUR'});
	await disburse(body.id);
	const {body: schedule} = await officer.get(`/v1/loans/${body.id}/schedule`);
	t.deepEqual(
		schedule.rows.slice(0, 7).map(({dueOn}: {dueOn: string}) => dueOn),
		// 2 May 2026 is a Saturday, 2 August a Sunday.
		[
			'2026-03-02',
			'2026-04-02',
			'2026-05-04',
			'2026-06-02',
			'2026-07-02',
			'2026-08-03',
			'2026-09-02',
		],
	);
	t.regex(schedule.rule, /closed days: next/);
});

test.serial('a share of profit is taken when it was made, and the capital stays', async (t) => {
	const {body} = await applyFor({akad: 'mudharabah', nisbah: '0.3'});
	t.is(body.nisbah, '0.3');
	await disburse(body.id);
	const share = {paidOn: '2026-03-10', amount: '45000', method: 'bank', reason: 'Laba Februari'};
	const taken = await officer.post(`/v1/loans/${body.id}/profit-shares`, share);
	t.is(taken.status, 201, JSON.stringify(taken.body));
	t.is((await balances(world, funded.book))['4.1.02'], '-45000.00');
	const {body: statement} = await officer.get(`/v1/loans/${body.id}/statement`);
	t.is(statement.owed.principal, '1200000.00');
	const {body: qardh} = await applyFor({akad: 'qardh'});
	await disburse(qardh.id);
	const refused = await officer.post(`/v1/loans/${qardh.id}/profit-shares`, share);
	t.is(refused.body.code, 'lending/no-profit-share');
});
