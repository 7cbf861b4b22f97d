// What one person does not do alone: two duties on one loan, and anything on their family's.
import test from 'ava';
import type {Knex} from 'knex';
import {grantRole} from '../../../src/identity/index.ts';
import type {MemberId, UserId} from '../../../src/kernel/ids.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	fundManager,
	joinMember,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {type LawBreach, asService} from '../../ledger/db/forge.ts';

let world: World;
let server: Server;
let mine: Funded;
const clients: Record<string, Client> = {};

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	server = await startServer(world);
	clients.officer = await server.signUp('officer', 'all', 'si.petugas');
	clients.supervisor = await server.signUp('supervisor', 'all', 'si.penyelia');
	clients.manager = await server.signUp('fund-manager', 'all', 'si.pengelola');
	clients.one = await server.signUp('administrator', 'all', 'admin.satu');
	clients.two = await server.signUp('administrator', 'all', 'admin.dua');
	// One person in two roles: what the roles keep apart, this one could do both of.
	clients.both = await server.signUp('supervisor', 'all', 'dua.topi');
	const {id} = (await clients.both.get('/v1/me')).body;
	await world.as(fundManager, async (work) =>
		grantRole(
			work,
			{actor: fundManager, within: everywhere},
			{user: id as UserId, role: 'officer', scope: {kind: 'all'}},
		),
	);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const apply = async (by = 'officer', member?: MemberId) => {
	const borrower = member ?? (await joinMember(world, mine.book)).id;
	return clients[by]!.post('/v1/loans', {
		member: borrower,
		allocation: mine.allocation.id,
		akad: 'qardh',
		purpose: 'Modal warung',
		principal: '1200000',
		instalments: 12,
		appliedOn: '2026-03-30',
	});
};
const approve = async (loan: string, by: string) =>
	clients[by]!.post(`/v1/loans/${loan}/approve`, {decidedOn: '2026-03-30', reason: 'Layak'});
const disburse = async (loan: string, by: string) =>
	clients[by]!.post(`/v1/loans/${loan}/disburse`, {
		disbursedOn: '2026-03-30',
		document: 'BA-1',
	});

test.serial('who approves a loan does not pay it out, in whatever roles', async (t) => {
	const loan = (await apply()).body.id;
	t.is((await approve(loan, 'both')).status, 200);
	const refused = await disburse(loan, 'both');
	t.is(refused.status, 403);
	t.is(refused.body.code, 'separation/same-person');
	t.is((await disburse(loan, 'officer')).status, 200);
});

test.serial('PostgreSQL keeps the same apart', async (t) => {
	const loan = (await apply()).body.id;
	await approve(loan, 'both');
	const event = async (trx: Knex, actor: string) =>
		trx.raw(
			`insert into loan_events (book_id, loan_id, sequence, kind, occurred_on, recorded_at, actor)
			select book_id, id, 9, 'disbursed', '2026-03-31', '2026-03-31T05:00:00Z', ?
			from loans where id = ?`,
			[actor, loan],
		);
	await t.notThrowsAsync(asService(world.database.service, async (trx) => event(trx, 'siti')));
	const error = await t.throwsAsync<LawBreach>(
		asService(world.database.service, async (trx) => event(trx, 'dua.topi')),
	);
	t.is(error.constraint, 'loan_events_apart');
});

test.serial('what a law of its own keeps is told, is there, and is never let go', async (t) => {
	const {items} = (await clients.officer!.get('/v1/separations')).body as {
		items: {first: string; second: string; heldBy: string | null}[];
	};
	const laws = items.flatMap(({heldBy}) => heldBy ?? []);
	t.true(laws.length > 10);
	for (const law of laws) {
		const {rows} = await world.database.owner.raw(
			`select 1 from pg_constraint where conname = ?
			union all select 1 from pg_proc where prosrc like '%' || ? || '%'`,
			[law, law],
		);
		t.true(rows.length > 0, law);
	}
	const {status, body} = await clients.one!.post('/v1/separations', {
		first: 'loan.applied',
		second: 'loan.approved',
		effectiveFrom: '2026-03-31',
		isKept: false,
		legalBasis: 'x',
	});
	t.is(status, 409);
	t.is(body.code, 'separation/held');
});

test.serial(
	'two administrators let one person do both, and one keeps it apart again',
	async (t) => {
		const terms = (isKept: boolean) => ({
			first: 'loan.approved',
			second: 'loan.disbursed',
			effectiveFrom: '2026-03-31',
			isKept,
			legalBasis: 'Keputusan RAT 2026',
		});
		const asked = await clients.one!.post('/v1/separations', terms(false));
		t.is(asked.status, 202);
		t.is(asked.body.writes[0].name, 'separation.change');
		const loan = (await apply()).body.id;
		await approve(loan, 'both');
		t.is((await disburse(loan, 'both')).status, 403);
		const approved = await clients.two!.post(`${asked.body.link}/approve`, {version: 1});
		t.is(approved.status, 200, JSON.stringify(approved.body));
		t.is((await disburse(loan, 'both')).status, 200);
		t.is((await clients.one!.post('/v1/separations', terms(true))).status, 201);
		const next = (await apply()).body.id;
		await approve(next, 'both');
		t.is((await disburse(next, 'both')).status, 403);
	},
);

test.serial(
	'nobody decides on the loan of their family, and anybody takes its payments',
	async (t) => {
		const wife = (await joinMember(world, mine.book)).id;
		const loan = (await apply('officer', wife)).body.id;
		await approve(loan, 'supervisor');
		const ties = `/v1/cooperatives/${mine.book}/user-ties`;
		const tie = await clients.manager!.post(ties, {
			user: 'si.petugas',
			member: wife,
			relation: 'spouse',
		});
		t.is(tie.status, 201);
		const again = {user: 'si.petugas', member: wife, relation: 'sibling'};
		t.is((await clients.manager!.post(ties, again)).body.code, 'separation/tie-held');
		const refused = await disburse(loan, 'officer');
		t.is(refused.status, 403);
		t.is(refused.body.code, 'separation/own-loan');
		t.is((await apply('officer', wife)).body.code, 'separation/own-loan');
		t.is((await disburse(loan, 'both')).status, 200);
		const paid = {paidOn: '2026-03-31', amount: '100000', method: 'cash'};
		t.is((await clients.officer!.post(`/v1/loans/${loan}/repayments`, paid)).status, 201);
		const law = await t.throwsAsync<LawBreach>(
			asService(world.database.service, async (trx) =>
				trx.raw(
					`insert into loan_events
					(book_id, loan_id, sequence, kind, occurred_on, recorded_at, actor)
				select book_id, id, 9, 'rescheduled', '2026-03-31', '2026-03-31T05:00:00Z', 'si.petugas'
				from loans where id = ?`,
					[loan],
				),
			),
		);
		t.true(['loan_events_not_kin', 'loan_events_two_people'].includes(law.constraint ?? ''));
		t.is((await clients.officer!.post(`/v1/user-ties/${tie.body.id}/end`)).status, 403);
		t.is((await clients.manager!.post(`/v1/user-ties/${tie.body.id}/end`)).status, 200);
		t.is((await apply('officer', wife)).status, 201);
	},
);
