import {cooperativeAccounts, loanAccounts} from '../../cooperatives/index.ts';
import {type Allocation, cityAccounts, mirrorAccounts} from '../../fund/index.ts';
import type {AccountCode, AllocationId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type Rupiah, negate, sum, zero} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {ReconciliationWork, StatedFigures} from '../ports.ts';
import {type ComparedLine, type Item, type Reconciliation, items} from '../reconciliation.ts';

/** A cooperative has one agreement per kelurahan and stage, so it never has more than a page. */
const agreementsMax = 1000;

/** The agreements of a cooperative that there were by a day. */
export async function agreementsBy(
	work: Pick<ReconciliationWork, 'fund'>,
	book: Book,
	day: LocalDate,
): Promise<Allocation[]> {
	const all = await work.fund.listAllocations({book: book.code, limit: agreementsMax});
	return all.filter(({agreedOn}) => agreedOn <= day);
}

/** What each party says of each agreement by the end of a day; nothing is written. */
export async function compare(
	work: Pick<ReconciliationWork, 'fund' | 'ledger'>,
	{
		book,
		agreements,
		booksKept,
		stated,
	}: {
		readonly book: Book;
		readonly agreements: readonly Allocation[];
		readonly booksKept: Reconciliation['booksKept'];
		readonly stated: StatedFigures | undefined;
	},
	asOf: LocalDate,
): Promise<ComparedLine[]> {
	const lines: ComparedLine[] = [];
	for (const allocation of agreements) {
		const programme = await work.fund.getProgrammeOf(allocation);
		const city = await work.ledger.includeBook(programme.cityBook);
		const here = await holdings(work, book, allocation, asOf);
		const there = await holdings(work, city, allocation, asOf);
		const said = statedOf(stated, allocation.id);
		for (const item of items) {
			const cityFigure = cityFigures[item]?.(there);
			const statedFigure = said(item);
			lines.push({
				allocation: allocation.id,
				agreementNumber: allocation.agreementNumber,
				item,
				figures: {
					...(cityFigure === undefined ? {} : {city: cityFigure}),
					...(booksKept === 'here' ? {book: bookFigures[item](here)} : {}),
					...(statedFigure === undefined ? {} : {stated: statedFigure}),
				},
			});
		}
	}
	return lines;
}

type Holdings = (...accounts: readonly AccountCode[]) => Rupiah;

async function holdings(
	work: Pick<ReconciliationWork, 'fund'>,
	book: Book,
	{id}: Allocation,
	day: LocalDate,
): Promise<Holdings> {
	const balances = await work.fund.fundBalances(book, id, day);
	const byAccount = new Map(balances.map(({account, balance}) => [account, balance]));
	return (...accounts) => sum(accounts.map((account) => byAccount.get(account) ?? zero));
}

const {cash, fundBank, fundDebt, collectedForCity, cityShareDebt} = cooperativeAccounts;

const bookFigures: Record<Item, (held: Holdings) => Rupiah> = {
	owed: (held) => negate(held(fundDebt, collectedForCity)),
	share: (held) => negate(held(cityShareDebt)),
	held: (held) => negate(held(collectedForCity)),
	cash: (held) => held(cash, fundBank),
	outstanding: (held) => held(...loanAccounts.principal),
};

const cityFigures: Partial<Record<Item, (held: Holdings) => Rupiah>> = {
	owed: (held) => held(...mirrorAccounts),
	share: (held) => held(cityAccounts.shareReceivable),
};

const statedOf = (stated: StatedFigures | undefined, allocation: AllocationId) => {
	const figures = stated?.figures.filter((one) => one.allocation === allocation) ?? [];
	return (item: Item): Rupiah | undefined => figures.find((one) => one.item === item)?.amount;
};
