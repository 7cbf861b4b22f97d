import {InvalidValue} from './errors.ts';

declare const regionBrand: unique symbol;

/**
 * An official region code (Kepmendagri 300.2.2-2138/2025): `17`, `17.71`, `17.71.01`,
 * `17.71.01.1001`.
 */
export type RegionCode = string & {readonly [regionBrand]: true};

/** The code of a desa or kelurahan: `17.71.01.1001`. */
export type KelurahanCode = RegionCode & {readonly kelurahan: true};

export type RegionLevel = 'province' | 'regency' | 'district' | 'village';

const shapes: Record<RegionLevel, RegExp> = {
	province: /^\d{2}$/,
	regency: /^\d{2}\.\d{2}$/,
	district: /^\d{2}\.\d{2}\.\d{2}$/,
	village: /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/,
};

export const regionPattern = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

export function regionCode(text: string): RegionCode {
	if (!regionPattern.test(text)) {
		throw new InvalidValue('region code', text, 'an official code such as 17.71.01.1001');
	}
	return text as RegionCode;
}

export function kelurahanCode(text: string): KelurahanCode {
	if (!shapes.village.test(text)) {
		throw new InvalidValue('kelurahan code', text, 'a code of ten digits such as 17.71.01.1001');
	}
	return text as KelurahanCode;
}

/** Whether `inner` is `outer` itself or lies within it. */
export const isWithin = (inner: string, outer: string): boolean =>
	inner === outer || inner.startsWith(`${outer}.`);
