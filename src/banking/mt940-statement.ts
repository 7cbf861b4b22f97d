import type {Finding} from '../kernel/errors.ts';
import {type LocalDate, addMonths, isLocalDateText, partsOf} from '../kernel/local-date.ts';
import {type Rupiah, isZero, negate} from '../kernel/money.ts';
import {readAmount} from './cell.ts';
import {refuseAll} from './errors.ts';
import {type FileRow, type ReadStatement, type ShownBalance, unreadable} from './statement.ts';

/** A field of a message: its tag, and its text over one line or several. */
type Field = {readonly line: number; readonly tag: string; readonly text: string};

// SWIFT writes amounts with a comma that is always there, and groups nothing.
const signs = {decimal: ',', thousands: ''} as const;

const balanceShape = 'C260331IDR1250000,00';
const lineShape = '2603310331C1250000,00NTRFREF';

type Draft = {
	readonly rows: FileRow[];
	readonly balances: ShownBalance[];
	readonly findings: Finding[];
	account?: {line: number; number: string};
	closingOn?: LocalDate;
};

/**
 * Reads a SWIFT MT940: one message or several that follow one another, with or without the blocks
 * around them.
 * @throws DomainError `banking/file-unreadable`, with one finding for each field that is malformed
 * or missing.
 */
export function readMt940(text: string): ReadStatement {
	const fields = fieldsOf(text);
	const draft: Draft = {rows: [], balances: [], findings: []};
	for (const field of fields) readField(draft, field);
	for (const [tag, example] of [
		['60F', balanceShape],
		['62F', balanceShape],
	] as const) {
		// What is malformed was told already; here it is about what is not there at all.
		if (fields.some((field) => field.tag === tag)) continue;
		draft.findings.push(unreadable(1, `:${tag}:`, '', example));
	}
	refuseAll(draft.findings);
	const {rows, balances, account, closingOn} = draft;
	return {
		rows,
		balances,
		...(account === undefined ? {} : {account}),
		...(closingOn === undefined ? {} : {closingOn}),
	};
}

function fieldsOf(text: string): Field[] {
	const fields: {line: number; tag: string; text: string}[] = [];
	for (const [index, whole] of text.split(/\r?\n/u).entries()) {
		const line = whole.replace(/^\{1:.*\{4:/u, '').trimEnd();
		const start = /^:(\d{2}[A-Z]?):(.*)$/u.exec(line);
		if (start) {
			fields.push({line: index + 1, tag: start[1]!, text: start[2]!});
		} else if (line.startsWith('-')) {
			// The end of a message; what follows belongs to none of its fields.
			fields.push({line: index + 1, tag: 'end', text: ''});
		} else if (line !== '' && fields.length > 0) {
			fields.at(-1)!.text += `\n${line}`;
		}
	}
	return fields;
}

function readField(draft: Draft, field: Field): void {
	const {line, tag, text} = field;
	switch (tag) {
		case '25':
			draft.account ??= {line, number: text.split(/\s/u)[0]!};
			break;
		case '60F':
		case '60M':
		case '62F':
		case '62M':
			readBalance(draft, field);
			break;
		case '61':
			readMovement(draft, field);
			break;
		case '86': {
			const last = draft.rows.at(-1);
			// Behind the closing balance it tells of the statement as a whole.
			if (last && draft.balances.at(-1)?.after !== draft.rows.length) {
				draft.rows[draft.rows.length - 1] = {
					...last,
					description: [last.description, text.replace(/\n/gu, ' ').trim()]
						.filter((part) => part !== '')
						.join(' '),
				};
			}
			break;
		}
		default:
	}
}

function readBalance(draft: Draft, {line, tag, text}: Field): void {
	const [, side, day = '', currency, digits = ''] =
		/^([CD])(\d{6})([A-Z]{3})(\d{1,15},\d*)$/u.exec(text.trim()) ?? [];
	const amount = readAmount(digits.replace(/,$/u, ''), signs);
	const date = dayOf(day);
	if (amount === undefined || date === undefined || currency !== 'IDR') {
		draft.findings.push(unreadable(line, `:${tag}:`, text, balanceShape));
		return;
	}
	const balance = side === 'D' ? negate(amount) : amount;
	draft.balances.push({line, column: `:${tag}:`, after: draft.rows.length, balance});
	if (tag.startsWith('62')) draft.closingOn = date;
}

const movementShape = new RegExp(
	[
		/^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d{1,15},\d*)([A-Z][A-Z0-9]{3})/u,
		// Its owner's reference, the bank's, and on a line of its own what else there is to say.
		/([^\n]*?)(?:\/\/([^\n]*))?(?:\n([\s\S]*))?$/u,
	]
		.map(({source}) => source)
		.join(''),
	'u',
);

function readMovement(draft: Draft, {line, text}: Field): void {
	const found = movementShape.exec(text.trim());
	const [, day = '', entryDay, mark, , digits = '', , own = '', banks = '', more = ''] =
		found ?? [];
	const amount = readAmount(digits.replace(/,$/u, ''), signs);
	const valueOn = dayOf(day);
	const bookedOn = valueOn && (entryDay === undefined ? valueOn : bookedNear(valueOn, entryDay));
	if (amount === undefined || isZero(amount) || bookedOn === undefined) {
		draft.findings.push(unreadable(line, ':61:', text, lineShape));
		return;
	}
	// The reversal of a credit takes it out again.
	const isOut: boolean = mark === 'D' || mark === 'RC';
	draft.rows.push({
		line,
		bookedOn,
		amount: signed(amount, isOut),
		reference: own.trim() === '' || own.trim() === 'NONREF' ? banks.trim() : own.trim(),
		description: more.replace(/\n/gu, ' ').trim(),
	});
}

const signed = (amount: Rupiah, isOut: boolean): Rupiah => (isOut ? negate(amount) : amount);

/** YYMMDD of this century. */
function dayOf(text: string): LocalDate | undefined {
	const day = `20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
	return isLocalDateText(day) ? (day as LocalDate) : undefined;
}

/** MMDD has no year: of the years around the value date, the one that brings it nearest. */
function bookedNear(valueOn: LocalDate, entryDay: string): LocalDate | undefined {
	const {year} = partsOf(valueOn);
	const [earliest, latest] = [addMonths(valueOn, -6), addMonths(valueOn, 6)];
	return [year - 1, year, year + 1]
		.map((one) => `${one}-${entryDay.slice(0, 2)}-${entryDay.slice(2)}`)
		.filter((text): text is LocalDate => isLocalDateText(text))
		.find((day) => day > earliest && day <= latest);
}
