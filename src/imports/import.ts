import type {BookCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import {refuse} from './errors.ts';
import type {ImportKind} from './kind.ts';
import type {Preview} from './preview.ts';

export const importStatuses = [
	'waiting',
	'checking',
	'faulty',
	'ready',
	'rejected',
	'approved',
	'stopped',
	'posted',
	'undoing',
	'undone',
] as const;

/**
 * How far an import is: `faulty` and `ready` were checked in full, `approved` is being posted,
 * `stopped` met a row that could not be posted any more.
 */
export type ImportStatus = (typeof importStatuses)[number];

/** What an officer types of the old books, against which the rows are held. */
export type ControlTotals = {
	readonly debit: Rupiah;
	readonly credit: Rupiah;
	/** Principal outstanding of all loans. */
	readonly loansPrincipal: Rupiah;
};

/** What opening balances are of. */
export type OpeningTerms = {
	readonly cutOffOn: LocalDate;
	readonly document: string;
	readonly controls: ControlTotals;
};

/** A person as they are known later: by identity, and by the name that entries bear. */
export type Person = {readonly userId: string; readonly name: string};

/** One upload and what became of it. */
export type Import = {
	readonly id: string;
	readonly book: BookCode;
	readonly kind: ImportKind;
	readonly status: ImportStatus;
	readonly fileName: string;
	readonly bytes: number;
	/** SHA-256 of the file, hexadecimal. */
	readonly sha256: string;
	readonly numberFormat?: 'id' | 'en';
	readonly dateOrder?: 'dmy' | 'mdy';
	readonly opening?: OpeningTerms;
	readonly uploadedAt: Date;
	readonly uploadedBy: Person;
	/** Rows of the file; of those, such as an earlier import posted. */
	readonly rows: number;
	readonly rowsKnown: number;
	readonly rowsPosted: number;
	readonly findingCount: number;
	/** In percent, of the step that is under way. */
	readonly progress: number;
	readonly preview?: Preview;
	/** SHA-256 of the preview, by which it is approved. */
	readonly previewDigest?: string;
	readonly checkedAt?: Date;
	readonly decidedAt?: Date;
	readonly decidedBy?: Person;
	readonly reason?: string;
	readonly stoppedAt?: StoppedRow;
	readonly postedAt?: Date;
	readonly undo?: Undo;
	readonly forgottenAt?: Date;
};

/** At which row posting stopped, and why. */
export type StoppedRow = {
	readonly sheet: string;
	readonly row: number;
	readonly code: string;
	readonly text: {readonly id: string; readonly en: string};
};

/** The one act that takes an import back. */
export type Undo = {
	readonly by: Person;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
	readonly undoneAt?: Date;
};

/** How long what was uploaded is kept once its import has ended. */
export const keptDays = 30;

export const fileBytesMax = 20_000_000;

/** The import is at a step that an act starts from. @throws DomainError `imports/wrong-status`. */
export function requireStatus({status}: Pick<Import, 'status'>, ...wanted: ImportStatus[]): void {
	if (wanted.includes(status)) return;
	throw refuse('imports/wrong-status', {status, wanted: wanted.join(' / ')});
}

/**
 * Whoever uploaded a file neither approves nor takes back what it becomes.
 * @throws DomainError `imports/same-person`.
 */
export function requireAnother({uploadedBy}: Pick<Import, 'uploadedBy'>, person: Person): void {
	if (uploadedBy.userId !== person.userId && uploadedBy.name !== person.name) return;
	throw refuse('imports/same-person', {person: person.name});
}

/**
 * What is approved is what was shown, and something is to be posted.
 * @throws DomainError `imports/wrong-status`, `imports/same-person`, `imports/preview-differs`,
 * `imports/nothing-new`.
 */
export function decideApproval(one: Import, person: Person, digest: string): void {
	requireStatus(one, 'ready');
	requireAnother(one, person);
	if (digest !== one.previewDigest) {
		const values = {given: digest, digest: one.previewDigest ?? ''};
		throw refuse('imports/preview-differs', values, 'previewDigest');
	}
	if (one.rows === one.rowsKnown) throw refuse('imports/nothing-new');
}
