import test from 'ava';
import {actFor, authenticate, giveDelegation} from '../../../src/identity/index.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {localDate} from '../../../src/kernel/local-date.ts';
import {createTestDatabase} from '../../helpers/database.ts';
import {identityOn, someUser} from '../setup.ts';

test('a session for another ends with the last day in Jakarta, whatever it has left', async (t) => {
	const database = await createTestDatabase();
	t.teardown(database.drop);
	const {work, clock} = identityOn(database.owner);
	const giver = await someUser(work, [['supervisor', 'all']]);
	const taker = await someUser(work, [['officer', 'all']]);
	const as = ({id, name}: typeof giver) => ({actor: {userId: id, name}});
	await giveDelegation(work, as(giver), {
		to: taker.name,
		role: 'supervisor',
		scope: {kind: 'all'},
		firstOn: localDate('2026-03-02'),
		lastOn: localDate('2026-03-02'),
		reason: 'Rapat',
	});
	clock.set('2026-03-02T15:30:00Z');
	const credential = {kind: 'session', hash: ''} as const;
	const {secret} = await actFor(work, {...as(taker), credential}, giver.name);
	// 23:59:59 in Jakarta is still the second of March.
	clock.set('2026-03-02T16:59:59Z');
	const caller = await authenticate(work, {bearer: secret});
	t.is(caller?.actor.name, `${taker.name} a.n. ${giver.name}`);
	t.deepEqual(caller?.scopeFor('loan:approve'), everywhere);
	t.is(caller?.scopeFor('loan:apply'), undefined);
	t.is(caller?.scopeFor('delegation:give'), undefined);
	clock.set('2026-03-02T17:00:00Z');
	t.is(await authenticate(work, {bearer: secret}), undefined);
});

test('whoever acts in a role that needs a second factor needs one of their own', async (t) => {
	const database = await createTestDatabase();
	t.teardown(database.drop);
	const on = identityOn(database.owner);
	const work = {...on.work, isSecondFactorRequired: true};
	const giver = await someUser(work, [['supervisor', 'all']]);
	const taker = await someUser(work, [['auditor', 'all']]);
	await giveDelegation(
		work,
		{actor: {userId: giver.id, name: giver.name}},
		{
			to: taker.name,
			role: 'supervisor',
			scope: {kind: 'all'},
			firstOn: localDate('2026-03-02'),
			lastOn: localDate('2026-03-03'),
			reason: 'Rapat',
		},
	);
	const actor = {userId: taker.id, name: taker.name};
	const credential = {kind: 'session', hash: ''} as const;
	const {secret} = await actFor(work, {actor, credential}, giver.name);
	t.true((await authenticate(work, {bearer: secret}))?.isSecondFactorDue);
});
