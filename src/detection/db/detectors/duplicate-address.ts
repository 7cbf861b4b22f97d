import {type SqlDetector, asOf, sharedAmong} from '../sql.ts';

/** By the digest of an address: within a kelurahan, whatever the signs and capitals. */
export const duplicateAddress: SqlDetector = {
	name: 'duplicate-address',
	looksFor: {
		id: 'Satu alamat pada banyak peminjam, juga di koperasi yang berlainan.',
		en: 'One address for many borrowers, also of different cooperatives.',
	},
	sentence: {
		id: 'Satu alamat adalah alamat {here} peminjam di sini dan {elsewhere} peminjam di {cooperatives} koperasi lain (wilayah: {regions}).',
		en: 'One address is that of {here} borrowers here and of {elsewhere} borrowers of {cooperatives} other cooperatives (region: {regions}).',
	},
	falsePositive: {
		id: 'Rumah susun, pesantren, pasar, atau alamat yang ditulis hanya sampai RT.',
		en: 'A block of flats, a boarding school, a market, or an address written down to the RT only.',
	},
	thresholds: {
		withinMin: {id: 'Peminjam satu koperasi, paling sedikit', en: 'Borrowers of one, at least'},
		acrossMin: {
			id: 'Peminjam beberapa koperasi bersama, paling sedikit',
			en: 'Borrowers of several cooperatives together, at least',
		},
	},
	sql: sharedAmong(
		'member.address_hash',
		`exists (select from loans loan where loan.book_id = member.book_id
			and loan.member_id = member.id and loan.disbursed_on <= ${asOf}
			and loan.status <> 'reversed')`,
	),
};
