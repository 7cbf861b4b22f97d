// Whoever checks has a second factor, in whichever role and by whichever credential.
import test from 'ava';
import {startServer} from '../../helpers/http.ts';
import {createWorld, openCity, openFunded} from '../../helpers/world.ts';
import {handBody, name} from '../setup.ts';

test('nobody checks without a second factor, also not by a token', async (t) => {
	const world = await createWorld('2026-03-31', {isSecondFactorRequired: true});
	const server = await startServer(world);
	t.teardown(async () => {
		await server.close();
		await world.close();
	});
	await openCity(world);
	const {book} = await openFunded(world);
	await name(world, 'manual');
	const maker = await server.signUp('fund-manager', 'all', 'pembuat');
	const checker = await server.signUp('fund-manager', 'all', 'pemeriksa');
	const asked = await maker.post(`/v1/books/${book}/entries`, handBody('5'));
	t.is(asked.status, 202);
	const approve = async () => checker.post(`${asked.body.link}/approve`, {version: 1});
	const reject = await checker.post(`${asked.body.link}/reject`, {version: 1, reason: 'Tidak'});
	t.is(reject.body.code, 'approval/second-factor-needed');
	const refused = await approve();
	t.is(refused.status, 403);
	t.is(refused.body.code, 'approval/second-factor-needed');
	const {owner} = world.database;
	const factor = async (more: object) =>
		owner('second_factors').insert({
			user_id: (await owner('users').where({name: 'pemeriksa'}).first()).id,
			secret: `v1.00000000.${'a'.repeat(16)}.${'b'.repeat(40)}`,
			created_at: '2026-03-31T05:00:00Z',
			...more,
		});
	// One that is only being set up is none.
	await factor({});
	t.is((await approve()).body.code, 'approval/second-factor-needed');
	await owner('second_factors').delete();
	await factor({confirmed_at: '2026-03-31T05:00:00Z', last_step: 1});
	t.is((await approve()).status, 200);
});
