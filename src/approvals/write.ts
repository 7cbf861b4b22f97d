import {entryKinds} from '../kernel/entry-kind.ts';
import type {BookCode} from '../kernel/ids.ts';
import {type LocalDate, daysBetween, localDateAt} from '../kernel/local-date.ts';
import {type Rupiah, sum, toText} from '../kernel/money.ts';

/** A line of an entry, as far as somebody who approves it has to see it. */
export type WriteLine = {
	readonly account: string;
	readonly side: 'debit' | 'credit';
	/** In rupiah. */
	readonly amount: Rupiah;
};

/**
 * Something that a command writes and that a policy may name: an entry, a product, a user, a role.
 * Policies name what is written and not the way there, so no way goes round them.
 */
export type Write = {
	/** `repayment`, `repayment.reverse`, `product.change`, … */
	readonly name: string;
	/** What it concerns: a book's entry, a product, a user. */
	readonly subject: string;
	readonly book?: BookCode;
	/** What an entry moves: the sum of its debits, in rupiah. */
	readonly amount?: Rupiah;
	/** The day of account of an entry. */
	readonly effectiveOn?: LocalDate;
	/** How many days before its recording an entry takes effect; 0 for what is no entry. */
	readonly backdatedDays: number;
	readonly lines: readonly WriteLine[];
};

/** What is written beside entries. */
export const rowWrites = [
	'product.change',
	'member.erase',
	'user.create',
	'user.activate',
	'user.deactivate',
	'grant.give',
	'grant.revoke',
	'delegation.give',
	'approval-policy.change',
	'separation.change',
	'limit.change',
] as const;

export type RowWrite = (typeof rowWrites)[number];

const isRow = (name: string): boolean => (rowWrites as readonly string[]).includes(name);

/** Whether a name is that of a kind of entry, which has an amount and a day. */
export const isEntryName = (name: string): boolean => !isRow(name);

/** Every name that a policy may give: any entry, any reversal, each kind of both, and rows. */
export const writeNames: readonly string[] = [
	'entry',
	'entry.reverse',
	...entryKinds,
	...entryKinds.map((kind) => `${kind}.reverse`),
	...rowWrites,
];

/** The names by which a policy may mean a write: its own, and that of all entries or reversals. */
export function namesOf({name}: Pick<Write, 'name'>): string[] {
	if (isRow(name)) return [name];
	return [name, name.endsWith('.reverse') ? 'entry.reverse' : 'entry'];
}

/**
 * What has to be the same of a write for it to be the one that was shown: name, book, what it
 * concerns where that is no number, day, and every line. A day of making it stays "that day", so
 * that what is approved on the morrow may be booked on the morrow.
 */
export function identityOf(write: Write): string {
	const on = write.backdatedDays === 0 ? 'on the day' : write.effectiveOn;
	const lines = write.lines.map(({account, side, amount}) => [account, side, toText(amount)]);
	const subject = isRow(write.name) ? write.subject : null;
	return JSON.stringify([write.name, write.book ?? null, subject, on ?? null, lines]);
}

/** An entry as it is about to be written, as far as approvals look at it. */
export type EntryToWrite = {
	readonly book: BookCode;
	readonly number: number;
	readonly kind: string;
	readonly effectiveOn: LocalDate;
	readonly recordedAt: Date;
	readonly reverses?: number;
	readonly lines: readonly WriteLine[];
};

/** The write that an entry is, on the calendar of its book's `timeZone`. */
export const entryWrite = (entry: EntryToWrite, timeZone: string): Write => ({
	name: entry.reverses === undefined ? entry.kind : `${entry.kind}.reverse`,
	subject: `${entry.book} ${entry.number}`,
	book: entry.book,
	amount: sum(entry.lines.flatMap(({side, amount}) => (side === 'debit' ? [amount] : []))),
	effectiveOn: entry.effectiveOn,
	backdatedDays: daysBetween(entry.effectiveOn, localDateAt(entry.recordedAt, timeZone)),
	lines: entry.lines.map(({account, side, amount}) => ({account, side, amount})),
});
