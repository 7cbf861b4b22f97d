import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const evidenceTexts = {
	'evidence/unknown-checkpoint': {
		id: 'Tidak ada titik periksa {sequence}; yang terakhir {newest}.',
		en: 'There is no checkpoint {sequence}; the newest is {newest}.',
	},
	'evidence/nothing-recorded': {
		id: 'Belum ada jurnal yang dapat dibuktikan; bukukan jurnal pertama dahulu.',
		en: 'There is no entry to prove yet; post the first one.',
	},
	'evidence/entry-not-covered': {
		id: 'Jurnal nomor {number} buku {book} belum tercakup titik periksa {sequence}, yang mencakup sampai nomor {covered}; ambil titik periksa baru.',
		en: 'Entry {number} of book {book} is not under checkpoint {sequence}, which covers entries up to {covered}; take a new checkpoint.',
	},
	'evidence/book-not-covered': {
		id: 'Buku {book} belum tercakup titik periksa {sequence}; ambil titik periksa baru.',
		en: 'Book {book} is not under checkpoint {sequence}; take a new checkpoint.',
	},
	'evidence/checkpoints-reversed': {
		id: 'Titik periksa {from} tidak mendahului {to}; urutkan from lalu to.',
		en: 'Checkpoint {from} does not come before {to}; name the older one in from.',
	},
	'evidence/contradicted': {
		id: 'Buku {book} tidak lagi cocok dengan titik periksa {sequence} yang sudah ditandatangani: isi basis data telah diubah. Ambil paket audit dan periksa.',
		en: 'Book {book} no longer agrees with the signed checkpoint {sequence}: the database was changed. Take the audit pack and verify it.',
	},
	'evidence/log-contradicted': {
		id: 'Log tidak lagi cocok dengan titik periksa {from} dan {to} yang sudah ditandatangani: isi basis data telah diubah.',
		en: 'The log no longer agrees with the signed checkpoints {from} and {to}: the database was changed.',
	},
	'evidence/journal-rewritten': {
		id: 'Titik periksa tidak diambil, karena jurnal tidak meneruskan yang sudah ditandatangani: {explanation}',
		en: 'No checkpoint is taken, for the journal does not continue what was signed: {explanation}',
	},
	'evidence/trail-rewritten': {
		id: 'Titik periksa tidak diambil, karena jejak audit tidak meneruskan yang sudah ditandatangani: {explanation}',
		en: 'No checkpoint is taken, for the trail does not continue what was signed: {explanation}',
	},
	'evidence/key-not-in-use': {
		id: 'Kunci penanda tangan pemasangan ini adalah {keyId}, padahal yang berlaku {inUse}; pasang kembali berkas kunci yang berlaku.',
		en: "This installation's signing key is {keyId}, but the one in use is {inUse}; put back the file of the key in use.",
	},
	'evidence/no-signing-key': {
		id: 'Tidak ada kunci penanda tangan di {file}; pasang kembali berkasnya, atau atur BERGULIR_KEY_FILE.',
		en: 'There is no signing key at {file}; put the file back, or set BERGULIR_KEY_FILE.',
	},
	'evidence/law-broken': {
		id: 'Hukum bukti {law} dilanggar: {explanation}',
		en: 'The evidence law {law} would be broken: {explanation}',
	},
} as const satisfies RefusalTexts;

export type EvidenceCode = keyof typeof evidenceTexts;
export const refuse = refuser(evidenceTexts);
