import type {IdentityWork} from '../ports.ts';
import {sealedAbout} from '../second-factor.ts';
import {SealedElsewhere} from '../../kernel/secret-box.ts';

/**
 * How many second factors are sealed with none of the keys that are here: who has one of them
 * cannot sign in until its key is named again.
 */
export async function countSealedElsewhere({
	identity,
	secrets,
}: Pick<IdentityWork, 'identity' | 'secrets'>): Promise<number> {
	const held = await identity.listSealedSecrets({isHeld: false});
	return held.filter(({user, sealedSecret}) => {
		try {
			secrets.open(sealedSecret, sealedAbout(user));
			return false;
		} catch (error) {
			if (!(error instanceof SealedElsewhere)) throw error;
			return true;
		}
	}).length;
}
