import type {BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {RegionCode} from '../../kernel/region-code.ts';
import {type Book, openBook} from '../../ledger/index.ts';
import {getRegion} from '../../regions/index.ts';
import {cityChart} from '../city-chart.ts';
import type {FundWork} from '../ports.ts';

export type NewCityBook = {
	readonly code: BookCode;
	readonly name: string;
	readonly regionCode: RegionCode;
	readonly openedOn: LocalDate;
};

/**
 * Opens the book of a city's fund manager with its chart. @throws DomainError `ledger/book-exists`.
 */
export async function openCityBook(work: FundWork, details: NewCityBook): Promise<Book> {
	await getRegion(work, details.regionCode, 'region');
	const book = {...details, kind: 'city', timeZone: work.timeZone} as const;
	return openBook(work, book, cityChart);
}
