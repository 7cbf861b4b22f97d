import {type Actor, stranger} from '../../kernel/actor.ts';
import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import type {IdentityWork} from '../ports.ts';
import {type User, activeGrants, typedName} from '../user.ts';
import {isSecondFactorDue, takeCode} from './check-second-factor.ts';
import {claimAttempt, forgetAttempts} from './claim-attempt.ts';
import {openSession} from './open-session.ts';
import {hashOfNobody, isPasswordOf} from './password-hash.ts';
import {recordAct, userSubject} from './record-act.ts';

export type SignedIn = {
	readonly user: User;
	/** The session's secret: shown to its user once, kept nowhere. */
	readonly secret: string;
	readonly expiresAt: Date;
	/** Whether they can do nothing before they have set up a second factor. */
	readonly isSecondFactorDue: boolean;
};

export type SignIn = {
	readonly name: string;
	readonly password: string;
	/** Of the second factor, where one is set up: of the app, or one for recovery. */
	readonly code?: string | undefined;
};

const nobody = '00000000-0000-0000-0000-000000000000' as UserId;

/**
 * Opens a session for whoever gives a user's name and password. A wrong password, an unknown name,
 * a user without a password and one who is shut out are refused alike, after the same work.
 * Of a second factor they are told only once the password is right.
 * @throws DomainError `identity/sign-in-refused`, `identity/second-factor-needed`,
 * `identity/second-factor-wrong`, `identity/too-many-attempts`.
 */
export async function signIn(
	work: IdentityWork,
	{name: typed, password, code}: SignIn,
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
	const by = await requireSecondFactor(work, user, code);
	await forgetAttempts(work, name);
	const session = await work.identity.atomically(async (identity) => {
		const opened = await openSession({...work, identity}, user.id);
		await recordAct(work, identity, asActor(user), {
			kind: 'session.open',
			subject: userSubject(user.name),
			...(by === undefined ? {} : {details: {secondFactor: by}}),
		});
		return opened;
	});
	const grants = activeGrants(user);
	return {user, ...session, isSecondFactorDue: isSecondFactorDue(work, {...user, grants})};
}

/** By what the second factor of a user was proved; undefined where none is set up. */
async function requireSecondFactor(
	work: IdentityWork,
	user: User,
	code: string | undefined,
): Promise<'app' | 'recovery' | undefined> {
	const factor = await work.identity.findSecondFactor(user.id);
	if (!factor?.confirmedAt) return undefined;
	if (code === undefined) throw refuse('identity/second-factor-needed', {}, 'code');
	const by = await takeCode(work, user.id, factor, code);
	if (by !== undefined) return by;
	await rememberRefusal(work, user, 'identity/second-factor-wrong');
	throw refuse('identity/second-factor-wrong', {}, 'code');
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
