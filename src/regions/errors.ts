import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const regionTexts = {
	'region/unknown': {
		id: 'Wilayah {region} tidak ada dalam daftar resmi; lihat /v1/regions.',
		en: 'There is no region {region} in the official list; see /v1/regions.',
	},
	'region/not-a-kelurahan': {
		id: 'Wilayah {region} bukan desa atau kelurahan; pakai kode sepuluh angka seperti 17.71.01.1001.',
		en: 'Region {region} is not a desa or kelurahan; use a ten-digit code such as 17.71.01.1001.',
	},
} as const satisfies RefusalTexts;

export type RegionErrorCode = keyof typeof regionTexts;
export const refuse = refuser(regionTexts);
