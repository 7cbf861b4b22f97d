import {dictionary} from './dictionary-id.ts';

/** What the pages for everybody say: in plain words, for who never saw a ledger. */
export const people = {
	receiptCheck: 'Periksa kuitansi',
	health: {
		link: 'Kesehatan dana',
		title: 'Kesehatan dana per kelurahan',
		asOf: (date: string) => `Keadaan per ${date}. Jumlah saja, tanpa nama siapa pun.`,
		intro:
			'Kota meminjamkan dana kepada koperasi di tiap kelurahan. Koperasi meminjamkannya kepada anggota, lalu uangnya kembali dan dipinjamkan lagi. Di sini terlihat apakah dana itu benar-benar berputar.',
		how: 'Cara membaca angka-angka ini',
		city: 'Seluruhnya',
		search: 'Cari kelurahan',
		order: 'Urutkan',
		byName: 'Menurut nama',
		byTrouble: 'Yang paling bermasalah dahulu',
		none: 'Tidak ada kelurahan dengan nama itu',
		grades: {sound: 'Sehat', watch: 'Perlu perhatian', serious: 'Bermasalah'},
		noGrade: 'Belum menerima dana',
		why: 'Mengapa',
		above: (measure: string, value: string, bound: string) =>
			`${measure}: ${value}, di atas batas ${bound}`,
		below: (measure: string, value: string, bound: string) =>
			`${measure}: ${value}, di bawah batas ${bound}`,
		days: (count: string) => `${count} hari`,
		received: 'Diterima dari kota',
		receivedMeans: 'Uang kota yang sudah masuk ke rekening dana kelurahan ini.',
		lent: 'Sedang dipinjam anggota',
		lentMeans: 'Pokok pinjaman yang masih berada pada anggota dan harus kembali.',
		turnover: 'Perputaran',
		turnoverMeans:
			'Berapa kali dana dari kota sudah dipinjamkan. Di atas 100% berarti uang yang kembali dipinjamkan lagi.',
		late: 'Telat lebih dari 30 hari',
		lateMeans:
			'Bagian dari pinjaman berjalan yang angsurannya telat lebih dari 30 hari. Makin kecil makin baik.',
		notRemitted: 'Tertagih, belum disetor',
		notRemittedMeans:
			'Sudah dibayar anggota kepada koperasi, tetapi belum disetor ke kota. Seharusnya tidak lama.',
		borrowers: 'Peminjam',
		borrowersMeans: 'Anggota yang sedang mempunyai pinjaman.',
		measures: {
			par30Restructured: 'Telat lebih dari 30 hari atau dijadwal ulang',
			notRemittedDays: 'Uang tertagih yang tertua belum disetor',
			remittanceRate: 'Setoran dibanding yang harus disetor',
			preservedShare: 'Dana yang masih utuh',
			operatingSelfSufficiency: 'Pendapatan dibanding beban koperasi',
		},
	},
	data: {
		link: 'Data terbuka',
		title: 'Data terbuka',
		intro:
			'Semua angka kesehatan dana per kelurahan, untuk siapa saja. Boleh dipakai dan dibagikan. Tidak memuat data pribadi.',
		asOf: 'Keadaan pada tanggal',
		asOfHint: 'Kosongkan untuk hari ini.',
		csv: 'Unduh CSV',
		json: 'Unduh JSON',
		rows: (count: string, date: string) => `${count} kelurahan, keadaan per ${date}`,
		api: 'Untuk program: alamat API-nya',
		dictionary: 'Kamus data',
		column: 'Kolom',
		meaning: 'Arti',
		empty: 'Angka kosong berarti tidak ada pembaginya.',
	},
	dictionary,
};
