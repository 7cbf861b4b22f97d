import type {
	AccountCode,
	BankAccountId,
	BankMatchId,
	BankRowId,
	BankStatementId,
	BookCode,
	CashCountId,
} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {BankAccount} from '../bank-account.ts';
import type {CashCount, MoneyKind} from '../cash-count.ts';
import type {CsvLayout, FormatKind, StatementFormat} from '../format.ts';
import type {FreeLine, FreeRow} from '../matching.ts';
import type {BankMatch, BankStatement, ShownRow} from '../ports.ts';

export type FormatRow = {
	code: string;
	version: number;
	name: string;
	kind: FormatKind;
	layout: CsvLayout | null;
	status: StatementFormat['status'];
	source: string;
	recorded_by: string;
};

export const toFormat = (row: FormatRow): StatementFormat => ({
	code: row.code,
	version: row.version,
	name: row.name,
	kind: row.kind,
	...(row.layout === null ? {} : {layout: row.layout}),
	status: row.status,
	source: row.source,
	recordedBy: row.recorded_by,
});

export type BankAccountRow = {
	id: string;
	account_code: string;
	bank: string;
	account_number: string;
	opened_on: string;
	recorded_by: string;
};

export const toBankAccount =
	(book: BookCode) =>
	(row: BankAccountRow): BankAccount => ({
		id: row.id as BankAccountId,
		book,
		account: row.account_code as AccountCode,
		bank: row.bank,
		accountNumber: row.account_number,
		openedOn: row.opened_on as LocalDate,
		recordedBy: row.recorded_by,
	});

export type StatementTableRow = {
	id: string;
	bank_account_id: string;
	number: number;
	format_code: string;
	format_version: number;
	format_status: StatementFormat['status'];
	name: string;
	bytes: number;
	sha256: string;
	from_on: string;
	to_on: string;
	opening: string;
	closing: string;
	line_count: number;
	imported_at: Date;
	imported_by: string;
	assertion_number: number | null;
};

export const toStatement =
	(book: BookCode) =>
	(row: StatementTableRow): BankStatement => ({
		id: row.id as BankStatementId,
		book,
		bankAccount: row.bank_account_id as BankAccountId,
		number: row.number,
		format: {code: row.format_code, version: row.format_version, status: row.format_status},
		name: row.name,
		bytes: row.bytes,
		sha256: row.sha256,
		from: row.from_on as LocalDate,
		to: row.to_on as LocalDate,
		opening: rupiah(row.opening),
		closing: rupiah(row.closing),
		rowCount: row.line_count,
		importedAt: row.imported_at,
		importedBy: row.imported_by,
		...(row.assertion_number === null ? {} : {assertion: row.assertion_number}),
	});

export type ShownTableRow = {
	position: number;
	file_line: number;
	id: string;
	booked_on: string;
	amount: string;
	reference: string;
	description: string;
	balance: string;
	match_id: string | null;
};

export const toShownRow = (row: ShownTableRow): ShownRow => ({
	position: row.position,
	line: row.file_line,
	id: row.id as BankRowId,
	bookedOn: row.booked_on as LocalDate,
	amount: rupiah(row.amount),
	reference: row.reference,
	description: row.description,
	balance: rupiah(row.balance),
	...(row.match_id === null ? {} : {match: row.match_id as BankMatchId}),
});

export type FreeTableRow = {
	id: string;
	booked_on: string;
	amount: string;
	reference: string;
	description: string;
};

export const toFreeRow = (row: FreeTableRow): FreeRow => ({
	id: row.id as BankRowId,
	bookedOn: row.booked_on as LocalDate,
	amount: rupiah(row.amount),
	reference: row.reference,
	description: row.description,
});

export type FreeLineRow = {
	entry_number: number;
	line_number: number;
	effective_on: string;
	amount: string;
	document: string;
	reason: string;
};

export const toFreeLine = (row: FreeLineRow): FreeLine => ({
	entry: row.entry_number,
	line: row.line_number,
	effectiveOn: row.effective_on as LocalDate,
	amount: rupiah(row.amount),
	document: row.document,
	reason: row.reason,
});

export type MatchRow = {
	id: string;
	bank_account_id: string;
	rule: string | null;
	rules_version: number | null;
	note: string | null;
	matched_at: Date;
	matched_by: string;
	rows: string[] | null;
	lines: {entry: number; line: number}[] | null;
	unmatched_at: Date | null;
	unmatched_by: string | null;
	reason: string | null;
};

export const toMatch = (row: MatchRow): BankMatch => ({
	id: row.id as BankMatchId,
	bankAccount: row.bank_account_id as BankAccountId,
	rows: (row.rows ?? []) as BankRowId[],
	lines: row.lines ?? [],
	...(row.rule === null ? {} : {rule: {kind: row.rule, version: row.rules_version!}}),
	...(row.note === null ? {} : {note: row.note}),
	matchedAt: row.matched_at,
	matchedBy: row.matched_by,
	...(row.unmatched_at === null
		? {}
		: {undone: {at: row.unmatched_at, by: row.unmatched_by!, reason: row.reason!}}),
});

export type CountRow = {
	id: string;
	number: number;
	counted_on: string;
	total: string;
	ledger_amount: string;
	known_to_entry: number;
	counted_at: Date;
	counted_by: string;
	pieces: {value: string; kind: MoneyKind; pieces: number}[] | null;
	witnessed_at: Date | null;
	witnessed_by: string | null;
	assertion_number: number | null;
	is_withdrawn: boolean;
	booked_at: Date | null;
	booked_by: string | null;
	entry_number: number | null;
	difference: string | null;
};

export const toCount =
	(book: BookCode) =>
	(row: CountRow): CashCount => ({
		id: row.id as CashCountId,
		book,
		number: row.number,
		countedOn: row.counted_on as LocalDate,
		pieces: (row.pieces ?? []).map((one) => ({...one, value: rupiah(one.value)})),
		total: rupiah(row.total),
		ledgerAmount: rupiah(row.ledger_amount),
		knownToEntry: row.known_to_entry,
		countedAt: row.counted_at,
		countedBy: row.counted_by,
		...(row.witnessed_at === null
			? {}
			: {
					witness: {
						by: row.witnessed_by!,
						at: row.witnessed_at,
						assertion: row.assertion_number!,
						isWithdrawn: row.is_withdrawn,
					},
				}),
		...(row.booked_at === null
			? {}
			: {
					booking: {
						by: row.booked_by!,
						at: row.booked_at,
						entry: row.entry_number!,
						difference: rupiah(row.difference!),
					},
				}),
	});
