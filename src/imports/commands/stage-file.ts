import {readTable} from '../../files/read/read-table.ts';
import {UnreadableFile} from '../../files/read/unreadable.ts';
import {type ImportFinding, found} from '../finding.ts';
import type {Import} from '../import.ts';
import {definitionOf} from '../kinds.ts';
import type {NumberedRow} from '../ports.ts';
import {createReading} from '../reading.ts';

/** A piece of a file that was read. */
export type StagedPiece = {
	readonly rows: readonly NumberedRow[];
	readonly findings: readonly ImportFinding[];
};

const pieceRows = 1000;

/**
 * Reads a file into rows, some at a time, so that none is held whole; what is wrong with the file
 * as a whole is a finding as well.
 */
export async function* stageFile(one: Import, content: Buffer): AsyncGenerator<StagedPiece> {
	let rows: NumberedRow[] = [];
	let findings: ImportFinding[] = [];
	let count = 0;
	const take = (): StagedPiece => {
		const piece = {rows, findings};
		rows = [];
		findings = [];
		return piece;
	};
	try {
		const table = await readTable(content);
		const {numberFormat, dateOrder} = one;
		const reading = createReading(definitionOf(one.kind), {
			dateSystem: table.dateSystem,
			...(numberFormat === undefined ? {} : {numberFormat}),
			...(dateOrder === undefined ? {} : {dateOrder}),
		});
		for await (const event of table.events) {
			const staged = reading.take(event);
			for (const row of staged.rows) {
				count += 1;
				rows.push({...row, number: count});
			}
			findings.push(...staged.findings);
			if (rows.length + findings.length >= pieceRows) yield take();
			if (reading.isOver()) break;
		}
		findings.push(...reading.end());
	} catch (error) {
		if (!(error instanceof UnreadableFile)) throw error;
		findings.push(found(`imports/${error.fault}`, {sheet: '', row: 0}, error.values));
	}
	yield take();
}
