import {refuseAll} from './errors.ts';
import type {StatementFormat} from './format.ts';
import {readCamt} from './camt-statement.ts';
import {readCsv} from './csv-statement.ts';
import {readMt940} from './mt940-statement.ts';
import {type ReadStatement, unreadable} from './statement.ts';

/**
 * Reads a bank's file by its format.
 * @throws DomainError `banking/file-unreadable`, with one finding for each fault.
 */
export function readFile(content: Uint8Array, {kind, layout}: StatementFormat): ReadStatement {
	switch (kind) {
		case 'csv':
			return readCsv(decode(content, layout!.encoding), layout!);
		case 'mt940':
			return readMt940(decode(content, 'utf-8'));
		case 'camt.053':
			return readCamt(decode(content, 'utf-8'));
	}
}

function decode(content: Uint8Array, encoding: 'utf-8' | 'windows-1252'): string {
	let text: string | undefined;
	try {
		text = new TextDecoder(encoding, {fatal: true}).decode(content);
	} catch {
		text = undefined;
	}
	// No text has a nought byte: a spreadsheet or an archive was sent under the name of a CSV.
	if (text === undefined || text.includes('\u0000')) {
		refuseAll([unreadable(1, '-', '…', encoding.toUpperCase())]);
	}
	return text!;
}
