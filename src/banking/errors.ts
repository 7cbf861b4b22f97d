import {DomainError, type Finding, type RefusalTexts, refuser} from '../kernel/errors.ts';

export const bankingTexts = {
	'banking/unknown-account': {
		id: 'Rekening bank {account} tidak ada dalam buku {book}.',
		en: 'There is no bank account {account} in the book {book}.',
	},
	'banking/unknown-statement': {
		id: 'Rekening koran {statement} tidak ada dalam buku {book}.',
		en: 'There is no bank statement {statement} in the book {book}.',
	},
	'banking/unknown-match': {
		id: 'Pencocokan {match} tidak ada dalam buku {book}.',
		en: 'There is no match {match} in the book {book}.',
	},
	'banking/unknown-count': {
		id: 'Penghitungan kas {count} tidak ada dalam buku {book}.',
		en: 'There is no cash count {count} in the book {book}.',
	},
	'banking/unknown-format': {
		id: 'Format rekening koran {format} tidak dikenal; yang ada: {options}.',
		en: 'The statement format {format} is not known; there are: {options}.',
	},
	'banking/not-money': {
		id: 'Akun {account} bukan akun uang (aset bersaldo debit); pilih akun bank.',
		en: 'The account {account} does not hold money (an asset on the debit side); choose a bank account.',
	},
	'banking/unknown-ledger-account': {
		id: 'Akun {account} tidak ada dalam buku {book}.',
		en: 'The book {book} has no account {account}.',
	},
	'banking/opened-before-book': {
		id: 'Rekening dibuka {date}, sebelum buku dibuka pada {openedOn}; paling awal tanggal itu.',
		en: 'The account opens on {date}, before its book on {openedOn}; that is the earliest.',
	},
	'banking/opened-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'banking/account-taken': {
		id: 'Akun {account} sudah menjadi rekening {bank} {number}; satu akun untuk satu rekening.',
		en: 'The account {account} is {bank} {number} already; one account is one bank account.',
	},
	'banking/number-taken': {
		id: 'Rekening {bank} {number} sudah tercatat pada akun {account}.',
		en: 'The bank account {bank} {number} is recorded already, as account {account}.',
	},
	'banking/file-unreadable': {
		id: 'Baris {line}, kolom {column}: "{value}" tidak terbaca; seharusnya {expected}.',
		en: 'Line {line}, column {column}: "{value}" cannot be read; it should be {expected}.',
	},
	'banking/file-imported-before': {
		id: 'Berkas ini sudah diimpor sebagai rekening koran nomor {number} oleh {by} pada {at}.',
		en: 'This file was imported already as statement {number} by {by} at {at}.',
	},
	'banking/too-many-rows': {
		id: 'Berkas memuat {count} mutasi; paling banyak {max}, bagilah menurut bulan.',
		en: 'The file has {count} movements; {max} at most, so split it by month.',
	},
	'banking/no-rows': {
		id: 'Berkas tidak memuat mutasi maupun tanggal saldo; tidak ada yang diimpor.',
		en: 'The file has neither movements nor the day of a balance; there is nothing to import.',
	},
	'banking/balance-missing': {
		id: 'Format ini tidak memuat saldo; isikan saldo awal dan saldo akhir dari rekening koran.',
		en: 'This format carries no balances; give the opening and the closing balance of the statement.',
	},
	'banking/does-not-add-up': {
		id: 'Baris {line}, kolom {column}: saldo {value} tidak sesuai mutasi; seharusnya {expected}.',
		en: 'Line {line}, column {column}: the balance {value} is not what the movements make; that is {expected}.',
	},
	'banking/closing-differs': {
		id: 'Saldo {given} yang diisikan bukan saldo berkas, yaitu {found}.',
		en: 'The balance {given} that was given is not that of the file, {found}.',
	},
	'banking/other-account': {
		id: 'Baris {line}: berkas ini milik rekening {value}, bukan {expected}.',
		en: 'Line {line}: the file is of the bank account {value}, not {expected}.',
	},
	'banking/row-in-future': {
		id: 'Baris {line}: tanggal {value} belum tiba; paling akhir {expected}.',
		en: 'Line {line}: the date {value} is in the future; the latest is {expected}.',
	},
	'banking/row-before-account': {
		id: 'Baris {line}: tanggal {value} mendahului pembukaan rekening pada {expected}.',
		en: 'Line {line}: the date {value} is before the account was opened on {expected}.',
	},
	'banking/contradicts-earlier': {
		id: 'Mutasi {amount} pada {date} ada dalam {shownIn} dan tidak dalam {missingIn}, padahal keduanya memuat hari itu seutuhnya.',
		en: 'The movement of {amount} on {date} is in {shownIn} and not in {missingIn}, though both have that day in full.',
	},
	'banking/no-statement': {
		id: 'Belum ada rekening koran untuk {date} atau sebelumnya; impor dahulu.',
		en: 'There is no statement of {date} or before; import one first.',
	},
	'banking/date-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'banking/before-account': {
		id: 'Tanggal {date} mendahului pembukaan rekening pada {openedOn}.',
		en: 'The date {date} is before the account was opened on {openedOn}.',
	},
	'banking/match-too-small': {
		id: 'Pencocokan memerlukan sedikitnya dua mutasi atau baris jurnal.',
		en: 'A match is of two movements or lines at least.',
	},
	'banking/match-unequal': {
		id: 'Jumlah mutasi {rows} tidak sama dengan jumlah baris jurnal {lines}.',
		en: 'The movements make {rows} and the lines {lines}; they are to be equal.',
	},
	'banking/row-not-free': {
		id: 'Mutasi {row} tidak ada pada rekening ini atau sudah dicocokkan.',
		en: 'The movement {row} is not of this account or is matched already.',
	},
	'banking/line-not-free': {
		id: 'Baris {line} jurnal {entry} tidak ada pada rekening ini atau sudah dicocokkan.',
		en: 'Line {line} of entry {entry} is not of this account or is matched already.',
	},
	'banking/named-twice': {
		id: '{value} disebut dua kali; sebut sekali saja.',
		en: '{value} is named twice; name it once.',
	},
	'banking/unmatched-before': {
		id: 'Pencocokan {match} sudah dibatalkan oleh {by}.',
		en: 'The match {match} was undone already by {by}.',
	},
	'banking/no-cash-box': {
		id: 'Buku {book} bukan buku koperasi; tidak ada kas yang dihitung.',
		en: 'The book {book} is not a cooperative’s; it has no cash box to count.',
	},
	'banking/unknown-denomination': {
		id: 'Tidak ada {kind} pecahan {value}; yang ada: {options}.',
		en: 'There is no {kind} of {value}; there are: {options}.',
	},
	'banking/counted-by-witness': {
		id: '{by} yang menghitung; saksi harus orang lain.',
		en: '{by} counted it; the witness is to be somebody else.',
	},
	'banking/witnessed-before': {
		id: 'Penghitungan {number} sudah disaksikan oleh {by}.',
		en: 'The count {number} was witnessed already by {by}.',
	},
	'banking/cash-moved': {
		id: 'Kas bergerak sejak dihitung (buku sekarang {ledger}, saat dihitung {known}); hitung kembali.',
		en: 'The cash moved since it was counted (by the books {ledger} now, {known} then); count again.',
	},
	'banking/count-of-other-day': {
		id: 'Kas dihitung pada {date}; disaksikan pada hari itu juga, bukan {today}. Hitung kembali.',
		en: 'The cash was counted on {date}; it is witnessed that day, not on {today}. Count again.',
	},
	'banking/not-witnessed': {
		id: 'Penghitungan {number} belum disaksikan; selisih belum dapat dibukukan.',
		en: 'The count {number} was not witnessed; its difference cannot be booked yet.',
	},
	'banking/count-withdrawn': {
		id: 'Pernyataan saldo dari penghitungan {number} sudah dicabut; hitung kembali.',
		en: 'What the count {number} asserted was withdrawn; count again.',
	},
	'banking/booked-by-counter': {
		id: '{by} yang menghitung; selisih dibukukan oleh orang lain.',
		en: '{by} counted it; the difference is booked by somebody else.',
	},
	'banking/booked-before': {
		id: 'Selisih penghitungan {number} sudah dibukukan dengan jurnal {entry}.',
		en: 'The difference of the count {number} was booked already, by entry {entry}.',
	},
	'banking/no-difference': {
		id: 'Kas menurut penghitungan {number} sama dengan buku; tidak ada selisih.',
		en: 'By the count {number} the cash is what the books say; there is no difference.',
	},
	'banking/layout-wrong': {
		id: 'Tata letak hanya untuk CSV, dan CSV memerlukannya; format ini {kind}.',
		en: 'A layout is for a CSV alone, and a CSV needs one; this format is {kind}.',
	},
	'banking/kind-changed': {
		id: 'Format {format} adalah {kind}; versi barunya tidak menjadi jenis lain.',
		en: 'The format {format} is {kind}; a new version does not make it another kind.',
	},
	'banking/signs-alike': {
		id: 'Tanda desimal dan tanda ribuan sama ({value}); keduanya harus berbeda.',
		en: 'The decimal sign and that of thousands are the same ({value}); they are to differ.',
	},
	'banking/law-broken': {
		id: 'Basis data menolak: {explanation} ({law})',
		en: 'The database refuses: {explanation} ({law})',
	},
} as const satisfies RefusalTexts;

export type BankingCode = keyof typeof bankingTexts;
export const refuse = refuser(bankingTexts);

/** One fault of an input, by its code. */
export const fault = (
	code: BankingCode,
	path: string,
	values: Readonly<Record<string, string>>,
): Finding => ({code, path, values});

/** Refuses for all faults at once; does nothing where there are none. */
export function refuseAll(findings: readonly Finding[]): void {
	const [first, ...others] = findings;
	if (first) throw new DomainError(first, bankingTexts[first.code as BankingCode], others);
}
