import {type RefusalTexts, refuser} from '../../kernel/errors.ts';

export const backupTexts = {
	'backup/no-key': {
		id: 'Tidak ada kunci untuk cadangan ini; beri {ways}.',
		en: 'There is no key for this backup; give {ways}.',
	},
	'backup/two-keys': {
		id: 'Cadangan dikunci dengan kata sandi atau untuk penerima, tidak dengan keduanya; lepaskan salah satu.',
		en: 'A backup is encrypted by a passphrase or to recipients, not both; leave one of them away.',
	},
	'backup/key-unreadable': {
		id: '{source} bukan {wanted}: {told}',
		en: '{source} is not {wanted}: {told}',
	},
	'backup/key-open-to-others': {
		id: 'Orang lain dapat membaca kunci {file}: `chmod 600 {file}`.',
		en: 'Others may read the key {file}: `chmod 600 {file}`.',
	},
	'backup/passphrase-too-short': {
		id: 'Kata sandi cadangan hanya {length} huruf; paling sedikit {min}, misalnya dari `openssl rand -base64 24`.',
		en: "The backup's passphrase has {length} characters; it must have at least {min}, such as what `openssl rand -base64 24` gives.",
	},
	'backup/cannot-verify': {
		id: 'Cadangan untuk penerima hanya dapat diperiksa dengan kunci rahasianya; beri {ways}, atau periksa di tempat kunci itu dengan `bergulir restore --check`.',
		en: 'A backup to recipients is verified with their secret key; give {ways}, or verify it where that key is with `bergulir restore --check`.',
	},
	'backup/file-exists': {
		id: '{file} sudah ada; cadangan tidak pernah menimpa berkas. Pilih nama lain, atau sebutkan map.',
		en: '{file} is there already; a backup overwrites no file. Name another, or a folder.',
	},
	'backup/no-folder': {
		id: 'Map {folder} tidak ada; buat dahulu.',
		en: 'There is no folder {folder}; make it first.',
	},
	'backup/keep-needs-folder': {
		id: '--keep menghapus cadangan lama di sebuah map, tetapi {file} adalah berkas; sebutkan map.',
		en: '--keep removes old backups of a folder, but {file} is a file; name a folder.',
	},
	'backup/unreadable': {
		id: 'Berkas {file} tidak dapat dibaca: {told}',
		en: 'The file {file} cannot be read: {told}',
	},
	'backup/nothing-there': {
		id: 'Basis data {database} belum berisi apa-apa yang dapat dicadangkan.',
		en: 'The database {database} holds nothing yet that could be backed up.',
	},
	'backup/no-room': {
		id: '{place} penuh: {told}. Tidak ada yang tertinggal setengah jadi; beri ruang dan ulangi.',
		en: 'There is no room left in {place}: {told}. Nothing half done is left; make room and try again.',
	},
	'backup/not-a-backup': {
		id: 'Berkas itu bukan cadangan Bergulir: {told}',
		en: 'The file is no backup of Bergulir: {told}',
	},
	'backup/wrong-key': {
		id: 'Kunci yang diberikan tidak membuka cadangan ini; beri kunci yang dipakai ketika cadangan dibuat.',
		en: 'The key given does not open this backup; give the one that it was made with.',
	},
	'backup/damaged': {
		id: 'Cadangan terpotong atau telah diubah: {told}. Tidak ada yang dipulihkan; pakai salinan lain.',
		en: 'The backup was cut short or changed: {told}. Nothing was restored; use another copy.',
	},
	'backup/newer-than-program': {
		id: 'Cadangan dibuat oleh program yang lebih baru (versi {version}; memuat {names}); pulihkan dengan program itu atau yang lebih baru lagi.',
		en: 'The backup was made by a newer program (version {version}; it holds {names}); restore it with that one or a later one.',
	},
	'backup/other-schema': {
		id: 'Tabel cadangan bukan tabel versinya: {told}. Tidak ada yang dipulihkan.',
		en: 'The tables of the backup are not those of its version: {told}. Nothing was restored.',
	},
	'backup/not-as-recorded': {
		id: 'Yang dipulihkan tidak sama dengan yang dicatat cadangan: {told}. Tidak ada yang dipulihkan.',
		en: 'What was restored is not what the backup recorded: {told}. Nothing was restored.',
	},
	'backup/database-not-empty': {
		id: 'Basis data {database} sudah berisi {table}; pemulihan hanya mengisi basis data kosong. Beri nama basis data baru, atau BERGULIR_DATA_DIR yang baru.',
		en: 'The database {database} holds {table} already; a restore fills an empty database only. Name a new database, or another BERGULIR_DATA_DIR.',
	},
	'backup/no-scratch': {
		id: 'Pemilik basis data tidak boleh membuat basis data untuk pemeriksaan ({told}); beri hak CREATEDB, atau periksa tanpa DATABASE_URL.',
		en: "The owner of the database may not create the one to verify in ({told}); grant it CREATEDB, or verify without DATABASE_URL, in the program's own server.",
	},
} as const satisfies RefusalTexts;

export const refuse = refuser(backupTexts);
