import type {Knex} from 'knex';
import type {RegionCode, RegionLevel} from '../../kernel/region-code.ts';
import type {RegionStore} from '../ports.ts';
import type {Region} from '../region.ts';

type RegionRow = {
	code: string;
	level: RegionLevel;
	name: string;
	alias: string | null;
	parent_code: string | null;
};

export const createRegionStore = (trx: Knex): RegionStore => ({
	async findRegion(code) {
		const row = await trx<RegionRow>('regions').where({code}).first();
		return row && toRegion(row);
	},
	async listRegions({level, parent, after, limit}) {
		const rows = await trx<RegionRow>('regions')
			.where('code', '>', after)
			.modify((query) => {
				if (level !== undefined) void query.where({level});
				if (parent !== undefined) void query.where({parent_code: parent});
			})
			.orderBy('code')
			.limit(limit);
		return rows.map(toRegion);
	},
});

const toRegion = (row: RegionRow): Region => ({
	code: row.code as RegionCode,
	level: row.level,
	name: row.name,
	...(row.alias === null ? {} : {alias: row.alias}),
	...(row.parent_code === null ? {} : {parentCode: row.parent_code as RegionCode}),
});
