import {toText} from '../kernel/money.ts';
import type {Account, Line, SealedEntry} from '../ledger/index.ts';

export const exportFormats = ['hledger', 'beancount', 'csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Writes a journal in one format: what comes first, and each entry. */
export type JournalWriter = {
	readonly head: (book: string, accounts: readonly Account[], openedOn: string) => string;
	readonly entry: (entry: SealedEntry) => string;
};

/** The writer of a format, for the accounts of one book. */
export function createJournalWriter(
	format: ExportFormat,
	accounts: ReadonlyMap<string, Account>,
): JournalWriter {
	switch (format) {
		case 'hledger':
			return hledger(accounts);
		case 'beancount':
			return beancount(accounts);
		case 'csv':
			return csv;
		case 'jsonl':
			return {head: () => '', entry: ({canonical}) => `${canonical}\n`};
	}
}

// hledger knows the kinds of accounts by the first part of their names.
const hledgerRoots: Record<Account['class'], string> = {
	asset: 'assets',
	liability: 'liabilities',
	equity: 'equity',
	income: 'income',
	expense: 'expenses',
	memo: 'memo',
};

const beancountRoots: Record<Account['class'], string> = {
	asset: 'Assets',
	liability: 'Liabilities',
	equity: 'Equity',
	income: 'Income',
	expense: 'Expenses',
	memo: 'Equity:Memo',
};

/** A signed amount: debits above zero, as both programs have it. */
const signed = ({side, amount}: Line): string => `${side === 'credit' ? '-' : ''}${toText(amount)}`;

/** One line of text without what the formats give a meaning of its own. */
const plain = (text: string): string => text.replaceAll(/[\u0000-\u001F;|"\\]+/gu, ' ').trim();

function hledger(accounts: ReadonlyMap<string, Account>): JournalWriter {
	const name = (code: string): string => `${hledgerRoots[accounts.get(code)!.class]}:${code}`;
	return {
		head: (book, all) =>
			[
				`; ${plain(book)}`,
				'commodity 1000.00 IDR',
				...all.map(({code, nameId}) => `account ${name(code)}  ; ${plain(nameId)}`),
				'',
				'',
			].join('\n'),
		entry: ({number, effectiveOn, reason, document, kind, lines}) =>
			[
				`${effectiveOn} (${number}) ${plain(reason)}  ; ${plain(document)}, kind:${kind}`,
				...lines.map((line) => `    ${name(line.account)}  ${signed(line)} IDR`),
				'',
				'',
			].join('\n'),
	};
}

function beancount(accounts: ReadonlyMap<string, Account>): JournalWriter {
	// A part of a name must begin with a capital or a digit, and may not hold a dot.
	const name = (code: string): string =>
		`${beancountRoots[accounts.get(code)!.class]}:${code.replaceAll('.', '-')}`;
	return {
		head: (book, all, openedOn) =>
			[
				`option "title" "${plain(book)}"`,
				'option "operating_currency" "IDR"',
				...all.map(({code, nameId}) => `${openedOn} open ${name(code)} IDR ; ${plain(nameId)}`),
				'',
				'',
			].join('\n'),
		entry: ({number, effectiveOn, reason, document, lines}) =>
			[
				`${effectiveOn} * "${plain(reason)}"`,
				`  number: ${number}`,
				`  document: "${plain(document)}"`,
				...lines.map((line) => `  ${name(line.account)}  ${signed(line)} IDR`),
				'',
				'',
			].join('\n'),
	};
}

const csvColumns = [
	'entry',
	'line',
	'effective_on',
	'recorded_at',
	'actor',
	'kind',
	'reason',
	'document',
	'reverses',
	'account',
	'debit',
	'credit',
	'fund',
	'loan',
	'member',
	'counterparty',
] as const;

const csv: JournalWriter = {
	head: () => csvRow(csvColumns),
	entry: (entry) =>
		entry.lines
			.map((line, index) =>
				csvRow([
					String(entry.number),
					String(index + 1),
					entry.effectiveOn,
					entry.recordedAt.toISOString(),
					entry.actor,
					entry.kind,
					entry.reason,
					entry.document,
					String(entry.reverses ?? ''),
					line.account,
					line.side === 'debit' ? toText(line.amount) : '',
					line.side === 'credit' ? toText(line.amount) : '',
					line.fund ?? '',
					line.loan ?? '',
					line.member ?? '',
					line.counterparty ?? '',
				]),
			)
			.join(''),
};

/** RFC 4180; text that a spreadsheet would take for a formula is kept from being one. */
const csvRow = (fields: readonly string[]): string =>
	`${fields
		.map((field) => (/^[=+\-@\t\r]/.test(field) && !/^-?\d/.test(field) ? `'${field}` : field))
		.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
		.join(',')}\r\n`;
