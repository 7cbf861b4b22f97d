import type {AccountCode} from '../kernel/ids.ts';
import type {Account, AccountClass, Floor} from '../ledger/index.ts';

const code = (text: string): AccountCode => text as AccountCode;

/** The accounts of the city's book that the fund's operations post to. */
export const cityAccounts = {
	cash: code('1.1.1'),
	currentPortion: code('1.1.2'),
	shareReceivable: code('1.1.3'),
	investment: code('1.2.1'),
	doubtful: code('1.2.2'),
	claims: code('1.3.1'),
	equity: code('3.1.1'),
	shareIncome: code('4.1.1'),
	writeOffRecovery: code('4.1.2'),
	provisionExpense: code('5.1.1'),
	writtenOff: code('9.1.1'),
	writtenOffCounter: code('9.1.2'),
} as const;

/** What mirrors the books of cooperatives moves by operations alone. */
const controlled: ReadonlySet<AccountCode> = new Set([
	cityAccounts.investment,
	cityAccounts.shareReceivable,
	cityAccounts.currentPortion,
	cityAccounts.doubtful,
	cityAccounts.claims,
	cityAccounts.writeOffRecovery,
	cityAccounts.writtenOff,
	cityAccounts.writtenOffCounter,
]);

const account = (
	text: string,
	nameId: string,
	nameEn: string,
	accountClass: AccountClass,
	normalSide: Account['normalSide'],
	floor: Floor = 'none',
): Account => ({
	code: code(text),
	nameId,
	nameEn,
	class: accountClass,
	normalSide,
	floor,
	isControlled: controlled.has(code(text)),
});

/**
 * What together is what cooperatives owe the city: the mirror of their 2.2.01 and 2.2.02. What
 * falls due within a year stands apart on a balance date, and what was written off conditionally
 * is owed still.
 */
export const mirrorAccounts: readonly AccountCode[] = [
	cityAccounts.currentPortion,
	cityAccounts.investment,
	cityAccounts.writtenOff,
];

/**
 * The chart of the city's fund book, accrual SAP: the fund is a non-permanent long-term investment,
 * not an expense, shown at net realisable value (Bultek SAP 07).
 */
export const cityChart: readonly Account[] = [
	account('1.1.1', 'Kas BLUD', 'BLUD cash', 'asset', 'debit', 'account'),
	account(
		'1.1.2',
		'Bagian lancar dana bergulir',
		'Current portion of the revolving fund',
		'asset',
		'debit',
	),
	account(
		'1.1.3',
		'Piutang jasa dana bergulir',
		'Charge of the revolving fund receivable',
		'asset',
		'debit',
	),
	account(
		'1.2.1',
		'Investasi non-permanen - dana bergulir',
		'Non-permanent investment: revolving fund',
		'asset',
		'debit',
		'fund',
	),
	account(
		'1.2.2',
		'Dana bergulir diragukan tertagih',
		'Doubtful revolving fund',
		'asset',
		'credit',
		'fund',
	),
	account('1.3.1', 'Piutang TP/TGR', 'Claims for damages (TP/TGR)', 'asset', 'debit', 'fund'),
	account('3.1.1', 'Ekuitas dana bergulir', 'Revolving-fund equity', 'equity', 'credit'),
	account(
		'4.1.1',
		'Pendapatan hasil pengelolaan dana bergulir - LO',
		'Revolving-fund income (LO)',
		'income',
		'credit',
	),
	account(
		'4.1.2',
		'Pemulihan dana bergulir yang dihapusbukukan - LO',
		'Recovery of revolving fund written off (LO)',
		'income',
		'credit',
	),
	account(
		'5.1.1',
		'Beban penyisihan dana bergulir',
		'Revolving-fund provision expense',
		'expense',
		'debit',
	),
	account(
		'9.1.1',
		'Dana bergulir yang dihapusbukukan',
		'Revolving fund written off',
		'memo',
		'debit',
		'fund',
	),
	account(
		'9.1.2',
		'Kontra dana bergulir yang dihapusbukukan',
		'Contra of revolving fund written off',
		'memo',
		'credit',
	),
];
