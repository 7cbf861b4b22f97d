import {readCsvTable} from './csv-table.ts';
import type {ReadTable} from './table.ts';
import {UnreadableFile} from './unreadable.ts';
import {readWorkbook} from './workbook-table.ts';

const zipSign = Buffer.from('PK\u0003\u0004', 'latin1');
const oleSign = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The name of the stream in which an encrypted workbook lies, as OLE writes it. */
const encryptedName = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Opens a table by what its bytes are, whatever it is called: an XLSX workbook or a CSV. Rows come
 * as they are read, so that no file is held whole as cells.
 * @throws UnreadableFile here or while reading, with the fault.
 */
export async function readTable(content: Buffer): Promise<ReadTable> {
	if (content.length === 0) throw new UnreadableFile('empty');
	if (content.subarray(0, zipSign.length).equals(zipSign)) return readWorkbook(content);
	if (content.subarray(0, oleSign.length).equals(oleSign)) {
		throw new UnreadableFile(content.includes(encryptedName) ? 'encrypted' : 'old-excel');
	}
	const start = content
		.subarray(0, 1024)
		.toString('latin1')
		.replace(/^\u00EF\u00BB\u00BF/u, '');
	if (/^\s*<(?:!doctype|html|\?xml|table)/iu.test(start)) throw new UnreadableFile('html');
	return readCsvTable(content);
}
