import type {Actor} from '../../kernel/actor.ts';
import {type Act, recordable, sealAct} from '../act.ts';
import type {IdentityStore, IdentityWork} from '../ports.ts';

export type ActToRecord = {
	readonly kind: Act['kind'];
	readonly subject: string;
	readonly details?: Act['details'];
	/** By which code it was refused; undefined when it was done. */
	readonly refusedBy?: string;
	/** Whom it concerns: an auditor of where they hold roles reads it. The actor without it. */
	readonly concerns?: string;
};

/**
 * Adds an act to the trail, in the transaction of `identity`: with the act itself, so that none is
 * done without a trace, or in one of its own for a refusal. The chain is held from here to the end
 * of the transaction, so this comes last.
 */
export async function recordAct(
	work: Pick<IdentityWork, 'actor' | 'now'>,
	identity: IdentityStore,
	by: Actor,
	{kind, subject, details = {}, refusedBy, concerns = by.userId}: ActToRecord,
): Promise<void> {
	const origin = by.origin ?? work.actor.origin;
	const {places, ...tip} = await identity.lockTrail(concerns);
	await identity.appendAct(
		sealAct(
			{
				kind,
				subject: recordable(subject),
				details: Object.fromEntries(
					Object.entries(details).map(([name, value]) => [name, recordable(value)]),
				),
				...(refusedBy === undefined ? {outcome: 'done'} : {outcome: 'refused', code: refusedBy}),
				actor: by.name,
				actorId: by.userId,
				...(origin === undefined ? {} : {requestId: origin.requestId, address: origin.address}),
				places,
			},
			tip,
			work.now(),
		),
	);
}

/** The subject of an act on a user. */
export const userSubject = (name: string): string => `user:${name}`;
