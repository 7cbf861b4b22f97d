// The accounts of members over HTTP: added and ended, never shown whole, and whose they may be.
import test from 'ava';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
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
let mine: Funded;
let [officer, supervisor, neighbour, auditor, administrator]: Client[] = [];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	const theirs = await openFunded(world, '17.71.02.1001');
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book, 'siti');
	supervisor = await server.signUp('supervisor', mine.book);
	neighbour = await server.signUp('officer', theirs.book, 'tono');
	auditor = await server.signUp('auditor', '17.71');
	administrator = await server.signUp('administrator');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const bri = (change: object = {}) => ({
	kind: 'bank',
	bank: 'BRI',
	number: '0033-01-004321-50-1',
	holder: 'Siti Aminah',
	since: '2026-03-01',
	...change,
});
const english = {headers: {'accept-language': 'en'}};
const nobody = '00000000-0000-4000-8000-000000000000';

const openMember = async (): Promise<string> => {
	const {id} = await joinMember(world, mine.book);
	return `/v1/members/${id}/accounts`;
};

test.serial('an account is added, listed and ended, and stays in the list', async (t) => {
	const path = await openMember();
	t.deepEqual((await officer!.get(path)).body, {items: [], nextCursor: null});
	const made = await officer!.post(path, bri());
	t.is(made.status, 201, JSON.stringify(made.body));
	const {id, member, ...told} = made.body;
	t.is(path, `/v1/members/${member}/accounts`);
	t.deepEqual(told, {
		kind: 'bank',
		bank: 'BRI',
		numberMasked: '******1501',
		holder: 'Siti Aminah',
		since: '2026-03-01',
		until: null,
		recordedBy: 'siti',
	});
	const ended = await officer!.post(`/v1/member-accounts/${id}/end`, {until: '2026-03-15'});
	t.is(ended.status, 200);
	t.like(ended.body, {id, until: '2026-03-15'});
	t.is((await officer!.post(path, bri({since: '2026-03-16'}))).status, 201);
	for (const reader of [officer!, supervisor!, auditor!]) {
		const {body} = await reader.get(path);
		t.deepEqual(
			body.items.map(({since, until}: {since: string; until: string}) => [since, until]),
			[
				['2026-03-01', '2026-03-15'],
				['2026-03-16', null],
			],
		);
		t.false(JSON.stringify(body).includes('004321'));
	}
});

test.serial('what cannot be an account is refused, and nothing is written', async (t) => {
	const path = await openMember();
	const {body: kept} = await officer!.post(path, bri());
	const {body: ended} = await officer!.post(path, bri({number: '555000111'}));
	await officer!.post(`/v1/member-accounts/${ended.id}/end`, {until: '2026-03-10'});
	const end = (id: string) => `/v1/member-accounts/${id}/end`;
	const cases: readonly (readonly [Client, string, object, number, string])[] = [
		[officer!, path, bri({number: '1234'}), 422, 'bank-number/malformed'],
		[officer!, path, bri({number: '123456789012345678901'}), 422, 'bank-number/malformed'],
		[officer!, path, bri({number: '12345x'}), 422, 'bank-number/malformed'],
		[officer!, path, bri({holder: ' '}), 422, 'text/too-short'],
		[officer!, path, bri({holder: undefined}), 422, 'field/missing'],
		[officer!, path, bri({kind: 'cash'}), 422, 'field/not-one-of'],
		[
			officer!,
			path,
			bri({number: '77777', since: '2026-04-01'}),
			422,
			'member-account/since-in-future',
		],
		[officer!, path, bri({number: '003301004321501'}), 409, 'member-account/already-there'],
		[officer!, end(kept.id), {until: '2026-02-28'}, 422, 'member-account/ended-before-start'],
		[officer!, end(kept.id), {until: '2026-04-01'}, 422, 'member-account/end-in-future'],
		[officer!, end(ended.id), {until: '2026-03-11'}, 409, 'member-account/already-ended'],
		[officer!, end(nobody), {until: '2026-03-11'}, 404, 'member-account/unknown'],
		[officer!, `/v1/members/${nobody}/accounts`, bri(), 404, 'member/unknown'],
		[neighbour!, path, bri(), 404, 'member/unknown'],
		[neighbour!, end(kept.id), {until: '2026-03-11'}, 404, 'member-account/unknown'],
		[supervisor!, path, bri(), 403, 'identity/forbidden'],
		[auditor!, end(kept.id), {until: '2026-03-11'}, 403, 'identity/forbidden'],
	];
	const before = await world.database.owner('member_accounts').orderBy('id');
	for (const [by, address, body, status, code] of cases) {
		const answer = await by.post(address, body, english);
		t.is(answer.status, status, `${code}: ${JSON.stringify(answer.body)}`);
		const {code: whole, findings} = answer.body;
		t.true(whole === code || findings[0]?.code === code, JSON.stringify(answer.body));
		// What is wrong with a number is said without the number.
		const said = JSON.stringify(answer.body);
		for (const number of ['123456789012345678901', '12345x', '003301004321501', '004321']) {
			t.false(said.includes(number), said);
		}
	}
	t.is((await neighbour!.get(path)).status, 404);
	t.is((await administrator!.get(path)).status, 403);
	t.deepEqual(await world.database.owner('member_accounts').orderBy('id'), before);
});

test.serial('two who add the same account at once add it once', async (t) => {
	const path = await openMember();
	const answers = await Promise.all([officer!.post(path, bri()), officer!.post(path, bri())]);
	t.deepEqual(answers.map(({status}) => status).sort(), [201, 409]);
	t.is((await officer!.get(path)).body.items.length, 1);
});

test.serial(
	'no number of an account is in the log, nor in the answers that are kept',
	async (t) => {
		const path = await openMember();
		t.is((await officer!.post(path, bri({number: '987600006789'}))).status, 201);
		await officer!.post(path, bri({number: '987600006789'}));
		t.true(world.logged.some((line) => line.includes('/accounts')));
		t.deepEqual(
			world.logged.filter((line) => line.includes('98760000')),
			[],
		);
		const kept = await world.database.owner('idempotency_keys');
		t.true(kept.length > 0);
		t.false(JSON.stringify(kept).includes('98760000'));
	},
);
