import {getCooperative} from '../../cooperatives/index.ts';
import type {BookCode, SurplusDistributionId} from '../../kernel/ids.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import type {SurplusDistribution} from '../distribution.ts';
import {refuse} from '../errors.ts';
import type {SurplusWork} from '../ports.ts';

/** The book of a cooperative. @throws DomainError `ledger/unknown-book`, `cooperative/unknown`. */
export async function openSurplusBook(
	work: Pick<SurplusWork, 'ledger' | 'cooperatives'>,
	code: BookCode,
): Promise<Book> {
	const book = await getBook(work, code);
	await getCooperative(work, code);
	return book;
}

/** A distribution of a book. @throws DomainError `surplus/unknown`. */
export async function getDistribution(
	work: Pick<SurplusWork, 'surplus'>,
	book: Book,
	id: SurplusDistributionId,
): Promise<SurplusDistribution> {
	const found = await work.surplus.findDistribution(book, id);
	if (!found) throw refuse('surplus/unknown', {distribution: id, book: book.code}, 'id');
	return found;
}
