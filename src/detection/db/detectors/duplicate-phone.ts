import {type SqlDetector, sharedAmong} from '../sql.ts';

export const duplicatePhone: SqlDetector = {
	name: 'duplicate-phone',
	looksFor: {
		id: 'Satu nomor telepon pada beberapa anggota, juga di koperasi yang berlainan.',
		en: 'One phone number for several members, also of different cooperatives.',
	},
	sentence: {
		id: 'Satu nomor telepon dipakai {here} anggota di sini dan {elsewhere} anggota di {cooperatives} koperasi lain (wilayah: {regions}).',
		en: 'One phone number is that of {here} members here and of {elsewhere} members of {cooperatives} other cooperatives (region: {regions}).',
	},
	falsePositive: {
		id: 'Suami istri, atau orang tua yang dihubungi lewat anaknya, memakai satu telepon.',
		en: 'A couple, or parents who are reached through a child, share one phone.',
	},
	thresholds: {
		withinMin: {id: 'Anggota satu koperasi, paling sedikit', en: 'Members of one, at least'},
		acrossMin: {
			id: 'Anggota beberapa koperasi bersama, paling sedikit',
			en: 'Members of several cooperatives together, at least',
		},
	},
	sql: sharedAmong('member.phone_hash', 'member.phone_hash is not null'),
};
