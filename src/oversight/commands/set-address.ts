import {isEmailAddress} from '../../kernel/email-address.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {type RegionCode, isWithin, regionPattern} from '../../kernel/region-code.ts';
import type {Level} from '../audit-finding.ts';
import {refuse} from '../errors.ts';
import type {LevelAddress, OversightWork} from '../ports.ts';

export type NewAddress = {
	readonly place: string;
	readonly level: Level;
	readonly address: string;
};

/**
 * Says where the institution of a level is written to, for a region or for one book.
 * @throws DomainError `oversight/address-malformed`, `oversight/place-outside-scope`.
 */
export async function setAddress(work: OversightWork, wanted: NewAddress): Promise<LevelAddress> {
	const {place, address} = wanted;
	if (!isEmailAddress(address)) {
		throw refuse('oversight/address-malformed', {address: address.slice(0, 80)}, 'address');
	}
	if (!(await isInScope(work, place))) {
		throw refuse('oversight/place-outside-scope', {place: place.slice(0, 80)}, 'place');
	}
	const set = {...wanted, effectiveAt: work.now(), setBy: work.actor.name};
	await work.mails.insertAddress(set);
	return set;
}

async function isInScope(work: OversightWork, place: string): Promise<boolean> {
	if (!regionPattern.test(place)) {
		return (await work.ledger.findBook(place as BookCode)) !== undefined;
	}
	const {scope} = work;
	const isCovered = scope.all || scope.regions.some((outer) => isWithin(place, outer));
	return isCovered && (await work.regions.findRegion(place as RegionCode)) !== undefined;
}
