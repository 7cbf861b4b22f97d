import {account} from './account/id.ts';
import {administrator} from './administrator/id.ts';
import {approvals} from './approvals/id.ts';
import {auditor} from './auditor/id.ts';
import {counter} from './counter/id.ts';
import {findings} from './findings/id.ts';
import {imports} from './imports/id.ts';
import {manager} from './manager/id.ts';
import {officer} from './officer/id.ts';
import {products} from './products/id.ts';
import {people} from './public/id.ts';
import {reconciliation} from './reconciliation/id.ts';
import {reports} from './reports/id.ts';
import {supervisor} from './supervisor/id.ts';

/** All that the pages say, in Indonesian; the type is what other languages must say as well. */
export const id = {
	app: {
		name: 'Bergulir',
		tagline: 'Dana bergulir kelurahan',
		toContent: 'Langsung ke isi',
		menu: 'Menu',
		language: 'Bahasa',
		otherLanguage: 'English',
		light: 'Tampilan terang',
		dark: 'Tampilan gelap',
		signOut: 'Keluar',
		account: 'Akun saya',
		more: 'Lainnya',
		actingFor: (name: string) => `atas nama ${name}`,
		roles: {
			officer: 'Petugas',
			supervisor: 'Penyelia',
			'fund-manager': 'Pengelola dana',
			auditor: 'Auditor',
			administrator: 'Administrator',
		},
		noSection: 'Belum ada halaman untuk peran Anda',
		noSectionHint: 'Data tetap dapat dibaca lewat API yang terdokumentasi.',
		documentation: 'Dokumentasi API',
		publicPages: 'Halaman untuk umum',
	},
	states: {
		loading: 'Memuat…',
		empty: 'Belum ada isinya',
		failed: 'Tidak berhasil',
		unreachable: 'Layanan tidak dapat dihubungi',
		unreachableHint: 'Periksa jaringan, lalu coba lagi. Yang sudah Anda ketik tidak hilang.',
		again: 'Coba lagi',
		besideFields: 'Perbaiki isian yang ditandai di bawah.',
		noPermission: 'Anda tidak berwenang melihat ini',
		noPermissionHint: 'Mintalah peran yang sesuai kepada administrator Anda.',
		notFound: 'Halaman ini tidak ada',
		notFoundHint: 'Alamatnya mungkin salah ketik, atau sudah dipindahkan.',
		toStart: 'Ke beranda',
		broken: 'Halaman ini mengalami kesalahan',
		brokenHint: 'Muat ulang halaman. Yang sudah tercatat di layanan tidak berubah.',
		reload: 'Muat ulang',
		more: 'Tampilkan lagi',
		waiting: 'Menunggu persetujuan',
		waitingHint: 'Belum dibukukan. Orang kedua harus menyetujuinya lebih dahulu.',
	},
	fields: {
		amount: 'Jumlah',
		amountHint: 'Contoh: 1.250.000 atau 1,25 jt',
		amountUnread: 'Tulis jumlah rupiah, misalnya 1.250.000 atau 1,25 jt.',
		date: 'Tanggal',
		dateHint: 'Contoh: 24/11/2026',
		dateUnread: 'Tulis tanggal, misalnya 24/11/2026 atau 24 November 2026.',
	},
	signIn: {
		title: 'Masuk',
		name: 'Nama pengguna',
		password: 'Kata sandi',
		reveal: 'Tampilkan atau sembunyikan',
		code: 'Kode dari aplikasi autentikator',
		codeHint: 'Enam angka, atau salah satu kode pemulihan Anda.',
		submit: 'Masuk',
		again: 'Sesi Anda berakhir',
		againHint: 'Masuk lagi untuk melanjutkan. Yang sudah Anda ketik tetap ada di halaman.',
		giveUp: 'Keluar saja',
		publicHint: 'Untuk umum, tanpa masuk:',
		or: 'atau',
		openId: (provider: string) => `Masuk lewat ${provider}`,
		codeTitle: 'Satu langkah lagi',
		passwordChanged: 'Kata sandi diganti. Masuklah dengan yang baru.',
		refused: 'Tidak dapat masuk lewat penyedia identitas',
		refusals: {
			'identity/oidc-state': 'Waktunya habis atau dimulai di peramban lain. Mulailah lagi.',
			'identity/oidc-denied': 'Penyedia identitas menolak, atau Anda membatalkannya.',
			'identity/oidc-token': 'Jawaban penyedia identitas tidak dapat dipercaya.',
			'identity/oidc-unavailable': 'Penyedia identitas tidak dapat dihubungi. Coba lagi nanti.',
			'identity/subject-unlinked':
				'Anda belum dihubungkan dengan pengguna di sini. Mintalah kepada administrator.',
		},
		refusedOtherwise: 'Mulailah lagi, atau mintalah bantuan administrator.',
	},
	officer,
	counter,
	people,
	reports,
	auditor,
	findings,
	manager,
	reconciliation,
	approvals,
	supervisor,
	administrator,
	products,
	imports,
	account,
};

export type Texts = typeof id;
