import type {AccountCode} from '../kernel/ids.ts';
import type {Account, AccountClass, Floor} from '../ledger/index.ts';

const code = (text: string): AccountCode => text as AccountCode;

/** The accounts of a cooperative's book that operations post to. */
export const cooperativeAccounts = {
	cash: code('1.1.01'),
	operatingBank: code('1.1.02'),
	fundBank: code('1.1.11'),
	murabahahReceivable: code('1.2.01'),
	deferredMargin: code('1.2.02'),
	qardhReceivable: code('1.2.03'),
	ijarahReceivable: code('1.2.05'),
	deferredRent: code('1.2.06'),
	jasaReceivable: code('1.2.07'),
	deferredJasa: code('1.2.08'),
	mudharabahCapital: code('1.2.11'),
	musyarakahCapital: code('1.2.12'),
	allowance: code('1.2.19'),
	payrollReceivable: code('1.2.21'),
	conversions: code('1.2.22'),
	cancellationClaims: code('1.2.32'),
	cashShortage: code('1.2.35'),
	murabahahGoods: code('1.3.01'),
	purchaseAdvances: code('1.3.02'),
	ijarahAssets: code('1.4.01'),
	ijarahDepreciation: code('1.4.02'),
	wadiahSavings: code('2.1.01'),
	memberDeposits: code('2.1.02'),
	downPayments: code('2.1.11'),
	jointDeposits: code('2.1.12'),
	fundDebt: code('2.2.01'),
	collectedForCity: code('2.2.02'),
	cityShareDebt: code('2.2.03'),
	benevolence: code('2.3.03'),
	surplusFunds: code('2.4.01'),
	surplusShares: code('2.4.02'),
	syirkahFunds: code('2.5.01'),
	principalSavings: code('3.1.01'),
	mandatorySavings: code('3.1.02'),
	generalReserve: code('3.2.01'),
	riskReserve: code('3.2.02'),
	currentSurplus: code('3.2.09'),
	murabahahMargin: code('4.1.01'),
	mudharabahShare: code('4.1.02'),
	musyarakahShare: code('4.1.03'),
	ijarahRent: code('4.1.04'),
	administrationIncome: code('4.1.05'),
	jasaIncome: code('4.1.06'),
	otherIncome: code('4.9.01'),
	writeOffRecovery: code('4.9.03'),
	lossExpense: code('5.3.01'),
	ijarahDepreciationExpense: code('5.4.02'),
	profitShareLoss: code('5.5.01'),
	cityShareExpense: code('5.6.01'),
	writtenOff: code('9.1.01'),
	writtenOffCounter: code('9.1.02'),
} as const;

/**
 * What a member's loan is made of, whatever its akad. Debits less credits of `owed` for a loan are
 * all that its member has still to pay, margin in it; of `principal`, what the cooperative has out:
 * receivables less deferred margin, capital given, the rented asset less its depreciation.
 */
export const loanAccounts = {
	owed: ['1.2.01', '1.2.03', '1.2.05', '1.2.07', '1.2.11', '1.2.12'].map(code),
	principal: [
		'1.2.01',
		'1.2.02',
		'1.2.03',
		'1.2.07',
		'1.2.08',
		'1.2.11',
		'1.2.12',
		'1.4.01',
		'1.4.02',
	].map(code),
} as const;

/** Where the debts are that were written off, loan by loan. */
export const writtenOffAccounts = [cooperativeAccounts.writtenOff];

/**
 * What stands on a loan's own lines before its goods are sold: money with the agent, goods, what
 * was paid beforehand, and what is asked of who withdrew after the goods were bought.
 */
export const beforeSaleAccounts = ['1.2.32', '1.3.01', '1.3.02', '2.1.11'].map(code);

/** Where a cooperative's money is, and what it keeps for the poor. */
export const cashAccounts = ['1.1.01', '1.1.02', '1.1.03', '1.1.11'].map(code);
export const benevolenceAccounts = ['2.3.01', '2.3.02', '2.3.03'].map(code);

/** What members owe and what the city is owed moves by operations alone. */
const controlled = new Set([
	...Object.values(loanAccounts).flat().map(String),
	'1.2.06',
	'1.2.21',
	'1.2.22',
	'1.2.32',
	'1.3.01',
	'1.3.02',
	'2.1.11',
	'2.1.12',
	'2.2.01',
	'2.2.02',
	'2.2.03',
	'2.4.02',
	'2.5.01',
	'5.6.01',
	'9.1.01',
	'9.1.02',
]);

const account = (
	text: string,
	nameId: string,
	nameEn: string,
	accountClass: AccountClass,
	floor: Floor = 'none',
): Account => ({
	code: code(text),
	nameId,
	nameEn,
	class: accountClass,
	normalSide: accountClass === 'asset' || accountClass === 'expense' ? 'debit' : 'credit',
	floor,
	isControlled: controlled.has(text),
	// Of a loan never more is owed than was disbursed, and never more recovered than written off.
	...(floor === 'loan'
		? {ceilingKind: accountClass === 'memo' ? 'write-off' : 'disbursement'}
		: {}),
});

/** An account that is deducted from its class: its normal side is the other one. */
const contra = (...parts: Parameters<typeof account>): Account => {
	const plain = account(...parts);
	return {...plain, normalSide: plain.normalSide === 'debit' ? 'credit' : 'debit'};
};

/** An account with a floor and no ceiling: what it holds comes by itself, and not by a grant. */
function uncapped({ceilingKind: _, ...plain}: Account): Account {
	return plain;
}

/**
 * The chart of a cooperative's book. No statutory list of codes stands since Permenkop UKM 14/2015
 * was revoked by 2/2024; the names follow PSAK 401 and 402 and the practice of BMT. Deferred margin
 * is deducted from the receivable (PSAK 402), never a liability.
 */
export const cooperativeChart: readonly Account[] = [
	account('1.1.01', 'Kas', 'Cash', 'asset', 'account'),
	account('1.1.02', 'Bank operasional', 'Operating bank account', 'asset', 'account'),
	account('1.1.03', 'Kas dalam perjalanan', 'Cash in transit', 'asset', 'account'),
	account('1.1.11', 'Bank dana bergulir', 'Bank account of the revolving fund', 'asset', 'fund'),
	account('1.2.01', 'Piutang murabahah', 'Murabahah receivables', 'asset', 'loan'),
	contra('1.2.02', 'Margin murabahah ditangguhkan', 'Deferred murabahah margin', 'asset', 'loan'),
	account('1.2.03', 'Piutang qardh', 'Qardh receivables', 'asset', 'loan'),
	account('1.2.05', 'Piutang ijarah', 'Ijarah receivables', 'asset', 'loan'),
	contra('1.2.06', 'Ujrah ijarah ditangguhkan', 'Deferred ijarah rent', 'asset', 'loan'),
	account('1.2.07', 'Piutang pinjaman', 'Loans receivable', 'asset', 'loan'),
	contra('1.2.08', 'Jasa pinjaman ditangguhkan', 'Deferred jasa', 'asset', 'loan'),
	account('1.2.11', 'Pembiayaan mudharabah', 'Mudharabah financing', 'asset', 'loan'),
	account('1.2.12', 'Pembiayaan musyarakah', 'Musyarakah financing', 'asset', 'loan'),
	contra('1.2.19', 'Penyisihan penghapusan pembiayaan', 'Allowance for loan losses', 'asset'),
	account('1.2.21', 'Piutang potong gaji', 'Payroll deductions receivable', 'asset', 'fund'),
	// Between two akad for no longer than one transaction.
	account('1.2.22', 'Pembiayaan dalam konversi', 'Debts in conversion', 'asset', 'fund'),
	account('1.2.31', 'Piutang tuntutan ganti rugi pengurus', 'Claims on managers (TGR)', 'asset'),
	uncapped(
		account(
			'1.2.32',
			'Tagihan biaya pembatalan murabahah',
			'Claims for cancelled purchases',
			'asset',
			'loan',
		),
	),
	account('1.2.35', 'Piutang selisih kas kasir', "Cashiers' claims for missing cash", 'asset'),
	// Of a loan nothing is sold that was not bought for it.
	uncapped(account('1.3.01', 'Persediaan murabahah', 'Murabahah goods', 'asset', 'loan')),
	uncapped(
		account(
			'1.3.02',
			'Uang muka pembelian melalui wakil (wakalah)',
			'Purchase money with agents (wakalah)',
			'asset',
			'loan',
		),
	),
	account('1.4.01', 'Aset ijarah', 'Assets for ijarah', 'asset', 'loan'),
	uncapped(
		contra(
			'1.4.02',
			'Akumulasi penyusutan aset ijarah',
			'Depreciation of ijarah assets',
			'asset',
			'loan',
		),
	),
	account('1.5.01', 'Aset tetap', 'Fixed assets', 'asset'),
	contra('1.5.02', 'Akumulasi penyusutan aset tetap', 'Accumulated depreciation', 'asset'),
	account('1.9.01', 'Aset lain', 'Other assets', 'asset'),
	account('2.1.01', 'Simpanan wadiah', 'Wadiah savings', 'liability'),
	uncapped(account('2.1.02', 'Titipan anggota', "Members' deposits", 'liability', 'member')),
	uncapped(
		account('2.1.11', 'Utang uang muka murabahah', 'Murabahah down payments', 'liability', 'loan'),
	),
	account('2.1.12', 'Simpanan tanggung renteng', 'Joint-liability deposits', 'liability'),
	account('2.2.01', 'Utang dana bergulir', 'Revolving fund owed to the city', 'liability', 'fund'),
	account(
		'2.2.02',
		'Setoran dana bergulir terkumpul, belum disetor',
		'Collected, not remitted',
		'liability',
		'fund',
	),
	account(
		'2.2.03',
		'Utang jasa atau bagi hasil kepada kota',
		'Return owed to the city',
		'liability',
	),
	account('2.3.01', 'Dana zakat', 'Zakat fund', 'liability'),
	account('2.3.02', 'Dana infak dan sedekah', 'Infak and sedekah fund', 'liability'),
	account('2.3.03', 'Dana kebajikan', 'Benevolence fund', 'liability'),
	account('2.4.01', 'Dana-dana SHU', 'SHU funds', 'liability'),
	// Nobody is paid more of the surplus than is theirs.
	uncapped(
		account('2.4.02', 'SHU bagian anggota', "Members' shares of the SHU", 'liability', 'member'),
	),
	account('2.5.01', 'Dana syirkah temporer', 'Temporary syirkah funds', 'liability'),
	account('3.1.01', 'Simpanan pokok', 'Principal savings', 'equity'),
	account('3.1.02', 'Simpanan wajib', 'Mandatory savings', 'equity'),
	account('3.1.03', 'Modal penyertaan dan hibah', 'Participations and grants', 'equity'),
	account('3.2.01', 'Cadangan umum', 'General reserve', 'equity'),
	account('3.2.02', 'Cadangan risiko', 'Risk reserve', 'equity'),
	account('3.2.09', 'SHU tahun berjalan', 'Current surplus (SHU)', 'equity'),
	account('4.1.01', 'Pendapatan margin murabahah', 'Murabahah margin income', 'income'),
	account('4.1.02', 'Pendapatan bagi hasil mudharabah', 'Mudharabah profit share', 'income'),
	account('4.1.03', 'Pendapatan bagi hasil musyarakah', 'Musyarakah profit share', 'income'),
	account('4.1.04', 'Pendapatan ijarah', 'Ijarah rent', 'income'),
	account('4.1.05', 'Pendapatan administrasi', 'Administration income', 'income'),
	account('4.1.06', 'Pendapatan jasa pinjaman', 'Jasa on loans', 'income'),
	account('4.9.01', 'Pendapatan lain', 'Other income', 'income'),
	account('4.9.03', 'Pemulihan hapus buku', 'Recovery of written-off loans', 'income'),
	account('5.1.01', 'Beban gaji', 'Salaries', 'expense'),
	account('5.2.01', 'Beban administrasi', 'Administration', 'expense'),
	account('5.3.01', 'Beban penyisihan penghapusan', 'Loan-loss expense', 'expense'),
	account('5.4.01', 'Beban penyusutan', 'Depreciation', 'expense'),
	account('5.4.02', 'Beban penyusutan aset ijarah', 'Depreciation of ijarah assets', 'expense'),
	account('5.5.01', 'Kerugian pembiayaan bagi hasil', 'Losses on profit sharing', 'expense'),
	account('5.6.01', 'Beban jasa dana bergulir', 'Charge of the revolving fund', 'expense'),
	account('5.9.01', 'Beban lain', 'Other expense', 'expense'),
	// Of memo accounts the credit side is the plain one.
	contra('9.1.01', 'Pembiayaan hapus buku', 'Written-off loans', 'memo', 'loan'),
	account('9.1.02', 'Kontra pembiayaan hapus buku', 'Contra of written-off loans', 'memo'),
];
