import {type RefusalTexts, refuser} from '../kernel/errors.ts';

/** What is said of a request as a whole. */
export const requestTexts = {
	'request/invalid': {
		id: 'Permintaan memuat beberapa kesalahan; lihat daftar temuan.',
		en: 'The request has several faults; see the findings.',
	},
	'request/body-too-large': {
		id: 'Isi permintaan lebih dari {max} byte; kirim dalam bagian yang lebih kecil.',
		en: 'The body is larger than {max} bytes; send it in smaller parts.',
	},
	'request/not-json': {
		id: 'Isi permintaan harus application/json dalam UTF-8.',
		en: 'The body must be application/json in UTF-8.',
	},
	'request/invalid-json': {
		id: 'Isi permintaan bukan JSON yang sah: {explanation}',
		en: 'The body is not valid JSON: {explanation}',
	},
	'request/unknown-route': {
		id: 'Tidak ada alamat {path}; lihat /docs.',
		en: 'There is no address {path}; see /docs.',
	},
	'request/method-not-allowed': {
		id: 'Alamat ini tidak menerima {method}; yang diterima: {allowed}.',
		en: 'This address does not take {method}; it takes {allowed}.',
	},
	'request/idempotency-key-missing': {
		id: 'Setiap penulisan membutuhkan kepala Idempotency-Key: satu kunci baru (1-255 huruf ASCII) untuk setiap operasi.',
		en: 'Every write needs the header Idempotency-Key: a new key (1-255 ASCII characters) for each operation.',
	},
	'request/idempotency-key-reused': {
		id: 'Idempotency-Key ini sudah dipakai untuk permintaan lain; pakai kunci baru.',
		en: 'This Idempotency-Key was used for another request; use a new one.',
	},
	'request/invalid-cursor': {
		id: 'Penunjuk halaman tidak sah; pakai nextCursor dari halaman sebelumnya.',
		en: 'The cursor is not valid; use the nextCursor of the page before.',
	},
	'request/cross-origin': {
		id: 'Permintaan dengan cookie hanya diterima dari halaman kami sendiri.',
		en: 'A request with a cookie is accepted from our own pages only.',
	},
	'request/too-many': {
		id: 'Terlalu banyak permintaan: paling banyak {limit} per menit; coba lagi {seconds} detik lagi.',
		en: 'Too many requests: at most {limit} a minute; try again in {seconds} seconds.',
	},
	'request/not-acceptable': {
		id: 'Bentuk yang diminta tidak tersedia; yang ada: {available}.',
		en: 'That format is not available; there is {available}.',
	},
	'request/too-long-for-paper': {
		id: 'Laporan ini memuat {rows} baris; PDF dibuat sampai {max} baris. Persempit, atau ambil sebagai CSV atau XLSX.',
		en: 'This report has {rows} rows; a PDF is made of up to {max}. Narrow it down, or take it as CSV or XLSX.',
	},
	'identity/not-authenticated': {
		id: 'Masuk dahulu, atau sertakan token yang masih berlaku.',
		en: 'Sign in first, or send a token that is still valid.',
	},
	'identity/forbidden': {
		id: 'Peran Anda tidak mengizinkan tindakan ini ({permission}).',
		en: 'Your role does not allow this ({permission}).',
	},
	'identity/second-factor-due': {
		id: 'Peran Anda membutuhkan faktor kedua; pasang dahulu (POST /v1/me/second-factor).',
		en: 'Your role needs a second factor; set it up first (POST /v1/me/second-factor).',
	},
	'identity/token-read-only': {
		id: 'Token ini hanya untuk membaca.',
		en: 'This token is for reading alone.',
	},
	'server/busy': {
		id: 'Layanan sedang penuh; permintaan ini belum dikerjakan, kirim lagi dengan kunci yang sama sebentar lagi.',
		en: 'The service is full; nothing was done of this request, send it again with the same key shortly.',
	},
	'server/unavailable': {
		id: 'Layanan sedang tidak dapat menjangkau basis data; coba lagi sebentar lagi.',
		en: 'The service cannot reach its database at the moment; try again shortly.',
	},
	'server/took-too-long': {
		id: 'Pertanyaan ini membutuhkan waktu lebih lama daripada yang ditunggu; persempit cakupan atau periodenya.',
		en: 'This question takes longer than is waited for; narrow its scope or its period.',
	},
	'server/fault': {
		id: 'Kesalahan pada layanan kami; sebutkan nomor {requestId} kepada administrator.',
		en: 'A fault of our service; tell the administrator the number {requestId}.',
	},
} as const satisfies RefusalTexts;

export type RequestCode = keyof typeof requestTexts;
export const refuse = refuser(requestTexts);

export const requestStatuses: Record<RequestCode, number> = {
	'request/invalid': 422,
	'request/body-too-large': 413,
	'request/not-json': 415,
	'request/invalid-json': 400,
	'request/unknown-route': 404,
	'request/method-not-allowed': 405,
	'request/idempotency-key-missing': 400,
	'request/idempotency-key-reused': 409,
	'request/invalid-cursor': 422,
	'request/cross-origin': 403,
	'request/too-many': 429,
	'request/not-acceptable': 406,
	'request/too-long-for-paper': 422,
	'identity/not-authenticated': 401,
	'identity/forbidden': 403,
	'identity/second-factor-due': 403,
	'identity/token-read-only': 403,
	'server/busy': 503,
	'server/unavailable': 503,
	'server/took-too-long': 503,
	'server/fault': 500,
};
