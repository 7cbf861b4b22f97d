import {decideContent} from '../../cooperatives/index.ts';
import type {BankRowId, BankStatementId, BookCode} from '../../kernel/ids.ts';
import {localDateAt} from '../../kernel/local-date.ts';
import {type Book, assertBalance, getBook} from '../../ledger/index.ts';
import type {BankAccount} from '../bank-account.ts';
import {refuse} from '../errors.ts';
import type {StatementFormat} from '../format.ts';
import type {Proposal} from '../matching.ts';
import type {BankStatement, BankingWork, ImportedLine, NewStatement} from '../ports.ts';
import {recogniseRows} from '../recognition.ts';
import {type Statement, decideStatement, paperOf} from '../statement.ts';
import {readFile} from '../statement-file.ts';
import {matchByRules} from './match-rows.ts';
import {getBankAccount} from './open-bank-account.ts';

/** What came of an import. */
export type Import = {
	readonly statement: BankStatement;
	/** Movements that no earlier statement had. */
	readonly newRows: number;
	readonly matched: readonly Proposal[];
};

/**
 * Takes a bank's file: reads it whole or not at all, keeps it, brings in what no earlier statement
 * had, tells the ledger what the account held in the end, and matches what can be matched.
 * @throws DomainError `banking/…` and `attachment/…` with one finding for each fault; then nothing
 * is kept.
 */
export async function importStatement(work: BankingWork, wanted: NewStatement): Promise<Import> {
	const {book, account} = await getBankAccount(work, wanted.book, wanted.bankAccount);
	const format = await getFormat(work, wanted.format);
	const file = decideContent(wanted.contentBase64);
	// Two who import at once come one after the other.
	await work.ledger.lockTip(book);
	await refuseKnownFile(work, book, account, file.sha256);
	const today = localDateAt(work.now(), book.timeZone);
	const facts = {accountNumber: account.accountNumber, openedOn: account.openedOn, today};
	const said = decideStatement(readFile(file.content, format), wanted.balances, facts);
	const lines = await recognise(work, book, account, {said, format});
	const number = await work.banking.nextStatementNumber(book, account.id);
	const statement: BankStatement = {
		id: work.newId() as BankStatementId,
		book: book.code,
		bankAccount: account.id,
		number,
		format,
		name: wanted.name,
		bytes: file.content.length,
		sha256: file.sha256,
		from: said.from,
		to: said.to,
		opening: said.opening,
		closing: said.closing,
		rowCount: lines.length,
		importedAt: work.now(),
		importedBy: work.actor.name,
		// A day that is not over may still bring more.
		...(said.to < today ? {assertion: await assertClosing(work, account, said, number)} : {}),
	};
	await work.banking.insertStatement(book, statement, file.content, lines);
	return {
		statement,
		newRows: lines.filter(({isNew}) => isNew).length,
		matched: await matchByRules(work, book, account),
	};
}

async function getFormat(work: BankingWork, code: string): Promise<StatementFormat> {
	const formats = await work.banking.listFormats();
	const format = formats.find((one) => one.code === code);
	if (format) return format;
	const options = formats.map((one) => one.code).join(', ');
	throw refuse('banking/unknown-format', {format: code, options}, 'format');
}

async function refuseKnownFile(
	work: BankingWork,
	book: Book,
	account: BankAccount,
	sha256: string,
): Promise<void> {
	const same = await work.banking.findFile(book, account.id, sha256);
	if (!same) return;
	const values = {
		number: String(same.number),
		by: same.importedBy,
		at: same.importedAt.toISOString(),
	};
	throw refuse('banking/file-imported-before', values, 'contentBase64');
}

async function recognise(
	work: BankingWork,
	book: Book,
	account: BankAccount,
	{said, format}: {said: Statement; format: StatementFormat},
): Promise<ImportedLine[]> {
	const known = await work.banking.knownRows(book, account.id, said);
	const earlier = await work.banking.links(book, account.id);
	return recogniseRows(said, format.code, known, earlier).map((one) => ({
		row: one.row,
		id: one.known ?? (work.newId() as BankRowId),
		isNew: one.known === undefined,
		occurrence: one.occurrence,
	}));
}

/** Tells the ledger what the account held by the bank, so that what contradicts it shows. */
async function assertClosing(
	work: BankingWork,
	account: BankAccount,
	{to, closing}: Statement,
	number: number,
): Promise<number> {
	const assertion = await assertBalance(work, account.book, {
		account: account.account,
		assertedOn: to,
		amount: closing,
		source: 'bank-statement',
		document: `${paperOf(number)} ${account.bank}`,
	});
	return assertion.number;
}

/** A statement. @throws DomainError `banking/unknown-statement`. */
export async function getStatement(
	work: BankingWork,
	code: BookCode,
	id: BankStatementId,
): Promise<{book: Book; statement: BankStatement}> {
	const book = await getBook(work, code);
	const statement = await work.banking.findStatement(book, id);
	if (!statement) {
		throw refuse('banking/unknown-statement', {statement: id, book: code}, 'statement');
	}
	return {book, statement};
}
