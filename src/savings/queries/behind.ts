import {getCooperative} from '../../cooperatives/index.ts';
import type {BookCode, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {isPositive} from '../../kernel/money.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {type Behind, duesUpTo, standingOf} from '../obligation.ts';
import type {SavingsWork} from '../ports.ts';

/** A member who is behind with simpanan wajib. */
export type MemberBehind = Behind & {
	readonly member: MemberId;
	readonly number: number;
	readonly name: string;
	readonly joinedOn: LocalDate;
};

/**
 * Who is behind with simpanan wajib at the end of a day, by number.
 * @throws DomainError `cooperative/unknown`, `savings/date-in-future`.
 */
export async function readBehind(
	work: SavingsWork,
	cooperative: BookCode,
	asOf: LocalDate,
): Promise<MemberBehind[]> {
	await getCooperative(work, cooperative);
	const today = work.today();
	if (asOf > today) throw refuse('savings/date-in-future', {date: asOf, today}, 'asOf');
	const book = await getBook(work, cooperative);
	const dues = duesUpTo(await work.savings.obligations(book), asOf);
	const members = await work.savings.paidObligations(book, asOf);
	return members
		.map(({id, number, name, joinedOn, paid}) => ({
			member: id,
			number,
			name,
			joinedOn,
			...standingOf(dues, joinedOn, paid),
		}))
		.filter(({behind}) => isPositive(behind));
}
