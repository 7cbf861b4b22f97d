// Up to which amount who gives a command: over HTTP, in a posting, and by PostgreSQL alone.
import test from 'ava';
import type {Knex} from 'knex';
import {rupiah} from '../../../src/kernel/money.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	joinMember,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {type LawBreach, asService, forge} from '../../ledger/db/forge.ts';
import {handBody, name} from '../setup.ts';

let world: World;
let server: Server;
let mine: Funded;
const clients: Record<string, Client> = {};

const limits = '/v1/amount-limits';
const terms = (holder: string, write: string, amountMax: string | null) => ({
	holder,
	write,
	amountMax,
	effectiveFrom: '2026-03-31',
	legalBasis: 'SOP kota 5/2026',
});

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	server = await startServer(world);
	clients.officer = await server.signUp('officer', 'all', 'si.petugas');
	clients.low = await server.signUp('supervisor', 'all', 'penyelia.muda');
	clients.high = await server.signUp('supervisor', 'all', 'penyelia.tua');
	clients.one = await server.signUp('administrator', 'all', 'admin.satu');
	clients.two = await server.signUp('administrator', 'all', 'admin.dua');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const entries = () => `/v1/books/${mine.book}/entries`;

test.serial('a limit is set by an administrator, and read', async (t) => {
	const {status, body} = await clients.one!.post(
		limits,
		terms('user:penyelia.muda', 'manual', '1000'),
	);
	t.is(status, 201);
	t.like(body, {version: 1, amountMax: '1000.00', setBy: 'admin.satu'});
	t.is((await clients.officer!.get(limits)).body.items.length, 1);
	t.is((await clients.low!.post(limits, terms('role:officer', 'manual', '1'))).status, 403);
	const unknown = await clients.one!.post(limits, terms('user:tidak.ada', 'manual', '1'));
	t.is(unknown.body.code, 'identity/unknown-user');
	const role = await clients.one!.post(limits, terms('role:raja', 'manual', '1'));
	t.is(role.body.code, 'identity/role-malformed');
});

test.serial('up to it is posted, beyond it is refused with both amounts', async (t) => {
	t.is((await clients.low!.post(entries(), handBody('1000'))).status, 201);
	const {status, body} = await clients.low!.post(entries(), handBody('1000.01'));
	t.is(status, 403);
	t.is(body.code, 'limit/exceeded');
	t.regex(body.detail, /penyelia\.muda .*manual .*1000\.00 .*1000\.01/u);
	t.is((await clients.high!.post(entries(), handBody('1000.01'))).status, 201);
	const batch = {mode: 'independent', entries: [handBody('5'), handBody('1000.01')]};
	const whole = await clients.low!.post(`${entries()}/batch`, batch);
	t.is(whole.body.code, 'limit/exceeded');
});

test.serial('a loan is approved up to the limit of a role, as its principal says', async (t) => {
	const set = terms('role:supervisor', 'loan.approve', '1000000');
	t.is((await clients.one!.post(limits, set)).status, 201);
	const apply = async (principal: string) =>
		(
			await clients.officer!.post('/v1/loans', {
				member: (await joinMember(world, mine.book)).id,
				allocation: mine.allocation.id,
				akad: 'qardh',
				purpose: 'Modal warung',
				principal,
				instalments: 10,
				appliedOn: '2026-03-30',
			})
		).body.id as string;
	const approve = async (loan: string) =>
		clients.high!.post(`/v1/loans/${loan}/approve`, {decidedOn: '2026-03-30', reason: 'Layak'});
	t.is((await approve(await apply('1000000'))).status, 200);
	const loan = await apply('1000010');
	const refused = await approve(loan);
	t.is(refused.status, 403);
	t.is(refused.body.code, 'limit/exceeded');
	const law = await t.throwsAsync<LawBreach>(
		asService(world.database.service, async (trx) =>
			trx.raw(
				`insert into loan_events (book_id, loan_id, sequence, kind, occurred_on, recorded_at, actor)
				select book_id, id, 9, 'approved', '2026-03-31', '2026-03-31T05:00:00Z', 'penyelia.tua'
				from loans where id = ?`,
				[loan],
			),
		),
	);
	t.is(law.constraint, 'amounts_limited');
});

test.serial('PostgreSQL holds an entry to the limit of its actor', async (t) => {
	const moving = async (trx: Knex, amount: string, actor: string) =>
		forge(trx, [
			{
				into: mine.book,
				actor,
				lines: [
					['1.1.01', 'debit', amount],
					['4.9.01', 'credit', amount],
				],
			},
		]);
	const lawOf = async (amount: string, actor: string) => {
		try {
			await asService(world.database.service, async (trx) => moving(trx, amount, actor));
			return undefined;
		} catch (error) {
			return (error as LawBreach).constraint;
		}
	};
	t.is(await lawOf('1000.00', 'penyelia.muda'), undefined);
	t.is(await lawOf('1000.01', 'penyelia.muda'), 'amounts_limited');
	t.is(await lawOf('1000.01', 'penyelia.tua'), undefined);
});

test.serial('who checks lets nothing pass that is too much for them', async (t) => {
	await name(world, 'manual', {amountAbove: rupiah('500')});
	const {body} = await clients.high!.post(entries(), handBody('2000'));
	const refused = await clients.low!.post(`${body.link}/approve`, {version: 1});
	t.is(refused.status, 403);
	t.is(refused.body.code, 'limit/exceeded');
	const small = await clients.high!.post(entries(), handBody('900'));
	t.is((await clients.low!.post(`${small.body.link}/approve`, {version: 1})).status, 200);
});

test.serial(
	'to let somebody do more takes two administrators, to let them do less one',
	async (t) => {
		const set = async (amountMax: string | null) =>
			clients.one!.post(limits, terms('user:penyelia.muda', 'manual', amountMax));
		t.is((await set('900')).status, 201);
		t.is((await set('901')).status, 202);
		const lifted = await set(null);
		t.is(lifted.status, 202);
		const approved = await clients.two!.post(`${lifted.body.link}/approve`, {version: 1});
		t.is(approved.status, 200, JSON.stringify(approved.body));
		t.is(approved.body.answer.body.amountMax, null);
	},
);
