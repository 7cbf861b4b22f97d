import {type Checkpoint, findCoveringCheckpoint} from '../../evidence/index.ts';
import type {AccountCode, BookCode} from '../../kernel/ids.ts';
import {type Rupiah, subtract, zero} from '../../kernel/money.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {
	type AssertedBalance,
	type ChainPlace,
	type ExplainedEntry,
	type Explanation,
	type Start,
	explainBalance,
	runBalances,
	startOf,
} from '../explanation.ts';
import type {Axes, MovedPosition, ReportWork, Subject} from '../ports.ts';
import {onNormalSide} from '../turnover.ts';
import {type FrozenAccount, readFrozen} from './frozen-account.ts';
import {type Point, balanceOn} from './known-balance.ts';
import {requireKnown, requirePast} from './trial-balance.ts';

export type ExplanationRequest = Axes & {
	readonly book: BookCode;
	readonly account: AccountCode;
	/** Only what names this fund, or this loan. */
	readonly fund?: string;
	readonly loan?: string;
	readonly limit: number;
	/** Where the page before ended. */
	readonly position?: MovedPosition;
};

/** All that stands behind a balance. */
export type ExplainedBalance = Explanation & {
	readonly book: Book;
	readonly subject: Subject;
	readonly start: Start;
	readonly behind: readonly ExplainedEntry[];
	readonly next?: MovedPosition;
	readonly assertions: readonly AssertedBalance[];
	readonly closings: readonly FrozenAccount[];
	/** The last entry that was known. */
	readonly tip: ChainPlace | undefined;
	/** The entry with the greatest number that moved the account. */
	readonly lastTouch: ChainPlace | undefined;
	/** The newest checkpoint, if it covers that entry and so all that moved the account. */
	readonly checkpoint: Checkpoint | undefined;
};

// A day's count for a month, and a year of closings: what lies further back stands in their lists.
const assertionsMax = 31;
const closingsMax = 12;

/**
 * What stands behind the balance of an account on a day, as known at a moment.
 * @throws DomainError `ledger/unknown-book`, `report/unknown-account`, `report/unknown-fund`,
 * `report/unknown-loan`, `report/as-of-in-future`, `report/known-at-in-future`,
 * `report/known-before-book`.
 */
export async function readExplanation(
	work: ReportWork,
	request: ExplanationRequest,
): Promise<ExplainedBalance> {
	const book = await getBook(work, request.book);
	const subject = await getSubject(work, book, request);
	requirePast(work, request);
	requireMomentPast(work, request);
	await requireKnown(work, book, request);
	const point = await pointOf(work, book, request);
	const start = await findStart(work, book, point);
	const balance = await balanceOn(work, subject, point, request.asOf);
	const {asOf, upTo, knownAt} = point;
	const lastTouch = await work.reports.lastTouch(book, subject, {asOf, upTo});
	// Before the book was opened there is nothing; what moved it counts on that day or later.
	const isFromNothing = start.basis === 'book-opened';
	const explanation = explainBalance(subject.account, {
		opening: isFromNothing ? zero : await balanceOn(work, subject, point, start.on),
		turnovers: await work.reports.kindTurnovers(book, subject, {
			...{asOf, upTo},
			...(isFromNothing ? {} : {after: start.on}),
		}),
		balance,
	});
	return {
		...explanation,
		...(await readEntries(work, subject, point, request, balance)),
		book,
		subject,
		start,
		assertions: await work.reports.assertionsOn(book, subject, {
			...{asOf, upTo, knownAt},
			limit: assertionsMax,
		}),
		closings: await readFrozen(work, subject.account, point, closingsMax),
		tip: await placeOf(work, book, upTo),
		lastTouch,
		checkpoint: lastTouch && (await findCoveringCheckpoint(work, book, lastTouch.number)),
	};
}

const pointOf = async (
	work: ReportWork,
	book: Book,
	{asOf, knownAt}: ExplanationRequest,
): Promise<Point> => ({
	book,
	asOf,
	knownAt,
	upTo: await work.reports.lastNumberAt(book, knownAt),
});

function requireMomentPast(work: ReportWork, {knownAt}: Axes): void {
	const now = work.now();
	if (knownAt === undefined || knownAt <= now) return;
	const values = {knownAt: knownAt.toISOString(), now: now.toISOString()};
	throw refuse('report/known-at-in-future', values, 'query.knownAt');
}

async function getSubject(
	work: ReportWork,
	book: Book,
	{account: code, fund, loan}: ExplanationRequest,
): Promise<Subject> {
	const account = (await work.ledger.accounts(book, [code])).get(code);
	if (!account) throw refuse('report/unknown-account', {account: code, book: book.code}, 'code');
	if (fund !== undefined && !(await work.reports.isDimensionKnown(book, 'fund', fund))) {
		throw refuse('report/unknown-fund', {fund, book: book.code}, 'query.fund');
	}
	if (loan !== undefined && !(await work.reports.isDimensionKnown(book, 'loan', loan))) {
		throw refuse('report/unknown-loan', {loan, book: book.code}, 'query.loan');
	}
	return {
		account,
		...(fund === undefined ? {} : {fund}),
		...(loan === undefined ? {} : {loan}),
	};
}

async function findStart(work: ReportWork, book: Book, {asOf, knownAt}: Point): Promise<Start> {
	return startOf(
		{asOf, knownAt, bookOpenedOn: book.openedOn},
		await work.ledger.periods(book),
		await work.reports.sealedMonthBefore(book, asOf),
	);
}

async function readEntries(
	work: ReportWork,
	subject: Subject,
	point: Point,
	{limit, position}: ExplanationRequest,
	balance: Rupiah,
): Promise<Pick<ExplainedBalance, 'behind' | 'next'>> {
	const {book, asOf, upTo} = point;
	const listed = await work.reports.movedEntries(book, subject, {
		asOf,
		upTo,
		limit: limit + 1,
		...(position === undefined ? {} : {before: position}),
	});
	const shown = listed.slice(0, limit);
	const [first] = shown;
	// On a later page the balance is that of its first entry's day, less what that day brought after.
	const after =
		position === undefined || first === undefined
			? balance
			: subtract(
					await balanceOn(work, subject, point, first.effectiveOn),
					onNormalSide(
						subject.account,
						await work.reports.turnoverOfDayAfter(book, subject, {
							effectiveOn: first.effectiveOn,
							number: first.number,
							upTo,
						}),
					),
				);
	const last = shown.at(-1);
	const hasMore = listed.length > limit && last !== undefined;
	return {
		behind: runBalances(subject.account, shown, after),
		...(hasMore ? {next: {effectiveOn: last.effectiveOn, number: last.number}} : {}),
	};
}

async function placeOf(
	work: ReportWork,
	book: Book,
	number: number,
): Promise<ChainPlace | undefined> {
	const hash = await work.reports.hashOf(book, number);
	return hash === undefined ? undefined : {number, hash};
}
