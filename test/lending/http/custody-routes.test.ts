// Who looks after a loan, what becomes of it when its member dies, and capital that is lost.
import test from 'ava';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {type LawBreach, asService, lawOf} from '../../ledger/db/forge.ts';
import {
	type Funded,
	type World,
	balances,
	countRows,
	createWorld,
	joinMember,
	lend,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let [officer, supervisor]: Client[] = [];

test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book, 'rina');
	supervisor = await server.signUp('supervisor', funded.book, 'darto');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

test.serial('a loan changes hands, and who had it stays told', async (t) => {
	const {id} = await lend(world, funded);
	const body = {officer: 'sari', on: '2025-09-01', reason: 'Rina cuti'};
	const moved = await supervisor!.post(`/v1/loans/${id}/officer`, body);
	t.is(moved.status, 200, JSON.stringify(moved.body));
	t.is(moved.body.officer, 'sari');
	t.is((await officer!.get(`/v1/loans/${id}`)).body.officer, 'sari');
	const last = (await officer!.get(`/v1/loans/${id}/events`)).body.items.at(-1);
	t.like(last, {kind: 'officer-changed', detail: {from: 'petugas', to: 'sari'}});
	const before = await countRows(world);
	const again = await supervisor!.post(`/v1/loans/${id}/officer`, body);
	t.is(again.body.code, 'lending/officer-same');
	const future = {...body, officer: 'rina', on: '2025-09-16'};
	t.is(
		(await supervisor!.post(`/v1/loans/${id}/officer`, future)).body.code,
		'lending/step-in-future',
	);
	t.is((await officer!.post(`/v1/loans/${id}/officer`, body)).body.code, 'identity/forbidden');
	t.deepEqual(await countRows(world), before);
});

const remindedOf = async (): Promise<string[]> => {
	const {body} = await officer!.get(`/v1/collections/reminders?cooperative=${funded.book}`);
	return body.items.map(({loan}: {loan: string}) => loan);
};

test.serial('a member who died is listed, not reminded and not lent to', async (t) => {
	const {id, member} = await lend(world, funded);
	t.true((await remindedOf()).includes(id));
	const early = await officer!.post(`/v1/members/${member}/death`, {
		diedOn: '2025-01-10',
		document: 'AKTA-1',
	});
	t.is(early.body.code, 'lending/died-before-joining');
	const body = {diedOn: '2025-09-10', document: 'AKTA-1'};
	const died = await officer!.post(`/v1/members/${member}/death`, body);
	t.is(died.status, 201, JSON.stringify(died.body));
	t.is((await officer!.post(`/v1/members/${member}/death`, body)).body.code, 'lending/death-known');
	t.false((await remindedOf()).includes(id));
	const last = (await officer!.get(`/v1/loans/${id}/events`)).body.items.at(-1);
	t.like(last, {kind: 'borrower-died', occurredOn: '2025-09-10', document: 'AKTA-1'});

	const {body: listed} = await officer!.get(`/v1/member-deaths?cooperative=${funded.book}`);
	t.is(listed.items.length, 1);
	t.like(listed.items[0], {diedOn: '2025-09-10', recordedBy: 'rina'});
	t.like(listed.items[0].loans[0], {loan: id, status: 'disbursed', owed: '1200000.00'});

	const before = await countRows(world);
	const apply = {
		member,
		allocation: funded.allocation.id,
		akad: 'qardh',
		purpose: 'Modal',
		principal: '1000000',
		instalments: 10,
		appliedOn: '2025-09-12',
	};
	const refused = await officer!.post('/v1/loans', apply);
	t.is(refused.status, 409);
	t.is(refused.body.code, 'lending/borrower-died');
	t.deepEqual(await countRows(world), before);
	// What is owed may still be paid, by whoever pays it.
	const paid = await officer!.post(`/v1/loans/${id}/repayments`, {
		paidOn: '2025-09-12',
		amount: '1200000',
		method: 'cash',
	});
	t.is(paid.status, 201, JSON.stringify(paid.body));

	const revoked = await supervisor!.post(`/v1/members/${member}/death/revoke`, {
		reason: 'Salah orang',
	});
	t.is(revoked.status, 204, JSON.stringify(revoked.body));
	t.deepEqual((await officer!.get('/v1/member-deaths')).body.items, []);
	t.is((await officer!.post('/v1/loans', apply)).status, 201);
	const nothing = await supervisor!.post(`/v1/members/${member}/death/revoke`, {reason: 'x'});
	t.is(nothing.body.code, 'lending/no-death');
});

test.serial('the record of a death is revoked once and stays, against everyone', async (t) => {
	const {member} = await lend(world, funded);
	await officer!.post(`/v1/members/${member}/death`, {diedOn: '2025-09-10', document: 'AKTA-2'});
	const change = async (values: object) =>
		asService(world.database.service, async (trx) =>
			trx('member_deaths').where({member_id: member}).update(values),
		);
	const revocation = {revoked_by: 'x', revoked_at: new Date(), revoke_reason: 'y'};
	await t.notThrowsAsync(change(revocation));
	const half = await t.throwsAsync<LawBreach>(change({revoked_by: 'x'}));
	t.is(lawOf(half), 'member_deaths_revoked_check');
	const denied = await t.throwsAsync<LawBreach>(change({died_on: '2025-09-01'}));
	t.is(denied.code, '42501');
	await t.throwsAsync(world.database.owner('member_deaths').delete());
	const twice = await t.throwsAsync<LawBreach>(
		asService(world.database.service, async (trx) =>
			trx.raw(
				`insert into member_deaths (book_id, member_id, number, died_on, document, recorded_by,
					recorded_at)
				select book_id, member_id, number + 1, died_on, document, recorded_by, recorded_at
				from member_deaths where member_id = ?`,
				[member],
			),
		),
	);
	t.is(lawOf(twice), 'member_deaths_current_key');
	const approved = await t.throwsAsync<LawBreach>(
		asService(world.database.service, async (trx) =>
			trx.raw(
				`insert into loans (book_id, id, number, member_id, allocation_id, akad, purpose, principal,
					margin, instalments, period_unit, period_every, status, applied_on, applied_by)
				select book_id, '0190b1c0-0000-7000-8000-00000000000a', 99, member_id, allocation_id, akad,
					purpose, principal, margin, instalments, period_unit, period_every, 'applied', applied_on,
					applied_by
				from loans where member_id = ?`,
				[member],
			),
		),
	);
	t.is(lawOf(approved), 'loans_borrower_alive');
});

/** A mudharabah of 1,200,000 in twelve since 3 February, of which two are paid. */
async function lendShare(): Promise<string> {
	const member = await joinMember(world, funded.book);
	const applied = await officer!.post('/v1/loans', {
		member: member.id,
		allocation: funded.allocation.id,
		akad: 'mudharabah',
		nisbah: '0.3',
		purpose: 'Ternak lele',
		principal: '1200000',
		instalments: 12,
		appliedOn: '2025-02-03',
	});
	const {id} = applied.body;
	await supervisor!.post(`/v1/loans/${id}/approve`, {decidedOn: '2025-02-03', reason: 'Layak'});
	await officer!.post(`/v1/loans/${id}/disburse`, {disbursedOn: '2025-02-03', document: 'BA-1'});
	for (const paidOn of ['2025-03-03', '2025-04-03']) {
		const body = {paidOn, amount: '100000', method: 'cash'};
		const paid = await officer!.post(`/v1/loans/${id}/repayments`, body);
		if (paid.status !== 201) throw new Error(JSON.stringify(paid.body));
	}
	return id;
}

test.serial('capital that is lost is not owed, and what is late stays late', async (t) => {
	const id = await lendShare();
	const before = await balances(world, funded.book);
	t.is((await officer!.get(`/v1/loans/${id}/statement`)).body.daysPastDue, 135);
	const body = {lostOn: '2025-09-01', amount: '250000', reason: 'Banjir', document: 'BA-R-1'};
	const lost = await supervisor!.post(`/v1/loans/${id}/losses`, body);
	t.is(lost.status, 201, JSON.stringify(lost.body));
	t.is(lost.body.left, '750000.00');
	const after = await balances(world, funded.book);
	t.is(after['5.5.01'], '250000.00');
	t.is(after['1.2.11'], '750000.00');
	t.is(after['2.2.01'], before['2.2.01']);
	// Since 3 May, on 15 September: 28 + 30 + 31 + 31 + 15 days.
	t.like((await officer!.get(`/v1/loans/${id}/statement`)).body, {
		daysPastDue: 135,
		overdue: '500000.00',
	});
	t.is((await officer!.get(`/v1/loans/${id}/schedule`)).body.rows.length, 8);

	const reversal = {effectiveOn: '2025-09-02', reason: 'Keliru', document: 'BA-R-2'};
	const wrong = await supervisor!.post(`/v1/loans/${id}/losses/1/reverse`, reversal);
	t.is(wrong.body.code, 'lending/unknown-loss');
	const path = `/v1/loans/${id}/losses/${lost.body.entry}/reverse`;
	const taken = await supervisor!.post(path, reversal);
	t.is(taken.status, 204, JSON.stringify(taken.body));
	t.is((await officer!.get(`/v1/loans/${id}/statement`)).body.owed.total, '1000000.00');
	t.is((await officer!.get(`/v1/loans/${id}/schedule`)).body.rows.length, 10);
	t.is((await supervisor!.post(path, reversal)).body.code, 'lending/loss-not-last');
});

test.serial('where all is lost the loan has ended, and comes back with the loss', async (t) => {
	const id = await lendShare();
	const body = {lostOn: '2025-09-01', amount: '1000000', reason: 'Banjir', document: 'BA-R-3'};
	const more = {...body, amount: '1000000.01'};
	const refused = await supervisor!.post(`/v1/loans/${id}/losses`, more);
	t.is(refused.body.code, 'lending/loses-more-than-capital');
	const lost = await supervisor!.post(`/v1/loans/${id}/losses`, body);
	t.is(lost.status, 201, JSON.stringify(lost.body));
	t.is((await officer!.get(`/v1/loans/${id}`)).body.status, 'settled');
	const reversal = {effectiveOn: '2025-09-02', reason: 'Keliru', document: 'BA-R-4'};
	const taken = await supervisor!.post(
		`/v1/loans/${id}/losses/${lost.body.entry}/reverse`,
		reversal,
	);
	t.is(taken.status, 204, JSON.stringify(taken.body));
	t.is((await officer!.get(`/v1/loans/${id}`)).body.status, 'disbursed');
	t.is((await officer!.get(`/v1/loans/${id}/schedule`)).body.rows.length, 10);
});

test.serial(
	'a loss of a sale is none of the cooperative, and the applicant records none',
	async (t) => {
		const {id} = await lend(world, funded, {akad: 'murabahah', margin: '240000'});
		const body = {lostOn: '2025-09-01', amount: '1', reason: 'x', document: 'y'};
		t.is(
			(await supervisor!.post(`/v1/loans/${id}/losses`, body)).body.code,
			'lending/no-shared-loss',
		);
		const own = await server.signUp('supervisor', funded.book, 'petugas');
		t.is((await own.post(`/v1/loans/${id}/losses`, body)).body.code, 'lending/same-person-step');
	},
);
