import type {BookCode} from '../../kernel/ids.ts';
import {type LocalDate, addDays, localDate} from '../../kernel/local-date.ts';
import {type Annex, type AnnexControl, buildAnnex, controlAnnex} from '../annex.ts';
import {fundPolicyOn} from '../commands/book-fund-provision.ts';
import {getCity} from '../commands/parties.ts';
import {refuse} from '../errors.ts';
import {type CityPolicy, cityPolicyOn} from '../policy.ts';
import type {CityWork} from '../ports.ts';

export type AnnexQuestion = {
	readonly book: BookCode;
	/** The first day of the period; that of the year of `asOf` without it. */
	readonly from?: LocalDate;
	readonly asOf: LocalDate;
	/** Without it, as the books stand now. */
	readonly knownAt?: Date;
};

export type ControlledAnnex = {
	readonly annex: Annex;
	readonly control: AnnexControl;
	readonly cityPolicy: CityPolicy;
};

/**
 * The annex of a city's revolving fund: what stood on the books of each allocation, what moved it,
 * of which class the cooperative is and what was provided for.
 * @throws DomainError `city/…`, `ledger/unknown-book`.
 */
export async function readAnnex(work: CityWork, question: AnnexQuestion): Promise<ControlledAnnex> {
	const {asOf, knownAt} = question;
	const city = await getCity(work, question.book, 'query.book');
	const today = work.today();
	if (asOf > today) throw refuse('city/date-in-future', {date: asOf, today}, 'query.asOf');
	const now = work.now();
	if (knownAt !== undefined && knownAt > now) {
		const values = {knownAt: knownAt.toISOString(), now: now.toISOString()};
		throw refuse('city/known-at-in-future', values, 'query.knownAt');
	}
	const from = question.from ?? localDate(`${asOf.slice(0, 4)}-01-01`);
	if (from > asOf) throw refuse('city/from-after-as-of', {from, asOf}, 'query.from');
	const known = knownAt === undefined ? {} : {knownAt};
	const before = await work.ledger.turnovers(city, {asOf: addDays(from, -1), ...known});
	const upTo = await work.ledger.turnovers(city, {asOf, ...known});
	const allocations = await work.city.fundedAllocations(city, {asOf, ...known});
	const policy = await fundPolicyOn(work, asOf);
	const annex = buildAnnex({book: city.code, from, asOf, policy}, allocations, before, upTo);
	return {
		annex,
		control: controlAnnex(annex, upTo),
		cityPolicy: cityPolicyOn(await work.city.policyVersions(), asOf),
	};
}
