import {
	amount,
	balance,
	day,
	fund,
	memberName,
	memberNumber,
	method,
	oldNumber,
	required,
} from './common-columns.ts';
import type {KindDefinition} from './kind.ts';

/** The trial balance of the old books at the cut-off day. */
export const openingBalances: KindDefinition = {
	kind: 'opening-balances',
	title: 'Neraca awal',
	rowsMax: 900,
	sheets: [
		{
			key: 'balances',
			name: 'Neraca saldo',
			isRequired: true,
			columns: [
				{
					key: 'account',
					name: 'Kode akun',
					kind: 'code',
					...required,
					shape: /^\d+(?:\.\d+)*$/u,
					list: 'accounts',
					example: '1.1.01',
					note: 'Kode akun menurut bagan akun (lembar Rujukan); kolom ini berformat Teks.',
				},
				{...memberName, name: 'Nama akun', example: 'Kas', note: 'Untuk dibaca; boleh kosong.'},
				fund,
				{
					...balance,
					key: 'debit',
					name: 'Debit',
					note: 'Saldo debit pada tanggal potong.',
				},
				{
					...balance,
					key: 'credit',
					name: 'Kredit',
					example: '',
					note: 'Saldo kredit pada tanggal potong.',
				},
			],
		},
	],
};

/** Running loans with all that was paid of them. */
export const loans: KindDefinition = {
	kind: 'loans',
	title: 'Pembiayaan berjalan',
	rowsMax: 100_000,
	sheets: [
		{
			key: 'loans',
			name: 'Pembiayaan',
			isRequired: false,
			columns: [
				oldNumber,
				memberNumber,
				memberName,
				{...fund, ...required},
				{
					key: 'akad',
					name: 'Akad',
					kind: 'choice',
					...required,
					choices: {
						Qardh: 'qardh',
						Murabahah: 'murabahah',
						Mudharabah: 'mudharabah',
						Musyarakah: 'musyarakah',
						Ijarah: 'ijarah',
						Jasa: 'jasa',
					},
					example: 'Qardh',
					note: 'Pilih dari daftar.',
				},
				{
					key: 'product',
					name: 'Produk',
					kind: 'code',
					max: 40,
					list: 'products',
					example: '',
					note: 'Kode produk (lembar Rujukan); boleh kosong untuk akad tanpa produk.',
				},
				{
					key: 'purpose',
					name: 'Keperluan',
					kind: 'text',
					...required,
					max: 200,
					example: 'Modal warung',
					note: 'Untuk apa dipinjam.',
				},
				{...amount, key: 'principal', name: 'Pokok', note: 'Pokok saat dicairkan.'},
				{
					...balance,
					key: 'margin',
					name: 'Margin',
					example: '',
					note: 'Margin atau ujrah yang disepakati seluruhnya; kosong bila tidak ada.',
				},
				{
					key: 'instalments',
					name: 'Jumlah angsuran',
					kind: 'count',
					...required,
					max: 520,
					example: '12',
					note: 'Berapa kali diangsur.',
				},
				{
					key: 'unit',
					name: 'Satuan',
					kind: 'choice',
					...required,
					choices: {Hari: 'day', Minggu: 'week', Bulan: 'month', Musim: 'season'},
					example: 'Bulan',
					note: 'Jarak antara dua angsuran; musim dihitung dalam bulan.',
				},
				{
					key: 'every',
					name: 'Setiap',
					kind: 'count',
					max: 365,
					example: '1',
					note: 'Setiap berapa satuan; kosong berarti 1.',
				},
				day('appliedOn', 'Tanggal pengajuan', 'Kosong berarti tanggal cair.', false),
				day('disbursedOn', 'Tanggal cair', 'Saat uang atau barang diserahkan.'),
				day('firstDueOn', 'Angsuran pertama', 'Kosong berarti satu jarak setelah cair.', false),
				{
					...balance,
					key: 'remaining',
					name: 'Sisa tagihan',
					note: 'Pokok dan margin yang belum dibayar menurut catatan lama; diperiksa terhadap angsuran.',
				},
			],
		},
		{
			key: 'payments',
			name: 'Angsuran',
			isRequired: false,
			columns: [
				oldNumber,
				day('paidOn', 'Tanggal bayar', 'Menurut kuitansi lama.'),
				amount,
				method,
				{
					key: 'document',
					name: 'No. bukti',
					kind: 'code',
					max: 60,
					example: 'KW-1093',
					note: 'Nomor kuitansi lama; membedakan dua pembayaran yang sama.',
				},
			],
		},
	],
};

/** What members saved. */
export const savings: KindDefinition = {
	kind: 'savings',
	title: 'Simpanan',
	rowsMax: 50_000,
	sheets: [
		{
			key: 'savings',
			name: 'Simpanan',
			isRequired: true,
			columns: [
				memberNumber,
				memberName,
				{
					key: 'product',
					name: 'Jenis',
					kind: 'choice',
					...required,
					choices: {Pokok: 'pokok', Wajib: 'wajib', Wadiah: 'wadiah', Mudharabah: 'mudharabah'},
					example: 'Pokok',
					note: 'Pilih dari daftar.',
				},
				day('effectiveOn', 'Tanggal', 'Tanggal setoran, atau tanggal potong untuk saldo awal.'),
				amount,
				method,
				{
					key: 'document',
					name: 'No. bukti',
					kind: 'code',
					max: 60,
					example: 'SS-210',
					note: 'Nomor slip lama; membedakan dua setoran yang sama.',
				},
			],
		},
	],
};

/** What was collected of loans on a day. */
export const collections: KindDefinition = {
	kind: 'collections',
	title: 'Penagihan',
	rowsMax: 20_000,
	sheets: [
		{
			key: 'collections',
			name: 'Penagihan',
			isRequired: true,
			columns: [
				{
					key: 'loan',
					name: 'No. pembiayaan',
					kind: 'code',
					...required,
					shape: /^[1-9]\d{0,8}$/u,
					list: 'loans',
					example: '42',
					note: 'Nomor pembiayaan dalam layanan ini (lembar Rujukan).',
				},
				memberName,
				day('paidOn', 'Tanggal bayar', 'Hari penagihan.'),
				amount,
				method,
				{
					key: 'document',
					name: 'No. bukti',
					kind: 'code',
					max: 60,
					example: '',
					note: 'Boleh kosong; membedakan dua pembayaran yang sama.',
				},
			],
		},
	],
};
