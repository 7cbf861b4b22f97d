import test from 'ava';
import type {Client, Server} from '../../helpers/http.ts';
import {startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	joinMember,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let officer: Client;
let supervisor: Client;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer', funded.book);
	supervisor = await server.signUp('supervisor', funded.book);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const ids: string[] = [];
const loans: string[] = [];
let group = '';

test.serial('a group is formed, joined and read over HTTP', async (t) => {
	const formed = await officer.post('/v1/groups', {
		cooperative: funded.book,
		name: 'Melati',
		formedOn: '2025-02-01',
		meetingDay: 3,
	});
	t.is(formed.status, 201);
	group = formed.body.id;
	t.like(formed.body, {number: 1, meetingDay: 3, meetingPlace: null, dissolvedOn: null});
	for (const office of ['ketua', undefined, undefined]) {
		const {id} = await joinMember(world, funded.book);
		ids.push(id);
		const joined = await officer.post(`/v1/groups/${group}/members`, {
			member: id,
			joinedOn: '2025-02-01',
			...(office === undefined ? {} : {office}),
		});
		t.is(joined.status, 201, JSON.stringify(joined.body));
	}
	const again = await officer.post(`/v1/groups/${group}/members`, {
		member: ids[0],
		joinedOn: '2025-02-01',
	});
	t.is(again.status, 409);
	t.is(again.body.code, 'lending/group-member-elsewhere');
	const office = await officer.post(`/v1/groups/${group}/members/office`, {
		member: ids[1],
		office: 'bendahara',
	});
	t.is(office.body.office, 'bendahara');
	const read = await officer.get(`/v1/groups/${group}`);
	t.deepEqual(
		read.body.members.map((one: {office: string | null}) => one.office),
		['ketua', 'bendahara', null],
	);
	const listed = await officer.get(`/v1/groups?cooperative=${funded.book}`);
	t.is(listed.body.items.length, 1);
	t.is((await supervisor.post('/v1/groups', {})).status, 403);
});

test.serial('the group applies at once, and its members are lent to', async (t) => {
	const applied = await officer.post(`/v1/groups/${group}/loans`, {
		allocation: funded.allocation.id,
		akad: 'qardh',
		purpose: 'Modal',
		principal: '1000000',
		instalments: 10,
		appliedOn: '2025-03-03',
		shares: ids.map((member) => ({member, weight: 1})),
	});
	t.is(applied.status, 201, JSON.stringify(applied.body));
	t.deepEqual(
		applied.body.items.map((one: {loan: {principal: string}}) => one.loan.principal),
		['333334.00', '333333.00', '333333.00'],
	);
	for (const {loan} of applied.body.items as {loan: {id: string}}[]) {
		loans.push(loan.id);
		const decision = {decidedOn: '2025-03-03', reason: 'Layak'};
		t.is((await supervisor.post(`/v1/loans/${loan.id}/approve`, decision)).status, 200);
		const paid = {disbursedOn: '2025-03-03', document: 'BA'};
		t.is((await officer.post(`/v1/loans/${loan.id}/disburse`, paid)).status, 200);
	}
	const read = await officer.get(`/v1/groups/${group}/loans`);
	t.deepEqual(
		read.body.items.map((one: {loan: {id: string}}) => one.loan.id),
		loans,
	);
});

test.serial('the sheet is printed, posted once, and posted no more by its key', async (t) => {
	const printed = await officer.get(`/v1/groups/${group}/collection-sheet?on=2025-04-03`);
	t.is(printed.status, 200);
	t.is(printed.body.rows.length, 3);
	t.like(printed.body.rows[1], {
		loan: loans[1],
		due: '33333.00',
		overdue: '0.00',
		outstanding: '333333.00',
		daysPastDue: 0,
	});
	const due = await officer.get(`/v1/collections/due?cooperative=${funded.book}&on=2025-04-03`);
	t.deepEqual(due.body.rows, printed.body.rows);
	t.deepEqual(due.body.totals, {due: '99999.00', overdue: '0.00', total: '99999.00'});
	const sheet = {
		cooperative: funded.book,
		paidOn: '2025-04-03',
		method: 'cash',
		rows: [
			{loan: loans[0], amount: '33333'},
			{loan: loans[1], amount: '33,333'},
			{loan: loans[2], amount: '999999'},
			{loan: 'x'},
			{loan: loans[1], amount: '20000', excess: 'deposit'},
		],
	};
	const posted = await officer.post('/v1/collections', sheet, {key: 'sheet-1'});
	t.is(posted.status, 200, JSON.stringify(posted.body));
	t.like(posted.body, {accepted: 2, refused: 3, collected: '53333.00'});
	t.deepEqual(
		posted.body.results.map((one: {status: string; code?: string}) => one.code ?? one.status),
		['posted', 'amount/malformed', 'lending/repays-more-than-owed', 'id/malformed', 'posted'],
	);
	t.deepEqual(
		posted.body.results[3].findings.map((one: {code: string; path: string}) => [
			one.code,
			one.path,
		]),
		[
			['id/malformed', 'loan'],
			['field/missing', 'amount'],
		],
	);
	t.is(posted.body.results[4].repayment.receiptNumber, 2);
	const again = await officer.post('/v1/collections', sheet, {key: 'sheet-1'});
	t.is(again.headers.get('idempotency-replayed'), 'true');
	t.deepEqual(again.body, posted.body);
	const others = {...sheet, rows: sheet.rows.slice(1)};
	t.is((await officer.post('/v1/collections', others, {key: 'sheet-1'})).status, 409);
	const english = await officer.post('/v1/collections', sheet, {
		headers: {'accept-language': 'en'},
	});
	t.regex(english.body.results[2].findings[0].message, /more than/u);
	const rows = Array.from({length: 1001}, () => ({loan: loans[0], amount: '1'}));
	t.is((await officer.post('/v1/collections', {...sheet, rows})).status, 422);
});

test.serial('a member pays over their loans, and others pay for a member', async (t) => {
	const paid = await officer.post(`/v1/members/${ids[0]}/payments`, {
		paidOn: '2025-05-03',
		method: 'cash',
		amount: '10000',
	});
	t.is(paid.status, 201, JSON.stringify(paid.body));
	t.is(paid.body.repayments.length, 1);
	const joint = await officer.post(`/v1/loans/${loans[1]}/joint-payments`, {
		payer: ids[0],
		paidOn: '2025-06-10',
		method: 'cash',
		amount: '30000',
	});
	t.is(joint.status, 201, JSON.stringify(joint.body));
	const {claim} = joint.body;
	const repaid = await officer.post(`/v1/claims/${claim}/repayments`, {
		paidOn: '2025-07-01',
		method: 'cash',
		amount: '10000',
	});
	t.is(repaid.status, 201);
	const read = await officer.get(`/v1/claims/${claim}`);
	t.like(read.body, {payer: ids[0], member: ids[1], amount: '30000.00', balance: '20000.00'});
	t.is(read.body.movements.length, 1);
	const undone = await supervisor.post(`/v1/claims/${claim}/reverse`, {
		repayment: repaid.body.id,
		effectiveOn: '2025-07-02',
		reason: 'Salah catat',
		document: 'BA-1',
	});
	t.is(undone.status, 204);
	const listed = await officer.get(`/v1/claims?cooperative=${funded.book}&loan=${loans[1]}`);
	t.deepEqual(
		listed.body.items.map((one: {balance: string}) => one.balance),
		['30000.00'],
	);
});

test.serial('deposits of the group are brought, pay, and are taken', async (t) => {
	const path = `/v1/groups/${group}/deposits`;
	const brought = await officer.post(path, {
		member: ids[2],
		receivedOn: '2025-07-01',
		method: 'cash',
		amount: '50000',
	});
	t.is(brought.status, 201, JSON.stringify(brought.body));
	const payment = await officer.post(`${path}/pay`, {
		loan: loans[1],
		paidOn: '2025-08-10',
		method: 'cash',
		document: 'Notulen 1',
		parts: [{member: ids[2], amount: '20000'}],
	});
	t.is(payment.status, 201, JSON.stringify(payment.body));
	const taken = await officer.post(`${path}/withdraw`, {
		member: ids[2],
		withdrawnOn: '2025-08-11',
		method: 'cash',
		amount: '30001',
		document: 'BKK-1',
	});
	t.is(taken.status, 422);
	t.is(taken.body.code, 'lending/deposit-too-low');
	const read = await officer.get(path);
	t.is(read.body.balances[2].balance, '30000.00');
	t.deepEqual(
		read.body.movements.map((one: {kind: string}) => one.kind),
		['deposit', 'payment'],
	);
	const reversal = {effectiveOn: '2025-08-12', reason: 'x', document: 'y'};
	const undone = await supervisor.post(`${path}/reverse`, {
		...reversal,
		movement: read.body.movements[1].id,
	});
	t.is(undone.status, 409);
	t.is(undone.body.code, 'lending/deposit-payment-reversal');
	const back = await supervisor.post(`/v1/loans/${loans[1]}/reverse`, {
		...reversal,
		repayment: payment.body.id,
	});
	t.is(back.status, 204, JSON.stringify(back.body));
	t.is((await officer.get(path)).body.balances[2].balance, '50000.00');
});

test.serial('a guarantor is added, released by another role, and listed', async (t) => {
	const path = `/v1/loans/${loans[0]}/guarantors`;
	const added = await officer.post(path, {
		member: ids[1],
		guaranteedOn: '2025-03-03',
		document: 'SP-1',
	});
	t.is(added.status, 201);
	const release = {number: 1, releasedOn: '2025-09-01', reason: 'Lunas'};
	t.is((await officer.post(`${path}/release`, release)).status, 403);
	t.is((await supervisor.post(`${path}/release`, release)).status, 200);
	const {body} = await officer.get(path);
	t.like(body.items[0], {number: 1, releasedOn: '2025-09-01', releaseReason: 'Lunas'});
});

test.serial('what is of another cooperative is not there', async (t) => {
	const other = await openFunded(world, '17.71.02.1001');
	const outsider = await server.signUp('officer', other.book);
	t.is((await outsider.get(`/v1/groups/${group}`)).status, 404);
	t.is((await outsider.get(`/v1/groups/${group}/collection-sheet`)).status, 404);
	t.is((await outsider.get(`/v1/collections/due?cooperative=${funded.book}`)).status, 404);
	const sheet = {cooperative: funded.book, paidOn: '2025-09-01', method: 'cash'};
	const rows = [{loan: loans[0], amount: '1'}];
	t.is((await outsider.post('/v1/collections', {...sheet, rows})).status, 404);
	const own = await outsider.post('/v1/collections', {...sheet, cooperative: other.book, rows});
	t.is(own.body.results[0].code, 'lending/unknown-loan');
});
