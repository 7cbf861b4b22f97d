import type {RefusalTexts} from '../kernel/errors.ts';

/** What may be wrong with a file, a sheet, a row or a cell, and what would be right. */
export const findingTexts = {
	'imports/empty': {
		id: 'Berkas kosong; unduh templat, isi, lalu unggah.',
		en: 'The file is empty; download the template, fill it in and upload it.',
	},
	'imports/old-excel': {
		id: 'Berkas ini Excel lama (.xls), apa pun namanya; buka lalu simpan sebagai .xlsx.',
		en: 'The file is an old Excel one (.xls), whatever its name; open it and save it as .xlsx.',
	},
	'imports/encrypted': {
		id: 'Berkas ini berkata sandi; simpan tanpa kata sandi, lalu unggah.',
		en: 'The file has a password; save it without one and upload it.',
	},
	'imports/html': {
		id: 'Berkas ini halaman web atau XML bernama Excel; buka lalu simpan sebagai .xlsx.',
		en: 'The file is a web page or XML named as Excel; open it and save it as .xlsx.',
	},
	'imports/not-a-table': {
		id: 'Berkas ini bukan XLSX atau CSV; simpan sebagai .xlsx atau CSV UTF-8.',
		en: 'The file is neither XLSX nor CSV; save it as .xlsx or as CSV UTF-8.',
	},
	'imports/damaged': {
		id: 'Berkas rusak dan tidak dapat dibuka; buka di Excel, perbaiki, simpan sebagai .xlsx.',
		en: 'The file is damaged; open it in Excel, repair it and save it as .xlsx.',
	},
	'imports/too-much-inside': {
		id: 'Isi berkas setelah dibuka {bytes} byte; paling besar {max}. Tidak dibuka.',
		en: 'Unpacked the file is {bytes} bytes; {max} at most. It was not opened.',
	},
	'imports/doctype': {
		id: 'Berkas memuat deklarasi XML (DOCTYPE) yang tidak pernah ada pada Excel; tidak dibuka.',
		en: 'The file has an XML declaration (DOCTYPE) that Excel never writes; it was not opened.',
	},
	'imports/encoding': {
		id: 'Huruf dalam CSV tidak terbaca; simpan sebagai CSV UTF-8.',
		en: 'The letters of the CSV cannot be read; save it as CSV UTF-8.',
	},
	'imports/quote-open': {
		id: 'Tanda kutip pada baris {line} tidak ditutup; tutup, atau simpan sebagai .xlsx.',
		en: 'A quote in line {line} is not closed; close it, or save the file as .xlsx.',
	},
	'imports/sheet-missing': {
		id: 'Tidak ada lembar {expected}; pakai templat dan jangan ganti nama lembarnya.',
		en: 'There is no sheet {expected}; use the template and do not rename its sheets.',
	},
	'imports/sheet-twice': {
		id: 'Lembar "{value}" memuat hal yang sama dengan lembar lain; gabungkan menjadi satu.',
		en: 'The sheet "{value}" holds the same as another one; make one of them.',
	},
	'imports/sheet-unknown': {
		id: 'Lembar "{value}" tidak dikenal; yang dikenal {expected}. Hapus atau ganti namanya.',
		en: 'The sheet "{value}" is not known; {expected} are. Remove or rename it.',
	},
	'imports/sheet-hidden': {
		id: 'Lembar "{value}" tersembunyi dan berisi; tampilkan atau hapus.',
		en: 'The sheet "{value}" is hidden and not empty; show it or remove it.',
	},
	'imports/row-hidden': {
		id: 'Baris ini tersembunyi; tampilkan (hapus saringan) atau hapus barisnya.',
		en: 'This row is hidden; show it (clear the filter) or remove it.',
	},
	'imports/no-rows': {
		id: 'Tidak ada satu baris pun untuk diimpor.',
		en: 'There is no row to import.',
	},
	'imports/too-many-rows': {
		id: 'Berkas memuat lebih dari {max} baris; bagilah menjadi beberapa berkas.',
		en: 'The file has more than {max} rows; split it into several files.',
	},
	'imports/column-missing': {
		id: 'Kolom "{expected}" tidak ada pada baris judul; tambahkan seperti dalam templat.',
		en: 'The column "{expected}" is not in the line of headings; add it as in the template.',
	},
	'imports/column-unknown': {
		id: 'Kolom "{value}" tidak dikenal; yang dikenal: {expected}. Hapus atau ganti judulnya.',
		en: 'The column "{value}" is not known; known are: {expected}. Remove or rename it.',
	},
	'imports/column-twice': {
		id: 'Kolom "{value}" ada dua kali; hapus salah satu.',
		en: 'The column "{value}" is there twice; remove one.',
	},
	'imports/beyond-columns': {
		id: '"{value}" berdiri di kolom tanpa judul; beri judul atau hapus.',
		en: '"{value}" stands in a column without a heading; give it one or remove it.',
	},
	'imports/merged': {
		id: 'Sel {value} digabung; pisahkan (unmerge) dan isi setiap baris.',
		en: 'The cells {value} are merged; unmerge them and fill in every row.',
	},
	'imports/formula': {
		id: 'Sel ini rumus dengan hasil "{value}"; salin lalu tempel sebagai nilai.',
		en: 'This cell is a formula with the result "{value}"; copy it and paste it as a value.',
	},
	'imports/cell-error': {
		id: 'Sel ini berisi kesalahan {value}; isi dengan nilainya.',
		en: 'This cell holds the error {value}; fill in the value.',
	},
	'imports/missing': {
		id: 'Wajib diisi: {expected}.',
		en: 'This is to be filled in: {expected}.',
	},
	'imports/too-long': {
		id: '"{value}" terlalu panjang; paling banyak {expected} huruf.',
		en: '"{value}" is too long; {expected} characters at most.',
	},
	'imports/control-character': {
		id: '"{value}" memuat karakter yang tidak terlihat; ketik ulang.',
		en: '"{value}" has a character that cannot be seen; type it again.',
	},
	'imports/not-one-of': {
		id: '"{value}" tidak dikenal; pilih salah satu: {expected}.',
		en: '"{value}" is not known; choose one of: {expected}.',
	},
	'imports/code-malformed': {
		id: '"{value}" bukan kode yang benar; seharusnya seperti {expected}.',
		en: '"{value}" is not a proper code; it should be like {expected}.',
	},
	'imports/amount-malformed': {
		id: '"{value}" bukan jumlah rupiah; seharusnya seperti {expected}.',
		en: '"{value}" is not an amount in rupiah; it should be like {expected}.',
	},
	'imports/amount-ambiguous': {
		id: '"{value}" dapat berarti {first} atau {second}; unggah lagi dengan numberFormat "id" atau "en", atau tulis {expected}.',
		en: '"{value}" may mean {first} or {second}; upload it again with numberFormat "id" or "en", or write {expected}.',
	},
	'imports/amount-decimals': {
		id: '"{value}" lebih teliti dari sen; paling banyak dua angka di belakang koma.',
		en: '"{value}" is finer than sen; two decimals at most.',
	},
	'imports/amount-negative': {
		id: '"{value}" di bawah nol; seharusnya {expected}.',
		en: '"{value}" is below zero; it should be {expected}.',
	},
	'imports/amount-zero': {
		id: '"{value}" nol; seharusnya di atas nol.',
		en: '"{value}" is zero; it should be above zero.',
	},
	'imports/number-too-long': {
		id: '"{value}" lebih dari 15 angka; angka sepanjang itu dibulatkan oleh Excel. Format kolom sebagai Teks dan ketik ulang.',
		en: '"{value}" has more than 15 digits, which Excel rounds. Format the column as Text and type it again.',
	},
	'imports/date-malformed': {
		id: '"{value}" bukan tanggal; seharusnya seperti {expected}.',
		en: '"{value}" is not a date; it should be like {expected}.',
	},
	'imports/date-ambiguous': {
		id: '"{value}" dapat berarti {first} atau {second}; unggah lagi dengan dateOrder "dmy" atau "mdy", atau tulis {expected}.',
		en: '"{value}" may mean {first} or {second}; upload it again with dateOrder "dmy" or "mdy", or write {expected}.',
	},
	'imports/date-short-year': {
		id: '"{value}" hanya menyebut dua angka tahun; tulis tahun lengkap seperti {expected}.',
		en: '"{value}" names two digits of the year; write it in full, like {expected}.',
	},
	'imports/date-not-a-day': {
		id: '"{value}" tidak ada di kalender; seharusnya seperti {expected}.',
		en: '"{value}" is not in the calendar; it should be like {expected}.',
	},
	'imports/date-with-time': {
		id: '"{value}" memuat jam; seharusnya hanya tanggal, seperti {expected}.',
		en: '"{value}" has a time of day; it should be a date alone, like {expected}.',
	},
	'imports/date-in-future': {
		id: 'Tanggal {value} belum tiba; paling akhir {expected}.',
		en: 'The date {value} is in the future; the latest is {expected}.',
	},
	'imports/date-before': {
		id: 'Tanggal {value} terlalu awal; paling awal {expected}.',
		en: 'The date {value} is too early; the earliest is {expected}.',
	},
	'imports/date-too-late': {
		id: 'Tanggal {value} terlalu akhir; paling akhir {expected}.',
		en: 'The date {value} is too late; the latest is {expected}.',
	},
	'imports/count-malformed': {
		id: '"{value}" bukan bilangan bulat yang benar; seharusnya {expected}.',
		en: '"{value}" is not a proper whole number; it should be {expected}.',
	},
	'imports/nik-as-number': {
		id: 'NIK tersimpan sebagai angka; Excel hanya menyimpan 15 dari 16 angka, jadi yang terakhir hilang. Format kolom sebagai Teks dan ketik ulang dari KTP.',
		en: 'The NIK was kept as a number; Excel keeps 15 of its 16 digits, so the last is lost. Format the column as Text and type it again from the card.',
	},
	'imports/nik-malformed': {
		id: 'NIK {value} tidak benar: {expected}.',
		en: 'The NIK {value} is not right: {expected}.',
	},
	'imports/number-for-text': {
		id: '"{value}" tersimpan sebagai angka, jadi nol di depan hilang; format kolom sebagai Teks dan ketik ulang.',
		en: '"{value}" was kept as a number, so a nought before it is lost; format the column as Text and type it again.',
	},
	'imports/together': {
		id: '"{column}" dan "{expected}" diisi keduanya atau tidak sama sekali.',
		en: '"{column}" and "{expected}" are filled in both or not at all.',
	},
	'imports/one-of-two': {
		id: 'Isi "{column}" atau "{expected}", tepat satu dari keduanya.',
		en: 'Fill in "{column}" or "{expected}", exactly one of the two.',
	},
	'imports/duplicate-row': {
		id: 'Baris ini sama dengan baris {expected}; hapus salah satu, atau bedakan nomor buktinya.',
		en: 'This row is the same as row {expected}; remove one, or tell their documents apart.',
	},
	'imports/known-differs': {
		id: 'Baris ini sudah dibukukan oleh impor {expected} dengan isi lain; koreksi dilakukan di sana, bukan dengan impor.',
		en: 'This row was posted by import {expected} with other values; it is corrected there, not by importing.',
	},
	'imports/nik-taken': {
		id: 'NIK {value} sudah terdaftar sebagai {expected}.',
		en: 'The NIK {value} is registered already as {expected}.',
	},
	'imports/kelurahan-unknown': {
		id: 'Kelurahan {value} tidak dikenal; pakai kode resmi seperti {expected}.',
		en: 'The kelurahan {value} is not known; use an official code such as {expected}.',
	},
	'imports/member-unknown': {
		id: 'Tidak ada anggota nomor {value}; nomor yang ada tertulis di lembar Rujukan.',
		en: 'There is no member {value}; the numbers are on the sheet Rujukan.',
	},
	'imports/member-left': {
		id: 'Anggota nomor {value} sudah keluar pada {expected}.',
		en: 'Member {value} left on {expected}.',
	},
	'imports/name-differs': {
		id: 'Nama "{value}" bukan nama anggota bernomor itu, yaitu {expected}; periksa nomornya.',
		en: 'The name "{value}" is not that of the member of this number, {expected}; check the number.',
	},
	'imports/fund-unknown': {
		id: 'Tidak ada perjanjian dana {value}; yang ada: {expected}.',
		en: 'There is no agreement {value}; there are: {expected}.',
	},
	'imports/fund-needed': {
		id: 'Akun {value} dicatat per dana; isi nomor perjanjiannya: {expected}.',
		en: 'The account {value} is kept by fund; give the agreement: {expected}.',
	},
	'imports/fund-unwanted': {
		id: 'Akun {value} tidak dicatat per dana; kosongkan nomor perjanjiannya.',
		en: 'The account {value} is not kept by fund; leave the agreement empty.',
	},
	'imports/account-unknown': {
		id: 'Akun {value} tidak ada dalam bagan akun buku {expected}.',
		en: 'The account {value} is not in the chart of the book {expected}.',
	},
	'imports/loan-unknown': {
		id: 'Pembiayaan {value} tidak ada di lembar {expected} maupun pada impor sebelumnya.',
		en: 'The loan {value} is neither on the sheet {expected} nor in an earlier import.',
	},
	'imports/number-unknown': {
		id: 'Tidak ada pembiayaan nomor {value} yang berjalan; nomor yang ada tertulis di lembar Rujukan.',
		en: 'There is no running loan {value}; the numbers are on the sheet Rujukan.',
	},
	'imports/group-unknown': {
		id: 'Kelompok "{value}" tidak ada di lembar {expected} maupun dalam buku.',
		en: 'The group "{value}" is neither on the sheet {expected} nor in the book.',
	},
	'imports/agreement-unknown': {
		id: 'Perjanjian {value} tidak ada di lembar {expected} maupun dalam buku.',
		en: 'The agreement {value} is neither on the sheet {expected} nor in the book.',
	},
	'imports/programme-unknown': {
		id: 'Tidak ada program {value}; yang ada: {expected}.',
		en: 'There is no programme {value}; there are: {expected}.',
	},
	'imports/of-faulty': {
		id: 'Baris yang menjadi induknya ({value}) belum benar; perbaiki yang itu dahulu.',
		en: 'The row that it belongs to ({value}) is not right yet; put that one right first.',
	},
	'imports/remaining-differs': {
		id: 'Sisa menurut berkas {value}, menurut angsuran yang dibukukan {expected}; selisih {difference}.',
		en: 'By the file {value} is left, by what was paid {expected}; the difference is {difference}.',
	},
	'imports/not-balanced': {
		id: 'Jumlah debit {value} tidak sama dengan jumlah kredit {expected}; selisih {difference}.',
		en: 'The debits {value} are not the credits {expected}; the difference is {difference}.',
	},
	'imports/control-differs': {
		id: 'Jumlah kontrol {name} yang diketik {value}, menurut {source} {expected}; selisih {difference}.',
		en: 'The control total {name} was typed as {value}; by {source} it is {expected}; the difference is {difference}.',
	},
	'imports/controlled-differs': {
		id: 'Akun {account} {name}: menurut neraca {value}, menurut pembiayaan, simpanan, dan dana yang tercatat {expected}; selisih {difference}.',
		en: 'Account {account} {name}: {value} by the balance, {expected} by the loans, savings and funds on record; the difference is {difference}.',
	},
	'imports/opening-exists': {
		id: 'Buku ini sudah mempunyai neraca awal per {expected}; batalkan itu dahulu.',
		en: 'The book has opening balances as of {expected} already; undo those first.',
	},
	'imports/nothing-to-open': {
		id: 'Neraca ini sudah sama dengan buku besar; tidak ada yang dibukukan.',
		en: 'The balances are what the ledger says already; there is nothing to post.',
	},
} as const satisfies RefusalTexts;
