import {subtract} from '../../kernel/money.ts';
import {postEntries} from '../../ledger/index.ts';
import {type Policy, buildChanges, decideMonth, policyOn} from '../../provisioning/index.ts';
import {draftFundProvision} from '../entries.ts';
import {cityPolicyOn} from '../policy.ts';
import type {CityWork, FundProvision, NewFundProvision} from '../ports.ts';
import {holdingsByFund, nothingHeld, rate} from '../standing.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {getCity} from './parties.ts';

/**
 * Books a month's provision for what each cooperative owes the city: the difference between what
 * the policy asks on the last day and what is booked, and nothing where there is none.
 * @throws DomainError `provisioning/month-not-over`, `provisioning/later-month-booked`, and what
 * posting refuses.
 */
export async function bookFundProvision(
	work: CityWork,
	{book, month}: NewFundProvision,
): Promise<FundProvision[]> {
	const city = await getCity(work, book);
	await work.ledger.lockTip(city);
	const last = await work.city.lastProvision(city);
	const asOf = decideMonth(month, work.today(), last);
	const policy = await fundPolicyOn(work, asOf);
	const held = holdingsByFund(await work.ledger.turnovers(city, {asOf}));
	const allocations = await work.city.fundedAllocations(city, {asOf});
	const ratings = new Map(
		allocations.map((one) => [
			one.id as string,
			{allocation: one, ...rate(policy, one, held.get(one.id) ?? nothingHeld, asOf)},
		]),
	);
	const required = [...ratings].map(([fund, {required: amount}]) => ({fund, amount}));
	// What names no allocation of the city is none of its cooperatives', and stays.
	const booked = [...ratings.keys()].map((fund) => ({
		fund,
		amount: (held.get(fund) ?? nothingHeld).provision,
	}));
	const changes = buildChanges(required, booked).map(({fund, amount}) => ({
		...ratings.get(fund!)!,
		change: amount,
	}));
	const entries = await postEntries(
		work,
		changes.map(({allocation, change}) => {
			const about = {fund: allocation.id, counterparty: allocation.book};
			return draftFundProvision(city.code, month, about, change, policy);
		}),
	);
	const records = changes.map(({allocation, change, ...rating}, index): FundProvision => ({
		number: (last?.number ?? 0) + index + 1,
		month,
		fund: allocation.id,
		policy: policy.code,
		version: policy.version,
		class: rating.class.code,
		monthsPastDue: rating.lateness.monthsPastDue,
		base: rating.base,
		bookedBefore: subtract(rating.required, change),
		required: rating.required,
		entryNumber: entries[index]!.number,
		bookedBy: work.actor.name,
		recordedAt: work.now(),
	}));
	for (const record of records) await work.city.insertProvision(city, record);
	return records;
}

/** The provision policy that rates cooperatives on a day. */
export async function fundPolicyOn(work: CityWork, date: LocalDate): Promise<Policy> {
	const {provisionPolicy} = cityPolicyOn(await work.city.policyVersions(), date);
	return policyOn(await work.provisioning.policyVersions(), provisionPolicy, date);
}
