import type {Actor} from '../../kernel/actor.ts';
import type {IdentityWork} from '../ports.ts';
import {sealedAbout} from '../second-factor.ts';
import {recordAct} from './record-act.ts';

/**
 * Seals every secret that an older key sealed with the first key, so that the older one can be
 * thrown away; answers how many. @throws SealedElsewhere when one was sealed with a key that is not
 * among those given: then none is changed.
 */
export async function renewSecrets(work: IdentityWork, actor: Actor): Promise<number> {
	return work.identity.atomically(async (identity) => {
		const held = await identity.listSealedSecrets({isHeld: true});
		const outdated = held.filter(({sealedSecret}) => work.secrets.isOutdated(sealedSecret));
		for (const {user, sealedSecret} of outdated) {
			const about = sealedAbout(user);
			const secret = work.secrets.open(sealedSecret, about);
			await identity.setSealedSecret(user, work.secrets.seal(secret, about));
		}
		await recordAct(work, identity, actor, {
			kind: 'secrets.renew',
			subject: 'second-factors',
			details: {renewed: String(outdated.length)},
		});
		return outdated.length;
	});
}
