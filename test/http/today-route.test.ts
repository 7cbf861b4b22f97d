import test from 'ava';
import {type Server, startServer} from '../helpers/http.ts';
import {type World, createWorld} from '../helpers/world.ts';

let world: World;
let server: Server;

test.before(async () => {
	world = await createWorld('2026-03-31');
	server = await startServer(world);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

test('the day is the service’s own, for whoever is signed in', async (t) => {
	const officer = await server.signUp('officer');
	const {status, body} = await officer.get('/v1/today');
	t.is(status, 200);
	t.deepEqual(body, {today: '2026-03-31', timeZone: 'Asia/Jakarta'});
	world.setDay('2026-04-01');
	t.is((await officer.get('/v1/today')).body.today, '2026-04-01');
	world.setDay('2026-03-31');
});

test('a stranger is not told the day', async (t) => {
	t.is((await server.stranger.get('/v1/today')).status, 401);
});
