import type {EntryKind} from '../../kernel/entry-kind.ts';
import type {AccountCode, BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {RegionCode} from '../../kernel/region-code.ts';
import type {Account, AccountClass, Floor, Side} from '../account.ts';
import type {Book} from '../book.ts';
import type {Line} from '../entry.ts';
import type {SealedEntry} from '../hash-chain.ts';
import type {PostedLine} from '../ports.ts';

export type BookRow = {
	id: number;
	code: string;
	kind: Book['kind'];
	name: string;
	region_code: string;
	opened_on: string;
	time_zone: string;
};

export const toBook = (row: BookRow): Book => ({
	id: row.id,
	code: row.code as BookCode,
	kind: row.kind,
	name: row.name,
	regionCode: row.region_code as RegionCode,
	openedOn: row.opened_on as LocalDate,
	timeZone: row.time_zone,
});

export type AccountRow = {
	code: string;
	name_id: string;
	name_en: string;
	class: AccountClass;
	normal_side: Side;
	floor: Floor;
	is_controlled: boolean;
	ceiling_kind: string | null;
};

export const toAccount = (row: AccountRow): Account => ({
	code: row.code as AccountCode,
	nameId: row.name_id,
	nameEn: row.name_en,
	class: row.class,
	normalSide: row.normal_side,
	floor: row.floor,
	isControlled: row.is_controlled,
	...(row.ceiling_kind === null ? {} : {ceilingKind: row.ceiling_kind}),
});

export type EntryRow = {
	number: number;
	effective_on: string;
	recorded_at: Date;
	actor: string;
	kind: EntryKind;
	reason: string;
	document: string;
	reverses: number | null;
	occurred_on: string | null;
	previous_hash: string;
	hash: string;
	canonical: string;
};

export type LineRow = {
	entry_number: number;
	line_number: number;
	account_code: string;
	side: Side;
	amount: string;
	fund_id: string | null;
	loan_id: string | null;
	member_id: string | null;
	counterparty: string | null;
};

export const toLine = (row: LineRow): Line => ({
	account: row.account_code as AccountCode,
	side: row.side,
	amount: rupiah(row.amount),
	...(row.fund_id === null ? {} : {fund: row.fund_id}),
	...(row.loan_id === null ? {} : {loan: row.loan_id}),
	...(row.member_id === null ? {} : {member: row.member_id}),
	...(row.counterparty === null ? {} : {counterparty: row.counterparty}),
});

export const toPostedLine = (row: LineRow & Omit<EntryRow, 'number'>): PostedLine => ({
	...toLine(row),
	entryNumber: row.entry_number,
	lineNumber: row.line_number,
	effectiveOn: row.effective_on as LocalDate,
	kind: row.kind,
	reason: row.reason,
	document: row.document,
});

export const toEntry = (book: Book, row: EntryRow, lines: readonly LineRow[]): SealedEntry => ({
	decided: true,
	book: book.code,
	number: row.number,
	effectiveOn: row.effective_on as LocalDate,
	recordedAt: row.recorded_at,
	actor: row.actor,
	kind: row.kind,
	reason: row.reason,
	document: row.document,
	...(row.reverses === null ? {} : {reverses: row.reverses}),
	...(row.occurred_on === null ? {} : {occurredOn: row.occurred_on as LocalDate}),
	previousHash: row.previous_hash,
	hash: row.hash,
	canonical: row.canonical,
	lines: lines.map(toLine),
});
