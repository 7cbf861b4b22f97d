import {type RefusalTexts, allRefuser, refuser} from '../kernel/errors.ts';
import {findingTexts} from './finding-texts.ts';

const refusalTexts = {
	'imports/unknown': {
		id: 'Impor {import} tidak ada dalam buku {book}.',
		en: 'There is no import {import} in the book {book}.',
	},
	'imports/unknown-kind': {
		id: 'Tidak ada templat {kind}; yang ada: {options}.',
		en: 'There is no template {kind}; there are: {options}.',
	},
	'imports/not-a-cooperative': {
		id: 'Buku {book} bukan buku koperasi; impor hanya untuk koperasi.',
		en: 'The book {book} is not a cooperative’s; imports are for those alone.',
	},
	'imports/not-base64': {
		id: 'Isi berkas bukan base64; kirim byte berkas apa adanya sebagai base64.',
		en: 'The content is not base64; send the bytes of the file as they are, in base64.',
	},
	'imports/file-too-large': {
		id: 'Berkas berukuran {bytes} byte; paling besar {max}. Bagilah menjadi beberapa berkas.',
		en: 'The file has {bytes} bytes; {max} at most. Split it into several files.',
	},
	'imports/file-known': {
		id: 'Berkas yang sama sudah diunggah sebagai impor {import} ({status}) oleh {by} pada {at}; lanjutkan yang itu.',
		en: 'The same file was uploaded as import {import} ({status}) by {by} at {at}; go on with that one.',
	},
	'imports/options-missing': {
		id: 'Neraca awal memerlukan {field}; isikan tanggal potong, nomor dokumen, dan jumlah kontrol.',
		en: 'Opening balances need {field}; give the cut-off day, the document and the control totals.',
	},
	'imports/options-unwanted': {
		id: '{field} hanya untuk neraca awal, bukan untuk {kind}; kosongkan.',
		en: '{field} is for opening balances alone, not for {kind}; leave it out.',
	},
	'imports/cut-off-day': {
		id: 'Tanggal potong {date} harus antara pembukaan buku {openedOn} dan hari ini {today}.',
		en: 'The cut-off day {date} is to be between the opening of the book {openedOn} and today {today}.',
	},
	'imports/wrong-status': {
		id: 'Impor ini berstatus {status}; untuk langkah ini harus {wanted}.',
		en: 'This import is {status}; for this step it is to be {wanted}.',
	},
	'imports/same-person': {
		id: '{person} yang mengunggah; orang lain yang menyetujui, menolak, atau membatalkan.',
		en: '{person} uploaded it; somebody else approves, rejects or undoes it.',
	},
	'imports/nothing-new': {
		id: 'Semua baris sudah pernah dibukukan; tidak ada yang disetujui.',
		en: 'Every row was posted before; there is nothing to approve.',
	},
	'imports/preview-differs': {
		id: 'Yang disetujui ({given}) bukan pratinjau yang berlaku ({digest}); baca kembali pratinjaunya.',
		en: 'What is approved ({given}) is not the preview in force ({digest}); read the preview again.',
	},
	'imports/moved-since': {
		id: 'Baris {row}: {explanation} Impor berhenti; baris sebelumnya tetap, lanjutkan atau batalkan.',
		en: 'Row {row}: {explanation} The import stopped; the rows before it stay: resume or undo it.',
	},
	'imports/forgotten': {
		id: 'Isi berkas impor ini sudah dihapus pada {at}; jejak dan hasilnya tetap.',
		en: 'The content of this import was forgotten at {at}; its record and results stay.',
	},
	'imports/member-used': {
		id: 'Anggota nomor {number} sudah mempunyai {what}; batalkan itu dahulu.',
		en: 'Member {number} has {what} by now; take that back first.',
	},
	'imports/group-used': {
		id: 'Kelompok {name} mempunyai anggota dari luar impor ini; keluarkan dahulu.',
		en: 'The group {name} has members from beyond this import; let them leave first.',
	},
	'imports/undo-date': {
		id: 'Tanggal {date} harus antara {from} (jurnal terakhir impor ini) dan hari ini {today}.',
		en: 'The date {date} is to be between {from} (the last entry of this import) and today {today}.',
	},
	'imports/law-broken': {
		id: 'Basis data menolak: {explanation} ({law})',
		en: 'The database refuses: {explanation} ({law})',
	},
} as const satisfies RefusalTexts;

export const importTexts = {...refusalTexts, ...findingTexts} as const satisfies RefusalTexts;

export type ImportCode = keyof typeof importTexts;
export const refuse = refuser(importTexts);
export const refuseAll = allRefuser(importTexts);
