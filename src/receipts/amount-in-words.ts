import {type Rupiah, toText} from '../kernel/money.ts';

const digits = [
	'nol',
	'satu',
	'dua',
	'tiga',
	'empat',
	'lima',
	'enam',
	'tujuh',
	'delapan',
	'sembilan',
	'sepuluh',
	'sebelas',
];

const powers = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'];

/**
 * The terbilang of an amount, as a receipt says it so that no digit can be added to it: `satu juta
 * dua ratus ribu rupiah`. Of an amount of at most eighteen digits, not below zero.
 */
export function amountInIndonesian(amount: Rupiah): string {
	const [whole = '0', sen = '00'] = toText(amount).split('.');
	const rupiah = `${spell(whole)} rupiah`;
	return sen === '00' ? rupiah : `${rupiah} ${below1000(Number.parseInt(sen, 10))} sen`;
}

function spell(whole: string): string {
	const padded = whole.padStart(Math.ceil(whole.length / 3) * 3, '0');
	const groups = (padded.match(/\d{3}/gu) ?? []).map((group) => Number.parseInt(group, 10));
	const words = groups.flatMap((group, index) => {
		const power = powers[groups.length - 1 - index]!;
		if (group === 0) return [];
		if (group === 1 && power === 'ribu') return ['seribu'];
		return [below1000(group), ...(power === '' ? [] : [power])];
	});
	return words.length === 0 ? digits[0]! : words.join(' ');
}

function below1000(number: number): string {
	if (number < 12) return digits[number]!;
	if (number < 20) return `${digits[number - 10]!} belas`;
	if (number < 100) return withRest(`${digits[Math.floor(number / 10)]!} puluh`, number % 10);
	const hundreds = Math.floor(number / 100);
	return withRest(hundreds === 1 ? 'seratus' : `${digits[hundreds]!} ratus`, number % 100);
}

const withRest = (words: string, rest: number): string =>
	rest === 0 ? words : `${words} ${below1000(rest)}`;
