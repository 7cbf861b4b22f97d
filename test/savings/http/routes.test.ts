// Savings over HTTP, each figure followed in the ledger.
import test from 'ava';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	createWorld,
	joinMember,
	lend,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let mine: Funded;
let [officer, supervisor, neighbour, auditor]: Client[] = [];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	const theirs = await openFunded(world, '17.71.02.1001');
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book);
	supervisor = await server.signUp('supervisor', mine.book);
	neighbour = await server.signUp('officer', theirs.book);
	auditor = await server.signUp('auditor', '17.71');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const join = async (): Promise<string> => (await joinMember(world, mine.book)).id;

const saving = (member: string, change: object = {}) => ({
	member,
	product: 'wadiah',
	effectiveOn: '2026-03-01',
	amount: '100000',
	method: 'cash',
	...change,
});

const save = async (member: string, change: object = {}) => {
	const {status, body} = await officer!.post('/v1/savings/deposits', saving(member, change));
	if (status !== 201) throw new Error(JSON.stringify(body));
	return body;
};

const english = {headers: {'accept-language': 'en'}};
const papers = {effectiveOn: '2026-03-31', reason: 'Salah catat', document: 'BA-1'};

/** What has been added to accounts since a moment: debits above zero, credits below. */
async function changes(run: () => Promise<unknown>): Promise<Record<string, string>> {
	const before = await balances(world, mine.book);
	await run();
	const after = await balances(world, mine.book);
	const changed: Record<string, string> = {};
	for (const [account, balance] of Object.entries(after)) {
		const change =
			BigInt(balance.replace('.', '')) - BigInt((before[account] ?? '0.00').replace('.', ''));
		if (change !== 0n) changed[account] = String(change / 100n);
	}
	return changed;
}

test.serial('each product is deposited to its account, with a numbered slip', async (t) => {
	const member = await join();
	const slips: string[] = [];
	const booked = await changes(async () => {
		for (const [product, amount, method] of [
			['pokok', '100000', 'cash'],
			['wajib', '20000', 'cash'],
			['wadiah', '50000', 'bank'],
			['mudharabah', '250000', 'cash'],
		]) {
			const {slip, entry, kind} = await save(member, {product, amount, method});
			slips.push(slip);
			const {body} = await auditor!.get(`/v1/books/${mine.book}/entries/${entry}`);
			t.like(body, {kind: 'saving-deposit', document: slip});
			t.is(kind, 'deposit');
		}
	});
	t.deepEqual(booked, {
		'1.1.01': '370000',
		'1.1.02': '50000',
		'3.1.01': '-100000',
		'3.1.02': '-20000',
		'2.1.01': '-50000',
		'2.5.01': '-250000',
	});
	t.deepEqual(slips, ['SS-1', 'SS-2', 'SS-3', 'SS-4']);
	const {body} = await officer!.get(`/v1/members/${member}/savings`);
	t.deepEqual(body.totals, {
		pokok: '100000.00',
		wajib: '20000.00',
		wadiah: '50000.00',
		mudharabah: '250000.00',
		all: '420000.00',
	});
	t.deepEqual(body.meta, {member, asOf: '2026-03-31', knownAt: null});
});

test.serial(
	'what is saved of one’s own will is withdrawn, and no more than there is',
	async (t) => {
		const member = await join();
		await save(member, {effectiveOn: '2026-03-02'});
		const taken = await changes(async () => {
			const answer = await officer!.post(
				'/v1/savings/withdrawals',
				saving(member, {amount: '40000', effectiveOn: '2026-03-10'}),
			);
			t.is(answer.status, 201, JSON.stringify(answer.body));
			t.like(answer.body, {kind: 'withdrawal', slip: 'PS-1', amount: '40000.00', isLeaving: false});
		});
		t.deepEqual(taken, {'1.1.01': '-40000', '2.1.01': '40000'});
		const tooMuch = await officer!.post(
			'/v1/savings/withdrawals',
			saving(member, {amount: '60000.01', effectiveOn: '2026-03-31'}),
			english,
		);
		t.is(tooMuch.status, 422);
		t.like(tooMuch.body, {
			code: 'savings/below-zero',
			detail:
				'Of the wadiah savings 60000.00 can be taken from 2026-03-31 on; 60000.01 would leave less than nothing.',
		});
		t.is(tooMuch.body.findings[0].path, 'body.amount');
		// On a day before the deposit nothing was there.
		const early = await officer!.post(
			'/v1/savings/withdrawals',
			saving(member, {amount: '1', effectiveOn: '2026-03-01'}),
		);
		t.is(early.body.code, 'savings/below-zero');
		const {body} = await officer!.get(`/v1/members/${member}/savings`);
		t.deepEqual(
			body.rows.map((row: Record<string, string>) => [
				row.effectiveOn,
				row.document,
				row.deposited,
				row.withdrawn,
				row.balance,
			]),
			[
				['2026-03-02', body.rows[0].document, '100000.00', '0.00', '100000.00'],
				['2026-03-10', 'PS-1', '0.00', '40000.00', '60000.00'],
			],
		);
	},
);

test.serial('a slip is reversed once, by the supervisor', async (t) => {
	const member = await join();
	const {id, entry} = await save(member);
	const path = `/v1/savings/${id}/reverse`;
	t.is((await officer!.post(path, papers)).status, 403);
	const booked = await changes(async () => {
		const {status, body} = await supervisor!.post(path, papers);
		t.is(status, 200, JSON.stringify(body));
		t.like(body, {reverses: id, slip: null, kind: 'deposit', effectiveOn: '2026-03-31'});
	});
	t.deepEqual(booked, {'1.1.01': '-100000', '2.1.01': '100000'});
	t.like((await officer!.get(`/v1/savings/${id}`)).body, {isReversed: true});
	const again = await supervisor!.post(path, papers);
	t.is(again.status, 409);
	t.is(again.body.code, 'savings/already-reversed');
	// Not past the savings either: the journal's own door sends it here.
	const around = await supervisor!.post(`/v1/books/${mine.book}/entries/${entry}/reverse`, papers);
	t.is(around.body.code, 'ledger/reversal-belongs-elsewhere');
});

test.serial('a deposit of which too much is gone is not reversed', async (t) => {
	const member = await join();
	const {id} = await save(member);
	const out = saving(member, {amount: '1', effectiveOn: '2026-03-31'});
	const {body: withdrawal} = await officer!.post('/v1/savings/withdrawals', out);
	const refused = await supervisor!.post(`/v1/savings/${id}/reverse`, papers);
	t.is(refused.body.code, 'savings/below-zero');
	t.is((await supervisor!.post(`/v1/savings/${withdrawal.id}/reverse`, papers)).status, 200);
	t.is((await supervisor!.post(`/v1/savings/${id}/reverse`, papers)).status, 200);
	const {body} = await officer!.get(`/v1/members/${member}/savings`);
	t.is(body.totals.all, '0.00');
	t.is(body.rows.length, 4);
	const reversal = body.rows.find(({reverses}: {reverses: number | null}) => reverses !== null);
	t.is(reversal.document, 'BA-1');
});

test.serial(
	'whoever leaves is paid back all, and comes back when that was a mistake',
	async (t) => {
		const member = await join();
		for (const product of ['pokok', 'wajib', 'mudharabah']) await save(member, {product});
		const leaving = {leftOn: '2026-03-15', method: 'cash', reason: 'Pindah kota'};
		const path = `/v1/members/${member}/leave`;
		let paid: {id: string; product: string; slip: string; isLeaving: boolean}[] = [];
		const booked = await changes(async () => {
			const {status, body} = await officer!.post(path, leaving);
			t.is(status, 200, JSON.stringify(body));
			paid = body.paidBack;
		});
		t.deepEqual(booked, {
			'1.1.01': '-300000',
			'2.5.01': '100000',
			'3.1.01': '100000',
			'3.1.02': '100000',
		});
		t.deepEqual(
			paid.map(({product, isLeaving}) => [product, isLeaving]),
			[
				['pokok', true],
				['wajib', true],
				['mudharabah', true],
			],
		);
		t.is(new Set(paid.map(({slip}) => slip)).size, 3);
		t.like((await officer!.get(`/v1/members/${member}`)).body, {
			leftOn: '2026-03-15',
			leftReason: 'Pindah kota',
		});
		const late = await officer!.post('/v1/savings/deposits', saving(member), english);
		t.is(late.status, 409);
		t.like(late.body, {code: 'savings/member-left'});
		t.is((await officer!.post(path, leaving)).body.code, 'savings/member-left');
		const alone = await supervisor!.post(`/v1/savings/${paid[0]!.id}/reverse`, papers);
		t.is(alone.body.code, 'savings/part-of-leaving');

		t.is((await officer!.post(`${path}/reverse`, papers)).status, 403);
		const undone = await changes(async () => {
			const {status, body} = await supervisor!.post(`${path}/reverse`, papers);
			t.is(status, 200, JSON.stringify(body));
			t.is(body.reversed.length, 3);
		});
		t.deepEqual(undone, {
			'1.1.01': '300000',
			'2.5.01': '-100000',
			'3.1.01': '-100000',
			'3.1.02': '-100000',
		});
		t.like((await officer!.get(`/v1/members/${member}`)).body, {leftOn: null, leftReason: null});
		t.is((await supervisor!.post(`${path}/reverse`, papers)).body.code, 'savings/not-left');
		const again = await officer!.post(path, {...leaving, leftOn: '2026-03-31'});
		t.is(again.body.paidBack.length, 3);
	},
);

test.serial(
	'whoever owes on a loan does not leave; a loan paid off does not keep them',
	async (t) => {
		const loan = await lend(world, mine, {principal: '1200000', instalments: 12});
		await save(loan.member);
		const path = `/v1/members/${loan.member}/leave`;
		const leaving = {leftOn: '2026-03-31', method: 'cash', reason: 'Pindah'};
		const owing = await officer!.post(path, leaving, english);
		t.is(owing.status, 409);
		t.is(owing.body.code, 'savings/has-debts');
		t.like((await officer!.get(`/v1/members/${loan.member}/savings`)).body, {
			totals: {all: '100000.00'},
		});
		const paid = await officer!.post(`/v1/loans/${loan.id}/repayments`, {
			paidOn: '2026-03-30',
			amount: '1200000',
			method: 'cash',
		});
		t.is(paid.status, 201, JSON.stringify(paid.body));
		t.is((await officer!.post(path, leaving)).status, 200);
	},
);

test.serial('a statement is as of a day and as known at a moment', async (t) => {
	const member = await join();
	await save(member, {effectiveOn: '2026-02-10'});
	await save(member, {effectiveOn: '2026-03-10', amount: '50000'});
	world.setDay('2026-04-02');
	await save(member, {effectiveOn: '2026-02-20', amount: '7000'});
	const total = async (query: string) => {
		const {status, body} = await officer!.get(`/v1/members/${member}/savings${query}`);
		t.is(status, 200, JSON.stringify(body));
		return body.totals.all;
	};
	t.is(await total(''), '157000.00');
	t.is(await total('?asOf=2026-02-09'), '0.00');
	t.is(await total('?asOf=2026-02-28'), '107000.00');
	t.is(await total('?asOf=2026-02-28&knownAt=2026-04-01T00:00:00%2B07:00'), '100000.00');
	t.is(await total('?knownAt=2026-04-01T00:00:00%2B07:00'), '150000.00');
	world.setDay('2026-03-31');
	const future = await officer!.get(`/v1/members/${member}/savings?asOf=2026-04-01`);
	t.is(future.body.code, 'savings/date-in-future');
});

test.serial('what is asked each month, and who is behind with it', async (t) => {
	world.setDay('2026-04-02');
	const alone = await openFunded(world, '17.71.03.1001');
	const own = await server.signUp('officer', alone.book);
	const head = await server.signUp('supervisor', alone.book);
	const ask = async (effectiveFrom: string, amount: string, by = head) =>
		by.post('/v1/savings/obligations', {
			cooperative: alone.book,
			effectiveFrom,
			amount,
			legalBasis: 'RAT 2025',
		});
	const behind = async (asOf: string) => {
		const path = `/v1/savings/behind?cooperative=${alone.book}&asOf=${asOf}`;
		const {status, body} = await own.get(path);
		t.is(status, 200, JSON.stringify(body));
		return body;
	};
	t.deepEqual((await behind('2026-03-31')).rows, []);
	t.is((await ask('2026-01', '20000', own)).status, 403);
	t.is((await ask('2026-01', '20000')).status, 201);
	t.is((await ask('2026-03', '25000')).status, 201);
	const back = await ask('2026-02', '1');
	t.is(back.status, 422);
	t.is(back.body.code, 'savings/obligation-not-later');
	const {items} = (await own.get(`/v1/savings/obligations?cooperative=${alone.book}`)).body;
	t.deepEqual(
		items.map((one: Record<string, string>) => [one.effectiveFrom, one.amount]),
		[
			['2026-01-01', '20000.00'],
			['2026-03-01', '25000.00'],
		],
	);

	const [paying, late] = [await joinMember(world, alone.book), await joinMember(world, alone.book)];
	for (const [member, amount] of [
		[paying.id, '65000'],
		[late.id, '30000'],
	]) {
		const {status} = await own.post(
			'/v1/savings/deposits',
			saving(member!, {product: 'wajib', amount, effectiveOn: '2026-03-20'}),
		);
		t.is(status, 201);
	}
	t.deepEqual(await behind('2026-03-31'), {
		meta: {cooperative: alone.book, asOf: '2026-03-31'},
		rows: [
			{
				member: late.id,
				number: late.number,
				name: late.name,
				joinedOn: '2025-01-11',
				due: '65000.00',
				paid: '30000.00',
				behind: '35000.00',
				monthsBehind: 2,
				since: '2026-02-01',
			},
		],
		totals: {members: 1, behind: '35000.00'},
	});
	// On 30 March two months were due, and both were paid by the one, not by the other.
	t.like(await behind('2026-03-30'), {totals: {members: 1, behind: '10000.00'}});
	// Before they paid, both were behind.
	t.like(await behind('2026-02-28'), {totals: {members: 2, behind: '80000.00'}});
	t.is((await neighbour!.get(`/v1/savings/behind?cooperative=${alone.book}`)).status, 404);
	t.is((await neighbour!.get(`/v1/savings/obligations?cooperative=${alone.book}`)).status, 404);
	const future = await own.get(`/v1/savings/behind?cooperative=${alone.book}&asOf=2026-04-03`);
	t.is(future.body.code, 'savings/date-in-future');
	world.setDay('2026-03-31');
});

test.serial('savings are listed page by page, of a member or of all', async (t) => {
	const member = await join();
	for (const amount of ['1', '2', '3']) await save(member, {amount});
	const all = (await officer!.get(`/v1/savings?member=${member}`)).body;
	t.deepEqual(
		all.items.map(({amount}: {amount: string}) => amount),
		['1.00', '2.00', '3.00'],
	);
	const first = (await officer!.get(`/v1/savings?member=${member}&limit=2`)).body;
	const next = `/v1/savings?member=${member}&limit=2&cursor=${first.nextCursor}`;
	const second = (await officer!.get(next)).body;
	t.deepEqual([...first.items, ...second.items], all.items);
	t.is(second.nextCursor, null);
	t.deepEqual((await neighbour!.get('/v1/savings')).body.items, []);
	t.is((await neighbour!.get(`/v1/savings/${all.items[0].id}`)).status, 404);
	t.is((await neighbour!.get(`/v1/members/${member}/savings`)).status, 404);
	t.is((await auditor!.get(`/v1/savings?cooperative=${mine.book}`)).status, 200);
});

test.serial('a deposit sent again with its key is taken once', async (t) => {
	const member = await join();
	const key = 'setoran-1';
	const first = await officer!.post('/v1/savings/deposits', saving(member), {key});
	const second = await officer!.post('/v1/savings/deposits', saving(member), {key});
	t.deepEqual(second.body, first.body);
	t.is((await officer!.get(`/v1/members/${member}/savings`)).body.totals.all, '100000.00');
});

test.serial('each wrong operation is refused by its name, and nothing is written', async (t) => {
	const member = await join();
	await save(member, {product: 'pokok'});
	const nobody = '00000000-0000-4000-8000-000000000000';
	const [deposits, withdrawals] = ['/v1/savings/deposits', '/v1/savings/withdrawals'];
	const leave = `/v1/members/${member}/leave`;
	const leaving = {leftOn: '2026-03-31', method: 'cash', reason: 'x'};
	const before = await balances(world, mine.book);
	const cases: readonly (readonly [Client, string, object, number, string])[] = [
		[officer!, withdrawals, saving(member, {product: 'pokok'}), 422, 'savings/locked'],
		[officer!, withdrawals, saving(member, {product: 'wajib'}), 422, 'savings/locked'],
		[officer!, withdrawals, saving(member), 422, 'savings/below-zero'],
		[
			officer!,
			deposits,
			saving(member, {effectiveOn: '2025-01-10'}),
			422,
			'savings/before-member-joined',
		],
		[officer!, deposits, saving(member, {effectiveOn: '2026-04-03'}), 422, 'ledger/date-in-future'],
		[officer!, deposits, saving(nobody), 404, 'member/unknown'],
		[officer!, deposits, saving(member, {product: 'berjangka'}), 422, 'field/not-one-of'],
		[officer!, deposits, saving(member, {amount: '0'}), 422, 'amount/zero'],
		[officer!, deposits, saving(member, {amount: '-5'}), 422, 'amount/negative'],
		[officer!, deposits, saving(member, {amount: '1.005'}), 422, 'amount/too-many-decimals'],
		[officer!, deposits, saving(member, {method: 'giro'}), 422, 'field/not-one-of'],
		[neighbour!, deposits, saving(member), 404, 'member/unknown'],
		[neighbour!, withdrawals, saving(member), 404, 'member/unknown'],
		[neighbour!, leave, leaving, 404, 'member/unknown'],
		[supervisor!, deposits, saving(member), 403, 'identity/forbidden'],
		[officer!, leave, {...leaving, leftOn: '2026-04-01'}, 422, 'savings/leaving-in-future'],
		[officer!, leave, {...leaving, leftOn: '2025-01-10'}, 422, 'savings/before-member-joined'],
		// The deposit came after the day on which they are said to have left.
		[officer!, leave, {...leaving, leftOn: '2026-02-28'}, 422, 'savings/below-zero'],
		[supervisor!, `${leave}/reverse`, papers, 409, 'savings/not-left'],
		[supervisor!, `/v1/savings/${nobody}/reverse`, papers, 404, 'savings/unknown'],
	];
	for (const [by, path, body, status, code] of cases) {
		const answer = await by.post(path, body, english);
		t.is(answer.status, status, `${code}: ${JSON.stringify(answer.body)}`);
		t.is(answer.body.code, code);
	}
	t.deepEqual(await balances(world, mine.book), before);
	t.like((await officer!.get(`/v1/members/${member}`)).body, {leftOn: null});
});

test.serial('an account of mudharabah savings is not moved by hand', async (t) => {
	const answer = await supervisor!.post(`/v1/books/${mine.book}/entries`, {
		effectiveOn: '2026-03-31',
		reason: 'x',
		document: 'y',
		lines: [
			{account: '1.1.01', side: 'debit', amount: '1'},
			{account: '2.5.01', side: 'credit', amount: '1'},
		],
	});
	t.is(answer.body.code, 'ledger/account-controlled');
});
