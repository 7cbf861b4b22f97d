import type {BookCode} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {LendingWork} from '../ports.ts';
import {type Product, type ProductTerms, decideProduct} from '../product.ts';

/**
 * A product of a cooperative, or its next version. Loans that were agreed keep the version they
 * were agreed by.
 * @throws DomainError with one finding for each rule that the product breaks.
 */
export async function createProduct(
	work: LendingWork,
	cooperative: BookCode,
	terms: ProductTerms,
): Promise<Product> {
	decideProduct(terms);
	const book = await getBook(work, cooperative);
	await work.ledger.lockTip(book);
	const last = await work.products.lastProductVersion(book, terms.code);
	if (last && last.akad !== terms.akad) {
		const values = {product: terms.code, akad: last.akad};
		throw refuse('lending/product-akad-changed', values, 'akad');
	}
	if (last && terms.effectiveFrom <= last.effectiveFrom) {
		const values = {
			product: terms.code,
			date: terms.effectiveFrom,
			last: last.effectiveFrom,
		};
		throw refuse('lending/product-version-late', values, 'effectiveFrom');
	}
	const product: Product = {
		...terms,
		version: (last?.version ?? 0) + 1,
		createdBy: work.actor.name,
	};
	await work.products.insertProduct(book, product, work.now());
	return product;
}
