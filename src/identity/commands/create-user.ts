import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import type {Administrator, IdentityWork} from '../ports.ts';
import {scopeText} from '../scope.ts';
import {type Grant, type RoleInScope, type User, type UserKind, decideName} from '../user.ts';
import {addGrant} from './grant-role.ts';
import {recordAct, userSubject} from './record-act.ts';

export type NewUser = {
	readonly name: string;
	/** A person without it. */
	readonly kind?: UserKind;
	readonly grants: readonly RoleInScope[];
};

/**
 * Lets a new person in, with their first roles, or an account of scripts. A person cannot sign in
 * until they were invited and chose a password: that is apart, so that no secret is part of a write
 * that is kept for replay.
 * @throws DomainError `identity/name-malformed`, `identity/name-taken`, and those of `grantRole`.
 */
export async function createUser(
	work: IdentityWork,
	by: Administrator,
	{name, kind = 'person', grants}: NewUser,
): Promise<User> {
	decideName(name);
	return work.identity.atomically(async (identity) => {
		if (await identity.findUserByName(name)) {
			throw refuse('identity/name-taken', {name}, 'name');
		}
		const user: User = {
			id: work.newId() as UserId,
			name,
			kind,
			isActive: true,
			hasPassword: false,
			hasSecondFactor: false,
			createdAt: work.now(),
			createdBy: by.actor.name,
			grants: [],
		};
		await identity.insertUser(user);
		const given: Grant[] = [];
		for (const grant of grants) {
			const before = {...user, grants: [...given]};
			given.push(await addGrant({...work, identity}, by, before, grant));
		}
		await recordAct(work, identity, by.actor, {
			kind: 'user.create',
			subject: userSubject(name),
			details: {
				...(kind === 'service' ? {kind} : {}),
				roles: given.map(({role, scope}) => `${role} ${scopeText(scope)}`).join(', '),
			},
			concerns: user.id,
		});
		return {...user, grants: given};
	});
}
