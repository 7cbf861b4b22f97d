// The rest of a loan's life over HTTP: checked, withdrawn, eased, written off and recovered; and
// each step refused in each wrong state, with nothing written.
import test from 'ava';
import {cooperativeAccounts} from '../../../src/cooperatives/index.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {confirmClose, credit, debit, postEntry, requestClose} from '../../../src/ledger/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	countRows,
	createWorld,
	day,
	fundManager,
	joinMember,
	lend,
	officer as petugas,
	openCity,
	openFunded,
	supervisor as penyelia,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let [officer, supervisor, both]: Client[] = [];

test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book, 'rina');
	supervisor = await server.signUp('supervisor', funded.book, 'darto');
	// The one who applied for the loans of this file, now as a supervisor.
	both = await server.signUp('supervisor', funded.book, 'petugas');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const english = {headers: {'accept-language': 'en'}};
const price = {akad: 'murabahah', principal: '1200000', margin: '240000'} as const;

/** Lent on 3 February at 1,200,000 + 240,000 in twelve; the first two of 120,000 are paid. */
async function lendTwoPaid(place = funded): Promise<string> {
	const {id} = await lend(world, place, price);
	for (const paidOn of ['2025-03-03', '2025-04-03']) {
		const by = place === funded ? officer! : await server.signUp('officer', place.book);
		const paid = await by.post(`/v1/loans/${id}/repayments`, {
			paidOn,
			amount: '120000',
			method: 'cash',
		});
		if (paid.status !== 201) throw new Error(JSON.stringify(paid.body));
	}
	return id;
}

async function apply(): Promise<string> {
	const member = await joinMember(world, funded.book);
	const {body} = await officer!.post('/v1/loans', {
		member: member.id,
		allocation: funded.allocation.id,
		akad: 'qardh',
		purpose: 'Modal',
		principal: '1000000',
		instalments: 10,
		appliedOn: '2025-09-01',
	});
	return body.id;
}

const stepsOf = async (id: string): Promise<string[]> =>
	(await officer!.get(`/v1/loans/${id}/events`)).body.items.map(({kind}: {kind: string}) => kind);

test.serial('a loan is verified by another, and approved after it', async (t) => {
	const id = await apply();
	const step = {on: '2025-09-02', reason: 'Usaha dikunjungi'};
	const verified = await supervisor!.post(`/v1/loans/${id}/verify`, step);
	t.is(verified.status, 200, JSON.stringify(verified.body));
	t.is(verified.body.status, 'verified');
	const approved = await supervisor!.post(`/v1/loans/${id}/approve`, {
		decidedOn: '2025-09-03',
		reason: 'Layak',
	});
	t.is(approved.body.status, 'approved');
	const withdrawn = await officer!.post(`/v1/loans/${id}/withdraw`, {
		on: '2025-09-04',
		reason: 'Batal membeli',
	});
	t.is(withdrawn.body.status, 'withdrawn');
	t.deepEqual(await stepsOf(id), ['applied', 'verified', 'approved', 'withdrawn']);
});

test.serial('whoever applied does not verify, and what ended is not withdrawn', async (t) => {
	const id = await apply();
	const step = {on: '2025-09-02', reason: 'x'};
	const before = await countRows(world);
	const own = await officer!.post(`/v1/loans/${id}/verify`, step, english);
	t.is(own.status, 409);
	t.is(own.body.code, 'lending/same-person-step');
	t.regex(own.body.detail, /rina/);
	const early = await officer!.post(`/v1/loans/${id}/withdraw`, {...step, on: '2025-08-31'});
	t.is(early.body.code, 'lending/step-before-application');
	const late = await officer!.post(`/v1/loans/${id}/withdraw`, {...step, on: '2025-09-16'});
	t.is(late.body.code, 'lending/step-in-future');
	t.deepEqual(await countRows(world), before);
	await officer!.post(`/v1/loans/${id}/withdraw`, step);
	const again = await officer!.post(`/v1/loans/${id}/withdraw`, step);
	t.is(again.body.code, 'lending/wrong-status');
});

test.serial('a quote is asked for and settles by its total', async (t) => {
	const id = await lendTwoPaid();
	const quote = await officer!.get(`/v1/loans/${id}/quote?on=2025-05-10`);
	t.is(quote.status, 200, JSON.stringify(quote.body));
	t.like(quote.body, {
		principal: '1000000.00',
		marginDue: '20000.00',
		discount: '180000.00',
		total: '1020000.00',
		validUntil: '2025-06-02',
	});
	const body = {paidOn: '2025-05-10', amount: '1020000', method: 'bank'};
	const settled = await officer!.post(`/v1/loans/${id}/settle`, body);
	t.is(settled.status, 201, JSON.stringify(settled.body));
	t.like(settled.body, {total: '1020000.00', discount: '180000.00', settledBy: 'rina'});
	const statement = await officer!.get(`/v1/loans/${id}/statement`);
	t.is(statement.body.loan.status, 'settled');
	t.is(statement.body.owed.total, '0.00');
	t.is(statement.body.daysPastDue, 0);
	const again = await officer!.post(`/v1/loans/${id}/settle`, body);
	t.is(again.body.code, 'lending/wrong-status');
	t.is((await officer!.get(`/v1/loans/${id}/quote`)).body.code, 'lending/wrong-status');
	const taken = await supervisor!.post(`/v1/loans/${id}/reverse`, {
		repayment: settled.body.id,
		effectiveOn: '2025-05-11',
		reason: 'Salah',
		document: 'BA-1',
	});
	t.is(taken.status, 204, JSON.stringify(taken.body));
	t.is((await officer!.get(`/v1/loans/${id}`)).body.status, 'disbursed');
});

const terms = {
	effectiveOn: '2025-09-01',
	firstDueOn: '2025-10-05',
	instalments: 20,
	reason: 'Pasar terbakar',
	document: 'ADD-1',
};
const query = 'effectiveOn=2025-09-01&firstDueOn=2025-10-05&instalments=20';

// By the old schedule 120,000 of May, June, July and August are unpaid on 1 September, the oldest
// since 3 May: 28 days of May, 30 + 31 + 31 and one.
test.serial('a late loan is rescheduled: previewed, agreed, and still told as late', async (t) => {
	const id = await lendTwoPaid();
	const before = await countRows(world);
	const preview = await officer!.get(`/v1/loans/${id}/reschedule/preview?${query}`);
	t.is(preview.status, 200, JSON.stringify(preview.body));
	t.like(preview.body, {change: 'both', daysPastDue: 121, overdue: '480000.00'});
	t.deepEqual(preview.body.owed, {
		principal: '1000000.00',
		margin: '200000.00',
		total: '1200000.00',
	});
	t.is(preview.body.rows.length, 20);
	t.like(preview.body.rows[0], {dueOn: '2025-10-05', principal: '50000.00', margin: '10000.00'});
	t.deepEqual(await countRows(world), before);

	const agreed = await supervisor!.post(`/v1/loans/${id}/reschedule`, terms);
	t.is(agreed.status, 201, JSON.stringify(agreed.body));
	t.deepEqual(agreed.body, {...preview.body, version: 2});

	const current = await officer!.get(`/v1/loans/${id}/statement`);
	t.like(current.body, {daysPastDue: 0, overdue: '0.00'});
	t.is((await officer!.get(`/v1/loans/${id}/schedule`)).body.version, 2);
	const old = await officer!.get(`/v1/loans/${id}/schedule?asOf=2025-08-31`);
	t.is(old.body.version, 1);
	t.is(old.body.rows.length, 12);

	// The trap: by the new schedule it is current. It is listed with what it was.
	const listed = await officer!.get(`/v1/restructured-loans?cooperative=${funded.book}`);
	t.is(listed.status, 200, JSON.stringify(listed.body));
	const found = listed.body.items.find(({loan}: {loan: string}) => loan === id);
	t.like(found, {
		version: 2,
		times: 1,
		change: 'both',
		daysPastDue: 121,
		overdue: '480000.00',
		reason: 'Pasar terbakar',
		document: 'ADD-1',
		decidedBy: 'darto',
	});
	const earlier = await officer!.get('/v1/restructured-loans?asOf=2025-08-31');
	t.deepEqual(earlier.body.items, []);
	const steps = (await officer!.get(`/v1/loans/${id}/events`)).body.items;
	t.like(steps.at(-1), {kind: 'rescheduled', detail: {daysPastDue: '121', change: 'both'}});

	// The next payment pays by the new schedule, and an old one stays.
	const paid = await officer!.post(`/v1/loans/${id}/repayments`, {
		paidOn: '2025-09-10',
		amount: '60000',
		method: 'cash',
	});
	t.like(paid.body, {principal: '50000.00', margin: '10000.00'});
	const repayments = (await officer!.get(`/v1/loans/${id}/statement`)).body.repayments;
	const taken = await supervisor!.post(`/v1/loans/${id}/reverse`, {
		repayment: repayments[0].id,
		effectiveOn: '2025-09-11',
		reason: 'x',
		document: 'y',
	});
	t.is(taken.body.code, 'lending/restructured-since');
	const newest = await supervisor!.post(`/v1/loans/${id}/reverse`, {
		repayment: repayments[2].id,
		effectiveOn: '2025-09-11',
		reason: 'x',
		document: 'y',
	});
	t.is(newest.status, 204);
});

test.serial('what makes no new schedule is refused, each with its reason', async (t) => {
	const id = await lendTwoPaid();
	const path = `/v1/loans/${id}/reschedule`;
	const ask = async (change: object, by = supervisor!) =>
		(await by.post(path, {...terms, ...change})).body.code;
	const before = await countRows(world);
	t.is(await ask({}, both), 'lending/same-person-step');
	t.is(await ask({}, officer), 'identity/forbidden');
	t.is(await ask({effectiveOn: '2025-09-16'}), 'lending/step-in-future');
	t.is(await ask({effectiveOn: '2025-04-02'}), 'lending/before-last-step');
	t.is(await ask({firstDueOn: '2025-09-01'}), 'lending/first-due-not-later');
	t.is(await ask({instalments: 0}), 'count/out-of-range');
	t.is(await ask({reason: ''}), 'text/too-short');
	t.is(await ask({principalGraceInstalments: 20}), 'lending/schedule-grace-too-long');
	const same = {
		effectiveOn: '2025-04-03',
		firstDueOn: '2025-05-03',
		instalments: 10,
	};
	t.is(await ask(same), 'lending/nothing-restructured');
	t.deepEqual(await countRows(world), before);
});

test.serial('a loan is written off, recovered in part, and all of it taken back', async (t) => {
	const place = await openFunded(world, '17.71.01.1002');
	const id = await lendTwoPaid(place);
	const clerk = await server.signUp('officer', place.book, 'sari');
	const chief = await server.signUp('supervisor', place.book, 'bowo');
	await world.as(penyelia, async (work) =>
		postEntry(work, {
			book: place.book,
			effectiveOn: day('2025-06-30'),
			kind: 'provision',
			reason: 'Penyisihan',
			document: 'PNY-1',
			lines: [
				debit(cooperativeAccounts.lossExpense, rupiah('300000'), {fund: place.allocation.id}),
				credit(cooperativeAccounts.allowance, rupiah('300000'), {fund: place.allocation.id}),
			],
		}),
	);
	const start = await balances(world, place.book);
	const body = {writtenOffOn: '2025-09-01', reason: 'Tidak tertagih', document: 'BA-HB-1'};
	const off = await chief.post(`/v1/loans/${id}/write-off`, body);
	t.is(off.status, 201, JSON.stringify(off.body));
	t.like(off.body, {
		principal: '1000000.00',
		margin: '200000.00',
		fromAllowance: '300000.00',
		loss: '700000.00',
	});
	const written = {
		...start,
		'1.2.01': '0.00',
		'1.2.02': '0.00',
		'1.2.19': '0.00',
		'5.3.01': '1000000.00',
		'9.1.01': '1000000.00',
		'9.1.02': '-1000000.00',
	};
	t.deepEqual(await balances(world, place.book), written);
	// What the cooperative owes the city stays.
	t.is(start['2.2.01'], '-99800000.00');

	const recovery = {paidOn: '2025-09-10', amount: '400000', method: 'cash'};
	const first = await clerk.post(`/v1/loans/${id}/recoveries`, recovery);
	t.is(first.status, 201, JSON.stringify(first.body));
	t.is(first.body.receiptNumber, 3);
	t.deepEqual(await balances(world, place.book), {
		...written,
		'1.1.01': '640000.00',
		'2.2.01': '-99400000.00',
		'2.2.02': '-600000.00',
		'4.9.03': '-400000.00',
		'9.1.01': '600000.00',
		'9.1.02': '-600000.00',
	});
	const more = await clerk.post(`/v1/loans/${id}/recoveries`, {...recovery, amount: '600000.01'});
	t.is(more.body.code, 'lending/recovers-more-than-written-off');
	const shown = await clerk.get(`/v1/loans/${id}/write-off`);
	t.like(shown.body, {recovered: '400000.00', left: '600000.00', fromAllowance: '300000.00'});
	t.is(shown.body.recoveries.length, 1);

	const reversal = {effectiveOn: '2025-09-12', reason: 'Keliru', document: 'BA-R'};
	const blocked = await chief.post(`/v1/loans/${id}/write-off/reverse`, reversal);
	t.is(blocked.body.code, 'lending/has-recoveries');
	const recoveryPath = `/v1/loans/${id}/recoveries/${first.body.id}/reverse`;
	t.is((await chief.post(recoveryPath, reversal)).status, 204);
	t.is((await chief.post(recoveryPath, reversal)).body.code, 'lending/recovery-reversed');
	t.is((await chief.post(`/v1/loans/${id}/write-off/reverse`, reversal)).status, 204);
	t.deepEqual(await balances(world, place.book), {
		...start,
		'4.9.03': '0.00',
		'9.1.01': '0.00',
		'9.1.02': '0.00',
	});
	const loan = await clerk.get(`/v1/loans/${id}/statement`);
	t.is(loan.body.loan.status, 'disbursed');
	t.is(loan.body.owed.total, '1200000.00');
	t.is((await clerk.get(`/v1/loans/${id}/write-off`)).body.code, 'lending/wrong-status');
	t.deepEqual(
		(await clerk.get(`/v1/loans/${id}/events`)).body.items
			.map(({kind}: {kind: string}) => kind)
			.slice(-4),
		['written-off', 'recovered', 'recovery-reversed', 'write-off-reversed'],
	);
	// Written off once more it stands in the register once.
	t.is(
		(await chief.post(`/v1/loans/${id}/write-off`, {...body, writtenOffOn: '2025-09-12'})).status,
		201,
	);
	const again = await clerk.get(`/v1/loans/${id}/write-off`);
	t.like(again.body, {left: '1000000.00', recovered: '0.00', writtenOffOn: '2025-09-12'});
});

test.serial(
	'a write-off is refused to whoever applied, early, and of what has ended',
	async (t) => {
		const id = await lendTwoPaid();
		const body = {writtenOffOn: '2025-09-01', reason: 'x', document: 'y'};
		const path = `/v1/loans/${id}/write-off`;
		const before = await countRows(world);
		t.is((await both!.post(path, body)).body.code, 'lending/same-person-step');
		t.is((await officer!.post(path, body)).body.code, 'identity/forbidden');
		t.is(
			(await supervisor!.post(path, {...body, writtenOffOn: '2025-04-02'})).body.code,
			'lending/before-last-step',
		);
		t.is(
			(await supervisor!.post(path, {...body, writtenOffOn: '2025-09-16'})).body.code,
			'ledger/date-in-future',
		);
		t.is(
			(
				await officer!.post(`/v1/loans/${id}/recoveries`, {
					paidOn: '2025-09-01',
					amount: '1',
					method: 'cash',
				})
			).body.code,
			'lending/wrong-status',
		);
		t.deepEqual(await countRows(world), before);
		t.is((await supervisor!.post(path, body)).status, 201);
		t.is((await supervisor!.post(path, body)).body.code, 'lending/wrong-status');
		t.is(
			(
				await officer!.post(`/v1/loans/${id}/repayments`, {
					paidOn: '2025-09-02',
					amount: '1',
					method: 'cash',
				})
			).body.code,
			'lending/wrong-status',
		);
	},
);

test.serial('a new schedule does not reach into a closed month', async (t) => {
	const place = await openFunded(world, '17.71.01.1003');
	const id = await lendTwoPaid(place);
	for (const month of ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01'].map(
		day,
	)) {
		await world.as(petugas, async (work) => requestClose(work, place.book, month));
		await world.as(fundManager, async (work) => confirmClose(work, place.book, month));
	}
	const chief = await server.signUp('supervisor', place.book, 'joko');
	const refused = await chief.post(`/v1/loans/${id}/reschedule`, {
		...terms,
		effectiveOn: '2025-05-20',
	});
	t.is(refused.body.code, 'lending/schedule-month-closed');
	t.is((await chief.post(`/v1/loans/${id}/reschedule`, terms)).status, 201);
});
