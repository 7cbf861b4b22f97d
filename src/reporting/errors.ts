import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const reportTexts = {
	'report/known-before-book': {
		id: 'Buku {book} belum ada isinya pada {knownAt}; jurnal pertamanya dicatat {first}.',
		en: 'Book {book} held nothing at {knownAt}; its first entry was recorded at {first}.',
	},
	'report/known-before-books': {
		id: 'Pada {knownAt} belum ada buku yang berisi dalam wewenang Anda; jurnal pertama dicatat {first}.',
		en: 'At {knownAt} no book within your scope held anything; the first entry was recorded at {first}.',
	},
	'report/unknown-report': {
		id: 'Tidak ada laporan {name}; yang ada: {known}.',
		en: 'There is no report {name}; there are {known}.',
	},
	'report/unknown-job': {
		id: 'Anda tidak mempunyai pekerjaan laporan {id}.',
		en: 'You have no report job {id}.',
	},
	'report/too-many-jobs': {
		id: 'Anda sudah menunggu {max} laporan; tunggu atau batalkan salah satunya.',
		en: 'You wait for {max} reports already; wait for one of them or cancel it.',
	},
	'report/job-ended': {
		id: 'Pekerjaan laporan {id} sudah berakhir ({status}); mintalah yang baru.',
		en: 'The report job {id} has ended ({status}); ask for a new one.',
	},
	'report/job-not-done': {
		id: 'Laporan {id} belum selesai ({progress}%); coba lagi sebentar lagi.',
		en: 'The report {id} is not done yet ({progress}%); try again shortly.',
	},
	'report/file-expired': {
		id: 'Berkas laporan {id} sudah tidak disimpan; mintalah laporan itu lagi.',
		en: 'The file of report {id} is not kept any more; ask for the report again.',
	},
	'report/file-too-large': {
		id: 'Laporan ini {size} byte; yang disimpan paling besar {max} byte. Persempit pertanyaannya.',
		en: 'This report has {size} bytes; at most {max} are kept. Narrow the question down.',
	},
	'report/scope-changed': {
		id: 'Wewenang Anda berubah sejak laporan {id} dibuat; mintalah laporan itu lagi.',
		en: 'Your scope has changed since the report {id} was made; ask for it again.',
	},
	'report/too-many-books': {
		id: 'Wewenang Anda meliputi {count} buku; sekali tanya paling banyak {max}. Sebutkan wilayahnya.',
		en: 'Your scope covers {count} books; ask of at most {max} at once. Name a region.',
	},
	'report/unknown-region': {
		id: 'Tidak ada wilayah dengan kode {region}; lihat /v1/regions.',
		en: 'There is no region with the code {region}; see /v1/regions.',
	},
	'report/as-of-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'report/region-outside-scope': {
		id: 'Wilayah {region} di luar wewenang Anda.',
		en: 'The region {region} is outside your scope.',
	},
	'report/unknown-programme': {
		id: 'Program {programme} tidak ada atau belum berlaku pada {date}; pakai kode dari daftar program.',
		en: 'There is no programme {programme}, or none in force on {date}; use a code from the list of programmes.',
	},
	'report/unknown-score-policy': {
		id: 'Tidak ada kebijakan penilaian {policy} yang berlaku pada {date}; yang ada: {known}.',
		en: 'No score policy {policy} is in force on {date}; there are {known}.',
	},
	'report/too-many-rows': {
		id: 'Jawaban ini lebih dari {max} baris; pilih tingkat wilayah yang lebih luas, wilayah yang lebih kecil, atau minta halaman demi halaman dengan limit.',
		en: 'This answer has more than {max} rows; choose a level further up, a smaller region, or ask page by page with a limit.',
	},
	'report/from-after-to': {
		id: 'Periode dimulai {from} tetapi berakhir {to}; tanggal awal harus sama dengan atau sebelum tanggal akhir.',
		en: 'The period begins on {from} but ends on {to}; it must begin on or before its last day.',
	},
	'report/since-before-book': {
		id: 'Buku {book} belum ada isinya pada {since}; jurnal pertamanya dicatat {first}. Tanyakan perubahan sejak saat itu atau sesudahnya.',
		en: 'Book {book} held nothing at {since}; its first entry was recorded at {first}. Ask what changed since then or later.',
	},
	'report/since-in-future': {
		id: 'Waktu {since} sesudah saat laporan ini, {until}; tanyakan perubahan sejak waktu yang lebih awal.',
		en: 'The moment {since} is after that of this report, {until}; ask what changed since an earlier one.',
	},
	'report/known-at-in-future': {
		id: 'Waktu {knownAt} belum tiba; paling akhir {now}.',
		en: 'The moment {knownAt} is in the future; the latest is {now}.',
	},
	'report/unknown-account': {
		id: 'Akun {account} tidak ada dalam buku {book}; pakai kode akun dari bagan akun buku itu.',
		en: 'Book {book} has no account {account}; use a code from its chart of accounts.',
	},
	'report/unknown-fund': {
		id: 'Tidak ada jurnal buku {book} yang menyebut dana {fund}; pakai pengenal alokasinya.',
		en: 'No entry of book {book} names the fund {fund}; use the identity of its allocation.',
	},
	'report/unknown-loan': {
		id: 'Tidak ada jurnal buku {book} yang menyebut pembiayaan {loan}; pakai pengenal pembiayaannya.',
		en: 'No entry of book {book} names the loan {loan}; use the identity of the loan.',
	},
	'report/book-or-region': {
		id: 'Tanyakan satu koperasi ({book}) atau satu wilayah ({region}), jangan keduanya.',
		en: 'Ask for one cooperative ({book}) or for one region ({region}), not for both.',
	},
	'report/not-a-cooperative': {
		id: 'Buku {book} bukan buku koperasi; hanya koperasi yang memberi pembiayaan.',
		en: 'Book {book} is not that of a cooperative; only cooperatives lend to members.',
	},
	'report/nothing-named': {
		id: 'Tidak ada {what} {value} pada koperasi yang ditanyakan; periksa nilainya, atau tanyakan tanpa {what}.',
		en: 'The cooperatives asked for have no {what} {value}; check the value, or ask without {what}.',
	},
	'report/unknown-member': {
		id: 'Buku {book} tidak mempunyai anggota {member}; pakai pengenal anggotanya.',
		en: 'Book {book} has no member {member}; use the identity of the member.',
	},
	'report/unknown-kind': {
		id: 'Tidak ada jurnal buku {book} yang berjenis {kind}; pakai jenis yang disebut buku jurnal.',
		en: 'No entry of book {book} is of the kind {kind}; use one that the journal names.',
	},
} as const satisfies RefusalTexts;

export type ReportCode = keyof typeof reportTexts;
export const refuse = refuser(reportTexts);
