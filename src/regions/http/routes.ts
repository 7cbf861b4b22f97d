import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {page, pageQuery, regionCodeField} from '../../http/fields.ts';
import type {RefusalTable} from '../../http/problem.ts';
import {type Route, route} from '../../http/route.ts';
import {
	type Region,
	type RegionErrorCode,
	type RegionWork,
	displayName,
	regionTexts,
} from '../index.ts';

const regionAnswer = z.strictObject({
	code: z.string(),
	level: z.enum(['province', 'regency', 'district', 'village']),
	name: z
		.string()
		.meta({description: 'The local spelling where it differs from the official list.'}),
	officialName: z.string(),
	parent: z.string().nullable(),
});

const present = (region: Region): z.output<typeof regionAnswer> => ({
	code: region.code,
	level: region.level,
	name: displayName(region),
	officialName: region.name,
	parent: region.parentCode ?? null,
});

export const regionRoutes: readonly Route<RegionWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/regions',
		permission: 'region:read',
		tag: 'regions',
		summary: 'The official regions, by level and parent.',
		query: z.strictObject({
			level: z.enum(['province', 'regency', 'district', 'village']).optional(),
			parent: regionCodeField().optional(),
			...pageQuery,
		}),
		status: 200,
		response: page(regionAnswer),
		handle: async (work: RegionWork, {query}) => {
			const {level, parent, cursor, limit = limitDefault} = query;
			const regions = await work.regions.listRegions({
				...(level === undefined ? {} : {level}),
				...(parent === undefined ? {} : {parent}),
				after: readCursor(cursor, z.string()) ?? '',
				limit: limit + 1,
			});
			return {body: toPage(regions, limit, present, ({code}) => code)};
		},
	}),
];

const statuses: Record<RegionErrorCode, number> = {
	'region/unknown': 422,
	'region/not-a-kelurahan': 422,
};

export const regionRefusals: RefusalTable = {texts: regionTexts, statuses};
