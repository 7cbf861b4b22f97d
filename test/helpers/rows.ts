import type {Rows} from '../../src/kernel/rows.ts';

/** All rows of a question that is read in batches. */
export async function collect<One>(rows: Rows<One>): Promise<One[]> {
	const all: One[] = [];
	for await (const batch of rows()) all.push(...batch);
	return all;
}
