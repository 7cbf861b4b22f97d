import {type LocalDate, isLocalDateText, localDate} from './local-date.ts';

/** What a NIK tells about its bearer. */
export type NikContent = {readonly sex: 'female' | 'male'; readonly birthDate: LocalDate};

export type NikFault = 'nik/length' | 'nik/region' | 'nik/date' | 'nik/serial';

// The first two digits of the provinces (Kepmendagri 300.2.2-2138/2025).
const provinces = new Set([
	...[
		'11',
		'12',
		'13',
		'14',
		'15',
		'16',
		'17',
		'18',
		'19',
		'21',
		'31',
		'32',
		'33',
		'34',
		'35',
		'36',
	],
	...[
		'51',
		'52',
		'53',
		'61',
		'62',
		'63',
		'64',
		'65',
		'71',
		'72',
		'73',
		'74',
		'75',
		'76',
		'81',
		'82',
	],
	...['91', '92', '93', '94', '95', '96'],
]);

/**
 * The first fault of a NIK, or undefined: sixteen digits, of which six are a region, six the birth
 * date as DDMMYY with 40 added to a woman's day, four a serial number from 0001. It tells whether
 * the number can exist, not whether it was given to anybody.
 */
export function nikFault(nik: string): NikFault | undefined {
	if (!/^\d{16}$/.test(nik)) return 'nik/length';
	const isRegion =
		provinces.has(nik.slice(0, 2)) && nik.slice(2, 4) !== '00' && nik.slice(4, 6) !== '00';
	if (!isRegion) return 'nik/region';
	if (!isLocalDateText(birthText(nik, '20')) && !isLocalDateText(birthText(nik, '19')))
		return 'nik/date';
	return nik.endsWith('0000') ? 'nik/serial' : undefined;
}

/**
 * Sex and birth date of the bearer of a faultless NIK, as seen on a day: a year that would lie
 * after that day belongs to the century before. Undefined when neither century has such a date.
 */
export function readNik(nik: string, day: LocalDate): NikContent | undefined {
	if (nikFault(nik) !== undefined) return undefined;
	const birth = ['20', '19']
		.map((century) => birthText(nik, century))
		.find((text) => isLocalDateText(text) && text < day);
	if (birth === undefined) return undefined;
	return {sex: nik.charAt(6) >= '4' ? 'female' : 'male', birthDate: localDate(birth)};
}

function birthText(nik: string, century: string): string {
	const dayDigits = Number.parseInt(nik.slice(6, 8), 10);
	const day = String(dayDigits > 40 ? dayDigits - 40 : dayDigits).padStart(2, '0');
	return `${century}${nik.slice(10, 12)}-${nik.slice(8, 10)}-${day}`;
}
