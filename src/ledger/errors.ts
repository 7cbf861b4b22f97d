import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const ledgerTexts = {
	'ledger/unknown-book': {
		id: 'Buku {book} tidak ada atau tidak dalam wewenang Anda; periksa kode buku.',
		en: 'There is no book {book} within your scope; check the code of the book.',
	},
	'ledger/book-exists': {
		id: 'Kode buku {book} sudah dipakai; pilih kode lain.',
		en: 'The book code {book} is taken; choose another.',
	},
	'ledger/unknown-account': {
		id: 'Akun {account} tidak ada dalam buku {book}; pakai kode akun dari bagan akun buku itu.',
		en: 'Book {book} has no account {account}; use a code from its chart of accounts.',
	},
	'ledger/account-exists': {
		id: 'Akun {account} sudah ada dalam buku {book}.',
		en: 'Book {book} already has an account {account}.',
	},
	'ledger/line-count': {
		id: 'Jurnal memuat {count} baris; harus {min} sampai {max}.',
		en: 'The entry has {count} lines; it must have {min} to {max}.',
	},
	'ledger/amount-not-positive': {
		id: 'Jumlah {amount} harus lebih dari nol; arah dinyatakan oleh debit atau kredit.',
		en: 'The amount {amount} must be above zero; debit or credit says which way.',
	},
	'ledger/amount-too-large': {
		id: 'Jumlah {amount} terlalu besar; satu baris paling banyak {max}, bagilah dalam beberapa baris.',
		en: 'The amount {amount} is too large; a line moves {max} at most, so divide it into several.',
	},
	'ledger/fund-missing': {
		id: 'Baris pada akun {account} harus menyebut dana (alokasi).',
		en: 'A line on account {account} must name its fund (allocation).',
	},
	'ledger/loan-missing': {
		id: 'Baris pada akun {account} harus menyebut pembiayaan.',
		en: 'A line on account {account} must name its loan.',
	},
	'ledger/hash-typed': {
		id: 'Dokumen "{document}" memuat sha256: yang diketik; sebut lampirannya di attachments, segelnya ditulis sendiri.',
		en: 'The document "{document}" has a sha256: typed into it; name the paper in attachments, and it is sealed.',
	},
	'ledger/unknown-paper': {
		id: 'Lampiran {attachment} tidak ada pada buku {book}; unggah dahulu pada anggota, pembiayaan atau alokasinya.',
		en: 'Book {book} keeps no attachment {attachment}; upload it at its member, loan or allocation first.',
	},
	'ledger/paper-twice': {
		id: 'Lampiran {attachment} disebut dua kali; cukup sekali.',
		en: 'The attachment {attachment} is named twice; once is enough.',
	},
	'ledger/member-missing': {
		id: 'Baris pada akun {account} harus menyebut anggota.',
		en: 'A line on account {account} must name its member.',
	},
	'ledger/unbalanced': {
		id: 'Jumlah debit {debit} tidak sama dengan jumlah kredit {credit}; keduanya harus sama.',
		en: 'Debits are {debit} and credits {credit}; they must be equal.',
	},
	'ledger/floor-broken': {
		id: 'Saldo akun {account} ({name}) hanya {held}; jurnal ini menjadikannya {balance}, padahal tidak boleh di bawah nol.',
		en: 'Account {account} ({name}) holds {held}; the entry would make it {balance}, and it may not fall below zero.',
	},
	'ledger/ceiling-broken': {
		id: 'Saldo akun {account} ({name}) adalah {held}; jurnal ini menjadikannya {balance}, padahal tidak boleh melebihi yang dicairkan, {granted}.',
		en: 'Account {account} ({name}) holds {held}; the entry would make it {balance}, above what was disbursed, {granted}.',
	},
	'ledger/date-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'ledger/known-before-book': {
		id: 'Buku {book} belum ada isinya pada {knownAt}; pakai saat setelah jurnal pertamanya dicatat.',
		en: 'Book {book} held nothing at {knownAt}; use a moment after its first entry was recorded.',
	},
	'ledger/before-book-opened': {
		id: 'Tanggal {date} mendahului pembukaan buku {book} pada {openedOn}.',
		en: 'The date {date} is before book {book} was opened on {openedOn}.',
	},
	'ledger/period-closed': {
		id: 'Bulan {month} sudah ditutup; bukukan tanggal {date} pada bulan yang masih terbuka, dengan alasannya.',
		en: 'The month {month} is closed, so {date} cannot be posted; use an open month and give the reason.',
	},
	'ledger/unknown-entry': {
		id: 'Jurnal nomor {number} tidak ada dalam buku {book}.',
		en: 'Book {book} has no entry number {number}.',
	},
	'ledger/already-reversed': {
		id: 'Jurnal nomor {number} sudah dibalik; satu jurnal hanya dapat dibalik sekali.',
		en: 'Entry {number} is already reversed; an entry is reversed once only.',
	},
	'ledger/reversal-of-reversal': {
		id: 'Jurnal nomor {number} adalah pembalikan; bukukan kembali transaksinya, jangan membalik pembalikan.',
		en: 'Entry {number} is itself a reversal; post the operation again instead of reversing a reversal.',
	},
	'ledger/reversal-before-entry': {
		id: 'Tanggal pembalikan {date} mendahului tanggal jurnal {original}; paling awal tanggal itu.',
		en: 'The reversal date {date} is before the entry date {original}; that is the earliest.',
	},
	'ledger/reversal-belongs-elsewhere': {
		id: 'Jurnal nomor {number} ({kind}) dibuat oleh operasi {kind}; balik operasinya, agar semua bukunya ikut.',
		en: 'Entry {number} was made by the operation {kind}; reverse the operation, so that all its books follow.',
	},
	'ledger/month-not-over': {
		id: 'Bulan {month} belum berakhir; baru dapat ditutup setelah {lastDay}.',
		en: 'The month {month} is not over; it can be closed after {lastDay}.',
	},
	'ledger/close-not-requested': {
		id: 'Penutupan bulan {month} belum diminta; orang lain harus memintanya dahulu.',
		en: 'Nobody has asked to close {month}; another person must ask first.',
	},
	'ledger/close-already-requested': {
		id: 'Penutupan bulan {month} sudah diminta oleh {requestedBy}; orang lain tinggal menyetujuinya.',
		en: 'Closing {month} was already asked for by {requestedBy}; another person confirms it.',
	},
	'ledger/close-same-person': {
		id: 'Bulan {month} diminta ditutup oleh {requestedBy}; yang menyetujui harus orang lain.',
		en: '{requestedBy} asked to close {month}; another person must confirm it.',
	},
	'ledger/account-controlled': {
		id: 'Akun {account} ({name}) hanya digerakkan oleh operasi (pembiayaan, pencairan, setoran), bukan oleh jurnal manual.',
		en: 'Account {account} ({name}) is moved by operations (loans, tranches, remittances) only, not by hand.',
	},
	'ledger/earlier-month-open': {
		id: 'Bulan {month} belum dapat ditutup: bulan {openMonth} memuat jurnal dan masih terbuka; tutup bulan itu dahulu.',
		en: 'The month {month} cannot be closed yet: {openMonth} has entries and is open; close that first.',
	},
	'ledger/period-not-closed': {
		id: 'Bulan {month} tidak sedang tertutup; hanya bulan yang sudah ditutup dapat dibuka kembali.',
		en: 'The month {month} is not closed; only a closed month is reopened.',
	},
	'ledger/later-month-closed': {
		id: 'Bulan {month} belum dapat dibuka kembali: bulan {laterMonth} sesudahnya tertutup; buka bulan itu dahulu.',
		en: 'The month {month} cannot be reopened yet: the later month {laterMonth} is closed; reopen that first.',
	},
	'ledger/reopen-same-person': {
		id: 'Penutupan bulan {month} disetujui oleh {confirmedBy}; yang membukanya kembali harus orang lain.',
		en: '{confirmedBy} confirmed that {month} is closed; another person must reopen it.',
	},
	'ledger/no-trial-balance': {
		id: 'Bulan {month} tidak memiliki neraca saldo beku; neraca saldo dibekukan saat penutupan disetujui.',
		en: 'The month {month} has no frozen trial balance; one is frozen when a closing is confirmed.',
	},
	'ledger/year-not-over': {
		id: 'Tahun {year} belum berakhir; baru dapat ditutup setelah {lastDay}.',
		en: 'The year {year} is not over; it can be closed after {lastDay}.',
	},
	'ledger/year-already-closed': {
		id: 'Tahun {year} sudah ditutup oleh jurnal nomor {entry}; balik jurnal itu dahulu untuk menutupnya kembali.',
		en: 'The year {year} was closed by entry {entry}; reverse that first to close it again.',
	},
	'ledger/earlier-year-open': {
		id: 'Tahun {year} belum dapat ditutup: pendapatan dan beban tahun {openYear} belum dipindahkan ke ekuitas; tutup tahun itu dahulu.',
		en: 'The year {year} cannot be closed yet: income and expenses of {openYear} were not carried to equity; close that first.',
	},
	'ledger/nothing-to-close': {
		id: 'Tahun {year} tidak memiliki saldo pendapatan atau beban untuk ditutup.',
		en: 'The year {year} has no balance of income or expense to close.',
	},
	'ledger/not-equity-account': {
		id: 'Akun {account} berkelas {class}; sisa hasil usaha hanya dapat dipindahkan ke akun ekuitas.',
		en: 'Account {account} is of the class {class}; the surplus is carried to an account of equity.',
	},
	'ledger/year-reversal-day': {
		id: 'Penutupan tahun (jurnal nomor {number}) dibalik pada harinya sendiri, {day}, bukan {date}.',
		en: 'The closing of a year (entry {number}) is reversed on its own day, {day}, not on {date}.',
	},
	'ledger/unknown-assertion': {
		id: 'Pernyataan saldo nomor {number} tidak ada dalam buku {book}.',
		en: 'Book {book} has no balance assertion number {number}.',
	},
	'ledger/assertion-broken': {
		id: 'Saldo akun {account} pada {date} telah dinyatakan {amount} (pernyataan nomor {assertion}); jurnal ini menjadikannya {balance}. Bukukan pada tanggal sesudahnya, atau mintalah orang lain mencabut pernyataan itu dengan alasan.',
		en: 'Account {account} was asserted to hold {amount} on {date} (assertion {assertion}); the entry would make it {balance}. Post it on a later day, or have another person withdraw the assertion with a reason.',
	},
	'ledger/cash-counted-alone': {
		id: 'Hitung kas dilakukan berdua: sebutkan orang kedua pada countedWith, bukan {assertedBy} sendiri.',
		en: 'Cash is counted by two people: name the second one in countedWith, not {assertedBy} again.',
	},
	'ledger/assertion-policy-ruled': {
		id: 'Aturan akun {account} sejak {effectiveFrom} adalah menolak; pernyataan tidak boleh hanya menandai.',
		en: 'The rule of account {account} since {effectiveFrom} is to refuse; an assertion may not merely flag.',
	},
	'ledger/assertion-withdrawn': {
		id: 'Pernyataan nomor {number} sudah dicabut oleh {withdrawnBy}.',
		en: 'Assertion {number} was already withdrawn by {withdrawnBy}.',
	},
	'ledger/withdrawal-same-person': {
		id: 'Pernyataan nomor {number} dibuat oleh {assertedBy}; yang mencabutnya harus orang lain.',
		en: '{assertedBy} made assertion {number}; another person must withdraw it.',
	},
	'ledger/assertion-rule-not-later': {
		id: 'Akun {account} sudah memiliki aturan sejak {newest}; aturan baru harus berlaku sesudahnya, bukan {effectiveFrom}.',
		en: 'Account {account} has a rule from {newest}; a new one takes effect after that, not on {effectiveFrom}.',
	},
	'ledger/law-broken': {
		id: 'Hukum buku besar {law} dilanggar: {explanation}',
		en: 'The ledger law {law} would be broken: {explanation}',
	},
} as const satisfies RefusalTexts;

export type LedgerCode = keyof typeof ledgerTexts;
export const refuse = refuser(ledgerTexts);
