// Attacks by who acts for another: to approve one's own through them, beyond the days, the scope,
// the amount or the person; and to hand on what was handed on.
import test from 'ava';
import type {Knex} from 'knex';
import {createUserFromCommandLine} from '../../src/cli/user.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {handBody, name} from '../approvals/setup.ts';
import {type Client, createClient} from '../helpers/http.ts';
import {joinMember, officer} from '../helpers/world.ts';
import {goodPassword} from '../identity/setup.ts';
import {type LawBreach, asService, forge} from '../ledger/db/forge.ts';
import {type Stage, openStage} from './stage.ts';

let stage: Stage;
let [siti, budi, eko]: Client[] = [];
let admin: Client;

const signIn = async (user: string): Promise<Client> => {
	const credentials = {name: user, password: goodPassword};
	const {body} = await stage.server.stranger.post('/v1/sessions', credentials);
	return createClient(stage.server.address, String(body.token));
};

const person = async (user: string, role: string, scope: string): Promise<Client> => {
	await stage.world.as(officer, async (work) =>
		createUserFromCommandLine(work, {name: user, role, scope, password: goodPassword}),
	);
	return signIn(user);
};

const terms = (more: Readonly<Record<string, unknown>> = {}) => ({
	to: 'budi',
	role: 'supervisor',
	scope: stage.mine.book,
	firstOn: '2026-03-31',
	lastOn: '2026-04-10',
	reason: 'Cuti tahunan',
	...more,
});

const acting = async (client: Client, forWhom: string): Promise<Client> => {
	const {status, body} = await client.post('/v1/sessions/acting', {for: forWhom});
	if (status !== 201) throw new Error(JSON.stringify(body));
	return createClient(stage.server.address, String(body.token));
};

const entries = (book: string = stage.mine.book) => `/v1/books/${book}/entries`;

test.before(async () => {
	stage = await openStage();
	const {book} = stage.mine;
	siti = await person('siti', 'supervisor', book);
	budi = await person('budi', 'officer', book);
	eko = await person('eko', 'supervisor', 'all');
	admin = await stage.server.signUp('administrator', 'all', 'admin.satu');
	await name(stage.world, 'manual', {amountAbove: rupiah('1000000')});
});
test.after.always(async () => stage.close());

test.serial('a right is handed on, listed, and acted by under both names', async (t) => {
	t.is((await budi!.post('/v1/sessions/acting', {for: 'siti'})).body.code, nothing);
	const {status, body} = await siti!.post('/v1/delegations', terms());
	t.is(status, 201, JSON.stringify(body));
	t.like(body, {from: 'siti', to: 'budi', role: 'supervisor', revokedAt: null});
	for (const client of [siti!, budi!]) {
		t.is((await client.get('/v1/delegations')).body.items[0].id, body.id);
	}
	t.is((await eko!.get('/v1/delegations')).body.items.length, 0);
	const {id} = (await budi!.get('/v1/me')).body;
	t.is((await admin.get(`/v1/users/${id}/delegations`)).body.items[0].id, body.id);
	t.is((await budi!.post(entries(), handBody('500'))).status, 403);
	const asSiti = await acting(budi!, 'siti');
	const me = (await asSiti.get('/v1/me')).body;
	t.like(me, {name: 'budi', actingFor: 'siti'});
	t.deepEqual(me.grants, [{role: 'supervisor', scope: stage.mine.book}]);
	const posted = await asSiti.post(entries(), handBody('500'));
	t.is(posted.status, 201);
	t.is(posted.body.actor, 'budi a.n. siti');
	// Nothing of one's own: budi's right to apply for a loan stays in budi's session.
	t.is((await asSiti.post('/v1/loans', {})).body.code, 'identity/forbidden');
});

const nothing = 'identity/nothing-delegated';

test.serial('the trail tells who handed what on to whom, and for whom a session is', async (t) => {
	const auditor = await stage.server.signUp('auditor');
	const {items} = (await auditor.get('/v1/audit/log?limit=50&subject=user:budi')).body;
	const told = (items as {kind: string; actor: string; details: Record<string, string>}[]).map(
		({kind, actor, details}) => [kind, actor, details.days ?? details.actingFor ?? ''],
	);
	t.deepEqual(told.slice(0, 2), [
		['session.open', 'budi', 'siti'],
		['delegation.give', 'siti', '2026-03-31 - 2026-04-10'],
	]);
});

test.serial('nobody approves their own through who acts for them, nor the other way', async (t) => {
	const asSiti = await acting(budi!, 'siti');
	const own = async (maker: Client, checker: Client) => {
		const asked = await maker.post(entries(), handBody('1500000'));
		t.is(asked.status, 202, JSON.stringify(asked.body));
		return (await checker.post(`${asked.body.link}/approve`, {version: 1})).body.code as unknown;
	};
	t.is(await own(siti!, asSiti), 'approval/own');
	t.is(await own(asSiti, siti!), 'approval/own');
	const second = await siti!.post('/v1/delegations', terms({to: 'eko'}));
	t.is(second.status, 201);
	t.is(await own(asSiti, await acting(eko!, 'siti')), 'approval/own');
	t.is(await own(asSiti, await acting(budi!, 'siti')), 'approval/own');
	t.is(await own(asSiti, eko!), undefined);
	t.is((await siti!.post(`/v1/delegations/${second.body.id}/revoke`)).status, 200);
});

const apply = async (client: Client): Promise<string> => {
	const {body} = await client.post('/v1/loans', {
		member: (await joinMember(stage.world, stage.mine.book)).id,
		allocation: stage.mine.allocation.id,
		akad: 'qardh',
		purpose: 'Modal warung',
		principal: '1000000',
		instalments: 10,
		appliedOn: '2026-03-30',
	});
	return body.id as string;
};
const approve = async (client: Client, loan: string) =>
	client.post(`/v1/loans/${loan}/approve`, {decidedOn: '2026-03-31', reason: 'Layak'});

test.serial(
	'the delegate does not approve the loan that they themselves applied for',
	async (t) => {
		const asSiti = await acting(budi!, 'siti');
		const own = await approve(asSiti, await apply(budi!));
		t.is(own.body.code, 'lending/same-person');
		const petugas = await stage.server.signUp('officer', stage.mine.book, 'petugas.lain');
		const loan = await apply(petugas);
		const approved = await approve(asSiti, loan);
		t.is(approved.status, 200, JSON.stringify(approved.body));
		// Who approved for siti does not pay out, under whichever name.
		const disbursement = {disbursedOn: '2026-03-31', document: 'BA-1'};
		const paid = await budi!.post(`/v1/loans/${loan}/disburse`, disbursement);
		t.is(paid.body.code, 'separation/same-person');
	},
);

test.serial('the family of either of the two is family', async (t) => {
	const manager = await stage.server.signUp('fund-manager', 'all', 'pengelola.dana');
	const petugas = await stage.server.signUp('officer', stage.mine.book, 'petugas.tiga');
	const asSiti = await acting(budi!, 'siti');
	for (const user of ['siti', 'budi']) {
		const loan = await apply(petugas);
		const {member} = (await manager.get(`/v1/loans/${loan}`)).body;
		const ties = `/v1/cooperatives/${stage.mine.book}/user-ties`;
		const tied = await manager.post(ties, {user, member, relation: 'sibling'});
		t.is(tied.status, 201, JSON.stringify(tied.body));
		t.is((await approve(asSiti, loan)).body.code, 'separation/own-loan', user);
	}
});

test.serial('the limits of both hold for who acts for another', async (t) => {
	const asSiti = await acting(budi!, 'siti');
	const limit = async (holder: string, amountMax: string) =>
		admin.post('/v1/amount-limits', {
			holder,
			write: 'manual',
			amountMax,
			effectiveFrom: '2026-03-31',
			legalBasis: 'SOP kota 5/2026',
		});
	t.is((await limit('user:siti', '2000')).status, 201);
	t.is((await asSiti.post(entries(), handBody('2000'))).status, 201);
	t.is((await asSiti.post(entries(), handBody('2000.01'))).body.code, 'limit/exceeded');
	t.is((await limit('user:budi', '1000')).status, 201);
	t.is((await asSiti.post(entries(), handBody('1000.01'))).body.code, 'limit/exceeded');
	t.is((await siti!.post(entries(), handBody('1000.01'))).status, 201);
});

test.serial('a delegation is never wider than the role, and reaches no other book', async (t) => {
	const give = async (more: Readonly<Record<string, unknown>>) =>
		(await siti!.post('/v1/delegations', terms(more))).body.code as unknown;
	const notHeld = 'identity/delegation-not-held';
	t.is(await give({scope: 'all'}), notHeld);
	t.is(await give({scope: '17.71'}), notHeld);
	t.is(await give({scope: stage.theirs.book}), notHeld);
	t.is(await give({role: 'fund-manager'}), notHeld);
	t.is(await give({permissions: ['loan:disburse']}), 'identity/delegation-permission');
	const asSiti = await acting(budi!, 'siti');
	t.is((await asSiti.post(entries(stage.theirs.book), handBody('5'))).status, 404);
});

test.serial('what was handed on is not handed on, and is no session of one’s own', async (t) => {
	const asSiti = await acting(budi!, 'siti');
	const chain = await asSiti.post('/v1/delegations', terms({to: 'eko'}));
	t.is(chain.body.code, 'identity/forbidden');
	t.is((await budi!.post('/v1/delegations', terms({to: 'eko'}))).body.code, notOwn);
	const again = await asSiti.post('/v1/sessions/acting', {for: 'siti'});
	t.is(again.body.code, 'identity/own-session-needed');
	const token = await asSiti.post('/v1/tokens', {label: 'diam-diam'});
	t.is(token.body.code, 'identity/own-session-needed');
	const scripted = await budi!.post('/v1/tokens', {label: 'skrip'});
	const script = createClient(stage.server.address, String(scripted.body.token));
	const byToken = await script.post('/v1/sessions/acting', {for: 'siti'});
	t.is(byToken.body.code, 'identity/session-needed');
});

const notOwn = 'identity/delegation-not-held';

test.serial('PostgreSQL knows no delegation of what is not the giver’s own', async (t) => {
	const [grant] = await stage.world.database
		.owner('user_grants')
		.join('users', 'users.id', 'user_grants.user_id')
		.where({'users.name': 'siti'})
		.select('user_grants.id', 'user_id');
	const [{id: taker}] = await stage.world.database.owner('users').where({name: 'eko'}).select('id');
	const lawOf = async (more: Readonly<Record<string, unknown>>) => {
		const run = async (trx: Knex) =>
			trx('delegations').insert({
				id: '00000000-0000-4000-8000-0000000000d1',
				grant_id: grant.id,
				delegator_id: grant.user_id,
				delegate_id: taker,
				permissions: ['loan:approve'],
				scope_kind: 'cooperative',
				scope_code: stage.mine.book,
				first_on: '2026-03-31',
				last_on: '2026-04-10',
				reason: 'x',
				given_at: '2026-03-31T05:00:00Z',
				given_by: 'siti',
				...more,
			});
		try {
			await asService(stage.world.database.service, run);
			return undefined;
		} catch (error) {
			return (error as LawBreach).constraint;
		}
	};
	t.is(await lawOf({}), undefined);
	t.is(await lawOf({scope_kind: 'all', scope_code: null}), 'delegations_part');
	t.is(await lawOf({scope_code: stage.theirs.book}), 'delegations_part');
	t.is(await lawOf({delegator_id: taker, delegate_id: grant.user_id}), 'delegations_part');
	t.is(await lawOf({given_by: 'budi a.n. siti'}), 'delegations_given');
	t.is(await lawOf({permissions: ['user:manage']}), 'delegations_permissions_check');
	t.is(await lawOf({last_on: '2027-04-01'}), 'delegations_days_check');
	t.is(await lawOf({first_on: '2026-03-30'}), 'delegations_days_check');
	t.is(await lawOf({delegate_id: grant.user_id}), 'delegations_two_people_check');
});

test.serial('PostgreSQL writes nothing under two names without a delegation', async (t) => {
	const lawOf = async (actor: string, into: string = stage.mine.book) => {
		try {
			await asService(stage.world.database.service, async (trx) => forge(trx, [{into, actor}]));
			return undefined;
		} catch (error) {
			return (error as LawBreach).constraint;
		}
	};
	t.is(await lawOf('budi a.n. siti'), undefined);
	t.is(await lawOf('siti a.n. budi'), 'acting_in_force');
	t.is(await lawOf('eko a.n. siti'), 'acting_in_force');
	t.is(await lawOf('budi a.n. siti a.n. eko'), 'acting_in_force');
	t.is(await lawOf('budi a.n. siti', stage.theirs.book), 'acting_in_force');
});

test.serial('PostgreSQL counts whoever acts for another as both', async (t) => {
	const lawOf = async (statement: string) => {
		try {
			await asService(stage.world.database.service, async (trx) => trx.raw(statement));
			return undefined;
		} catch (error) {
			return (error as LawBreach).constraint;
		}
	};
	const decided = (by: string) => `update approvals set status = 'rejected', reason = 'x',
		decided_by = '${by}', decided_by_id = '00000000-0000-4000-8000-000000000009',
		decided_at = '2026-03-31T06:00:00Z', decided_in = pg_current_xact_id()::text
		where status = 'pending' and maker = 'siti'`;
	t.is(await lawOf(decided('budi a.n. siti')), 'approvals_two_people_check');
	t.is(await lawOf(decided('eko')), undefined);
	const closed = (by: string) => `
		insert into periods (book_id, starts_on, sequence, requested_by, requested_at)
		select id, '2025-01-01', 1, 'siti', '2026-03-31T05:00:00Z' from books
		where code = '${stage.mine.book}';
		update periods set confirmed_by = '${by}', confirmed_at = '2026-03-31T05:00:00Z'`;
	t.is(await lawOf(closed('budi a.n. siti')), 'periods_two_people_check');
	t.not(await lawOf(closed('eko')), 'periods_two_people_check');
	const applied = `update loans set decided_by = applied_by || ' a.n. siti'`;
	t.is(await lawOf(applied), 'loans_two_people_check');
});

test.serial('what was handed on stays in the record, and ends but once', async (t) => {
	const {owner} = stage.world.database;
	for (const statement of [
		'delete from delegations',
		'truncate delegations',
		`update delegations set last_on = '2027-01-01'`,
		`update delegations set scope_kind = 'all', scope_code = null`,
		`update delegations set revoked_at = null, revoked_by = null where revoked_at is not null`,
	]) {
		const error = await t.throwsAsync<LawBreach>(owner.raw(statement).then());
		t.is(error.constraint, 'delegations_only_end', statement);
	}
});

test.serial('a command that waits is not done once its maker’s delegation has ended', async (t) => {
	const given = await eko!.post('/v1/delegations', terms({permissions: ['ledger:post']}));
	t.is(given.status, 201, JSON.stringify(given.body));
	const link = await pendingOf(await acting(budi!, 'eko'));
	t.is((await budi!.post(`/v1/delegations/${given.body.id}/revoke`)).status, 200);
	const manager = await stage.server.signUp('fund-manager', 'all', 'pengelola.dua');
	const {status, body} = await manager.post(`${link}/approve`, {version: 1});
	t.is(status, 409, JSON.stringify(body));
	t.is(body.code, 'approval/maker-not-permitted');
});

async function pendingOf(client: Client): Promise<string> {
	const lines = [
		{account: '1.1.01', side: 'debit', amount: '900'},
		{account: '4.9.01', side: 'credit', amount: '900'},
	];
	await name(stage.world, 'manual', {amountAbove: rupiah('800')});
	const {status, body} = await client.post(entries(), handBody('900', {lines}));
	if (status !== 202) throw new Error(JSON.stringify(body));
	return body.link as string;
}

test.serial('revoked, it lets nothing more pass, from the next request on', async (t) => {
	const asSiti = await acting(budi!, 'siti');
	t.is((await asSiti.get('/v1/me')).status, 200);
	const {items} = (await siti!.get('/v1/delegations')).body;
	const {id} = items.find((one: {to: string}) => one.to === 'budi');
	t.is((await eko!.post(`/v1/delegations/${id}/revoke`)).body.code, unknown);
	t.is((await siti!.post(`/v1/delegations/${id}/revoke`)).status, 200);
	t.is((await asSiti.get('/v1/me')).status, 401);
	t.is((await siti!.post(`/v1/delegations/${id}/revoke`)).body.code, unknown);
	t.is((await budi!.post('/v1/sessions/acting', {for: 'siti'})).body.code, nothing);
});

const unknown = 'identity/unknown-delegation';

test.serial(
	'past its last day, or once the giver has lost the role, nothing is left',
	async (t) => {
		const day = {firstOn: '2026-03-31', lastOn: '2026-03-31'};
		t.is((await siti!.post('/v1/delegations', terms(day))).status, 201);
		t.is((await siti!.post('/v1/delegations', terms({to: 'eko'}))).status, 201);
		await acting(budi!, 'siti');
		stage.world.setDay('2026-04-01');
		const tomorrow = await signIn('budi');
		t.is((await tomorrow.post('/v1/sessions/acting', {for: 'siti'})).body.code, nothing);
		const ekoTomorrow = await signIn('eko');
		const asSiti = await acting(ekoTomorrow, 'siti');
		const {id} = (await (await signIn('siti')).get('/v1/me')).body;
		t.is((await admin.post(`/v1/users/${id}/deactivate`)).status, 200);
		t.is((await asSiti.get('/v1/me')).status, 401);
		t.is((await admin.post(`/v1/users/${id}/activate`)).status, 200);
		await acting(ekoTomorrow, 'siti');
		const {grants} = (await admin.get(`/v1/users/${id}`)).body;
		t.is((await admin.post(`/v1/users/${id}/grants/${grants[0].id}/revoke`)).status, 200);
		t.is((await ekoTomorrow.post('/v1/sessions/acting', {for: 'siti'})).body.code, nothing);
	},
);
