import {getMember} from '../../cooperatives/index.ts';
import type {MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {SavingsWork} from '../ports.ts';
import {type SavingStatement, buildStatement} from '../statement.ts';

export type SavingReading = {
	readonly member: MemberId;
	/** Up to and including this day; today without it. */
	readonly asOf?: LocalDate;
	/** As the book stood at this moment; as it stands now without it. */
	readonly knownAt?: Date;
};

/**
 * What a member had at the end of a day, and how it came to that, from the journal's lines.
 * @throws DomainError `member/unknown`, `savings/date-in-future`.
 */
export async function readSavings(
	work: SavingsWork,
	{member: id, asOf, knownAt}: SavingReading,
): Promise<SavingStatement & {readonly asOf: LocalDate}> {
	const member = await getMember(work, id);
	const today = work.today();
	const day = asOf ?? today;
	if (day > today) throw refuse('savings/date-in-future', {date: day, today}, 'asOf');
	const book = await getBook(work, member.book);
	const knownTo = knownAt === undefined ? undefined : await work.ledger.numberAt(book, knownAt);
	const lines = await work.savings.savingLines(book, id, {asOf: day, knownTo});
	return {asOf: day, ...buildStatement(lines)};
}
