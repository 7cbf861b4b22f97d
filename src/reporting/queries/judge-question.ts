import {DomainError, type RefusalTexts} from '../../kernel/errors.ts';
import type {BookCode} from '../../kernel/ids.ts';
import type {RegionCode} from '../../kernel/region-code.ts';
import {ledgerTexts} from '../../ledger/index.ts';
import {reportTexts} from '../errors.ts';
import type {ReportWork} from '../ports.ts';
import {type Question, questionFaults} from '../question.ts';

const texts: RefusalTexts = {...ledgerTexts, ...reportTexts};

/**
 * What is wrong with the question of a report, all of it at once: a book or region that is not
 * there, a day that has not come, a moment of which nothing is known. Undefined when nothing is.
 */
export async function judgeQuestion(
	work: ReportWork,
	question: Question,
): Promise<DomainError | undefined> {
	const {book: code, region} = question;
	const book = code === undefined ? undefined : await work.ledger.findBook(code as BookCode);
	const books = region === undefined ? [] : await work.ledger.listBooks();
	const [first, ...others] = questionFaults(question, {
		today: work.today(),
		now: work.now(),
		scope: work.scope,
		bookRegions: books.map(({regionCode}) => regionCode),
		isRegionKnown:
			region === undefined || (await work.reports.regionNames([region as RegionCode])).size > 0,
		isBookKnown: code === undefined || book !== undefined,
		firstRecordedAt: await firstRecorded(work, question, book),
	});
	return first && new DomainError(first, texts[first.code]!, others);
}

async function firstRecorded(
	work: ReportWork,
	{knownAt, since, book: asked}: Question,
	book: Parameters<ReportWork['reports']['firstRecordedAt']>[0] | undefined,
): Promise<Date | undefined> {
	if (knownAt === undefined && since === undefined) return undefined;
	if (asked === undefined) return work.reports.firstRecordedOfAll();
	return book && work.reports.firstRecordedAt(book);
}
