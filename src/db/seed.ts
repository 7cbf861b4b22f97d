import {readFile} from 'node:fs/promises';
import type {Knex} from 'knex';

const regionsFile = new URL('../../seeds/wilayah.csv', import.meta.url);

// The official list writes "Bumu Ayu"; on the spot it is "Bumi Ayu".
const aliases: Readonly<Record<string, string>> = {'17.71.01.1004': 'Bumi Ayu'};

/** Writes the reference data, as the owner; as often as wanted, with the same result. */
export async function seedReferenceData(owner: Knex): Promise<{regions: number}> {
	const [, ...rows] = (await readFile(regionsFile, 'utf8')).trim().split('\n');
	// The file has no quoted field: it is ours, and seeds/NOTICE.md says where it comes from.
	const regions = rows.map((row) => {
		const [code, level, name, parent] = row.trim().split(',') as [string, string, string, string];
		return {
			code,
			level,
			name,
			alias: aliases[code] ?? null,
			parent_code: parent === '' ? null : parent,
		};
	});
	regions.sort((a, b) => a.code.length - b.code.length);
	await owner.transaction(async (trx) => {
		for (let start = 0; start < regions.length; start += 500) {
			await trx('regions')
				.insert(regions.slice(start, start + 500))
				.onConflict('code')
				.merge();
		}
	});
	return {regions: regions.length};
}
