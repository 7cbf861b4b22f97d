import type {ProgrammeId} from '../../kernel/ids.ts';
import {type Rate, isNegativeRate, rate, subtractRates, toPercentText} from '../../kernel/rate.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {FundWork, NewProgramme} from '../ports.ts';
import type {Programme} from '../programme.ts';

/**
 * Sets up a programme of a city. @throws DomainError `fund/programme-exists`,
 * `fund/not-a-city-book`.
 */
export async function createProgramme(work: FundWork, terms: NewProgramme): Promise<Programme> {
	decideTerms(terms);
	decideShare(terms.cityShare ?? noShare);
	const city = await getBook(work, terms.cityBook);
	if (city.kind !== 'city') throw refuse('fund/not-a-city-book', {book: city.code}, 'cityBook');
	if (await work.fund.findProgramme(terms.code)) {
		throw refuse('fund/programme-exists', {code: terms.code}, 'code');
	}
	const programme: Programme = {
		...terms,
		id: work.newId() as ProgrammeId,
		cityShare: terms.cityShare ?? noShare,
	};
	await work.fund.insertProgramme(city, programme);
	return programme;
}

/** The programme with a code. @throws DomainError `fund/unknown-programme`. */
export async function getProgramme(work: Pick<FundWork, 'fund'>, code: string): Promise<Programme> {
	const programme = await work.fund.findProgramme(code);
	if (!programme) throw refuse('fund/unknown-programme', {programme: code}, 'programme');
	return programme;
}

const noShare = rate('0');
const whole = rate('1');

function decideShare(share: Rate): void {
	if (!isNegativeRate(share) && !isNegativeRate(subtractRates(whole, share))) return;
	throw refuse('fund/city-share-range', {share: toPercentText(share, 2)}, 'cityShare');
}

/** Terms that can be paid by: the grace ends before the tenor does. */
export function decideTerms(terms: {
	readonly graceMonths: number;
	readonly tenorMonths: number;
}): void {
	if (terms.graceMonths < terms.tenorMonths) return;
	const values = {grace: String(terms.graceMonths), tenor: String(terms.tenorMonths)};
	throw refuse('fund/grace-not-below-tenor', values, 'graceMonths');
}
