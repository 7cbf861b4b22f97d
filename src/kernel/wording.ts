import type {Language} from './errors.ts';
import {type LocalDate, localDateAt, partsOf} from './local-date.ts';
import {type Rupiah, toDisplay} from './money.ts';

const months: Record<Language, readonly string[]> = {
	id: [
		'Januari',
		'Februari',
		'Maret',
		'April',
		'Mei',
		'Juni',
		'Juli',
		'Agustus',
		'September',
		'Oktober',
		'November',
		'Desember',
	],
	en: [
		'January',
		'February',
		'March',
		'April',
		'May',
		'June',
		'July',
		'August',
		'September',
		'October',
		'November',
		'December',
	],
};

/** A day as people write it: `31 Maret 2026`. */
export function dateInWords(date: LocalDate, language: Language): string {
	const {year, month, day} = partsOf(date);
	return `${day} ${months[language][month - 1]!} ${year}`;
}

/** A month as people write it, given any day of it: `Maret 2026`. */
export function monthInWords(date: LocalDate, language: Language): string {
	const {year, month} = partsOf(date);
	return `${months[language][month - 1]!} ${year}`;
}

/** A moment on the calendar and clock of a zone: `5 April 2026 pukul 17.00`. */
export function momentInWords(moment: Date, timeZone: string, language: Language): string {
	const day = dateInWords(localDateAt(moment, timeZone), language);
	const time = new Intl.DateTimeFormat('en-GB', {timeZone, timeStyle: 'short'}).format(moment);
	return language === 'id' ? `${day} pukul ${time.replace(':', '.')}` : `${day} at ${time}`;
}

/** An amount as people write it: `Rp 1.250.000,50`, in English `Rp 1,250,000.50`. */
export function amountInWords(amount: Rupiah, language: Language): string {
	const indonesian = toDisplay(amount);
	if (language === 'id') return indonesian;
	return indonesian.replace(/[.,]/gu, (mark) => (mark === '.' ? ',' : '.'));
}
