import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import type {Administrator, IdentityWork} from '../ports.ts';
import {type SubjectLink, decideSubject} from '../single-sign-on.ts';
import {requirePerson} from '../user.ts';
import {getUser} from './get-user.ts';
import {recordAct, userSubject} from './record-act.ts';
import {requireProvider} from './sign-in-by-openid.ts';

/**
 * Says which subject of the provider a user in hand is: from then on they sign in there. Never by
 * an e-mail address, and with no more rights than they were given.
 * @throws DomainError `identity/oidc-off`, `identity/subject-of-self`, `identity/unknown-user`,
 * `identity/service-account`, `identity/subject-malformed`, `identity/subject-held`,
 * `identity/subject-taken`.
 */
export async function linkSubject(
	work: IdentityWork,
	by: Administrator,
	{user: id, subject}: {readonly user: UserId; readonly subject: string},
): Promise<SubjectLink> {
	const {issuer} = requireProvider(work);
	// A session left open must not be enough to come back by another door.
	if (id === by.actor.userId) throw refuse('identity/subject-of-self');
	const user = await getUser(work, by.within, id);
	requirePerson(user);
	decideSubject(subject);
	if (await work.identity.findSubject(id, issuer)) throw refuse('identity/subject-held');
	if (await work.identity.findUserBySubject({issuer, subject})) {
		throw refuse('identity/subject-taken', {}, 'subject');
	}
	const link = {issuer, subject, linkedAt: work.now(), linkedBy: by.actor.name};
	await work.identity.atomically(async (identity) => {
		await identity.insertSubject(work.newId(), id, link);
		await recordAct(work, identity, by.actor, {
			kind: 'user.subject',
			subject: userSubject(user.name),
			details: {issuer, subject, linked: 'yes'},
			concerns: id,
		});
	});
	return link;
}

/**
 * Takes that away; their sessions end. @throws DomainError `identity/oidc-off`,
 * `identity/unknown-user`, `identity/subject-missing`.
 */
export async function unlinkSubject(
	work: IdentityWork,
	by: Administrator,
	id: UserId,
): Promise<SubjectLink> {
	const {issuer} = requireProvider(work);
	const user = await getUser(work, by.within, id);
	const link = await work.identity.findSubject(id, issuer);
	if (!link) throw refuse('identity/subject-missing');
	const at = work.now();
	await work.identity.atomically(async (identity) => {
		if (!(await identity.revokeSubject(id, issuer, at, by.actor.name))) {
			throw refuse('identity/subject-missing');
		}
		await identity.revokeSessionsOf(id, at);
		await recordAct(work, identity, by.actor, {
			kind: 'user.subject',
			subject: userSubject(user.name),
			details: {issuer, subject: link.subject, linked: 'no'},
			concerns: id,
		});
	});
	return link;
}
