import type {CooperativeId} from '../../kernel/ids.ts';
import {openBook} from '../../ledger/index.ts';
import {getKelurahan} from '../../regions/index.ts';
import {cooperativeChart} from '../chart.ts';
import type {Cooperative} from '../cooperative.ts';
import {refuse} from '../errors.ts';
import type {CooperativeWork, NewCooperative} from '../ports.ts';

/**
 * Registers a cooperative of a kelurahan and opens its book with the chart of accounts.
 * @throws DomainError `cooperative/code-taken`, `region/unknown`.
 */
export async function registerCooperative(
	work: CooperativeWork,
	{openedOn, ...details}: NewCooperative,
): Promise<Cooperative> {
	const kelurahan = await getKelurahan(work, details.kelurahanCode, 'kelurahan');
	if (await work.ledger.isCodeTaken(details.code)) {
		throw refuse('cooperative/code-taken', {code: details.code}, 'code');
	}
	const book = await openBook(
		work,
		{
			code: details.code,
			kind: 'cooperative',
			name: details.name,
			regionCode: kelurahan.code,
			openedOn,
			timeZone: work.timeZone,
		},
		cooperativeChart,
	);
	const cooperative: Cooperative = {...details, id: work.newId() as CooperativeId};
	await work.cooperatives.insertCooperative(book, cooperative);
	return cooperative;
}
