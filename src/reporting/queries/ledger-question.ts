import type {BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {isNamedKind} from '../kind-names.ts';
import type {LineFilter, LineQuestion} from '../ledger-ports.ts';
import type {Axes, ReportWork} from '../ports.ts';
import {requireKnown, requirePast} from './trial-balance.ts';

/** What is asked of a book's lines; without a first day, from the book's opening on. */
export type LinesRequest = LineFilter &
	Axes & {readonly book: BookCode; readonly from?: LocalDate | undefined};

export type OpenQuestion = {readonly book: Book; readonly question: LineQuestion};

/**
 * The question to the lines of a book, once it is one that can be answered.
 * @throws DomainError `ledger/unknown-book`, `report/…`.
 */
export async function openQuestion(
	work: ReportWork,
	{book: code, from, asOf, knownAt, ...filter}: LinesRequest,
): Promise<OpenQuestion> {
	const axes = {asOf, ...(knownAt === undefined ? {} : {knownAt})};
	const book = await getBook(work, code);
	requirePast(work, axes);
	if (from !== undefined && from > asOf) {
		throw refuse('report/from-after-to', {from, to: asOf}, 'query.from');
	}
	requireKnownPast(work, axes);
	await requireKnown(work, book, axes);
	await requireNamed(work, book, filter);
	const upTo = await work.reports.lastNumberAt(book, knownAt);
	return {book, question: {...filter, ...axes, from: from ?? book.openedOn, upTo}};
}

function requireKnownPast(work: ReportWork, {knownAt}: Axes): void {
	const now = work.now();
	if (knownAt === undefined || knownAt <= now) return;
	const values = {knownAt: knownAt.toISOString(), now: now.toISOString()};
	throw refuse('report/known-at-in-future', values, 'query.knownAt');
}

/** What a book does not know is said, rather than answered with nothing. */
async function requireNamed(
	work: ReportWork,
	book: Book,
	{accounts, kinds, fund, loan, member}: LineFilter,
): Promise<void> {
	if (accounts !== undefined) {
		const chart = await work.ledger.accounts(book, accounts);
		const account = accounts.find((one) => !chart.has(one));
		if (account !== undefined) {
			const values = {account, book: book.code};
			throw refuse('report/unknown-account', values, 'query.account');
		}
	}
	for (const kind of kinds ?? []) {
		if (isNamedKind(kind) || (await work.reports.isKindKnown(book, kind))) continue;
		throw refuse('report/unknown-kind', {kind, book: book.code}, 'query.kind');
	}
	if (fund !== undefined && !(await work.reports.isFundKnown(book, fund))) {
		throw refuse('report/unknown-fund', {fund, book: book.code}, 'query.fund');
	}
	if (loan !== undefined && !(await work.reports.isDimensionKnown(book, 'loan', loan))) {
		throw refuse('report/unknown-loan', {loan, book: book.code}, 'query.loan');
	}
	if (member !== undefined && !(await work.reports.isMemberKnown(book, member))) {
		throw refuse('report/unknown-member', {member, book: book.code}, 'query.member');
	}
}
