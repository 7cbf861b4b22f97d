// What a policy would have done with the writes of a month, before anybody sets it.
import test from 'ava';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	countRows,
	createWorld,
	day,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {handBody, name} from '../setup.ts';

let world: World;
let server: Server;
let mine: Funded;
let other: Funded;
let administrator: Client;

const effect = '/v1/approval-policies/effect';

test.before(async () => {
	world = await createWorld('2026-02-10');
	await openCity(world);
	mine = await openFunded(world);
	other = await openFunded(world, '17.71.01.1002');
	world.setDay('2026-03-10');
	server = await startServer(world);
	const supervisor = await server.signUp('supervisor', 'all', 'penyelia.satu');
	administrator = await server.signUp('administrator', 'all', 'admin.satu');
	const post = async (book: string, amount: string, effectiveOn: string) => {
		const answer = await supervisor.post(`/v1/books/${book}/entries`, {
			...handBody(amount),
			effectiveOn,
		});
		if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
		return answer.body.number as number;
	};
	await post(mine.book, '1000000', '2026-03-10');
	await post(mine.book, '2500000', '2026-03-01');
	const wrong = await post(other.book, '4000000', '2026-03-10');
	const reversed = await supervisor.post(`/v1/books/${other.book}/entries/${wrong}/reverse`, {
		effectiveOn: '2026-03-10',
		reason: 'Salah catat',
		document: 'BTL-1',
	});
	if (reversed.status !== 201) throw new Error(JSON.stringify(reversed.body));
	// Of another month, and so in no answer of March.
	world.setDay('2026-04-02');
	await post(mine.book, '9000000', '2026-04-02');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const count = (writes: number, heldNow: number, heldThen: number, amountThen: string) => ({
	writes,
	heldNow,
	heldThen,
	amountThen,
});

test.serial('the month before this is looked at, by name, book and day', async (t) => {
	const before = await countRows(world);
	const {status, body} = await administrator.get(`${effect}?write=manual&amountAbove=2000000`);
	t.is(status, 200, JSON.stringify(body));
	t.deepEqual(body, {
		write: 'manual',
		from: '2026-03-01',
		to: '2026-03-31',
		isLooser: false,
		total: count(3, 0, 2, '6500000.00'),
		names: [{name: 'manual', ...count(3, 0, 2, '6500000.00')}],
		books: [
			{book: mine.book, ...count(2, 0, 1, '2500000.00')},
			{book: other.book, ...count(1, 0, 1, '4000000.00')},
		],
		busiest: {on: '2026-03-10', heldThen: 2},
	});
	t.deepEqual(await countRows(world), before, 'nothing is written');
});

test.serial('days back, reversals, another month and all entries are told apart', async (t) => {
	const total = async (question: string) =>
		(await administrator.get(`${effect}?${question}`)).body.total as unknown;
	t.deepEqual(await total('write=manual&backdatedOver=7'), count(3, 0, 1, '2500000.00'));
	t.deepEqual(await total('write=manual&backdatedOver=9'), count(3, 0, 0, '0.00'));
	t.deepEqual(await total('write=manual.reverse'), count(1, 0, 1, '4000000.00'));
	t.deepEqual(await total('write=entry.reverse'), count(1, 0, 1, '4000000.00'));
	t.deepEqual(await total('write=manual&month=2026-04'), count(1, 0, 1, '9000000.00'));
	t.deepEqual(await total('write=manual&month=2025-12'), count(0, 0, 0, '0.00'));
	// The tranches of both cooperatives, of a hundred million, in their books and in the city's.
	const tranches = 'write=tranche&month=2026-02&amountAbove=99999999';
	t.deepEqual(await total(tranches), count(4, 0, 4, '400000000.00'));
});

test.serial('what is no entry is counted by the trail of what was done', async (t) => {
	await administrator.post('/v1/users', {
		name: 'kasir.baru',
		grants: [{role: 'officer', scope: mine.book}],
	});
	const {body} = await administrator.get(`${effect}?write=user.create&month=2026-04`);
	t.deepEqual(body.total, count(1, 0, 1, '0.00'));
	t.deepEqual(body.names, [{name: 'user.create', ...count(1, 0, 1, '0.00')}]);
	t.deepEqual(body.books, []);
	const none = await administrator.get(`${effect}?write=product.change&month=2026-04`);
	t.deepEqual(none.body.total, count(0, 0, 0, '0.00'));
});

test.serial('what is held now is said, and that less would be held then', async (t) => {
	await name(world, 'manual', {effectiveFrom: day('2026-04-02')});
	const {body} = await administrator.get(`${effect}?write=manual&amountAbove=3000000`);
	t.deepEqual(body.total, count(3, 3, 1, '4000000.00'));
	t.true(body.isLooser);
	const lifted = await administrator.get(`${effect}?write=manual&isNamed=false`);
	t.deepEqual(lifted.body.total, count(3, 3, 0, '0.00'));
});

test.serial('what cannot be a policy is refused as when it is set', async (t) => {
	const code = async (question: string) =>
		(await administrator.get(`${effect}?${question}`)).body.code as unknown;
	t.is(await code('write=sulap'), 'approval/unknown-write');
	t.is(await code('write=user.create&amountAbove=1'), 'approval/no-amount');
	t.is(await code('write=manual&isNamed=false&amountAbove=1'), 'approval/lifted-with-limit');
	t.is(await code('write=manual&effectiveFrom=2026-04-01'), 'approval/policy-past');
	t.is((await administrator.get(`${effect}?amountAbove=banyak`)).status, 422);
	const part = await server.signUp('administrator', mine.book, 'admin.sebagian');
	t.is((await part.get(`${effect}?write=manual`)).body.code, 'approval/policy-scope');
	const officer = await server.signUp('officer', mine.book, 'petugas.satu');
	t.is((await officer.get(`${effect}?write=manual`)).body.code, 'identity/forbidden');
});
