import {isWithin} from '../../kernel/region-code.ts';
import type {Book} from '../../ledger/index.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {Policy} from '../policy.ts';
import {policiesOn, policyOn} from '../policy-in-force.ts';
import {
	type ClassifiedLoan,
	type Control,
	type PolicyTotals,
	buildPolicyTotals,
} from '../portfolio.ts';
import type {PortfolioQuestion, ProvisioningWork} from '../ports.ts';

/** Loans with their classes, their totals under every policy, and the control accounts. */
export type ClassifiedPortfolio = {
	readonly policies: readonly Policy[];
	/** One more than was asked for, where there are more. */
	readonly loans: readonly ClassifiedLoan[];
	readonly totals: readonly PolicyTotals[];
	readonly control: Control;
};

/**
 * The loans in scope, of a book or of a region, classified on a day under every policy in force.
 * All figures are read from one function of one snapshot, so that reports of a day agree.
 * @throws DomainError `provisioning/…`, `ledger/unknown-book`.
 */
export async function readClassifiedPortfolio(
	work: ProvisioningWork,
	{asOf, knownAt, book, region, policy, after, limit}: PortfolioQuestion,
): Promise<ClassifiedPortfolio> {
	requirePast(work, asOf, knownAt);
	const versions = await work.provisioning.policyVersions();
	const policies =
		policy === undefined ? policiesOn(versions, asOf) : [policyOn(versions, policy, asOf)];
	const books = await booksOf(work, {book, region});
	const portfolio = {
		asOf,
		...(knownAt === undefined ? {} : {knownAt}),
		...(books === undefined ? {} : {books}),
		...(policy === undefined ? {} : {policy}),
	};
	const sums = await work.provisioning.classSums(portfolio);
	const control = await work.provisioning.control(portfolio);
	const page = {limit: limit + 1, ...(after === undefined ? {} : {after})};
	return {
		policies,
		loans: await work.provisioning.classifiedLoans(portfolio, page),
		totals: policies.map((one) => buildPolicyTotals(one, sums, control.allowance)),
		control,
	};
}

function requirePast(
	work: ProvisioningWork,
	asOf: PortfolioQuestion['asOf'],
	knownAt: Date | undefined,
): void {
	const today = work.today();
	if (asOf > today) {
		throw refuse('provisioning/date-in-future', {date: asOf, today}, 'query.asOf');
	}
	const now = work.now();
	if (knownAt !== undefined && knownAt > now) {
		const values = {knownAt: knownAt.toISOString(), now: now.toISOString()};
		throw refuse('provisioning/known-at-in-future', values, 'query.knownAt');
	}
}

/** The books asked for; undefined for all in scope. */
async function booksOf(
	work: ProvisioningWork,
	{book, region}: {book: PortfolioQuestion['book']; region: PortfolioQuestion['region']},
): Promise<readonly Book[] | undefined> {
	if (book !== undefined) {
		const found = await getBook(work, book);
		if (found.kind === 'cooperative') return [found];
		throw refuse('provisioning/not-a-cooperative', {book}, 'query.book');
	}
	if (region === undefined) return undefined;
	const within = (await work.ledger.listBooks()).filter(
		({kind, regionCode}) => kind === 'cooperative' && isWithin(regionCode, region),
	);
	if (within.length > 0) return within;
	throw refuse('provisioning/region-outside-scope', {region}, 'query.region');
}
