import {type Actor, stranger} from '../../kernel/actor.ts';
import type {UserId} from '../../kernel/ids.ts';
import {buildSecret, hashOf, sessionEnd} from '../credential.ts';
import {refuse} from '../errors.ts';
import type {IdentityWork} from '../ports.ts';
import {type User, typedName} from '../user.ts';
import {claimAttempt, forgetAttempts} from './claim-attempt.ts';
import {hashOfNobody, isPasswordOf} from './password-hash.ts';
import {recordAct, userSubject} from './record-act.ts';

export type SignedIn = {
	readonly user: User;
	/** The session's secret: shown to its user once, kept nowhere. */
	readonly secret: string;
	readonly expiresAt: Date;
};

const nobody = '00000000-0000-0000-0000-000000000000' as UserId;

/**
 * Opens a session for whoever gives a user's name and password. A wrong password, an unknown name,
 * a user without a password and one who is shut out are refused alike, after the same work.
 * @throws DomainError `identity/sign-in-refused`, `identity/too-many-attempts`.
 */
export async function signIn(
	work: IdentityWork,
	{name: typed, password}: {readonly name: string; readonly password: string},
): Promise<SignedIn> {
	const name = typedName(typed);
	await claimAttempt(work, name);
	const user = await work.identity.findUserByName(name);
	const hash = await work.identity.findPasswordHash(user?.id ?? nobody);
	const isRight = await isPasswordOf(password, hash ?? hashOfNobody);
	if (!user?.isActive || hash === undefined || !isRight) {
		await rememberRefusal(work, user, 'identity/sign-in-refused');
		throw refuse('identity/sign-in-refused');
	}
	await forgetAttempts(work, name);
	const now = work.now();
	const session = {secret: buildSecret('session', work.randomBytes), expiresAt: sessionEnd(now)};
	await work.identity.atomically(async (identity) => {
		await identity.insertSession(user.id, {
			hash: hashOf(session.secret),
			createdAt: now,
			expiresAt: session.expiresAt,
		});
		await recordAct(work, identity, asActor(user), {
			kind: 'session.open',
			subject: userSubject(user.name),
		});
	});
	return {user, ...session};
}

/** Until now a stranger asked; what a user does by signing in is theirs. */
const asActor = ({id, name}: User): Actor => ({userId: id, name});

// A name that nobody has may be a password that was typed in the wrong place.
const rememberRefusal = async (
	work: IdentityWork,
	user: User | undefined,
	refusedBy: string,
): Promise<void> =>
	work.identity.atomically(async (identity) =>
		recordAct(work, identity, stranger, {
			kind: 'session.open',
			subject: user ? userSubject(user.name) : 'user:(unknown)',
			refusedBy,
			...(user ? {concerns: user.id} : {}),
		}),
	);
