import {randomBytes} from 'node:crypto';
import type {Knex} from 'knex';
import {v7 as uuid} from 'uuid';
import {createIdentityStore} from '../../src/identity/db/identity-store.ts';
import {
	type Administrator,
	type IdentityWork,
	type Role,
	type User,
	createUser,
	decideScope,
	setPassword,
} from '../../src/identity/index.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import {localDateAt} from '../../src/kernel/local-date.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {createSecretBox} from '../../src/kernel/secret-box.ts';

export const root: Administrator = {
	actor: {userId: '00000000-0000-0000-0000-000000000001', name: '(test)'},
	within: everywhere,
};

export const goodPassword = 'kuda-hijau-lompat-pagar';

/**
 * The identity room on a database, with a clock of its own that begins on 2 March 2026 at 8 UTC.
 */
export function identityOn(knex: Knex): {
	work: IdentityWork;
	clock: ReturnType<typeof settableClock>;
} {
	const clock = settableClock('2026-03-02T08:00:00Z');
	const work: IdentityWork = {
		actor: root.actor,
		identity: createIdentityStore(knex),
		now: clock.now,
		today: () => localDateAt(clock.now(), 'Asia/Jakarta'),
		afresh: async (run) => run(work),
		secrets: createSecretBox([randomBytes(32)], randomBytes),
		isSecondFactorRequired: false,
		newId: uuid,
		randomBytes: (size: number) => randomBytes(size),
	};
	return {work, clock};
}

/** A user whom no other test meets. */
export async function someUser(
	work: IdentityWork,
	roles: readonly (readonly [role: Role, scope: string])[],
	password?: string,
): Promise<User> {
	const name = `user-${randomBytes(8).toString('hex')}`;
	const grants = roles.map(([role, scope]) => ({role, scope: decideScope(scope)}));
	const user = await createUser(work, root, {name, grants});
	if (password !== undefined) await setPassword(work, root, {user: user.id, password});
	return user;
}

/** An administrator within a scope. */
export async function someAdministrator(work: IdentityWork, scope: string): Promise<Administrator> {
	const user = await someUser(work, [['administrator', scope]]);
	const within =
		scope === 'all'
			? everywhere
			: /^\d/.test(scope)
				? {all: false as const, regions: [scope], cooperatives: []}
				: {all: false as const, regions: [], cooperatives: [scope]};
	return {actor: {userId: user.id, name: user.name}, within};
}

/** Two cooperatives: one in Gading Cempaka, one in Teluk Segara, both in Kota Bengkulu. */
export async function addCooperatives(owner: Knex): Promise<void> {
	await owner.raw(`
		insert into books (code, kind, name, region_code, opened_on) values
			('KOTA-BENGKULU', 'city', 'Kota Bengkulu', '17.71', '2026-01-01'),
			('KOP-1771021001', 'cooperative', 'LKM Padang Harapan', '17.71.02.1001', '2026-01-01'),
			('KOP-1771031001', 'cooperative', 'LKM Berkas', '17.71.03.1001', '2026-01-01')
	`);
}
