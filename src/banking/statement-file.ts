import type {StatementFormat} from './format.ts';
import {readCamt} from './camt-statement.ts';
import {readCsv} from './csv-statement.ts';
import {readMt940} from './mt940-statement.ts';
import type {ReadStatement} from './statement.ts';
import {decodeText} from './text-table.ts';

/**
 * Reads a bank's file by its format.
 * @throws DomainError `banking/file-unreadable`, with one finding for each fault.
 */
export function readFile(content: Uint8Array, {kind, layout}: StatementFormat): ReadStatement {
	switch (kind) {
		case 'csv':
			return readCsv(decodeText(content, layout!.encoding), layout!);
		case 'mt940':
			return readMt940(decodeText(content, 'utf-8'));
		case 'camt.053':
			return readCamt(decodeText(content, 'utf-8'));
	}
}
