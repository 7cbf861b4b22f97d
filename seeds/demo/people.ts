import type {LocalDate} from '../../src/kernel/local-date.ts';
import type {Random} from './random.ts';

const women = [
	'Siti Aminah',
	'Nurhayati',
	'Dewi Sartika',
	'Ratna Sari',
	'Yuliana',
	'Fitriani',
	'Marlina',
	'Sri Wahyuni',
	'Rosmiati',
	'Hartati',
	'Lismawati',
	'Eka Putri',
];
const men = [
	'Ahmad Fauzi',
	'Budi Santoso',
	'Herman',
	'Joko Susilo',
	'Rahmat Hidayat',
	'Syamsul Bahri',
	'Zulkifli',
	'Darmawan',
	'Iskandar',
	'Mulyadi',
	'Supriadi',
	'Yanto',
];
const families = [
	'Hasibuan',
	'Siregar',
	'Utami',
	'Lestari',
	'Pratama',
	'Wijaya',
	'Saputra',
	'Anggraini',
	'Kurniawan',
	'Permata',
	'Nasution',
	'Harahap',
];
const streets = [
	'Jl. Melati',
	'Jl. Mawar',
	'Jl. Kenanga',
	'Gang Damai',
	'Jl. Pasar',
	'Jl. Pantai',
	'Jl. Masjid',
	'Gang Nelayan',
];

export const purposes = [
	'Modal warung sembako',
	'Pembelian mesin jahit',
	'Modal dagang sayur',
	'Perahu dan jaring',
	'Gerobak gorengan',
	'Modal usaha kue',
	'Peralatan bengkel',
	'Ternak ayam',
	'Kios pulsa',
	'Alat pertukangan',
] as const;

export type Person = {
	readonly nik: string;
	readonly name: string;
	readonly address: string;
	readonly joinedOn: LocalDate;
};

/** A person who does not exist, with a NIK that could. `serial` keeps two of them apart. */
export function inventPerson(
	random: Random,
	kelurahan: string,
	serial: number,
	joinedOn: LocalDate,
): Person {
	const isWoman = random.chance(58);
	const region = kelurahan.replaceAll('.', '').slice(0, 6);
	const day = random.whole(1, 28) + (isWoman ? 40 : 0);
	const [month, year] = [random.whole(1, 12), random.whole(60, 99)];
	const birth = [day, month, year].map((part) => String(part).padStart(2, '0')).join('');
	return {
		nik: `${region}${birth}${String((serial % 9999) + 1).padStart(4, '0')}`,
		name: `${random.pick(isWoman ? women : men)} ${random.pick(families)}`,
		address: `${random.pick(streets)} No. ${random.whole(1, 90)} RT ${random.whole(1, 12)}`,
		joinedOn,
	};
}
