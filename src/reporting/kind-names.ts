import type {Language} from '../kernel/errors.ts';

/** What the kinds of entries are called on paper. */
const kindNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
	'city-share': {id: 'Bagian jasa untuk kota', en: "The city's share"},
	'city-share-payment': {id: 'Penyetoran bagian jasa', en: "Payment of the city's share"},
	'claim-repayment': {id: 'Pengembalian talangan anggota', en: 'Repayment of a claim on a member'},
	'current-portion': {id: 'Reklasifikasi bagian lancar', en: 'Current portion'},
	'deposit-payment': {id: 'Angsuran dari simpanan', en: 'Payment from a deposit'},
	'down-payment': {id: 'Uang muka (urbun)', en: 'Down payment'},
	'down-payment-applied': {id: 'Uang muka diperhitungkan', en: 'Down payment applied'},
	'fund-claim': {id: 'Tuntutan ganti rugi', en: 'Claim on a person (TGR)'},
	'fund-claim-payment': {id: 'Angsuran tuntutan ganti rugi', en: 'Payment of a claim (TGR)'},
	'fund-recovery': {
		id: 'Penerimaan dana yang dihapusbukukan',
		en: 'Recovery of a written-off fund',
	},
	'fund-return': {id: 'Pengembalian dana', en: 'Return of a fund'},
	'fund-write-off': {id: 'Penghapusbukuan dana', en: 'Write-off of a fund'},
	'group-deposit': {id: 'Setoran tanggung renteng', en: 'Group deposit'},
	'group-deposit-withdrawal': {
		id: 'Penarikan simpanan tanggung renteng',
		en: 'Withdrawal of a group deposit',
	},
	'joint-payment': {id: 'Talangan tanggung renteng', en: 'Payment for another member'},
	'loan-fee': {id: 'Biaya administrasi pembiayaan', en: 'Loan fee'},
	'member-deposit-withdrawal': {id: 'Penarikan titipan anggota', en: 'Withdrawal of a deposit'},
	'opening-balance': {id: 'Neraca awal', en: 'Opening balances'},
	'payroll-clearing': {id: 'Penerimaan potongan gaji', en: 'Payroll deductions received'},
	'profit-share': {id: 'Bagi hasil', en: 'Profit share'},
	'profit-share-loss': {id: 'Kerugian bagi hasil', en: 'Loss of a profit share'},
	'settlement-discount': {id: 'Potongan pelunasan (muqasah)', en: 'Settlement discount (muqasah)'},
	'surplus-distribution': {id: 'Pembagian SHU', en: 'Distribution of the surplus (SHU)'},
	'surplus-payout': {id: 'Pembayaran SHU anggota', en: "Payment of a member's share of the SHU"},
	'write-off': {id: 'Penghapusbukuan pembiayaan', en: 'Write-off of a loan'},
	'year-closing': {id: 'Penutupan tahun', en: 'Closing of the year'},
	conversion: {id: 'Konversi akad', en: 'Conversion of the akad'},
	deposit: {id: 'Setoran simpanan', en: 'Savings deposit'},
	disbursement: {id: 'Pencairan pembiayaan', en: 'Disbursement of a loan'},
	manual: {id: 'Jurnal umum', en: 'Manual entry'},
	provision: {id: 'Penyisihan', en: 'Provision'},
	recovery: {id: 'Penerimaan setelah hapus buku', en: 'Recovery after write-off'},
	remittance: {id: 'Penyetoran ke kota', en: 'Remittance to the city'},
	repayment: {id: 'Angsuran', en: 'Repayment'},
	tawidh: {id: "Ta'widh", en: "Ta'widh"},
	tazir: {id: "Ta'zir", en: "Ta'zir"},
	tranche: {id: 'Penerimaan dana (tahap)', en: 'Tranche of a fund'},
	withdrawal: {id: 'Penarikan simpanan', en: 'Savings withdrawal'},
};

/** The name of a kind of entry; the kind itself where it has no other. */
export const kindName = (kind: string, language: Language): string =>
	kindNames[kind]?.[language] ?? kind;

/** Whether some operation posts entries of a kind, whichever book has any. */
export const isNamedKind = (kind: string): boolean => Object.hasOwn(kindNames, kind);
