import type {LocalDate} from '../../kernel/local-date.ts';
import type {Book} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {Loan} from '../loan.ts';
import type {PlanningFacts} from '../loan-schedule.ts';
import type {LendingWork} from '../ports.ts';
import type {Product} from '../product.ts';

/** The version of a product in force on a day. @throws DomainError `lending/unknown-product`. */
export async function getProduct(
	work: Pick<LendingWork, 'products'>,
	book: Book,
	code: string,
	on: LocalDate,
): Promise<Product> {
	const product = await work.products.findProduct(book, code, {on});
	if (product) return product;
	throw refuse('lending/unknown-product', {product: code, book: book.code, date: on}, 'product');
}

/** The product that a loan is of, as it was agreed. */
export async function productOf(
	work: Pick<LendingWork, 'products'>,
	book: Book,
	{product}: Pick<Loan, 'product'>,
): Promise<Product | undefined> {
	return product && work.products.findProduct(book, product.code, {version: product.version});
}

/** What besides a loan itself decides its schedule from a day on. */
export async function planningFacts(
	work: Pick<LendingWork, 'products'>,
	book: Book,
	product: Product | undefined,
	from: LocalDate,
): Promise<PlanningFacts> {
	if (product === undefined || product.workingDayShift === 'none') return product ? {product} : {};
	const to = '2199-12-31' as LocalDate;
	return {product, holidays: await work.products.holidays(book.regionCode, from, to)};
}
