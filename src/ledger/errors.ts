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
	'ledger/fund-missing': {
		id: 'Baris pada akun {account} harus menyebut dana (alokasi).',
		en: 'A line on account {account} must name its fund (allocation).',
	},
	'ledger/loan-missing': {
		id: 'Baris pada akun {account} harus menyebut pembiayaan.',
		en: 'A line on account {account} must name its loan.',
	},
	'ledger/unbalanced': {
		id: 'Jumlah debit {debit} tidak sama dengan jumlah kredit {credit}; keduanya harus sama.',
		en: 'Debits are {debit} and credits {credit}; they must be equal.',
	},
	'ledger/floor-broken': {
		id: 'Saldo akun {account} ({name}) hanya {held}; jurnal ini menjadikannya {balance}, padahal tidak boleh di bawah nol.',
		en: 'Account {account} ({name}) holds {held}; the entry would make it {balance}, and it may not fall below zero.',
	},
	'ledger/date-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
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
	'ledger/law-broken': {
		id: 'Hukum buku besar {law} dilanggar: {explanation}',
		en: 'The ledger law {law} would be broken: {explanation}',
	},
} as const satisfies RefusalTexts;

export type LedgerCode = keyof typeof ledgerTexts;
export const refuse = refuser(ledgerTexts);
