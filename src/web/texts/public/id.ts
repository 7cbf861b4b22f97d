/** What the pages for everybody say: in plain words, for they explain to who never saw a ledger. */
export const people = {
	receiptCheck: 'Periksa kuitansi',
	health: {
		link: 'Kesehatan dana',
		title: 'Kesehatan dana per kelurahan',
		grades: {sound: 'Sehat', watch: 'Perlu perhatian', serious: 'Bermasalah'},
		received: 'Diterima dari kota',
		lent: 'Sedang dipinjam anggota',
		late: 'Porsi yang telat lebih dari 30 hari',
		notRemitted: 'Sudah ditagih, belum disetor',
		asOf: (date: string) => `Keadaan per ${date}`,
	},
	data: {link: 'Data terbuka'},
};
