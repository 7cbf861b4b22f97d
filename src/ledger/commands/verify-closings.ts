import type {Book} from '../book.ts';
import {frozenBreach, isSigned, signatureBreach} from '../closing.ts';
import type {LedgerWork} from '../ports.ts';
import {standingBreach} from '../standing.ts';
import type {Breach} from '../verify.ts';

/**
 * Says where a book's frozen trial balances are not what was signed or not what the journal says at
 * their entry, and where the kept standing of an assertion is not that of its lines.
 */
export async function verifyClosings(
	work: Pick<LedgerWork, 'ledger'>,
	book: Book,
): Promise<Breach[]> {
	const frozen = await work.ledger.listFrozen(book);
	const differences = await work.ledger.frozenDifferences(book);
	const standings = await work.ledger.standingDifferences(book);
	return [
		...frozen
			.filter((closing) => !isSigned(closing))
			.map((closing) => signatureBreach(book.code, closing)),
		...differences.map((difference) => frozenBreach(book.code, difference)),
		...standings.map((difference) => standingBreach(book.code, difference)),
	];
}
