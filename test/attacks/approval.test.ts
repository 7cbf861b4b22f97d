// Attacks on the second person: two at once, replays, stolen keys, and a policy loosened alone.
import test from 'ava';
import {rupiah} from '../../src/kernel/money.ts';
import {handBody, name} from '../approvals/setup.ts';
import type {Client} from '../helpers/http.ts';
import {countRows} from '../helpers/world.ts';
import {type Stage, openStage} from './stage.ts';

let stage: Stage;
let [maker, one, two]: Client[] = [];

test.before(async () => {
	stage = await openStage();
	const {book} = stage.mine;
	maker = await stage.server.signUp('supervisor', book, 'si.pembuat');
	one = await stage.server.signUp('supervisor', book, 'pemeriksa.satu');
	two = await stage.server.signUp('supervisor', 'all', 'pemeriksa.dua');
	await name(stage.world, 'manual', {amountAbove: rupiah('1000000')});
});
test.after.always(async () => stage.close());

const path = () => `/v1/books/${stage.mine.book}/entries`;
const ask = async (options = {}) =>
	(await maker!.post(path(), handBody('1500000'), options)).body as {id: string; link: string};
const countEntries = async (): Promise<number> => (await countRows(stage.world)).entries!;

test.serial('of two who approve at once one wins, and it is written once', async (t) => {
	for (let round = 0; round < 5; round += 1) {
		const {link} = await ask();
		const before = await countEntries();
		const answers = await Promise.all(
			[one!, two!, one!, two!].map(async (by) => by.post(`${link}/approve`, {version: 1})),
		);
		const codes = answers.map(({status, body}) => (status === 200 ? 'done' : body.code));
		t.deepEqual(codes.sort(), ['approval/decided', 'approval/decided', 'approval/decided', 'done']);
		t.is(await countEntries(), before + 1);
	}
});

test.serial('approved and rejected at once, one of the two holds', async (t) => {
	for (let round = 0; round < 5; round += 1) {
		const {link} = await ask();
		const before = await countEntries();
		const [approved, rejected] = await Promise.all([
			one!.post(`${link}/approve`, {version: 1}),
			two!.post(`${link}/reject`, {version: 1, reason: 'Tidak'}),
		]);
		t.deepEqual([approved.status, rejected.status].sort(), [200, 409]);
		t.is(await countEntries(), before + (approved.status === 200 ? 1 : 0));
	}
});

test.serial(
	'approved while its maker changes it, it is never the unread that is written',
	async (t) => {
		for (let round = 0; round < 5; round += 1) {
			const {link} = await ask();
			const [changed, approved] = await Promise.all([
				maker!.post(`${link}/change`, {version: 1, body: handBody('9000000')}),
				two!.post(`${link}/approve`, {version: 1}),
			]);
			t.deepEqual([changed.status, approved.status].sort(), [200, 409]);
			if (approved.status === 200) {
				t.is(approved.body.answer.body.lines[0].amount, '1500000.00');
			} else {
				t.is(approved.body.code, 'approval/changed');
			}
		}
	},
);

test.serial('the same approval with the same key is answered again, and done once', async (t) => {
	const {link} = await ask();
	const before = await countEntries();
	const approve = async (client: Client, key: string) =>
		client.post(`${link}/approve`, {version: 1}, {key});
	const first = await approve(one!, 'setuju-1');
	const again = await approve(one!, 'setuju-1');
	t.is(first.status, 200);
	t.is(again.status, 200);
	t.deepEqual(again.body, first.body);
	t.is(again.headers.get('idempotency-replayed'), 'true');
	t.is((await approve(one!, 'setuju-2')).body.code, 'approval/decided');
	t.is(await countEntries(), before + 1);
});

test.serial('a key that was stolen gives another user nothing of what it answered', async (t) => {
	const {link} = await ask({key: 'milik-pembuat'});
	const body = handBody('1500000');
	const outsider = await stage.server.signUp('supervisor', stage.theirs.book);
	const stolen = await outsider.post(path(), body, {key: 'milik-pembuat'});
	t.is(stolen.status, 404);
	const neighbour = await one!.post(path(), body, {key: 'milik-pembuat'});
	t.is(neighbour.status, 202);
	t.not(neighbour.body.link, link);
	t.is(neighbour.body.maker, 'pemeriksa.satu');
	const other = await maker!.post(path(), handBody('1500001'), {key: 'milik-pembuat'});
	t.is(other.status, 409);
	t.is(other.body.code, 'request/idempotency-key-reused');
});

test.serial('nobody approves what they made under another name of the route', async (t) => {
	const {id} = await ask();
	for (const form of [id.toUpperCase(), `${id}/`, `./${id}`]) {
		const {status} = await maker!.post(`/v1/approvals/${form}/approve`, {version: 1});
		t.true([403, 404, 422].includes(status), form);
	}
});

test.serial('who lost the right meanwhile has nothing done in their name', async (t) => {
	const leaver = await stage.server.signUp('supervisor', stage.mine.book, 'si.pergi');
	const {link} = (await leaver.post(path(), handBody('1500000'))).body;
	await stage.world.database.owner.raw(
		`update user_grants set revoked_at = now(), revoked_by = 'x'
		where user_id = (select id from users where name = 'si.pergi')`,
	);
	const before = await countEntries();
	const {status, body} = await one!.post(`${link}/approve`, {version: 1});
	t.is(status, 409);
	t.is(body.code, 'approval/maker-not-permitted');
	t.is(await countEntries(), before);
});

test.serial('a policy is tightened by one administrator and loosened by two', async (t) => {
	const first = await stage.server.signUp('administrator', 'all', 'admin.satu');
	const second = await stage.server.signUp('administrator', 'all', 'admin.dua');
	const local = await stage.server.signUp('administrator', stage.mine.book);
	const policies = '/v1/approval-policies';
	const terms = (more = {}) => ({
		write: 'tranche',
		effectiveFrom: '2026-03-31',
		legalBasis: 'SOP kota 4/2026',
		...more,
	});
	t.is((await local.post(policies, terms())).body.code, 'approval/policy-scope');
	const set = await first.post(policies, terms({amountAbove: '5000000'}));
	t.is(set.status, 201);
	t.is(set.body.version, 1);
	t.is((await first.post(policies, terms({amountAbove: '4000000'}))).status, 201);
	const looser = await first.post(policies, terms({isNamed: false}));
	t.is(looser.status, 202);
	t.is((await first.post(`${looser.body.link}/approve`, {version: 1})).body.code, 'approval/own');
	const approved = await second.post(`${looser.body.link}/approve`, {version: 1});
	t.is(approved.status, 200, JSON.stringify(approved.body));
	t.like(approved.body.answer.body, {version: 3, isNamed: false, setBy: 'admin.satu'});
	const {items} = (await second.get(policies)).body;
	const written = items.filter(({write}: {write: string}) => write === 'tranche');
	t.deepEqual(
		written.map(({version, isNamed}: {version: number; isNamed: boolean}) => [version, isNamed]),
		[
			[1, true],
			[2, true],
			[3, false],
		],
	);
});

test.serial('the trail tells who asked, who decided, and who was refused', async (t) => {
	const {id, link} = await ask();
	await maker!.post(`${link}/approve`, {version: 1});
	await one!.post(`${link}/reject`, {version: 1, reason: 'Tanpa bukti'});
	const auditor = await stage.server.signUp('auditor');
	const {items} = (await auditor.get('/v1/audit/log?limit=20')).body as {
		items: {kind: string; actor: string; subject: string; outcome: string; code?: string}[];
	};
	const told = items.filter(({subject}) => subject.includes(id));
	t.deepEqual(
		told.map(({kind, actor, outcome, code}) => [kind, actor, outcome, code ?? null]),
		[
			['approval.reject', 'pemeriksa.satu', 'done', null],
			['request', 'si.pembuat', 'refused', 'approval/own'],
			['approval.ask', 'si.pembuat', 'done', null],
		],
	);
});
